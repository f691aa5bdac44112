package sc.fiji.kmeans.cluster;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Plain k-means, as OpenCV's: each attempt starts from greedy k-means++ with three trials,
 * drawn among all points, or anywhere in their range, and runs among all points. There
 * is no search. In floating point.
 */
public final class Plain {

	private static final Comparator<double[]> ORDER = (a, b) -> {
		int q = 0;
		while (q < a.length - 1 && a[q] == b[q])
			q++;
		return Double.compare(a[q], b[q]);
	};

	private final SearchTree tree;
	private final Coreset all;
	private final KMeansOptions options;
	private final RunArrays memory = new RunArrays();

	private Plain(final WeightedPoints points, final KMeansOptions options) {
		this.options = options;
		tree = new SearchTree(points, new Checkpoint(Progress.NONE), new RunArrays());
		all = CoresetCut.coresets(tree, points.size())[0];
	}

	/** The least compactness of all attempts. */
	public static double compactness(final WeightedPoints points, final KMeansOptions options) {
		return options.clusters() >= points.size() ? 0 : new Plain(points, options).least();
	}

	private double least() {
		return IntStream.range(0, options.attempts())
			.parallel()
			.mapToDouble(attempt -> memory.lend(lent -> compactness(attempt, lent)))
			.min()
			.getAsDouble();
	}

	private double compactness(final int attempt, final RunArrays lent) {
		final Random random = new Random(options.randomSeed() * 1_000_003 + attempt);
		final CoresetClustering run = new CoresetClustering(all, options.clusters(), lent)
			.begin(start(random, lent));
		Centres centres = run.means();
		for (int i = 1; i < options.iterations(); i++) {
			run.move(centres::coordinate);
			final Centres means = run.means();
			if (centres.areSettled(means, options.epsilon())) break;
			centres = means;
		}
		return run.error();
	}

	private Centres start(final Random random, final RunArrays lent) {
		return options.initialization() == Initialization.RANDOM
			? Attempt.assign(tree, new RandomStarts(tree, options.clusters()).find(random).get(0))
				.centres()
			: new PlusPlusSeeding(all, random, lent).choose(options.clusters());
	}

	/** The compactness that this project finds. */
	public static double found(final WeightedPoints points, final KMeansOptions options) {
		return new KMeans(options, ORDER).cluster(points, Progress.NONE).compactness();
	}
}
