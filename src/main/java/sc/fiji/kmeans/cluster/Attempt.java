package sc.fiji.kmeans.cluster;

import java.util.Comparator;

/**
 * Lloyd's iterations from one start: assign every point to its nearest centre,
 * move every centre to the mean of its points, repeat. (Lloyd: Least squares
 * quantization in PCM, IEEE Trans. Inf. Theory 28, 1982.)
 */
final class Attempt {

	private final PointArray points;
	private final KMeansOptions options;
	private final Comparator<double[]> order;
	private final Checkpoint checkpoint;

	Attempt(final PointArray points, final KMeansOptions options,
		final Comparator<double[]> order, final Checkpoint checkpoint)
	{
		this.points = points;
		this.options = options;
		this.order = order;
		this.checkpoint = checkpoint;
	}

	/** Invariant of the loop: the partition is that of the current centres. */
	Outcome run(final Centres start) {
		final double limit = options.epsilon() * options.epsilon();
		Partition partition = assign(start);
		for (int iteration = 1;; iteration++) {
			final Centres moved = partition.refill(partition.means());
			final boolean settled = partition.centres().squaredShift(moved) <= limit;
			if (settled || iteration == options.iterations())
				return new Outcome(finish(moved), iteration, !settled);
			partition = assign(moved);
		}
	}

	private Partition assign(final Centres centres) {
		return Partition.of(points, centres, checkpoint);
	}

	/**
	 * The partition of the centres in their final order, none of them without
	 * pixels. It ends: a refilled centre sits on a point and can not lose it again,
	 * so every round adds one more such centre or drops those that no point needs.
	 */
	private Partition finish(final Centres centres) {
		Partition partition = assign(centres.sorted(order));
		while (partition.hasEmpty()) {
			final Centres refilled = partition.refill(partition.centres());
			final boolean same = partition.centres().squaredShift(refilled) == 0;
			partition = assign(same ? partition.occupied() : refilled.sorted(order));
		}
		return partition;
	}

	/** How an attempt ended. */
	static final class Outcome {

		final Centres centres;
		final long[] counts;
		final double compactness;
		final int iterations;
		final boolean limitReached;

		private Outcome(final Partition partition, final int iterations,
			final boolean limitReached)
		{
			centres = partition.centres();
			counts = partition.counts();
			compactness = partition.compactness();
			this.iterations = iterations;
			this.limitReached = limitReached;
		}
	}
}
