package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** The best cuts stay where cuts may be, and there are fewer and fewer places. */
class LineNarrowingTest {

	private static final Checkpoint UNHEARD = new Checkpoint(Progress.NONE);

	@Property(tries = 300)
	void theBestCutsAreNotDropped(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 9) final int clusters,
		@ForAll @IntRange(min = 1, max = 60) final int pieces)
	{
		final Random random = new Random(seed);
		final RandomPoints points = RandomLines.of(random, 10 + random.nextInt(500));
		final int k = Math.min(clusters, points.size());
		final LinePieces whole = LinePieces.whole(LinePoints.of(points.tree()), true);
		final int[] best = bestCuts(whole.split(points.size()), k);
		LineCuts cuts = LineCuts.anywhere(whole.split(pieces), k);
		for (;;) {
			for (int j = 0; j <= k; j++)
				assertMayBeAt(best[j], cuts, j);
			if (cuts.pieces.areFine()) return;
			cuts = new LineNarrowing(cuts, UNHEARD).finer(pieces);
		}
	}

	/** Among all points. */
	private static int[] bestCuts(final LinePieces points, final int k) {
		return LineTable.of(LineCuts.anywhere(points, k).places, points.errors(), UNHEARD).best();
	}

	private static void assertMayBeAt(final int point, final LineCuts cuts, final int cut) {
		final int[] places = cuts.places[cut];
		boolean may = false;
		for (int i = 0; i < places.length; i++) {
			final boolean isEnd = places[i] == cuts.pieces.size();
			final LinePiece piece = cuts.pieces.get(isEnd ? places[i] - 1 : places[i]);
			may |= (isEnd ? piece.end : piece.begin) == point
				|| cuts.isAfter(cut, i) && piece.begin < point && point < piece.end;
		}
		assertTrue(may, "cut " + cut + " at " + point);
	}

	/** Two far groups: the cut is between them, whatever is in them. */
	@Test
	void betweenFarGroupsOnePlaceIsLeft() {
		final long[] values = new Random(1).longs(1000, 0, 1000)
			.map(x -> x % 2 == 0 ? x : x + 9000)
			.sorted()
			.toArray();
		final LinePieces whole = LinePieces
			.whole(LinePoints.of(KMeansContractTest.values(values).tree()), true);
		final LineCuts cuts = new LineNarrowing(LineCuts.anywhere(whole.split(30), 2), UNHEARD)
			.finer(30);
		final int[] places = cuts.places[1];
		assertTrue(cuts.pieces.get(places[0]).begin > 0);
		assertTrue(places.length < 15, places.length + " places");
	}

	/** A cut that may be in one piece: its neighbours are closed, and joined. */
	@Test
	void whatNoCutIsInIsOnePiece() {
		final LinePieces whole = LinePieces.whole(LinePoints.of(KMeansContractTest
			.values(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007)
			.tree()), true);
		final LineCuts cuts = new LineNarrowing(LineCuts.anywhere(whole.split(9), 2), UNHEARD).finer(1);
		final int[] of = Arrays.stream(cuts.places[1]).map(i -> cuts.pieces.get(i).begin).toArray();
		assertTrue(Arrays.stream(of).anyMatch(begin -> begin == 10), Arrays.toString(of));
		assertEquals(0, cuts.pieces.get(0).begin);
		assertTrue(!cuts.pieces.isOpen(0) && cuts.pieces.get(0).size() >= 6);
	}
}
