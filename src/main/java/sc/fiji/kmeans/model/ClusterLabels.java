package sc.fiji.kmeans.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The label of each cluster: its number after merging; immutable. */
public final class ClusterLabels {

	/** Of each cluster, counted from 1; 0 of 0. */
	private final int[] labels;
	private final int largest;
	/** The clusters of each label; null before it is asked for: the same for all threads. */
	private volatile Map<Integer, List<Integer>> members;

	/**
	 * @param numbers of each cluster before merging
	 * @param merged of at least the largest of them
	 */
	ClusterLabels(final int[] numbers, final MergedClusters merged) {
		labels = IntStream.concat(IntStream.of(0), IntStream.of(numbers).map(merged::label)).toArray();
		largest = IntStream.of(labels).max().getAsInt();
	}

	/** Of each cluster, counted from 1; 0 of 0. */
	public int[] ofClusters() {
		return labels.clone();
	}

	public int largest() {
		return largest;
	}

	/** Those that clusters have; ascending. */
	public int[] all() {
		return IntStream.of(labels).skip(1).sorted().distinct().toArray();
	}

	/** The clusters that have a label, counted from 1. */
	public int[] members(final int label) {
		if (members == null)
			members = IntStream.range(1, labels.length)
				.boxed()
				.collect(Collectors.groupingBy(j -> labels[j]));
		return members.getOrDefault(label, Collections.emptyList())
			.stream()
			.mapToInt(Integer::intValue)
			.toArray();
	}
}
