package sc.fiji.kmeans.plugin;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.ImagePixels;
import sc.fiji.kmeans.image.SelectedPixels;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.pixel.PixelFormat;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;
import sc.fiji.kmeans.settings.SettingTexts;

/**
 * Whether settings fit an image, told before its pixels are counted. What a
 * segmentation of the image refuses, it refuses also of a sample: a row of pixels of
 * the same kind, from the smallest values to the largest.
 */
final class ImageFit {

	/** As many as there are values of 8 bits. */
	private static final int WIDTH = 256;
	private static final int STEP_16 = 0x101;
	private static final float STEP_32 = 1e12f;

	private final ImagePlus image;
	private final int frames;
	private final boolean isOfColours;
	/** Whether there are several channels, or fractions. */
	private final boolean isOfVectors;
	private final boolean isSelectionEmpty;

	ImageFit(final ImagePlus image) {
		this.image = image;
		frames = image.getStackSize() / image.getNChannels();
		final ImageProcessor plane = image.getProcessor();
		isOfVectors = image.getNChannels() > 1 || plane instanceof FloatProcessor;
		isOfColours = !isOfVectors && new ImagePixels(plane, null).format().equals(PixelFormat.RGB);
		isSelectionEmpty = image.getRoi() != null && SelectedPixels.isEmpty(image.getRoi(), plane);
	}

	/** The settings that mean nothing for the image, and why, by keys. */
	Map<String, String> idle() {
		final Map<String, String> idle = new HashMap<>();
		if (isOfColours)
			idle.put(SettingTable.TRANSFORM.key(), "colours are clustered as they are; see Color space");
		else
			idle.put(SettingTable.COLOR_SPACE.key(), "this image has values, not colours");
		if (image.getNChannels() == 1)
			idle.put(SettingTable.CHANNELS.key(), "this image has one channel");
		if (!isOfVectors) idle.put(SettingTable.SCALE.key(), "all values of this image have one scale");
		if (frames == 1) {
			idle.put(SettingTable.FRAMES.key(), "this image has one frame");
			idle.put(SettingTable.FRAME.key(), "this image has one frame");
			idle.put(SettingTable.PLOT.key(), "this image has one frame");
		}
		return idle;
	}

	/** @throws IllegalArgumentException with the setting and what it takes */
	void require(final KMeansSettings settings) {
		final SegmentationOptions options = settings.options().withMinSize(0).with(FrameMode.EACH);
		if (settings.isFinding()) require(options);
		else require(ClusterSource.of(SettingTable.FROM, settings.from()), options);
		if (!settings.isFinding() && !options.isAppliedToAll()) requirePixels();
		if (image.getRoi() == null) requireNoSelection(settings);
		options.requireFrame(frames);
		if (!settings.save().isEmpty()) ClusterSource.requireFolder(settings.save());
	}

	/** @throws IllegalArgumentException if its pixels can not be clustered so */
	void require(final SegmentationOptions options) {
		Segmentation.of(sample(1),
			options.withMerge("none")
				.withNames("")
				.withMinSize(0)
				.with(FrameMode.EACH)
				.withClusters(1)
				.with(KMeansOptions.defaults().withClusters(1).withAttempts(1)));
		requirePixels();
	}

	private void requirePixels() {
		if (isSelectionEmpty)
			throw new IllegalArgumentException("The selection has no pixels: " + image.getRoi());
	}

	private static void requireNoSelection(final KMeansSettings settings) {
		for (final Setting<?> row : Arrays.asList(SettingTable.MASKED, SettingTable.KEPT))
			if (settings.texts().get(row.key()).equals("selection"))
				throw SettingTexts.refused(row.key(), "selection", "an image with a selection");
	}

	/** Whether clusters are of the kind of the image, and of as many frames. */
	boolean takes(final ImageClusters clusters) {
		try {
			require(clusters, clusters.options().withMinSize(0));
			return true;
		}
		catch (final IllegalArgumentException refusal) {
			return false;
		}
	}

	private void require(final ImageClusters clusters, final SegmentationOptions options) {
		Segmentation.apply(clusters, sample(clusters.frames() == 1 ? 1 : frames), options,
			Progress.NONE);
	}

	/** @param n number of frames */
	private ImagePlus sample(final int n) {
		final ImageProcessor plane = image.getProcessor();
		final int channels = image.getNChannels();
		final ImageStack stack = new ImageStack(WIDTH, 1, channels > 1 ? null : plane.getColorModel());
		for (int i = 0; i < n * channels; i++)
			stack.addSlice(row(plane));
		final ImagePlus sample = new ImagePlus(image.getTitle(), stack);
		sample.setDimensions(channels, 1, n);
		sample.setCalibration(image.getCalibration());
		return sample;
	}

	private static ImageProcessor row(final ImageProcessor plane) {
		final ImageProcessor row = plane.createProcessor(WIDTH, 1);
		for (int i = 0; i < WIDTH; i++)
			if (row instanceof ColorProcessor) row.set(i, corner(i));
			else if (row instanceof FloatProcessor) row.setf(i, (i - WIDTH / 2) * STEP_32);
			else row.set(i, row instanceof ByteProcessor ? i : i * STEP_16);
		return row;
	}

	/** Of the cube of all colours. */
	private static int corner(final int i) {
		return (i & 1) * 0xff | (i >> 1 & 1) * 0xff00 | (i >> 2 & 1) * 0xff0000;
	}
}
