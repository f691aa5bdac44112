package sc.fiji.kmeans.plugin.preview;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.segment.SegmentedFrame;

/** The clusters of what an image shows, and the label of each pixel; immutable. */
public final class LearnedPicture {

	private final Recipe recipe;
	private final ImageClusters learned;
	private final SegmentedFrame frame;
	/** Number of the frame of the image. */
	private final int number;
	/** By label. */
	private final double[] shares;

	/**
	 * @param learned before merging
	 * @param frame with the labels of the recipe
	 */
	LearnedPicture(final Recipe recipe, final ImageClusters learned, final SegmentedFrame frame,
		final int number)
	{
		this.recipe = recipe;
		this.learned = learned;
		this.frame = frame;
		this.number = number;
		shares = shares();
	}

	/** What it was made for. */
	public Recipe recipe() {
		return recipe;
	}

	/** As they were found: not merged. */
	public ImageClusters learned() {
		return learned;
	}

	/** With the labels of the recipe. */
	public SegmentedFrame frame() {
		return frame;
	}

	/** Whether its labels are those after merging. */
	public boolean isMerged() {
		return !recipe.merge.isNone();
	}

	/** Whether it is of the same pixels with the same settings, whatever the number of clusters. */
	public boolean isOfSamePixels(final LearnedPicture other) {
		return recipe.base == other.recipe.base && frame.channels()[0] == other.frame.channels()[0]
			&& number == other.number && learned.found().pixels() == other.learned.found().pixels();
	}

	/** Whether it is of a frame of an image, by its number, and as large. */
	public boolean isOf(final ImagePlus image, final int frameNumber) {
		final ImageProcessor labels = frame.labels();
		return number == frameNumber && labels.getWidth() == image.getWidth()
			&& labels.getHeight() == image.getHeight();
	}

	/** Percent of the labelled pixels that have a label of the recipe; 0 for another number. */
	public double percent(final int label) {
		final int place = Arrays.binarySearch(frame.clusters().labels().all(), label);
		return place < 0 ? 0 : shares[place];
	}

	private double[] shares() {
		final ImageClusters merged = frame.clusters();
		final int[] labels = merged.labels().all();
		final double[] pixels = recipe.areLearnedAlone()
			? Arrays.stream(labels).mapToDouble(merged::pixels).toArray()
			: counted(labels);
		final double all = Arrays.stream(pixels).sum();
		return Arrays.stream(pixels).map(n -> 100 * n / all).toArray();
	}

	private double[] counted(final int... labels) {
		final ImageProcessor image = frame.labels();
		final int[] counts = image instanceof ByteProcessor
			? image.getHistogram()
			: ((ShortProcessor) image).getHistogram();
		return IntStream.of(labels)
			.mapToDouble(label -> label < counts.length ? counts[label] : 0)
			.toArray();
	}

	/** Such as {@code 3 clusters: 19.5, 46.8, 33.7 %}. */
	@Override
	public String toString() {
		return shares.length + (shares.length == 1 ? " cluster: " : " clusters: ")
			+ Arrays.stream(shares)
				.mapToObj(share -> String.format(Locale.ROOT, "%.1f", share))
				.collect(Collectors.joining(", "))
			+ " %";
	}
}
