package sc.fiji.kmeans.cluster;

/**
 * Which of some centres are which of others: as {@link Clusters#matches} says.
 * Distances are between centres divided by a power of two, so that no square leaves
 * the range of double.
 */
final class Matching {

	/** Of what is between centres: nearer than by half is near. */
	private static final double HALF_SQUARED = 0.25;

	private final Centres centres;
	private final Centres others;
	private final Checkpoint checkpoint;

	/** @param others of as many dimensions */
	Matching(final Centres centres, final Centres others, final Checkpoint checkpoint) {
		final double unit = Math.scalb(1.0,
			-Math.getExponent(Math.max(centres.reach(), others.reach())));
		this.centres = centres.times(unit);
		this.others = others.times(unit);
		this.checkpoint = checkpoint;
	}

	/**
	 * @param spare number of centres that may get none
	 * @return different ones of the others, or {@link Assignment#NONE}
	 */
	int[] matches(final int spare) {
		final boolean isAlone = centres.size() == 1 && others.size() == 1;
		final double[] ofNone = spare == 0 || isAlone ? new double[0] : costsOfNone();
		final int columns = others.size() + (ofNone.length == 0 ? 0 : Math.min(spare, centres.size()));
		final int[] matches = Assignment.cheapest(centres.size(), columns,
			(i, j) -> j < others.size() ? centres.squaredDistance(i, others, j) : ofNone[i], checkpoint);
		for (int i = 0; i < matches.length; i++)
			if (matches[i] >= others.size()) matches[i] = Assignment.NONE;
		return matches;
	}

	/** Of each centre. */
	private double[] costsOfNone() {
		final double[] gaps = centres.squaredGaps(checkpoint);
		final double[] otherGaps = others.squaredGaps(checkpoint);
		final double[] x = new double[centres.dimensions()];
		for (int i = 0; i < gaps.length; i++) {
			checkpoint.passAt(i, others.size());
			centres.read(i, x, 0);
			gaps[i] = HALF_SQUARED * Math.min(gaps[i], otherGaps[others.nearest(x, 0)]);
		}
		return gaps;
	}
}
