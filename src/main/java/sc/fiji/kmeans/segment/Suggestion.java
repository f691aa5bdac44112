package sc.fiji.kmeans.segment;

import ij.ImagePlus;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.ClusterSeries;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.SuggestionKind;
import sc.fiji.kmeans.cluster.SuggestedNumber;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.colour.ColourDifference;
import sc.fiji.kmeans.image.ClusterKind;
import sc.fiji.kmeans.model.SegmentationOptions;

/**
 * A number of clusters that the pixels of an image suggest, and the figures that it comes from;
 * immutable. Numbers from 1 to 12 are compared. Of a continuum of colours no more clusters are
 * suggested than can be told apart.
 */
public final class Suggestion {

	/** CIEDE2000 between two colours that can be told apart at a glance. */
	private static final double TOLD_APART = 12;

	private final boolean isOfColours;
	private final ClusterSeries series;
	/** By number of clusters from 1 on, the smallest difference of two centres. */
	private final double[] differences;
	private final SuggestedNumber suggested;

	/** @param series in units of this kind */
	Suggestion(final ClusterKind kind, final ClusterSeries series) {
		isOfColours = kind.isOfColours();
		this.series = series;
		differences = IntStream.rangeClosed(1, series.most())
			.mapToDouble(k -> isOfColours && k > 1 ? difference(kind, series.centres(k)) : Double.NaN)
			.toArray();
		suggested = SuggestedNumber.of(series, toldApart().orElse(ClusterSeries.MOST));
	}

	/** Suggests a number of clusters for an image. */
	public static Suggestion of(final ImagePlus image, final SegmentationOptions options) {
		return of(image, options, Progress.NONE);
	}

	/**
	 * Suggests a number of clusters for an image: for the pixels that a segmentation with these
	 * options would count, of all frames if they share their clusters, else of the one that is
	 * shown.
	 *
	 * @param options whose number of clusters does not matter
	 * @throws IllegalArgumentException if image and options do not fit
	 * @throws CancellationException if the progress throws it
	 */
	public static Suggestion of(final ImagePlus image, final SegmentationOptions options,
		final Progress progress)
	{
		return of(SourceImage.of(image), options, progress);
	}

	static Suggestion of(final SourceImage image, final SegmentationOptions options,
		final Progress progress)
	{
		return of(new FrameLearning(
			new SelectedFrames(image, Objects.requireNonNull(options, "options"), progress)), progress);
	}

	/** For the frames that decide. */
	static Suggestion of(final FrameLearning learning, final Progress progress) {
		return learning.decisive(progress.part(0, 0.2)).series(Suggestion::new, progress.part(0.2, 1));
	}

	private static double difference(final ClusterKind kind, final double[][] centres) {
		final double[][] lab = Arrays.stream(centres)
			.map(centre -> lab(kind.colorSpace().colour(centre)))
			.toArray(double[][]::new);
		double least = Double.POSITIVE_INFINITY;
		for (int a = 0; a < lab.length; a++)
			for (int b = 0; b < a; b++)
				least = Math.min(least, ColourDifference.of(lab[a], lab[b]));
		return least;
	}

	/** Of a colour as it is painted. */
	private static double[] lab(final double[] rgb) {
		long pixel = 0;
		for (final double component : rgb)
			pixel = pixel << 8 | Math.round(component);
		final double[] lab = new double[3];
		ColorSpace.LAB.space().locate(pixel, lab);
		return lab;
	}

	/** Whether centres are colours, which may look alike. */
	public boolean isOfColours() {
		return isOfColours;
	}

	/** The suggested number of clusters. */
	public int clusters() {
		return suggested.clusters();
	}

	/** Options with this number of clusters, which tell that it was suggested. */
	public SegmentationOptions taken(final SegmentationOptions options) {
		return options.withSuggested(clusters(), kind());
	}

	/** How well it stands out. */
	public SuggestionKind kind() {
		return suggested.kind();
	}

	/**
	 * The largest number of clusters whose colours can all be told apart, CIEDE2000 of 12 or more;
	 * nothing for images without colours.
	 */
	public OptionalInt toldApart() {
		return IntStream.rangeClosed(1, isOfColours ? series.most() : 0)
			.filter(k -> !(difference(k) < TOLD_APART))
			.max();
	}

	/** The largest number of clusters with figures: 12, or the number of distinct values. */
	public int most() {
		return series.most();
	}

	/** The sum over all pixels of the squared distance to the nearest of k centres. */
	public double compactness(final int k) {
		return series.compactness(k);
	}

	/** The part of the variance that k clusters explain, 0 to 1. */
	public double explained(final int k) {
		return compactness(1) == 0 ? 1 : 1 - compactness(k) / compactness(1);
	}

	/** How sharply the compactness turns at k clusters, as {@link ClusterSeries#corner}. */
	public double corner(final int k) {
		return series.corner(k);
	}

	/** The worst valley between neighbours, as {@link ClusterSeries#valley}. */
	public double valley(final int k) {
		return series.valley(k);
	}

	/** CIEDE2000 of the two most similar of k centres; NaN for one, and without colours. */
	public double difference(final int k) {
		return differences[k - 1];
	}

	/** The smallest of k clusters, as a part of all pixels. */
	public double smallest(final int k) {
		return series.smallest(k);
	}

	/** What is suggested, as a sentence. */
	@Override
	public String toString() {
		final String told = toldApart().isPresent()
			? String.format(Locale.ROOT, "; %s can be told apart",
				count(toldApart().getAsInt(), "colour"))
			: "";
		return kind().sentence(clusters()) + told;
	}

	private static String count(final int n, final String what) {
		return n + " " + what + (n == 1 ? "" : "s");
	}
}
