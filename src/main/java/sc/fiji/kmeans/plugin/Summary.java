package sc.fiji.kmeans.plugin;

import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.image.Segmentation;

/** What happened, in the words of the status line. */
final class Summary {

	private final Segmentation segmentation;
	private final int asked;

	private Summary(final Segmentation segmentation, final int asked) {
		this.segmentation = segmentation;
		this.asked = asked;
	}

	/** @param asked number of clusters that were asked for */
	static String of(final Segmentation segmentation, final int asked,
		final double seconds)
	{
		final Summary summary = new Summary(segmentation, asked);
		return String.format(Locale.ROOT, "%s, %.1f s", segmentation.planes() == 1
			? summary.plane() : summary.stack(), seconds);
	}

	private String plane() {
		final Clusters clusters = segmentation.clusters(1);
		return String.format(Locale.ROOT,
			"%s, %s, %d of %d attempts agree, %s", found(), count(segmentation
				.distinct(1), valueName()), clusters.agreeing(), clusters.attempts(),
			count(clusters.iterations(), "iteration") + limit());
	}

	private String stack() {
		return String.format(Locale.ROOT,
			"%d frames, %s, %d+ of %d agree, up to %s", //
			segmentation.planes(), found(), figures(Clusters::agreeing).min()
				.getAsInt(), segmentation.clusters(1).attempts(), count(figures(
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

	private String valueName() {
		return segmentation.clusters(1).centre(1).length == 3 ? "colour"
			: "grey value";
	}

	private IntStream figures(final ToIntFunction<Clusters> figure) {
		return IntStream.rangeClosed(1, segmentation.planes()).map(
			n -> figure.applyAsInt(segmentation.clusters(n)));
	}

	private static String count(final int n, final String what) {
		return String.format(Locale.ROOT, "%,d %s%s", n, what, n == 1 ? "" : "s");
	}
}
