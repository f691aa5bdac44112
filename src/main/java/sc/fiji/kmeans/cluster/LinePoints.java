package sc.fiji.kmeans.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Points on a line in ascending order, and the nodes of a tree of them. Only leaves
 * whose points are asked for are read.
 */
final class LinePoints {

	// A leaf is four parts, and so on down to pairs.
	private static final int FAN = 4;
	private static final int PAIR = 2;

	private final SearchTree tree;
	/** Of the leaf that was read last: its points. */
	private final List<LinePiece> leaf = new ArrayList<>();
	private int leafRead = -1;

	private LinePoints(final SearchTree tree) {
		this.tree = tree;
	}

	/** @param tree of points on a line, in any order */
	static LinePoints of(final SearchTree tree) {
		return new LinePoints(areInOrder(tree) ? tree : AscendingPoints.tree(tree));
	}

	/** Whether leaves ascend. */
	private static boolean areInOrder(final SearchTree tree) {
		final SearchTree.Level leaves = tree.level(0);
		for (int i = 1; i < leaves.size(); i++) {
			tree.checkpoint().passAt(i, 1);
			if (leaves.low(i, 0) < leaves.high(i - 1, 0)) return false;
		}
		return true;
	}

	void pass() {
		tree.checkpoint().pass();
	}

	Checkpoint checkpoint() {
		return tree.checkpoint();
	}

	/** All points. */
	LinePiece all() {
		return new LinePiece(tree, tree.depth() - 1, 0);
	}

	/** A node's children; up to four parts of a leaf, or of a part; the points of a pair. */
	List<LinePiece> parts(final LinePiece piece) {
		final List<LinePiece> parts = new ArrayList<>(FAN);
		int level = -1;
		while (SearchTree.points(level + 1) < piece.size())
			level++;
		final int size = level >= 0 ? SearchTree.points(level) : sizeInLeaf(piece.size());
		for (int begin = piece.begin; begin < piece.end; begin += size)
			parts.add(level >= 0
				? new LinePiece(tree, level, begin / size)
				: inLeaf(begin, Math.min(piece.end, begin + size)));
		return parts;
	}

	private static int sizeInLeaf(final int whole) {
		int size = 1;
		for (int next = PAIR; next < whole; next *= FAN)
			size = next;
		return size;
	}

	private LinePiece inLeaf(final int begin, final int end) {
		read(begin / SearchTree.points(0));
		final int first = begin - leafRead * SearchTree.points(0);
		return leaf.subList(first, first + end - begin).stream().reduce(LinePiece::and).get();
	}

	private void read(final int number) {
		if (number == leafRead) return;
		leafRead = number;
		leaf.clear();
		for (final long[] point : sorted(number))
			leaf.add(new LinePiece(tree.begin(0, number) + leaf.size(), point[0], point[1]));
	}

	/** Value and weight of each point of a leaf. */
	private List<long[]> sorted(final int number) {
		final List<long[]> sorted = new ArrayList<>();
		final double[] x = new double[1];
		for (int i = tree.begin(0, number); i < tree.end(0, number); i++) {
			tree.points().read(i, x);
			sorted.add(new long[] { (long) x[0], tree.points().weight(i) });
		}
		sorted.sort(Comparator.comparingLong(point -> point[0]));
		return sorted;
	}
}
