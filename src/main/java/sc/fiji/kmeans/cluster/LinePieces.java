package sc.fiji.kmeans.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * All points of a line in pieces, in ascending order; immutable. Open ones can be split
 * further, closed ones stay as they are.
 * <p>
 * Invariant: an open piece is a node of the tree, or a part of a leaf as {@link
 * LinePoints#parts} gives it; no two closed ones are neighbours.
 */
final class LinePieces {

	/** Pieces that are split together have an error of this part of the largest at least. */
	private static final double ALIKE = 1.0 / 2;

	private final LinePoints points;
	private final List<LinePiece> pieces;
	private final boolean[] isOpen;

	private LinePieces(final LinePoints points, final List<LinePiece> pieces,
		final boolean[] isOpen)
	{
		this.points = points;
		this.pieces = pieces;
		this.isOpen = isOpen;
	}

	/** One piece. */
	static LinePieces whole(final LinePoints points, final boolean isOpen) {
		return new LinePieces(points, Collections.singletonList(points.all()),
			new boolean[] { isOpen });
	}

	int size() {
		return pieces.size();
	}

	LinePiece get(final int piece) {
		return pieces.get(piece);
	}

	boolean isOpen(final int piece) {
		return isOpen[piece];
	}

	/** Whether each open piece is a point. */
	boolean areFine() {
		for (int i = 0; i < isOpen.length; i++)
			if (canBeSplit(i)) return false;
		return true;
	}

	private boolean canBeSplit(final int piece) {
		return isOpen[piece] && get(piece).size() > 1;
	}

	/** By piece of these, and for the end, the first of finer ones that begins no earlier. */
	int[] places(final LinePieces finer) {
		final int[] places = new int[size() + 1];
		int place = 0;
		for (int i = 0; i <= size(); i++) {
			while (finer.point(place) < point(i))
				place++;
			places[i] = place;
		}
		return places;
	}

	/** The point that a piece begins with; for the end, the number of points. */
	private int point(final int piece) {
		return piece == size() ? get(piece - 1).end : get(piece).begin;
	}

	/** With open pieces split, the ones of the largest error first, until there are enough. */
	LinePieces split(final int enough) {
		LinePieces finer = this;
		while (finer.size() < enough && !finer.areFine())
			finer = finer.split();
		return finer;
	}

	private LinePieces split() {
		points.pass();
		final double least = ALIKE * largestError();
		final Writer writer = new Writer();
		for (int i = 0; i < size(); i++)
			if (canBeSplit(i) && get(i).mostError >= least)
				points.parts(get(i)).forEach(part -> writer.add(part, true));
			else
				writer.add(get(i), isOpen[i]);
		return writer.written();
	}

	private double largestError() {
		double largest = 0;
		for (int i = 0; i < size(); i++)
			if (canBeSplit(i)) largest = Math.max(largest, get(i).mostError);
		return largest;
	}

	/** The most that all errors within pieces can be together. */
	double mostError() {
		return pieces.stream().mapToDouble(piece -> piece.mostError).sum();
	}

	/** With some of the open pieces closed. */
	LinePieces closed(final boolean[] staysOpen) {
		final Writer writer = new Writer();
		for (int i = 0; i < size(); i++)
			writer.add(get(i), staysOpen[i]);
		return writer.written();
	}

	/** Pieces that are written one by one. */
	private final class Writer {

		private final List<LinePiece> written = new ArrayList<>(size());
		private boolean[] areOpen = new boolean[size()];

		private void add(final LinePiece piece, final boolean open) {
			final int last = written.size() - 1;
			if (last >= 0 && !open && !areOpen[last]) written.set(last, written.get(last).and(piece));
			else append(piece, open);
		}

		private void append(final LinePiece piece, final boolean open) {
			if (written.size() == areOpen.length) areOpen = Arrays.copyOf(areOpen, 2 * areOpen.length);
			areOpen[written.size()] = open;
			written.add(piece);
		}

		private LinePieces written() {
			return new LinePieces(points, written, Arrays.copyOf(areOpen, written.size()));
		}
	}

	/** Of runs of whole pieces about their means, without the errors within each piece. */
	RunErrors errors() {
		return new RunErrors(pieces.stream().map(LinePiece::mean).toArray(ExactMean[]::new),
			pieces.stream().mapToDouble(piece -> piece.weight).toArray(), points.checkpoint());
	}
}
