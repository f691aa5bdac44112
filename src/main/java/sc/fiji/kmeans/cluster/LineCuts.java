package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where the best clusters of a line may be cut, as far as is known; immutable. Cut j lies
 * between the first j clusters and the others; cut 0 is the begin of the line, the last
 * one its end.
 * <p>
 * A place is the begin of a piece, or the end of all. Invariant: cut j is one of its
 * places, or within an open piece between two of them.
 */
final class LineCuts {

	final LinePieces pieces;
	/** By cut, ascending. */
	final int[][] places;
	/** The best clusters have no larger error. */
	final double mostError;

	LineCuts(final LinePieces pieces, final int[][] places, final double mostError) {
		this.pieces = pieces;
		this.places = places;
		this.mostError = mostError;
	}

	/** Before anything is known. */
	static LineCuts anywhere(final LinePieces pieces, final int clusters) {
		final int[][] places = new int[clusters + 1][];
		Arrays.fill(places, IntStream.rangeClosed(0, pieces.size()).toArray());
		places[0] = new int[] { 0 };
		places[clusters] = new int[] { pieces.size() };
		return new LineCuts(pieces, places, Double.POSITIVE_INFINITY);
	}

	/** Number of all places. */
	long size() {
		return Arrays.stream(places).mapToLong(of -> of.length).sum();
	}

	/** Whether a cut may be within the piece that ends at a place, if there is one. */
	boolean isBefore(final int cut, final int i) {
		return i > 0 && isAfter(cut, i - 1);
	}

	/** Whether a cut may be within the piece that begins at a place, if there is one. */
	boolean isAfter(final int cut, final int i) {
		final int[] of = places[cut];
		return i + 1 < of.length && of[i] + 1 == of[i + 1] && pieces.isOpen(of[i]);
	}
}
