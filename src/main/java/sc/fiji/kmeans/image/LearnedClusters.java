package sc.fiji.kmeans.image;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
	private final Clusters clusters;
	/** Null where pixels are no vectors, or where the clusters were loaded. */
	private final ChannelSpace channels;
	/** What channels are divided by; none if by nothing. */
	private final double[] scales;
	/** Of each cluster, in the channels of the image. */
	private final double[][] values;
	private final int distinct;
	private final MergedClusters merged;
	/** Number of labels. */
	private final int size;

	/** @param channels null where pixels are no vectors */
	LearnedClusters(final SegmentationOptions options, final boolean isOfColours,
		final Clusters clusters, final ChannelSpace channels,
		final double[][] values, final int distinct)
	{
		colorSpace = options.colorSpace();
		this.isOfColours = isOfColours;
		this.clusters = clusters;
		// Of a frame of a long stack nothing stays but its clusters.
		this.channels = channels == null ? null : channels.of(new ChannelVectors(
			channels.dimensions()));
		scales = channels == null || !options.isScaled() ? new double[0] : channels
			.scales();
		this.values = values;
		this.distinct = distinct;
		merged = MergedClusters.of(options.merge(), Math.max(clusters.size(), options
			.kMeans().clusters()));
		size = largestLabel();
	}

	/** Clusters that were loaded. */
	LearnedClusters(final SavedClusters saved, final String merge) {
		colorSpace = saved.isOfColours() ? ColorSpace.of(saved.colorSpace())
			: ColorSpace.RGB;
		isOfColours = saved.isOfColours();
		if (isOfColours && !saved.names().equals(colorSpace.names()))
			throw new IllegalArgumentException("columns = " + String.join(", ", saved
				.names()) + ": takes " + String.join(", ", colorSpace.names()) +
				" with color_space " + colorSpace);
		clusters = Clusters.of(saved.centres());
		channels = null;
		scales = saved.scales();
		values = saved.values();
		distinct = 0;
		merged = MergedClusters.of(merge, clusters.size());
		size = largestLabel();
	}

	private int largestLabel() {
		return IntStream.rangeClosed(1, clusters.size()).map(merged::label).max()
			.getAsInt();
	}

	/** Before merging; new arrays. */
	private double[][] centres() {
		return IntStream.rangeClosed(1, clusters.size()).mapToObj(clusters::centre)
			.toArray(double[][]::new);
	}

	/** As they are saved: before merging. */
	SavedClusters saved(final String options, final int... colours) {
		final double[][] centres = centres();
		final List<String> names = isOfColours ? colorSpace.names()
			: centres[0].length == 1 ? Collections.singletonList("Value") : IntStream
				.rangeClosed(1, centres[0].length).mapToObj(c -> "Channel " + c).collect(
					Collectors.toList());
		return SavedClusters.of(isOfColours ? colorSpace.toString()
			: SavedClusters.VALUES, names, centres).withScales(scales).withOptions(
				options).withColors(colours);
	}

	/** Before merging. */
	Clusters clusters() {
		return clusters;
	}

	/** Whether they are colours, and not values. */
	boolean isOfColours() {
		return isOfColours;
	}

	int distinct() {
		return distinct;
	}

	/** Number of labels. */
	int size() {
		return size;
	}

	/** Whether some clusters share a label. */
	boolean isMerged() {
		return size() < clusters.size();
	}

	/** The label of a cluster, 0 of 0. */
	int label(final int cluster) {
		return merged.label(cluster);
	}

	/** Number of pixels that the clusters of a label were learned from. */
	long pixels(final int label) {
		return members(label).mapToLong(clusters::pixels).sum();
	}

	private IntStream members(final int label) {
		return IntStream.rangeClosed(1, clusters.size()).filter(j -> merged.label(
			j) == label);
	}

	/** The mean of the pixels of a label, one number a channel, three for a colour. */
	double[] value(final int label) {
		final int[] members = members(label).toArray();
		if (members.length == 1) return valueOfCluster(members[0]);
		final long pixels = pixels(label);
		final double[] sum = new double[values[0].length];
		double weight = 0;
		for (final int j : members) {
			final double share = pixels == 0 ? 1 : clusters.pixels(j);
			weight += share;
			for (int c = 0; c < sum.length; c++)
				sum[c] += share * values[j - 1][c];
		}
		for (int c = 0; c < sum.length; c++)
			sum[c] /= weight;
		return sum;
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
		return new PixelLabeler(frame.format(), space(frame), clusters, tables);
	}

	private ValueSpace space(final FramePixels frame) {
		if (frame.vectors() != null) return channels(frame.vectors());
		return frame.format().equals(PixelFormat.RGB) ? colorSpace.space() : frame
			.format();
	}

	private ChannelSpace channels(final ChannelVectors vectors) {
		if (channels != null) return channels.of(vectors);
		final double[] ones = new double[vectors.channels()];
		Arrays.fill(ones, 1);
		return ChannelSpace.of(vectors, scales.length == 0 ? ones : scales);
	}

	/**
	 * The same clusters, before merging, as others are numbered after.
	 *
	 * @param kind of the others
	 * @param otherScales what their channels are divided by; none if by nothing
	 * @throws IllegalArgumentException if they are of another kind
	 */
	Clusters reference(final String kind, final double[] otherScales) {
		if (!kind().equals(kind)) throw new IllegalArgumentException(
			"match = clusters of " + kind() + ": takes clusters of " + kind);
		if (Arrays.equals(scales, otherScales)) return clusters;
		final double[][] centres = centres();
		for (final double[] centre : centres)
			for (int c = 0; c < centre.length; c++)
				centre[c] *= scale(scales, c) / scale(otherScales, c);
		return Clusters.of(centres);
	}

	private static double scale(final double[] scales, final int channel) {
		return scales.length == 0 ? 1 : scales[channel];
	}

	/** @param kind as below */
	boolean isOfKind(final String kind) {
		return kind().equals(kind);
	}

	private String kind() {
		return kind(isOfColours, colorSpace, clusters.centre(1).length);
	}

	/** What clusters are of, for people. */
	static String kind(final boolean isOfColours, final ColorSpace colorSpace,
		final int dimensions)
	{
		return isOfColours ? colorSpace + " colours" : dimensions + (dimensions == 1
			? " channel" : " channels");
	}

	/** @throws IllegalArgumentException if they are not of the kind of the frame */
	void requireFit(final FramePixels frame) {
		final int dimensions = frame.vectors() == null ? 1 : frame.vectors().channels();
		final boolean isColour = frame.format().equals(PixelFormat.RGB);
		if (!kind().equals(kind(isColour, colorSpace, dimensions)))
			throw new IllegalArgumentException("clusters of " + kind() +
				": do not fit an image of " + (isColour ? "colours" : kind(false, null,
					dimensions)));
	}
}
