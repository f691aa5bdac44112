package sc.fiji.kmeans.cluster;

import java.util.Arrays;

/**
 * The assignment problem: a column for each row, all different, at the smallest total
 * cost. Rows are added one by one, each along the shortest path to a free column; costs
 * are reduced by a price for every row and column. (Kuhn: The Hungarian method for the
 * assignment problem, Naval Research Logistics Quarterly 2, 1955; Jonker, Volgenant: A
 * shortest augmenting path algorithm for dense and sparse linear assignment problems,
 * Computing 38, 1987.)
 * <p>
 * Takes at most rows² · columns steps, and memory for a few rows.
 */
final class Assignment {

	/** In place of a row or column: none. */
	static final int NONE = -1;

	private final Cost cost;
	private final Checkpoint checkpoint;
	/** Costs since the last checkpoint. */
	private int work;
	private final int[] columnOf;
	private final int[] rowOf;
	/**
	 * Invariant: no cost is less than the prices of its row and column together, and
	 * where a row has its column they are equal.
	 */
	private final double[] rowPrice;
	private final double[] columnPrice;
	/** Of the path from the row that is being added to each column: its length. */
	private final double[] length;
	/** The last row of this path. */
	private final int[] before;
	/** Whether there is no shorter path to this column. */
	private final boolean[] reached;

	private Assignment(final int rows, final int columns, final Cost cost,
		final Checkpoint checkpoint)
	{
		this.cost = cost;
		this.checkpoint = checkpoint;
		columnOf = filled(rows);
		rowOf = filled(columns);
		rowPrice = new double[rows];
		columnPrice = new double[columns];
		length = new double[columns];
		before = new int[columns];
		reached = new boolean[columns];
	}

	/** What it costs that row i gets column j: a finite number. */
	@FunctionalInterface
	interface Cost {

		double of(int i, int j);
	}

	/**
	 * An assignment of the smallest total cost, up to rounding; a function of the costs
	 * alone. If no cost is negative, and every row costs nothing in the column of its own
	 * number, each gets that one.
	 *
	 * @return the column of each row, all different; {@link #NONE} for the rows left over
	 *           if there are more rows than columns
	 */
	static int[] cheapest(final int rows, final int columns, final Cost cost,
		final Checkpoint checkpoint)
	{
		if (rows > columns) return run(columns, rows, (i, j) -> cost.of(j, i), checkpoint).rowOf;
		return run(rows, columns, cost, checkpoint).columnOf;
	}

	/** @param rows at most as many as columns */
	private static Assignment run(final int rows, final int columns, final Cost cost,
		final Checkpoint checkpoint)
	{
		final Assignment assignment = new Assignment(rows, columns, cost, checkpoint);
		for (int i = 0; i < rows; i++)
			assignment.add(i);
		return assignment;
	}

	private static int[] filled(final int size) {
		final int[] none = new int[size];
		Arrays.fill(none, NONE);
		return none;
	}

	private void add(final int row) {
		final int free = search(row);
		adjustPrices(row, length[free]);
		shift(row, free);
	}

	/** Finds the shortest path from a row to a free column. (Dijkstra) */
	private int search(final int row) {
		Arrays.fill(length, Double.POSITIVE_INFINITY);
		Arrays.fill(reached, false);
		int column = reach(row, 0);
		while (rowOf[column] != NONE)
			column = reach(rowOf[column], length[column]);
		return column;
	}

	/**
	 * Goes on from a row.
	 *
	 * @param start the length of the path up to there
	 * @return the nearest column that was not reached, of equally near ones the first
	 */
	private int reach(final int i, final double start) {
		rest();
		int nearest = NONE;
		for (int j = 0; j < length.length; j++) {
			if (reached[j]) continue;
			final double further = start + (cost.of(i, j) - rowPrice[i] - columnPrice[j]);
			if (further < length[j]) {
				length[j] = further;
				before[j] = i;
			}
			if (nearest == NONE || length[j] < length[nearest]) nearest = j;
		}
		reached[nearest] = true;
		return nearest;
	}

	private void rest() {
		work += length.length;
		if (work < Checkpoint.WORK) return;
		work = 0;
		checkpoint.pass();
	}

	/** Makes all steps of the path free of cost, and none cheaper than that. */
	private void adjustPrices(final int row, final double whole) {
		rowPrice[row] += whole;
		for (int j = 0; j < length.length; j++) {
			if (!reached[j] || rowOf[j] == NONE) continue;
			rowPrice[rowOf[j]] += whole - length[j];
			columnPrice[j] -= whole - length[j];
		}
	}

	/** Gives every row of the path the column that follows it. */
	private void shift(final int row, final int free) {
		int column = free;
		int i;
		do {
			i = before[column];
			final int next = columnOf[i];
			columnOf[i] = column;
			rowOf[column] = i;
			column = next;
		}
		while (i != row);
	}
}
