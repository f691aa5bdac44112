package sc.fiji.kmeans.pixel;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Parallel;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

/** Measures the pixels of clusters in a space. */
final class Measuring {

	private static final int PARTS = 64;
	/** Rough means count one value in so many. */
	private static final int SOME = 64;

	private final PixelCounts counts;
	private final PixelFormat format;
	private final LocatedCounts located;

	/** @param located the counts in the space */
	Measuring(final PixelCounts counts, final PixelFormat format, final LocatedCounts located) {
		this.counts = counts;
		this.format = format;
		this.located = located;
	}

	/** Adds parts in parallel: sums of whole numbers do not depend on the order. */
	ClusterMeans means(final Clusters clusters, final Progress progress) {
		final ClusterMeans all = new ClusterMeans(clusters.size(), format.components());
		final Steps steps = new Steps(progress, "measuring", Checks.steps(counts.size()) + PARTS);
		final char[] labels = located.labels(clusters, steps);
		Parallel.each(PARTS, part -> {
			all.add(meansOf(part, labels, clusters.size()));
			steps.done();
		});
		return all;
	}

	/** What the means are near to, in much less time. */
	ClusterMeans roughMeans(final Clusters clusters) {
		final char[] labels = located.labelsOfOneIn(SOME, clusters);
		final ClusterMeans means = new ClusterMeans(clusters.size(), format.components());
		final double[] value = new double[format.components()];
		for (int i = 0; i < labels.length; i++) {
			format.unpack(counts.value(i * SOME), value);
			means.add(labels[i] - 1, value, counts.weight(i * SOME));
		}
		return means;
	}

	private ClusterMeans meansOf(final int part, final char[] labels, final int clusters) {
		final ClusterMeans means = new ClusterMeans(clusters, format.components());
		final double[] value = new double[format.components()];
		for (int i = start(part); i < start(part + 1); i++) {
			format.unpack(counts.value(i), value);
			means.add(labels[i] - 1, value, counts.weight(i));
		}
		return means;
	}

	private int start(final int part) {
		return (int) ((long) counts.size() * part / PARTS);
	}
}
