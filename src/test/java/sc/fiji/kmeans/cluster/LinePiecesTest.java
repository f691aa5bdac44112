package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However a line is split, its pieces are all of it, and their bounds hold. */
class LinePiecesTest {

	@Property(tries = 200)
	void piecesAreAllPointsInOrder(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 300) final int enough)
	{
		final Random random = new Random(seed);
		final RandomPoints points = RandomLines.of(random, 1 + random.nextInt(700));
		final LinePieces pieces = LinePieces.whole(LinePoints.of(points.tree()), true).split(enough);
		assertTrue(pieces.size() >= Math.min(enough, points.size()));
		assertAreAll(points, pieces);
		final boolean[] staysOpen = new boolean[pieces.size()];
		for (int i = 0; i < staysOpen.length; i++)
			staysOpen[i] = random.nextInt(4) == 0;
		final LinePieces some = pieces.closed(staysOpen);
		assertAreAll(points, some);
		for (int i = 1; i < some.size(); i++)
			assertTrue(some.isOpen(i - 1) || some.isOpen(i));
		assertAreAll(points, some.split(2 * enough));
	}

	private static void assertAreAll(final RandomPoints points, final LinePieces pieces) {
		int end = 0;
		for (int i = 0; i < pieces.size(); i++) {
			assertEquals(end, pieces.get(i).begin);
			end = pieces.get(i).end;
			assertFigures(points, pieces.get(i));
		}
		assertEquals(points.size(), end);
	}

	private static void assertFigures(final RandomPoints points, final LinePiece piece) {
		assertEquals(points.point(piece.begin)[0], piece.low);
		assertEquals(points.point(piece.end - 1)[0], piece.high);
		assertEquals(IntStream.range(piece.begin, piece.end).mapToLong(points::weight).sum(),
			piece.weight);
		assertEquals(IntStream.range(piece.begin, piece.end)
			.mapToLong(i -> points.weight(i) * (long) points.point(i)[0])
			.sum(), piece.sum);
		final ExactMean mean = piece.mean();
		double error = 0;
		double deviation = 0;
		for (int i = piece.begin; i < piece.end; i++) {
			final double distance = mean.minus(new ExactMean((long) points.point(i)[0], 1));
			error += points.weight(i) * distance * distance;
			deviation += points.weight(i) * Math.abs(distance);
		}
		assertTrue(error <= piece.mostError * (1 + 1e-9), error + " " + piece.mostError);
		if (piece.size() == 1) assertEquals(0, piece.mostError);
		else assertTrue(deviation <= piece.mostDeviation() * (1 + 1e-9));
	}

	/** Where a piece begins, among finer ones. */
	@Property(tries = 50)
	void placesAreFoundAmongFinerPieces(@ForAll final long seed) {
		final RandomPoints points = RandomLines.of(new Random(seed), 400);
		final LinePieces coarse = LinePieces.whole(LinePoints.of(points.tree()), true).split(9);
		final LinePieces fine = coarse.split(50);
		final int[] places = coarse.places(fine);
		assertEquals(fine.size(), places[coarse.size()]);
		for (int i = 0; i < coarse.size(); i++)
			assertEquals(coarse.get(i).begin, fine.get(places[i]).begin);
	}
}
