package sc.fiji.kmeans.image;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.pixel.LabelTables;
import sc.fiji.kmeans.pixel.PixelFormat;
import sc.fiji.kmeans.pixel.PixelLabeler;
import sc.fiji.kmeans.pixel.ValueSpace;

/** Clusters with all that is needed to apply them to frames; immutable. */
final class LearnedClusters {

	private final ColorSpace colorSpace;
	/** Whether pixels are colours, and not values. */
	private final boolean isOfColours;
	private final NumberedClusters numbered;
	/** Numbered in turn. */
	private final Clusters clusters;
	/** Null where pixels are no vectors. */
	private final ChannelSpace channels;
	/** What channels are divided by; none if by nothing. */
	private final double[] scales;
	/** Of each cluster, in the channels of the image. */
	private final double[][] values;
	/** Number of pixels that each cluster was learned from; all 0 if nobody knows. */
	private final long[] pixels;
	/** The clusters of each label; null before it is asked for: the same for all. */
	private volatile Map<Integer, List<Integer>> members;
	private final LearningFigures figures;
	private final MergedClusters merged;
	/** The largest label. */
	private final int size;

	/** @param channels null where pixels are no vectors */
	LearnedClusters(final SegmentationOptions options, final boolean isOfColours,
		final NumberedClusters numbered, final ChannelSpace channels, final double[][] values,
		final LearningFigures figures)
	{
		colorSpace = options.colorSpace();
		this.isOfColours = isOfColours;
		this.numbered = numbered;
		clusters = numbered.clusters();
		// Of a frame of a long stack nothing stays but its clusters.
		this.channels = channels == null ? null : channels.withoutVectors();
		scales = channels == null || !options.isScaled() ? new double[0] : channels.scales();
		this.values = values;
		pixels = IntStream.rangeClosed(1, clusters.size()).mapToLong(clusters::pixels).toArray();
		this.figures = figures;
		merged = merged(options);
		size = largestLabel();
	}

	/**
	 * Clusters that were loaded.
	 *
	 * @param frame 1 to number of their frames
	 * @param options of which number of clusters and merging hold
	 */
	LearnedClusters(final SavedClusters saved, final int frame, final SegmentationOptions options) {
		colorSpace = saved.isOfColours() ? ColorSpace.of(saved.colorSpace()) : ColorSpace.RGB;
		isOfColours = saved.isOfColours();
		final SavedFrame own = saved.frame(frame);
		clusters = Clusters.of(own.centres());
		numbered = new NumberedClusters(clusters, own.numbers());
		scales = own.scales();
		channels = isOfColours
			? null
			: ChannelSpace.of(scalesOf(saved.names().size()), own.fractionBits());
		values = isOfColours ? own.colours(colorSpace) : own.values();
		pixels = own.pixels();
		figures = LearningFigures.NONE;
		merged = merged(options);
		size = largestLabel();
	}

	/** Other clusters of the same kind. */
	private LearnedClusters(final LearnedClusters same, final NumberedClusters numbered) {
		colorSpace = same.colorSpace;
		isOfColours = same.isOfColours;
		this.numbered = numbered;
		clusters = numbered.clusters();
		channels = same.channels;
		scales = same.scales;
		values = same.values;
		pixels = same.pixels;
		figures = LearningFigures.NONE;
		merged = same.merged;
		size = same.size;
	}

	/** The same for a frame from which nothing was learned: without statistics. */
	LearnedClusters applied() {
		return new LearnedClusters(this,
			new NumberedClusters(Clusters.of(centres()), numbered.numbers()));
	}

	/** 1 for each of some channels if they are taken as they are. */
	private double[] scalesOf(final int n) {
		final double[] ones = new double[n];
		Arrays.fill(ones, 1);
		return scales.length == 0 ? ones : scales;
	}

	/** Those of each frame that was saved. */
	static List<LearnedClusters> ofEach(final SavedClusters saved,
		final SegmentationOptions options)
	{
		return IntStream.rangeClosed(1, saved.frames())
			.mapToObj(frame -> new LearnedClusters(saved, frame, options))
			.collect(Collectors.toList());
	}

	private MergedClusters merged(final SegmentationOptions options) {
		return options.merge().among(Math.max(numbered.largestNumber(), options.largestNumber()));
	}

	private int largestLabel() {
		return IntStream.rangeClosed(1, clusters.size()).map(this::label).max().getAsInt();
	}

	/** Before merging; new arrays. */
	private double[][] centres() {
		return IntStream.rangeClosed(1, clusters.size())
			.mapToObj(clusters::centre)
			.toArray(double[][]::new);
	}

	/**
	 * As they are saved: before merging.
	 *
	 * @param valueNames what the numbers of values are called
	 * @param colours that clusters are painted in, where centres do not tell
	 */
	SavedClusters saved(final SegmentationOptions options, final List<String> valueNames,
		final int... colours)
	{
		final SavedClusters saved = SavedClusters
			.of(isOfColours ? colorSpace.toString() : SavedClusters.VALUES,
				isOfColours ? colorSpace.names() : valueNames,
				Collections.singletonList(
					new SavedFrame(centres()).withNumbers(numbered.numbers()).withPixels(pixels)))
			.withScales(scales)
			.withFractionBits(channels == null ? 0 : channels.savedBits())
			.withOptions(options);
		return isOfColours && colorSpace != ColorSpace.RGB ? saved.withColors(colours) : saved;
	}

	/** Before merging. */
	NumberedClusters numbered() {
		return numbered;
	}

	/** Before merging, numbered in turn. */
	Clusters clusters() {
		return clusters;
	}

	/** Whether they are colours, and not values. */
	boolean isOfColours() {
		return isOfColours;
	}

	LearningFigures figures() {
		return figures;
	}

	/** The largest label. */
	int size() {
		return size;
	}

	/** Whether some cluster has a label. */
	boolean has(final int label) {
		return members(label).findAny().isPresent();
	}

	/** The labels that clusters have; ascending. */
	int[] labels() {
		return IntStream.rangeClosed(1, clusters.size()).map(this::label).sorted().distinct().toArray();
	}

	/** The label of a cluster, counted from 1. */
	int label(final int cluster) {
		return merged.label(numbered.number(cluster));
	}

	/** Number of pixels that the clusters of a label were learned from. */
	long pixels(final int label) {
		return members(label).mapToLong(clusters::pixels).sum();
	}

	private IntStream members(final int label) {
		if (members == null)
			members = IntStream.rangeClosed(1, clusters.size())
				.boxed()
				.collect(Collectors.groupingBy(this::label));
		return members.getOrDefault(label, Collections.emptyList()).stream().mapToInt(j -> j);
	}

	/** The mean of the pixels of a label, one number a channel, three for a colour. */
	double[] value(final int label) {
		return mean(label, this::valueOfCluster);
	}

	/** Where the pixels of a label are in the mean. */
	double[] centre(final int label) {
		return mean(label, clusters::centre);
	}

	/**
	 * The mean of vectors of the clusters of a label, weighted by the pixels that they
	 * were learned from; if nobody knows these, all weigh the same.
	 */
	private double[] mean(final int label, final IntFunction<double[]> vectors) {
		final int[] members = members(label).toArray();
		if (members.length == 1) return vectors.apply(members[0]);
		final long known = Arrays.stream(members).mapToLong(j -> pixels[j - 1]).sum();
		final double[] sum = new double[vectors.apply(members[0]).length];
		for (final int j : members)
			for (int c = 0; c < sum.length; c++)
				sum[c] += vectors.apply(j)[c] * (known == 0 ? 1 : pixels[j - 1]);
		for (int c = 0; c < sum.length; c++)
			sum[c] /= known == 0 ? members.length : known;
		return sum;
	}

	/** Of every cluster before merging, the mean of its pixels. */
	Stream<double[]> allValues() {
		return Arrays.stream(values);
	}

	/** The mean of the pixels of a cluster before merging. */
	double[] valueOfCluster(final int cluster) {
		return values[cluster - 1].clone();
	}

	/**
	 * Tells the clusters of a frame's values.
	 *
	 * @param tables of the labeler before
	 */
	PixelLabeler labeler(final FramePixels frame, final LabelTables tables) {
		final boolean areUnscaled = frame.vectors() == null && scales.length > 0;
		return new PixelLabeler(frame.format(), space(frame),
			areUnscaled ? Clusters.of(values) : clusters, tables);
	}

	private ValueSpace space(final FramePixels frame) {
		if (frame.vectors() != null) return channels.of(frame.vectors());
		return frame.format().equals(PixelFormat.RGB) ? colorSpace.space() : frame.format();
	}

	/**
	 * The centre of a cluster, before merging, where channels are divided by others.
	 *
	 * @param number that there is
	 * @param otherScales none if by nothing
	 */
	double[] centre(final int number, final double[] otherScales) {
		final double[] centre = clusters.centre(numbered.cluster(number));
		if (Arrays.equals(scales, otherScales)) return centre;
		final double[] moved = ChannelSpace.unscaled(centre, scales);
		for (int c = 0; c < otherScales.length; c++)
			moved[c] /= otherScales[c];
		return moved;
	}

	/**
	 * @param kind of clusters that get numbers of these
	 * @return these
	 * @throws IllegalArgumentException if they are of another kind
	 */
	LearnedClusters requireKind(final String kind) {
		if (!isOfKind(kind))
			throw new IllegalArgumentException(
				"match = clusters of " + kind() + ": takes clusters of " + kind);
		return this;
	}

	/** @param kind as below */
	boolean isOfKind(final String kind) {
		return kind().equals(kind);
	}

	private String kind() {
		return kind(isOfColours, colorSpace, clusters.centre(1).length);
	}

	/** What clusters are of, for people. */
	static String kind(final boolean isOfColours, final ColorSpace colorSpace, final int dimensions) {
		return isOfColours
			? colorSpace + " colours"
			: dimensions + (dimensions == 1 ? " channel" : " channels");
	}

	/** @throws IllegalArgumentException if they are not of the kind of the frame */
	void requireFit(final FramePixels frame) {
		final int dimensions = frame.vectors() == null ? 1 : frame.vectors().channels();
		final boolean isColour = frame.format().equals(PixelFormat.RGB);
		if (!kind().equals(kind(isColour, colorSpace, dimensions)))
			throw new IllegalArgumentException("clusters of " + kind() + ": do not fit an image of "
				+ (isColour ? "colours" : kind(false, null, dimensions)));
	}
}
