package sc.fiji.kmeans.plugin.explorer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Clusters that are one; immutable. A group is called by its lowest number, which a cluster
 * that is not merged has alone.
 */
final class ClusterGroups {

	static final ClusterGroups NONE = new ClusterGroups(Collections.emptyList());

	/** Of two or more numbers each, which are in no other one. */
	private final List<SortedSet<Integer>> groups;

	private ClusterGroups(final List<SortedSet<Integer>> groups) {
		this.groups = groups;
	}

	/** The lowest number of the group of a cluster. */
	int first(final int cluster) {
		return groups.stream()
			.filter(group -> group.contains(cluster))
			.findFirst()
			.map(SortedSet::first)
			.orElse(cluster);
	}

	/** What groups are called, of so many clusters; ascending. */
	int[] firsts(final int clusters) {
		return IntStream.rangeClosed(1, clusters).filter(j -> first(j) == j).toArray();
	}

	/** The number of the group of a cluster, from 1 on, when numbers have closed up. */
	int label(final int cluster) {
		return firsts(first(cluster)).length;
	}

	/** The same where the groups of some clusters are one. */
	ClusterGroups merged(final SortedSet<Integer> clusters) {
		final SortedSet<Integer> merged = new TreeSet<>(clusters);
		final List<SortedSet<Integer>> others = new ArrayList<>();
		for (final SortedSet<Integer> group : groups)
			if (Collections.disjoint(group, clusters)) others.add(group);
			else merged.addAll(group);
		if (merged.size() > 1) others.add(Collections.unmodifiableSortedSet(merged));
		return new ClusterGroups(others);
	}

	/** The numbers of a group, such as {@code 1+3}. */
	String members(final int first) {
		return groups.stream()
			.filter(group -> group.first() == first)
			.findFirst()
			.map(ClusterGroups::text)
			.orElse(Integer.toString(first));
	}

	private static String text(final SortedSet<Integer> group) {
		return group.stream().map(String::valueOf).collect(Collectors.joining("+"));
	}

	/** As the setting {@code merge} has it. */
	@Override
	public String toString() {
		if (groups.isEmpty()) return "none";
		return groups.stream()
			.sorted((a, b) -> a.first() - b.first())
			.map(ClusterGroups::text)
			.collect(Collectors.joining(","));
	}
}
