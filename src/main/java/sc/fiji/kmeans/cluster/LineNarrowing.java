package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds the places that the cuts of the best clusters can have.
 * <p>
 * Take the best clusters, with centres c<sub>j</sub>, and cut j at t<sub>j</sub>, midway
 * between c<sub>j</sub> and c<sub>j+1</sub>. Send each piece as a whole to the centre that
 * is nearest to its mean m: now each cut is at one of the ends of the piece it was in, and
 * some clusters may be empty. What has been lost? The squared distance of x to the nearest
 * centre is x² and a straight line, less the sum over j of 2 (c<sub>j+1</sub> -
 * c<sub>j</sub>) max(0, x - t<sub>j</sub>). The sum of weight times max(0, x - t) over a
 * piece is what it would be with all at m if t is not within; else it is more, and most
 * if t = m: by half the sum of weight times |x - m|. So cut j has lost at most
 * c<sub>j+1</sub> - c<sub>j</sub> times the sum of weight times |x - m| of its piece.
 * <p>
 * So through one end of the piece that cut j is in go clusters of whole pieces that have
 * at most all these losses more than the best clusters, and than the best ones of whole
 * pieces. Where more is needed, cut j is not. (Errors within pieces are the same on both
 * sides, and left out.)
 * <p>
 * A mean grows with both ends of its run, so the places left for the cuts tell how far
 * apart two centres can be; as these get fewer, the losses fall, and so on.
 */
final class LineNarrowing {

	/** Far more than the rounding of errors. */
	private static final double ERROR_ROUNDING = 1 + 1e-10;
	/** Far more than that of bounds. */
	private static final double BOUND_ROUNDING = 1 + 1e-9;
	/** Narrowing goes on while the losses fall to this part. */
	private static final double GOES_ON = 0.9;
	/** Pieces for each that is left, at least. */
	private static final int FINER = 4;

	private final LineCuts cuts;
	private final Checkpoint checkpoint;
	private final LinePieces pieces;
	private final LineSums sums;
	/** By cut and place, the least error there. */
	private final double[][] through;
	/** Of the best clusters, at most. */
	private final double mostError;
	/** By cut and place, whether it is possible. */
	private final boolean[][] isLeft;
	private final LineLosses losses;

	LineNarrowing(final LineCuts cuts, final Checkpoint checkpoint) {
		this.cuts = cuts;
		this.checkpoint = checkpoint;
		pieces = cuts.pieces;
		sums = new LineSums(pieces);
		through = LineTable.through(cuts.places, pieces.errors(), checkpoint);
		mostError = Math.min(cuts.mostError, BOUND_ROUNDING * (through[0][0] + pieces.mostError()));
		isLeft = new boolean[through.length][];
		Arrays.setAll(isLeft, j -> filled(through[j].length));
		losses = new LineLosses(pieces, sums, mostError);
		narrow();
	}

	private static boolean[] filled(final int length) {
		final boolean[] filled = new boolean[length];
		Arrays.fill(filled, true);
		return filled;
	}

	private void narrow() {
		double before = Double.POSITIVE_INFINITY;
		for (;;) {
			checkpoint.pass();
			final double[] gaps = gaps();
			final double[] worst = new double[gaps.length];
			Arrays.setAll(worst, j -> worst(j, gaps[j]));
			final double all = Arrays.stream(worst).sum();
			if (all >= GOES_ON * before) return;
			before = all;
			for (int j = 0; j < gaps.length; j++)
				drop(j, gaps[j], BOUND_ROUNDING * all - worst[j]);
		}
	}

	/** By cut, the most that lies between the centres on both sides. */
	private double[] gaps() {
		final int n = isLeft.length;
		final double[] gaps = new double[n];
		for (int j = 1; j < n - 1; j++)
			gaps[j] = sums.highestMean(last(j), last(j + 1))
				.minus(sums.lowestMean(first(j - 1), first(j)));
		return gaps;
	}

	/** The lowest end of the pieces that a cut may be in. */
	private int first(final int cut) {
		int i = 0;
		while (!isLeft[cut][i])
			i++;
		return cuts.places[cut][cuts.isBefore(cut, i) ? i - 1 : i];
	}

	/** The highest one. */
	private int last(final int cut) {
		int i = isLeft[cut].length - 1;
		while (!isLeft[cut][i])
			i--;
		return cuts.places[cut][cuts.isAfter(cut, i) ? i + 1 : i];
	}

	private double worst(final int cut, final double gap) {
		double worst = 0;
		for (int i = 0; i < isLeft[cut].length; i++)
			if (isLeft[cut][i]) worst = Math.max(worst, loss(cut, i, gap));
		return worst;
	}

	/** Of a cut beside a place or there. */
	private double loss(final int cut, final int i, final double gap) {
		final int place = cuts.places[cut][i];
		return Math.max(cuts.isBefore(cut, i) ? losses.of(place - 1, gap) : 0,
			cuts.isAfter(cut, i) ? losses.of(place, gap) : 0);
	}

	/**
	 * Drops places, but never the best one.
	 *
	 * @param rest losses of all other cuts
	 */
	private void drop(final int cut, final double gap, final double rest) {
		final double least = ERROR_ROUNDING * Arrays.stream(through[cut]).min().getAsDouble();
		for (int i = 0; i < isLeft[cut].length; i++)
			isLeft[cut][i] &= through[cut][i] <= least + rest + BOUND_ROUNDING * loss(cut, i, gap);
	}

	/**
	 * The cuts among smaller pieces.
	 *
	 * @param enough number of pieces to go for; more if that makes less than four of each
	 */
	LineCuts finer(final int enough) {
		final LinePieces left = pieces.closed(staysOpen());
		final LinePieces finer = left.split(Math.max(enough, FINER * left.size()));
		final int[][] places = new int[isLeft.length][];
		final int[] moved = pieces.places(finer);
		Arrays.setAll(places, j -> places(j, moved));
		return new LineCuts(finer, places, mostError);
	}

	private boolean[] staysOpen() {
		final boolean[] staysOpen = new boolean[pieces.size()];
		for (int j = 0; j < isLeft.length; j++)
			for (int i = 0; i < isLeft[j].length; i++)
				if (isWithin(j, i)) staysOpen[cuts.places[j][i]] = true;
		return staysOpen;
	}

	/** Whether a cut may be within the piece after a place. */
	private boolean isWithin(final int cut, final int i) {
		return cuts.isAfter(cut, i) && (isLeft[cut][i] || isLeft[cut][i + 1]);
	}

	/** Of a cut, among finer pieces. */
	private int[] places(final int cut, final int[] moved) {
		final int[] of = cuts.places[cut];
		if (of.length == 1) return new int[] { moved[of[0]] };
		final IntStream.Builder places = IntStream.builder();
		int end = 0;
		for (int i = 0; i < of.length; i++) {
			if (!isWithin(cut, i)) continue;
			IntStream.range(Math.max(end, moved[of[i]]), moved[of[i] + 1] + 1).forEach(places);
			end = moved[of[i] + 1] + 1;
		}
		return places.build().toArray();
	}
}
