package sc.fiji.kmeans.plugin;

import ij.ImagePlus;

import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.image.Segmentation;

/** What happened, in the words of the status line. */
final class Summary {

	private final Segmentation segmentation;
	private final int asked;
	private final String valueName;

	private Summary(final Segmentation segmentation, final int asked,
		final String valueName)
	{
		this.segmentation = segmentation;
		this.asked = asked;
		this.valueName = valueName;
	}

	/**
	 * @param asked number of clusters that were asked for
	 * @param valueName what a distinct value is called
	 */
	static String of(final Segmentation segmentation, final int asked,
		final String valueName, final double seconds)
	{
		final Summary summary = new Summary(segmentation, asked, valueName);
		return String.format(Locale.ROOT, "%s, %.1f s", summary.text(), seconds);
	}

	/** What a value of the image is called; of an indexed one it depends. */
	static String valueName(final ImagePlus image, final boolean isOfColours) {
		if (isOfColours) return "colour";
		return image.getNChannels() > 1 || image.getBitDepth() == 32 ? "value"
			: "grey value";
	}

	private String text() {
		final int planes = segmentation.planes();
		final String frames = planes == 1 ? "" : planes + " frames, ";
		if (segmentation.clusters(1).attempts() == 0) return frames + count(figures(
			Clusters::size).max().getAsInt(), "cluster") + " applied";
		return isShared() ? frames + shared() : each();
	}

	/** Whether all frames have the same clusters. */
	private boolean isShared() {
		return IntStream.rangeClosed(1, segmentation.planes()).allMatch(
			n -> segmentation.clusters(n) == segmentation.clusters(1));
	}

	private String shared() {
		final Clusters clusters = segmentation.clusters(1);
		return String.format(Locale.ROOT,
			"%s, %s, %d of %d attempts agree, %s", found(), count(segmentation
				.distinct(1), valueName), clusters.agreeing(), clusters.attempts(),
			count(clusters.iterations(), "iteration") + limit());
	}

	private String each() {
		final int attempts = segmentation.clusters(1).attempts();
		final int agreeing = figures(Clusters::agreeing).min().getAsInt();
		return String.format(Locale.ROOT,
			"%d frames, %s, %d%s of %d agree, up to %s", segmentation.planes(), found(),
			agreeing, agreeing < attempts ? "+" : "", attempts, count(figures(
				Clusters::iterations).max().getAsInt(), "iteration") + limit());
	}

	private String found() {
		final int most = figures(Clusters::size).max().getAsInt();
		final int least = figures(Clusters::size).min().getAsInt();
		if (least == asked) return count(asked, "cluster");
		return "only " + (least == most ? "" : least + " to ") + most + " of " + count(
			asked, "cluster");
	}

	private String limit() {
		return IntStream.rangeClosed(1, segmentation.planes()).anyMatch(
			n -> segmentation.clusters(n).limitReached()) ? " (limit)" : "";
	}

	private IntStream figures(final ToIntFunction<Clusters> figure) {
		return IntStream.rangeClosed(1, segmentation.planes()).map(
			n -> figure.applyAsInt(segmentation.clusters(n)));
	}

	private static String count(final int n, final String what) {
		return String.format(Locale.ROOT, "%,d %s%s", n, what, n == 1 ? "" : "s");
	}
}
