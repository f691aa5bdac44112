package sc.fiji.kmeans.region;

import java.awt.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Dissolves small regions by looking at all of them after every change. */
public final class NaiveRegions {

	private final int[][] labels;

	private NaiveRegions(final int[][] labels) {
		this.labels = labels;
	}

	public static int[][] dissolved(final int[][] labels, final int minSize) {
		final int[][] result = Arrays.stream(labels).map(int[]::clone).toArray(int[][]::new);
		while (new NaiveRegions(result).dissolveOne(minSize)) {
		}
		return result;
	}

	private boolean dissolveOne(final int minSize) {
		final Optional<Set<Point>> smallest = regions().stream()
			.filter(r -> r.size() < minSize && !surroundings(r).isEmpty())
			.min(Comparator.comparing(Set::size));
		smallest.ifPresent(region -> paint(region, mostFrequent(surroundings(region))));
		return smallest.isPresent();
	}

	private void paint(final Set<Point> region, final int label) {
		for (final Point p : region)
			labels[p.y][p.x] = label;
	}

	/** In the order of their first pixels, row by row. */
	private List<Set<Point>> regions() {
		final List<Set<Point>> regions = new ArrayList<>();
		final Set<Point> seen = new LinkedHashSet<>();
		for (int y = 0; y < labels.length; y++)
			for (int x = 0; x < labels[y].length; x++)
				if (labels[y][x] > 0 && !seen.contains(new Point(x, y))) {
					final Set<Point> region = new LinkedHashSet<>();
					flood(new Point(x, y), region);
					seen.addAll(region);
					regions.add(region);
				}
		return regions;
	}

	private void flood(final Point p, final Set<Point> region) {
		if (!region.add(p)) return;
		for (final Point q : around(p))
			if (label(q) == label(p)) flood(q, region);
	}

	/** Number of pairs across the border, of each label above 0. */
	private Map<Integer, Integer> surroundings(final Set<Point> region) {
		final Map<Integer, Integer> pairs = new TreeMap<>();
		for (final Point p : region)
			for (final Point q : around(p))
				if (label(q) > 0 && !region.contains(q)) pairs.merge(label(q), 1, Integer::sum);
		return pairs;
	}

	/** @param pairs by ascending label */
	private static int mostFrequent(final Map<Integer, Integer> pairs) {
		int best = 0;
		for (final int label : pairs.keySet())
			if (pairs.get(label) > pairs.getOrDefault(best, 0)) best = label;
		return best;
	}

	private int label(final Point p) {
		return labels[p.y][p.x];
	}

	private List<Point> around(final Point p) {
		final List<Point> around = new ArrayList<>();
		for (int y = Math.max(0, p.y - 1); y <= Math.min(labels.length - 1, p.y + 1); y++)
			for (int x = Math.max(0, p.x - 1); x <= Math.min(labels[y].length - 1, p.x + 1); x++)
				if (x != p.x || y != p.y) around.add(new Point(x, y));
		return around;
	}
}
