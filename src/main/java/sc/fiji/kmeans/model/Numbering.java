package sc.fiji.kmeans.model;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.ClusterKind;

/**
 * The numbers and names that clusters give to others. Those that are known have of each
 * number the cluster that had it last, so that a colour that is missing for a while comes
 * back with its number. They have no scales
 * and no transform.
 */
public final class Numbering {

	private Numbering() {}

	/** Of each number the cluster of the first frame that has it. */
	public static ImageClusters known(final ImageClusters frames) {
		ImageClusters known = known(frames.frame(frames.frames()), frames.frame(frames.frames()));
		for (int f = frames.frames() - 1; f >= 1; f--)
			known = known(known, frames.frame(f));
		return known;
	}

	/** Some clusters, and newer ones in place of those with the same numbers. */
	public static ImageClusters known(final ImageClusters some, final ImageClusters newer) {
		requireMatch(newer, some.kind());
		final SortedMap<Integer, double[]> centres = new TreeMap<>();
		put(some, centres);
		put(newer, centres);
		final ImageClusters known = ImageClusters
			.of(some.kind(), Clusters.of(centres.values().toArray(new double[0][])))
			.withNumbers(centres.keySet().stream().mapToInt(Integer::intValue).toArray());
		return named(named(known, some), newer);
	}

	private static void put(final ImageClusters clusters,
		final SortedMap<Integer, double[]> centres)
	{
		final int[] numbers = clusters.numbers();
		for (int j = 0; j < numbers.length; j++)
			centres.put(numbers[j], clusters.ownCentre(j + 1));
	}

	/** With the names of others where there are none. */
	private static ImageClusters named(final ImageClusters clusters, final ImageClusters others) {
		ImageClusters named = clusters;
		for (final int number : clusters.numbers())
			if (named.name(number).isEmpty() && !others.name(number).isEmpty())
				named = named.named(number, others.name(number));
		return named;
	}

	/** @throws IllegalArgumentException if clusters are of another kind */
	public static void requireMatch(final ImageClusters known, final ClusterKind kind) {
		if (!known.kind().isLike(kind))
			throw new IllegalArgumentException(
				"match = clusters of " + known.kind() + ": takes clusters of " + kind);
	}

	/**
	 * Clusters with the numbers of those that are known where they
	 * {@link Clusters#matches match}; others get the lowest numbers that are free. As
	 * long as there are some up to a limit, a cluster that is not really one of those that
	 * are known gets none of their numbers.
	 *
	 * @param found clusters of one frame, just learned
	 * @param limit the number of clusters that may be told apart
	 * @throws IllegalArgumentException if they are of another kind
	 * @throws CancellationException if the progress throws it
	 */
	public static ImageClusters after(final ImageClusters known, final ImageClusters found,
		final int limit, final Progress progress)
	{
		requireMatch(known, found.kind());
		final double[][] centres = known.centres();
		Arrays.setAll(centres, j -> found.mapping().point(centres[j]));
		final int[] given = numbers(known.numbers(), Clusters.of(centres), found.found(), limit,
			progress);
		final ImageClusters numbered = ImageClusters.of(found.kind(), found.found().ordered(given))
			.withNumbers(IntStream.of(given).sorted().toArray())
			.with(found.mapping());
		return named(numbered, known);
	}

	/** Of each of the clusters, all different. */
	private static int[] numbers(final int[] numbers, final Clusters known, final Clusters clusters,
		final int limit, final Progress progress)
	{
		final BitSet taken = new BitSet();
		taken.set(0);
		Arrays.stream(numbers).forEach(taken::set);
		final int free = limit + 1 - taken.get(0, limit + 1).cardinality();
		final int[] given = clusters.matches(known, free, progress);
		for (int j = 0; j < given.length; j++) {
			given[j] = given[j] == 0 ? taken.nextClearBit(0) : numbers[given[j] - 1];
			taken.set(given[j]);
		}
		return given;
	}
}
