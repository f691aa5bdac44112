package sc.fiji.kmeans.pixel;

import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

/** Measures the pixels of clusters in a space. */
final class Measuring {

	private static final int PARTS = 64;
	/** Distances that are computed between two reports: a millisecond or so. */
	private static final int WORK = 1 << 18;

	private final PixelCounts counts;
	private final PixelFormat format;
	private final ValueSpace space;

	Measuring(final PixelCounts counts, final PixelFormat format, final ValueSpace space) {
		this.counts = counts;
		this.format = format;
		this.space = space;
	}

	/** Adds parts in parallel: sums of whole numbers do not depend on the order. */
	ClusterMeans means(final Clusters clusters, final Progress progress) {
		final ClusterMeans all = new ClusterMeans(clusters.size(), format.components());
		final Steps steps = new Steps(progress, "measuring", PARTS);
		IntStream.range(0, PARTS).parallel().forEach(part -> {
			all.add(meansOf(part, clusters, steps));
			steps.done();
		});
		return all;
	}

	private ClusterMeans meansOf(final int part, final Clusters clusters, final Steps steps) {
		final ClusterMeans means = new ClusterMeans(clusters.size(), format.components());
		final double[] point = new double[space.dimensions()];
		final double[] value = new double[format.components()];
		final int reported = Math.max(1, WORK / clusters.size());
		for (int i = start(part); i < start(part + 1); i++) {
			if (i % reported == 0) steps.check();
			space.locate(counts.value(i), point);
			format.unpack(counts.value(i), value);
			means.add(clusters.nearest(point) - 1, value, counts.weight(i));
		}
		return means;
	}

	private int start(final int part) {
		return (int) ((long) counts.size() * part / PARTS);
	}
}
