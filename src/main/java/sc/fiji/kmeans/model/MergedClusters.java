package sc.fiji.kmeans.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which clusters to make one of: groups of numbers, or none; immutable. A group
 * stands where its lowest number stood, and the numbers that remain close up.
 */
public final class MergedClusters {

	private static final String NONE = "none";
	private static final int[][] NO_GROUPS = {};

	private final int[][] groups;
	/** The new number of each old one, and of 0. */
	private final int[] labels;
	private final int size;

	/** @param groups of ascending numbers, that with the lowest first */
	private MergedClusters(final int[][] groups, final int clusters) {
		this.groups = groups;
		labels = IntStream.rangeClosed(0, clusters).toArray();
		for (final int[] group : groups)
			for (final int number : group)
				labels[number] = group[0];
		size = closeUp(labels);
	}

	/**
	 * Numbers what stays in its place 1, 2, ... in turn, and the rest like its
	 * place.
	 *
	 * @param places none of which is later
	 * @return the last number
	 */
	private static int closeUp(final int[] places) {
		int last = 0;
		for (int j = 1; j < places.length; j++)
			places[j] = places[j] == j ? ++last : places[places[j]];
		return last;
	}

	/** None. @param clusters the largest number that a cluster may have */
	static MergedClusters none(final int clusters) {
		return new MergedClusters(NO_GROUPS, clusters);
	}

	/**
	 * @param text {@code none} or nothing, or cluster numbers such as {@code 1+3} or
	 *          {@code 1+3,2+4}, each at most once
	 * @param clusters the largest number that a cluster may have
	 * @throws IllegalArgumentException if the text is none of these
	 */
	static MergedClusters of(final String text, final int clusters) {
		final String trimmed = text.trim();
		if (trimmed.isEmpty() || trimmed.equals(NONE)) return none(clusters);
		final int[][] groups = Stream.of(trimmed.split(",", -1))
			.map(group -> NumberList.of(group, '+'))
			.toArray(int[][]::new);
		if (Arrays.stream(groups).anyMatch(group -> group.length < 2) || !areOnceEach(groups, clusters))
			throw refused(text, clusters);
		Arrays.sort(groups, Comparator.comparingInt(group -> group[0]));
		return new MergedClusters(groups, clusters);
	}

	private static boolean areOnceEach(final int[][] groups, final int clusters) {
		final int[] numbers = Arrays.stream(groups).flatMapToInt(Arrays::stream).toArray();
		return Arrays.stream(numbers)
			.filter(number -> number >= 1 && number <= clusters)
			.distinct()
			.count() == numbers.length;
	}

	private static IllegalArgumentException refused(final String text, final int clusters) {
		return new IllegalArgumentException(
			"merge = " + text + ": takes none, or cluster numbers from 1 to " + clusters
				+ " joined by +, such as 1+3 or 1+3,2+4");
	}

	/**
	 * The same groups among more or fewer clusters.
	 *
	 * @param clusters the largest number that a cluster may have
	 * @throws IllegalArgumentException if a group has a larger one
	 */
	public MergedClusters among(final int clusters) {
		if (clusters == labels.length - 1) return this;
		if (!areOnceEach(groups, clusters)) throw refused(toString(), clusters);
		return new MergedClusters(groups, clusters);
	}

	/** The largest number that a cluster may have. */
	int clusters() {
		return labels.length - 1;
	}

	/** Number of clusters that remain. */
	int size() {
		return size;
	}

	/**
	 * The new number of a cluster, or 0 for 0. It does not depend on clusters of
	 * higher numbers, so it is right as well where there are fewer clusters.
	 */
	int label(final int old) {
		requireBetween("cluster", old, 0, labels.length - 1);
		return labels[old];
	}

	private static void requireBetween(final String name, final int value, final int min,
		final int max)
	{
		if (value < min || value > max)
			throw new IllegalArgumentException(name + " = " + value + ": takes " + min + " to " + max);
	}

	/** As a user writes it. */
	@Override
	public String toString() {
		if (groups.length == 0) return NONE;
		return Arrays.stream(groups)
			.map(group -> Arrays.stream(group).mapToObj(String::valueOf).collect(Collectors.joining("+")))
			.collect(Collectors.joining(","));
	}
}
