package sc.fiji.kmeans.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import sc.fiji.kmeans.base.Refusal;

/**
 * Which clusters to make one of: groups of numbers, or none; immutable. A group
 * stands where its lowest number stood, and the numbers that remain close up.
 */
public final class MergedClusters {

	private static final String NONE = "none";

	/** The lowest number in the group of each cluster, and 0 of 0. */
	private final int[] firsts;
	/** The new number of each old one, and of 0. */
	private final int[] labels;
	/** The last new number. */
	private final int size;

	private MergedClusters(final int[] firsts) {
		this.firsts = firsts;
		labels = new int[firsts.length];
		int last = 0;
		for (int j = 1; j < labels.length; j++)
			labels[j] = firsts[j] == j ? ++last : labels[firsts[j]];
		size = last;
	}

	/** None. @param clusters the largest number that a cluster may have */
	public static MergedClusters none(final int clusters) {
		return new MergedClusters(alone(clusters));
	}

	private static int[] alone(final int clusters) {
		return IntStream.rangeClosed(0, clusters).toArray();
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
		final int[] firsts = alone(clusters);
		for (final int[] group : groups)
			for (final int number : group)
				firsts[number] = group[0];
		return new MergedClusters(firsts);
	}

	private static boolean areOnceEach(final int[][] groups, final int clusters) {
		final int[] numbers = Arrays.stream(groups).flatMapToInt(Arrays::stream).toArray();
		return Arrays.stream(numbers)
			.filter(number -> number >= 1 && number <= clusters)
			.distinct()
			.count() == numbers.length;
	}

	private static IllegalArgumentException refused(final String text, final int clusters) {
		return Refusal.of("merge", text,
			"none, or cluster numbers from 1 to " + clusters + " joined by +, such as 1+3 or 1+3,2+4");
	}

	/**
	 * The same groups among more or fewer clusters.
	 *
	 * @param clusters the largest number that a cluster may have
	 * @throws IllegalArgumentException if a group has a larger one
	 */
	public MergedClusters among(final int clusters) {
		if (clusters == clusters()) return this;
		if (largestMerged() > clusters) throw refused(toString(), clusters);
		final int[] all = alone(clusters);
		System.arraycopy(firsts, 0, all, 0, Math.min(firsts.length, all.length));
		return new MergedClusters(all);
	}

	/** The largest number in a group, where it is never the first; 0 for none. */
	private int largestMerged() {
		int largest = clusters();
		while (largest > 0 && firsts[largest] == largest)
			largest--;
		return largest;
	}

	/**
	 * These groups, the groups of some clusters joined to one.
	 *
	 * @param clusters their numbers, 1 or more
	 * @throws IllegalArgumentException if there is no such number
	 */
	public MergedClusters merged(final Collection<Integer> clusters) {
		final int[] places = clusters.stream().mapToInt(this::first).sorted().distinct().toArray();
		final int[] all = firsts.clone();
		for (int j = 1; j < all.length; j++)
			if (Arrays.binarySearch(places, all[j]) >= 0) all[j] = places[0];
		return new MergedClusters(all);
	}

	/** The largest number that a cluster may have. */
	int clusters() {
		return labels.length - 1;
	}

	/** Number of clusters that remain. */
	int size() {
		return size;
	}

	public boolean isNone() {
		return size == clusters();
	}

	/**
	 * The new number of a cluster, or 0 for 0. It does not depend on clusters of
	 * higher numbers, so it is right as well where there are fewer clusters.
	 */
	public int label(final int old) {
		return labels[required(old)];
	}

	/** The lowest number in the group of a cluster, which one alone has itself; 0 for 0. */
	public int first(final int old) {
		return firsts[required(old)];
	}

	private int required(final int old) {
		if (old < 0 || old >= labels.length) throw Refusal.of("cluster", old, "0 to " + clusters());
		return old;
	}

	/**
	 * The lowest numbers of all groups, and the numbers that are alone; ascending.
	 *
	 * @param clusters up to which number
	 */
	public int[] firsts(final int clusters) {
		return IntStream.rangeClosed(1, clusters).filter(j -> first(j) == j).toArray();
	}

	/** The numbers in the group of a cluster, such as {@code 1+3}. */
	public String members(final int cluster) {
		return IntStream.rangeClosed(1, clusters())
			.filter(j -> firsts[j] == first(cluster))
			.mapToObj(String::valueOf)
			.collect(Collectors.joining("+"));
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof MergedClusters
			&& Arrays.equals(((MergedClusters) other).firsts, firsts);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(firsts);
	}

	/** As a user writes it. */
	@Override
	public String toString() {
		if (isNone()) return NONE;
		return IntStream.rangeClosed(1, clusters())
			.boxed()
			.collect(Collectors.groupingBy(j -> firsts[j], TreeMap::new,
				Collectors.mapping(String::valueOf, Collectors.joining("+"))))
			.values()
			.stream()
			.filter(group -> group.contains("+"))
			.collect(Collectors.joining(","));
	}
}
