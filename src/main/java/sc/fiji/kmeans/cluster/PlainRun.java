package sc.fiji.kmeans.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Lloyd's iterations from one start, to watch: all that an attempt does without its search.
 * (Lloyd: Least squares quantization in PCM, IEEE Trans. Inf. Theory 28, 1982.)
 */
final class PlainRun {

	private final SearchTree tree;
	private final KMeansOptions options;

	PlainRun(final SearchTree tree, final KMeansOptions options) {
		this.tree = tree;
		this.options = options;
	}

	/** The clusters of the start, and after each iteration until an attempt would end. */
	List<Clusters> steps(final int most) {
		final int k = Math.min(options.clusters(), tree.points().size());
		final Random random = new Random(Attempts.seed(options.randomSeed(), 0));
		final List<Clusters> steps = new ArrayList<>();
		Partition partition = Attempt.assign(tree, options.initialization().plain(tree, k, random));
		steps.add(new Clusters(partition, 0, false));
		while (steps.size() < most && steps.size() <= options.iterations()) {
			final Centres moved = partition.means();
			final boolean settled = partition.centres().areSettled(moved, options.epsilon());
			partition = Attempt.assign(tree, moved);
			steps.add(new Clusters(partition, steps.size(), !settled));
			if (settled) break;
		}
		return steps;
	}
}
