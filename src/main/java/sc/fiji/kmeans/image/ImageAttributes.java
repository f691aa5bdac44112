package sc.fiji.kmeans.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import ij.process.LUT;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All that an image has besides its pixels, as it was at one moment; immutable.
 * What the pictures that are made of an image take over from it.
 */
public final class ImageAttributes {

	/** Where ImageJ keeps the label of an image that is no stack. */
	private static final String SLICE_LABEL = "Slice_Label";

	private final String title;
	private final Calibration calibration;
	private final Object info;
	private final String[] properties;
	private final int channels;
	private final int slices;
	private final int frames;
	/** Of a multi-channel image; null for others. */
	private final LUT[] luts;
	private final int mode;
	private final boolean hyperStack;
	/** Of the frames that count. */
	private final int[] numbers;
	/** How the original arranges its frames. */
	private final boolean isHyperStack;
	private final int slicesOfOriginal;
	private final boolean isStack;
	/** Of all channels of the first frame, then of all of the next one. */
	private final String[] sliceLabels;
	private final int bitDepth;
	private final double displayMin;
	private final double displayMax;

	/** @param numbers of the frames that count: one of them or all */
	public ImageAttributes(final ImagePlus image, final int... numbers) {
		this.numbers = numbers;
		isHyperStack = image.isHyperStack();
		slicesOfOriginal = image.getNSlices();
		isStack = image.getStackSize() > image.getNChannels();
		title = image.getTitle();
		calibration = image.getCalibration().copy();
		info = image.getProperty("Info");
		properties = image.getPropertiesAsArray();
		channels = image.getNChannels();
		slices = numbers.length == 1 ? 1 : image.getNSlices();
		frames = numbers.length == 1 ? 1 : image.getNFrames();
		hyperStack = numbers.length > 1 && image.isHyperStack();
		luts = luts(image);
		mode = image instanceof CompositeImage
			? ((CompositeImage) image).getMode()
			: CompositeImage.GRAYSCALE;
		sliceLabels = Arrays.stream(numbers)
			.boxed()
			.flatMap(n -> IntStream.rangeClosed(1, channels)
				.mapToObj(c -> sliceLabel(image, (n - 1) * channels + c)))
			.toArray(String[]::new);
		bitDepth = image.getBitDepth();
		displayMin = image.getDisplayRangeMin();
		displayMax = image.getDisplayRangeMax();
	}

	/** One for each channel; null if the image has none of its own. */
	private static LUT[] luts(final ImagePlus image) {
		final LUT[] luts = image.getNChannels() == 1 ? null : image.getLuts();
		return luts == null || luts.length < image.getNChannels() ? null : luts;
	}

	/** For a single image ImageJ's stack makes one up, of its title and Info. */
	private static String sliceLabel(final ImagePlus image, final int slice) {
		if (image.getStackSize() == 1) return image.getProp(SLICE_LABEL);
		return image.getStack().getSliceLabel(slice);
	}

	/**
	 * The attributes of some channels; null for a single one, and if there are none.
	 *
	 * @param numbers of the channels
	 */
	public LUT[] luts(final int... numbers) {
		return luts == null || numbers.length == 1
			? null
			: Arrays.stream(numbers).mapToObj(c -> luts[c - 1]).toArray(LUT[]::new);
	}

	/**
	 * @param plane 1 to number of frames
	 * @param channel 1 to number of channels, or 0 for something else, which has none
	 */
	public String sliceLabel(final int plane, final int channel) {
		return channel == 0 ? null : sliceLabels[(plane - 1) * channels + channel - 1];
	}

	/**
	 * What some channels are called: the first line of the label that each has, the same
	 * in all frames, or {@code Channel 1} and so on where not all of these have one of
	 * their own.
	 *
	 * @param chosen their numbers
	 * @param taken names that mean something else
	 */
	public List<String> channelNames(final int[] chosen, final Collection<String> taken) {
		final List<String> names = Arrays.stream(chosen)
			.mapToObj(this::channelName)
			.collect(Collectors.toList());
		final boolean areNames = !names.contains("")
			&& names.stream().distinct().count() == chosen.length && Collections.disjoint(names, taken);
		return areNames ? names : ChannelNames.numbered(chosen);
	}

	/** Empty if there is none. */
	private String channelName(final int channel) {
		final List<String> labels = IntStream.rangeClosed(1, planes())
			.mapToObj(plane -> firstLine(sliceLabel(plane, channel)))
			.distinct()
			.collect(Collectors.toList());
		return labels.size() > 1 ? "" : labels.get(0);
	}

	private static String firstLine(final String label) {
		return label == null ? "" : label.trim().split("\\R", 2)[0].trim();
	}

	/** Number of frames, that is slices of all time points. */
	private int planes() {
		return numbers.length;
	}

	/**
	 * The number of a frame in the original, or 0 if that has but one.
	 *
	 * @param plane 1 to number of frames
	 */
	public int frame(final int plane) {
		return isStack ? numbers[plane - 1] : 0;
	}

	/** Where a selection is shown: in one frame of the original, in all channels. */
	public void setPosition(final Roi selection, final int plane) {
		final int frame = frame(plane);
		if (frame == 0) return;
		if (isHyperStack)
			selection.setPosition(0, (frame - 1) % slicesOfOriginal + 1,
				(frame - 1) / slicesOfOriginal + 1);
		else
			selection.setPosition(frame);
	}

	/** Number of channels of the original. */
	public int channels() {
		return channels;
	}

	/** 1 for a stack without time points. */
	public int slicesOfATimePoint() {
		return frames > 1 ? slices : 1;
	}

	public Calibration calibration() {
		return calibration.copy();
	}

	/** A pixel value in the units of the image; numbers of 32 bits are in them. */
	public double calibrated(final double value) {
		return bitDepth > 16 ? value : calibration.getCValue(value);
	}

	public String title() {
		return title;
	}

	/**
	 * A picture of the same shape.
	 *
	 * @param kind follows the title, after a hyphen
	 * @param pictured the numbers of the channels that it has, or 0 for something else
	 */
	public ImagePlus picture(final String kind, final int[] pictured, final ImageStack planes) {
		final ImagePlus picture = plain(kind, planes, pictured.length, slices, frames);
		picture.setOpenAsHyperStack(hyperStack);
		return shown(picture, pictured);
	}

	/**
	 * A picture with a row of slices.
	 *
	 * @param kind follows the title, after a hyphen
	 * @param pictured the numbers of the channels that it has
	 * @param row number of slices; one for each frame of the original, or only one
	 */
	public ImagePlus expanded(final String kind, final int[] pictured, final int row,
		final ImageStack planes)
	{
		final int rows = planes.getSize() / pictured.length / row;
		final ImagePlus picture = plain(kind, planes, pictured.length, row, rows);
		picture.setOpenAsHyperStack(rows > 1 || pictured.length > 1);
		return shown(picture, pictured);
	}

	private ImagePlus plain(final String kind, final ImageStack planes, final int c, final int z,
		final int t)
	{
		final ImagePlus picture = new ImagePlus(Titles.of(title, kind), planes);
		picture.setDimensions(c, z, t);
		copyTo(picture);
		return picture;
	}

	/** ImageJ shows more channels than it can lay over each other one by one. */
	private ImagePlus shown(final ImagePlus picture, final int... pictured) {
		if (pictured.length == 1) {
			if (luts != null && pictured[0] > 0) picture.setLut(luts[pictured[0] - 1]);
			return picture;
		}
		final CompositeImage composite = new CompositeImage(picture, mode);
		if (luts != null) composite.setLuts(luts(pictured));
		return composite;
	}

	private void copyTo(final ImagePlus picture) {
		picture.setCalibration(calibration.copy());
		if (info != null) picture.setProperty("Info", info);
		picture.setProperties(properties);
		if (picture.getStackSize() == 1)
			picture.setProp(SLICE_LABEL, picture.getStack().getSliceLabel(1));
		if (picture.getBitDepth() != bitDepth || bitDepth == 24) return;
		if (isRange(displayMin, displayMax)) picture.setDisplayRange(displayMin, displayMax);
		else DataRange.show(picture, OptionalDouble.empty());
	}

	private static boolean isRange(final double least, final double most) {
		return most - least > 0 && !Double.isInfinite(most - least);
	}
}
