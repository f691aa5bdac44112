package sc.fiji.kmeans.segment;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Parallel;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.image.ImagePixels;
import sc.fiji.kmeans.image.Rows;
import sc.fiji.kmeans.model.Background;
import sc.fiji.kmeans.model.ImageClusters;

/**
 * A frame of an image with its clusters and the label of each pixel, and pictures of
 * it: of its channels, or of one plane, in which several channels are shown in colour, as
 * ImageJ shows a composite image.
 */
public final class SegmentedFrame {

	/** Those that were segmented. */
	private final ImageProcessor[] channels;
	/** With those that were not. */
	private final ImageProcessor[] all;
	private final ImageClusters clusters;
	/** Whether all pixels are selected. */
	private final boolean isWhole;
	private final ImageProcessor labels;
	/** The largest number in each of all channels of the whole frame; null if this is the whole. */
	private final double[] largest;
	/** For pictures as they are shown. */
	private final Planes planes;

	/**
	 * @param frame the channels that were segmented; must not change any more
	 * @param labels of its pixels, 0 where not selected
	 * @param isWhole whether no pixel is 0
	 */
	SegmentedFrame(final ImageProcessor[] frame, final ImageProcessor labels,
		final ImageClusters clusters, final boolean isWhole)
	{
		channels = frame.clone();
		if (ImagePixels.isIndexed(frame)) channels[0] = ImagePixels.coloured(frame[0]);
		all = channels;
		this.labels = labels;
		this.clusters = clusters;
		this.isWhole = isWhole;
		largest = null;
		planes = Planes.NEW;
	}

	private SegmentedFrame(final SegmentedFrame same, final ImageProcessor[] all,
		final double[] largest, final Planes planes)
	{
		channels = same.channels;
		labels = same.labels;
		clusters = same.clusters;
		isWhole = same.isWhole;
		this.all = all.clone();
		this.largest = largest;
		this.planes = planes;
	}

	/**
	 * The same of a frame that may have more channels: masked pictures have all of them.
	 *
	 * @param frame all its channels; must not change any more
	 */
	SegmentedFrame among(final ImageProcessor[] frame) {
		return frame.length == channels.length
			? this
			: new SegmentedFrame(this, frame, largest, planes);
	}

	/**
	 * The same as a part of a frame.
	 *
	 * @param numbers the largest of each of all channels
	 */
	SegmentedFrame partOf(final double[] numbers) {
		return new SegmentedFrame(this, all, numbers, planes);
	}

	/** The same, whose pictures that are shown are painted on some planes. */
	SegmentedFrame paintedOn(final Planes others) {
		return new SegmentedFrame(this, all, largest, others);
	}

	public ImageClusters clusters() {
		return clusters;
	}

	/** Label of each pixel, 0 outside the selection; not to be changed. */
	public ImageProcessor labels() {
		return labels;
	}

	/** @param pixels to which the number of pixels of each label is added */
	void count(final long[] pixels) {
		Parallel.ranges(labels.getHeight(), (from, to) -> {
			final long[] some = counted(from, to, pixels.length);
			synchronized (pixels) {
				for (int label = 0; label < some.length; label++)
					pixels[label] += some[label];
			}
		});
	}

	/** Neighbours, which often have one label, are counted apart: no one waits for the other. */
	private long[] counted(final int from, final int to, final int labelsEnd) {
		final Rows rows = Rows.of(labels);
		final int[] row = new int[labels.getWidth()];
		final long[] counts = new long[labelsEnd];
		final long[] odds = new long[labelsEnd];
		for (int y = from; y < to; y++) {
			rows.read(y * row.length, row.length, row);
			for (int x = 1; x < row.length; x += 2) {
				counts[row[x - 1]]++;
				odds[row[x]]++;
			}
			if (row.length % 2 > 0) counts[row[row.length - 1]]++;
		}
		for (int label = 0; label < labelsEnd; label++)
			counts[label] += odds[label];
		return counts;
	}

	/** The channels that were segmented; not to be changed. */
	public ImageProcessor[] channels() {
		return channels;
	}

	/**
	 * Paints all channels.
	 *
	 * @param steps that are checked now and then
	 */
	FramePainter painter(final Steps steps) {
		return painter(all, steps);
	}

	private FramePainter painter(final ImageProcessor[] planes, final Steps steps) {
		return new FramePainter(planes, labels, clusters.labels().largest(), steps);
	}

	/**
	 * The channels that were segmented with each selected pixel in its cluster's colour.
	 *
	 * @param steps that are checked now and then
	 */
	ImageProcessor[] segmentedChannels(final Steps steps) {
		return segmented(steps, Planes.NEW);
	}

	private ImageProcessor[] segmented(final Steps steps, final Planes on) {
		return painter(channels, steps).painted(label -> label > 0 || isWhole, this::values, on);
	}

	/** What the pixels of each label are painted with in a channel, by number. */
	private double[] values(final int channel) {
		final double[] values = new double[clusters.labels().largest() + 1];
		for (final int j : clusters.labels().all())
			values[j] = Painting.value(clusters.value(j), channels[channel], channel);
		return values;
	}

	/**
	 * All channels with the pixels of some labels turned into background.
	 *
	 * @param steps that are checked now and then
	 */
	ImageProcessor[] masked(final IntPredicate isRemoved, final Background background,
		final Steps steps)
	{
		return masked(painter(steps), isRemoved, background, Planes.NEW);
	}

	private ImageProcessor[] masked(final FramePainter painter, final IntPredicate isRemoved,
		final Background background, final Planes on)
	{
		final ImageProcessor[] picture = painter.painted(isRemoved, c -> {
			final double[] values = new double[clusters.labels().largest() + 1];
			Arrays.fill(values,
				largest == null ? background.value(all[c]) : background.value(all[c], () -> largest[c]));
			return values;
		}, on);
		if (background == Background.TRANSPARENT && picture[0] instanceof ColorProcessor)
			painter.makeOpaque(picture[0], isRemoved);
		return picture;
	}

	/**
	 * How opaque the pixels of a picture are, from which some clusters were removed.
	 *
	 * @param stays how opaque pixels are that stay; nothing if all of them are
	 */
	public ByteProcessor maskedAlpha(final Optional<ByteProcessor> stays, final int... removed) {
		return alpha(stays, label -> IntStream.of(removed).anyMatch(number -> number == label));
	}

	/** The same of a picture with nothing but some clusters. */
	public ByteProcessor keptAlpha(final Optional<ByteProcessor> stays, final int... kept) {
		return alpha(stays, label -> IntStream.of(kept).noneMatch(number -> number == label));
	}

	private ByteProcessor alpha(final Optional<ByteProcessor> stays, final IntPredicate isRemoved) {
		final ImageProcessor[] alpha = { stays.orElseGet(this::opaque) };
		final double[] transparent = new double[clusters.labels().largest() + 1];
		return (ByteProcessor) painter(alpha, Steps.UNHEARD).painted(isRemoved, c -> transparent,
			Planes.NEW)[0];
	}

	private ByteProcessor opaque() {
		final ByteProcessor opaque = new ByteProcessor(labels.getWidth(), labels.getHeight());
		Arrays.fill((byte[]) opaque.getPixels(), (byte) 255);
		return opaque;
	}

	/** Each selected pixel in the colour of its cluster. */
	public ImageProcessor segmented() {
		return shown(segmented(Steps.UNHEARD, planes));
	}

	/**
	 * What the labels of clusters look like in {@link #segmented}.
	 *
	 * @param others of this frame, such as its own after merging
	 * @return 0xRRGGBB by numbers, 0 for those that there are not
	 */
	public int[] colours(final ImageClusters others) {
		final int n = others.labels().largest() + 1;
		final ImageProcessor[] strip = Arrays.stream(channels)
			.map(channel -> strip(channel, n))
			.toArray(ImageProcessor[]::new);
		final ImageProcessor numbers = new ShortProcessor(n, 1);
		for (final int label : others.labels().all())
			numbers.set(label, label);
		final int[] colours = (int[]) new SegmentedFrame(strip, numbers, others, false).segmented()
			.convertToRGB()
			.getPixels();
		return Arrays.stream(colours).map(colour -> colour & 0xffffff).toArray();
	}

	private static ImageProcessor strip(final ImageProcessor channel, final int n) {
		final ImageProcessor strip = channel.createProcessor(n, 1);
		if (strip instanceof ColorProcessor) return strip;
		strip.setColorModel(channel.getColorModel());
		strip.setMinAndMax(channel.getMin(), channel.getMax());
		return strip;
	}

	/**
	 * The frame with the pixels of some clusters turned black.
	 *
	 * @param removed their numbers
	 */
	public ImageProcessor masked(final BitSet removed) {
		return shown(masked(painter(Steps.UNHEARD), removed::get, Background.BLACK, planes));
	}

	/** The label of each pixel, in the colours of labels. */
	public ImageProcessor colouredLabels() {
		final ImageProcessor picture = planes.like(labels);
		System.arraycopy(labels.getPixels(), 0, picture.getPixels(), 0, labels.getPixelCount());
		Palette.showLabels(picture);
		return picture;
	}

	/** Of more channels than ImageJ can lay over each other, the first. */
	private static ImageProcessor shown(final ImageProcessor[] channels) {
		if (channels.length == 1) return channels[0];
		final ImageStack stack = new ImageStack(channels[0].getWidth(), channels[0].getHeight());
		for (final ImageProcessor channel : channels)
			stack.addSlice(channel);
		final ImagePlus image = new ImagePlus("", stack);
		image.setDimensions(channels.length, 1, 1);
		final CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
		composite.setLuts(Arrays.stream(channels).map(ImageProcessor::getLut).toArray(LUT[]::new));
		return new ColorProcessor(composite.getImage());
	}

	@Override
	public String toString() {
		return labels.getWidth() + " x " + labels.getHeight() + " pixels, " + clusters;
	}
}
