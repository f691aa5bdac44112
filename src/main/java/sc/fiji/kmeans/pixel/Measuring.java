package sc.fiji.kmeans.pixel;

import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.RunLabeler;
import sc.fiji.kmeans.cluster.Steps;

/** Measures the pixels of clusters in a space. */
final class Measuring {

	private static final int PARTS = 64;
	/** Values between two checks. */
	private static final int CHUNK = 1 << 10;

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
		final Steps steps = new Steps(progress, "measuring", PARTS);
		IntStream.range(0, PARTS).parallel().forEach(part -> {
			all.add(meansOf(part, clusters, steps));
			steps.done();
		});
		return all;
	}

	private ClusterMeans meansOf(final int part, final Clusters clusters, final Steps steps) {
		final ClusterMeans means = new ClusterMeans(clusters.size(), format.components());
		final RunLabeler labeler = clusters.runLabeler();
		final int[] labels = new int[CHUNK];
		final double[] value = new double[format.components()];
		for (int from = start(part), to; from < start(part + 1); from = to) {
			to = Math.min(start(part + 1), from + CHUNK);
			located.label(labeler, from, to, labels);
			for (int i = from; i < to; i++) {
				format.unpack(counts.value(i), value);
				means.add(labels[i - from] - 1, value, counts.weight(i));
			}
			steps.check();
		}
		return means;
	}

	private int start(final int part) {
		return (int) ((long) counts.size() * part / PARTS);
	}
}
