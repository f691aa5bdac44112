package sc.fiji.kmeans.region;

import java.util.Arrays;

/**
 * A region of pixels of one label, or what is known of it after some rows. A small one knows
 * its pixels and what is beside it. Of large ones there is one for each label, which knows
 * nothing, for they keep their label.
 */
final class Region {

	/** Takes the pixels of a run that have a new label. */
	@FunctionalInterface
	public interface Painter {

		/** @param to the last one */
		void paint(int row, int from, int to, int label);
	}

	private static final int NUMBERS_OF_A_RUN = 3;

	private int label;
	/** Row by row. */
	private long first;
	private long size;
	private int lastRow;
	/** Of which it is a part; null for a whole region. */
	private Region joined;
	/** Whether the label is not that of all pixels from the start. */
	private boolean isChanged;
	/** Row, first and last place of each run. */
	private int[] runs;
	private int endOfRuns;
	/** Regions with a pixel beside one of this; some stand here several times. */
	private Region[] beside;
	/** How many pairs of pixels there are with each. */
	private int[] pairs;
	private int neighbours;
	/** Where it stands in a list that is being made. */
	private int place;
	/** Whether it is on a list of regions to be looked at. */
	private boolean isListed;

	private Region(final int label, final long size) {
		this.label = label;
		this.size = size;
	}

	/** The large one of a label. */
	static Region large(final int label) {
		return new Region(label, Long.MAX_VALUE);
	}

	/** A new one without pixels. */
	static Region small(final int label, final long first) {
		final Region region = new Region(label, 0);
		region.first = first;
		region.runs = new int[2 * NUMBERS_OF_A_RUN];
		region.beside = new Region[4];
		region.pairs = new int[4];
		return region;
	}

	/** The whole region of which this is a part. */
	Region whole() {
		Region region = this;
		while (region.joined != null) {
			if (region.joined.joined != null) region.joined = region.joined.joined;
			region = region.joined;
		}
		return region;
	}

	boolean isWhole() {
		return joined == null;
	}

	boolean isLarge() {
		return size == Long.MAX_VALUE;
	}

	int label() {
		return label;
	}

	long size() {
		return size;
	}

	long first() {
		return first;
	}

	int lastRow() {
		return lastRow;
	}

	/** Whether it is dissolved before another of the small ones. */
	boolean isBefore(final Region other) {
		return size < other.size || size == other.size && first < other.first;
	}

	boolean isListed() {
		return isListed;
	}

	void setListed(final boolean value) {
		isListed = value;
	}

	/** How many numbers it keeps, about; 0 where it is a part of another. */
	int memory() {
		return runs == null ? 0 : 24 + runs.length + 2 * pairs.length;
	}

	void addRun(final int row, final int from, final int to) {
		runs = room(runs, endOfRuns + NUMBERS_OF_A_RUN);
		runs[endOfRuns++] = row;
		runs[endOfRuns++] = from;
		runs[endOfRuns++] = to;
		size += to - from + 1;
		lastRow = row;
	}

	private static int[] room(final int[] numbers, final int end) {
		return end <= numbers.length
			? numbers
			: Arrays.copyOf(numbers, Math.max(end, 2 * numbers.length));
	}

	/** @param n how many pairs of pixels are beside each other */
	void addBeside(final Region other, final int n) {
		if (neighbours == beside.length) makeRoom();
		beside[neighbours] = other;
		pairs[neighbours++] = n;
	}

	private void makeRoom() {
		join();
		if (neighbours <= beside.length / 2) return;
		beside = Arrays.copyOf(beside, 2 * beside.length);
		pairs = Arrays.copyOf(pairs, beside.length);
	}

	/** Makes each neighbour stand in the list once, as a whole. */
	private void join() {
		int end = 0;
		for (int i = 0; i < neighbours; i++) {
			final Region other = beside[i].whole();
			if (other == this) continue;
			if (other.place >= end || beside[other.place] != other) {
				other.place = end;
				beside[end] = other;
				pairs[end++] = pairs[i];
			}
			else pairs[other.place] += pairs[i];
		}
		Arrays.fill(beside, end, neighbours, null);
		neighbours = end;
	}

	/** Whole regions beside it, each once. */
	Region[] neighbours() {
		join();
		return Arrays.copyOf(beside, neighbours);
	}

	/** The label of most pairs of a pixel here and one beside, of equals the lowest. */
	int surrounding(final int[] sums) {
		join();
		int most = beside[0].label;
		for (int i = 0; i < neighbours; i++)
			sums[beside[i].label] += pairs[i];
		for (int i = 0; i < neighbours; i++) {
			final int other = beside[i].label;
			if (sums[other] > sums[most] || sums[other] == sums[most] && other < most) most = other;
		}
		for (int i = 0; i < neighbours; i++)
			sums[beside[i].label] = 0;
		return most;
	}

	void setLabel(final int value) {
		label = value;
		isChanged = true;
	}

	/** Takes over all of another small one of this label. */
	void take(final Region other) {
		final int end = endOfRuns;
		runs = room(runs, end + other.endOfRuns);
		System.arraycopy(other.runs, 0, runs, end, other.endOfRuns);
		endOfRuns += other.endOfRuns;
		for (int i = 0; i < other.neighbours; i++)
			addBeside(other.beside[i], other.pairs[i]);
		first = Math.min(first, other.first);
		size += other.size;
		lastRow = Math.max(lastRow, other.lastRow);
		isChanged |= other.isChanged;
		other.joined = this;
		other.forget();
	}

	/** Becomes a part of the large one of its label. */
	void join(final Region large, final Painter painter) {
		paint(painter);
		joined = large;
		forget();
	}

	/** Paints its pixels with its label, if that is not the one they had. */
	void paint(final Painter painter) {
		if (isChanged) for (int i = 0; i < endOfRuns; i += NUMBERS_OF_A_RUN)
			painter.paint(runs[i], runs[i + 1], runs[i + 2], label);
	}

	private void forget() {
		runs = null;
		beside = null;
		pairs = null;
	}
}
