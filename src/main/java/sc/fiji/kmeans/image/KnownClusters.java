package sc.fiji.kmeans.image;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import sc.fiji.kmeans.cluster.Clusters;

/**
 * Clusters whose numbers others get: of each number the cluster that had it last,
 * so that a colour that is missing for a while comes back with its number;
 * immutable.
 */
final class KnownClusters {

	static final KnownClusters NONE = new KnownClusters(Collections.emptySortedMap());

	/** Where the cluster of each number is. */
	private final SortedMap<Integer, LearnedClusters> owners;

	private KnownClusters(final SortedMap<Integer, LearnedClusters> owners) {
		this.owners = owners;
	}

	/** Of each number the cluster of the first frame that has it. */
	static KnownClusters of(final SavedClusters saved) {
		final List<LearnedClusters> frames = LearnedClusters.ofEach(saved,
			SegmentationOptions.defaults());
		KnownClusters known = NONE;
		for (int f = frames.size() - 1; f >= 0; f--)
			known = known.with(frames.get(f));
		return known;
	}

	/** These, and others in place of those with the same numbers. */
	KnownClusters with(final LearnedClusters others) {
		final SortedMap<Integer, LearnedClusters> all = new TreeMap<>(owners);
		for (final int number : others.numbered().numbers())
			all.put(number, others);
		return new KnownClusters(all);
	}

	/**
	 * The clusters, before merging, as others are numbered after; nothing if none are
	 * known.
	 *
	 * @param kind of the others
	 * @param scales what their channels are divided by; none if by nothing
	 * @throws IllegalArgumentException if they are of another kind
	 */
	Optional<NumberedClusters> reference(final String kind, final double[] scales) {
		if (owners.isEmpty()) return Optional.empty();
		final double[][] centres = new double[owners.size()][];
		final int[] numbers = new int[centres.length];
		int j = 0;
		for (final Map.Entry<Integer, LearnedClusters> known : owners.entrySet()) {
			numbers[j] = known.getKey();
			centres[j++] = known.getValue().requireKind(kind).centre(known.getKey(), scales);
		}
		return Optional.of(new NumberedClusters(Clusters.of(centres), numbers));
	}
}
