package sc.fiji.kmeans.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Dissolves the small regions of labels that come row by row, exactly as {@link SmallRegions}
 * does where it has all of them. Labels of other regions stay, and so do labels of rows before
 * some time: only small regions that can not be decided yet are kept, as runs of pixels.
 * <p>
 * Why it is the same: small regions are dissolved in the order of size and first pixel. What
 * a region becomes is decided by the labels beside it, and no label beside it changes before
 * its turn if none of the regions there comes before it. A region's turn never comes earlier
 * when it grows, be it by other regions or by rows that come. So a region that has all its
 * pixels, and no neighbour that comes before it, can be dissolved at once, whatever is to be
 * done elsewhere.
 */
public final class RegionRows {

	private final int width;
	private final int minSize;
	private final Region.Painter painter;
	/** By label. */
	private final Region[] large;
	/** For sums of each label; all 0 between two uses. */
	private final int[] sums;
	private RegionRow above;
	private RegionRow row;
	/** Of the row that came last. */
	private int last = -1;
	/** Small ones that are not decided, and some that became parts of others. */
	private List<Region> open = new ArrayList<>();
	private final PriorityQueue<Turn> queue = new PriorityQueue<>(
		Comparator.comparingLong((final Turn turn) -> turn.size).thenComparingLong(turn -> turn.first));

	/** When a region is dissolved, if it does not grow before. */
	private static final class Turn {

		private final Region region;
		private final long size;
		private final long first;

		private Turn(final Region region) {
			this.region = region;
			size = region.size();
			first = region.first();
		}

		private boolean isOver() {
			return !region.isWhole() || region.size() != size;
		}
	}

	/**
	 * @param minSize 2 or more
	 * @param largest label that there is
	 * @param painter takes the pixels that get another label, of rows that came
	 */
	public RegionRows(final int width, final int minSize, final int largest,
		final Region.Painter painter)
	{
		this.width = width;
		this.minSize = minSize;
		this.painter = painter;
		large = new Region[largest + 1];
		for (int label = 0; label <= largest; label++)
			large[label] = Region.large(label);
		sums = new int[largest + 1];
		above = new RegionRow(width);
		row = new RegionRow(width);
	}

	/** Takes the next row. */
	public void add(final int[] labels) {
		final RegionRow before = above;
		above = row;
		row = before;
		last++;
		row.read(labels);
		for (int i = 0, from = 0; i < row.size(); i++) {
			from = above.firstBeside(from, row.from(i));
			connect(i, from);
			link(i, from);
		}
	}

	/**
	 * Dissolves what can be decided after these rows; to be called now and then.
	 *
	 * @param most numbers of four bytes that may be kept then
	 * @throws IllegalArgumentException if more would have to be kept than there is room for
	 */
	public void settle(final long most) {
		dissolve(last);
		requireRoom(most);
	}

	/** To be called after the last row. */
	public void finish() {
		dissolve(last + 1);
	}

	/** Gives a run its region: that of the runs above of its label, or a new one. */
	private void connect(final int run, final int from) {
		final int label = row.label(run);
		Region own = null;
		for (int j = from; above.isBeside(j, row, run); j++) {
			final Region other = above.region(j);
			if (other.label() == label && other != own) own = own == null ? other : united(own, other);
		}
		if (own == null) {
			own = Region.small(label, (long) last * width + row.from(run));
			list(own);
		}
		row.set(run, own.isLarge() ? own : grown(own, run));
	}

	private void list(final Region region) {
		if (!region.isListed()) open.add(region);
		region.setListed(true);
	}

	private Region grown(final Region region, final int run) {
		region.addRun(last, row.from(run), row.to(run));
		return checked(region);
	}

	/** A region, or the large one that it is now. */
	private Region checked(final Region region) {
		if (region.size() < minSize) return region;
		final Region whole = large[region.label()];
		region.join(whole, painter);
		return whole;
	}

	/** Both together; of the same label. */
	private Region united(final Region a, final Region b) {
		if (a == b) return a;
		if (a.isLarge() || b.isLarge()) {
			final Region small = a.isLarge() ? b : a;
			small.join(large[a.label()], painter);
			return large[a.label()];
		}
		final Region more = a.size() >= b.size() ? a : b;
		more.take(more == a ? b : a);
		return checked(more);
	}

	/** Tells the regions beside a run of each other. */
	private void link(final int run, final int from) {
		final Region own = row.region(run);
		for (int j = from; above.isBeside(j, row, run); j++)
			link(own, above.region(j), above.pairs(j, row, run));
		if (run > 0 && row.to(run - 1) + 1 == row.from(run)) link(own, row.region(run - 1), 1);
	}

	private static void link(final Region a, final Region b, final int pairs) {
		if (a == b || a.isLarge() && b.isLarge()) return;
		if (!a.isLarge()) a.addBeside(b, pairs);
		if (!b.isLarge()) b.addBeside(a, pairs);
	}

	/**
	 * Dissolves all regions that can be decided.
	 *
	 * @param end the first row from which on a region may go on
	 */
	private void dissolve(final int end) {
		final List<Region> before = open;
		open = new ArrayList<>();
		for (final Region region : before) {
			region.setListed(false);
			if (region.isWhole() && !region.isLarge()) enqueue(region, end);
		}
		while (!queue.isEmpty()) {
			final Turn turn = queue.remove();
			if (turn.isOver()) continue;
			if (isBlocked(turn.region)) list(turn.region);
			else dissolve(turn.region, end);
		}
	}

	private void enqueue(final Region region, final int end) {
		if (region.lastRow() < end) queue.add(new Turn(region));
		else list(region);
	}

	/** Whether a region beside it comes before. */
	private static boolean isBlocked(final Region region) {
		for (final Region other : region.neighbours())
			if (other.isBefore(region)) return true;
		return false;
	}

	private void dissolve(final Region region, final int end) {
		final Region[] beside = region.neighbours();
		if (beside.length == 0) {
			region.paint(painter);
			return;
		}
		final int label = region.surrounding(sums);
		region.setLabel(label);
		Region whole = region;
		for (final Region other : beside)
			if (other.label() == label) whole = united(whole, other);
		if (!whole.isLarge()) enqueue(whole, end);
	}

	private void requireRoom(final long most) {
		long kept = 0;
		for (final Region region : open)
			kept += region.memory();
		if (kept > most)
			throw new IllegalArgumentException("min_size = " + minSize + ": takes less, such as "
				+ minSize / 2
				+ ", for this image has too many small regions that touch each other to keep them in memory");
	}
}
