package sc.fiji.kmeans.image;

import ij.ImagePlus;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which clusters to turn black: {@code each} in a picture of its own,
 * {@code none}, or given numbers together in one; immutable.
 */
public final class MaskedClusters {

	/** A picture for each cluster, without it. */
	public static final MaskedClusters EACH = new MaskedClusters("each");

	private static final MaskedClusters NONE = new MaskedClusters("none");

	private final String text;
	/** Empty unless numbers are given. */
	private final int[] numbers;

	private MaskedClusters(final String text, final int... numbers) {
		this.text = text;
		this.numbers = numbers;
	}

	/**
	 * @param text {@code each}, {@code none}, or cluster numbers such as {@code 2}
	 *          or {@code 1,3}
	 * @param clusters the largest number that a cluster may have
	 * @throws IllegalArgumentException if the text is none of these
	 */
	public static MaskedClusters of(final String text, final int clusters) {
		final String trimmed = text.trim();
		if (trimmed.equals(EACH.text)) return EACH;
		if (trimmed.equals(NONE.text)) return NONE;
		if (!trimmed.matches("\\d{1,9}(\\s*,\\s*\\d{1,9})*")) throw refused(text,
			clusters);
		final int[] numbers = Arrays.stream(trimmed.split("\\s*,\\s*")).mapToInt(
			Integer::parseInt).sorted().distinct().toArray();
		if (numbers[0] < 1 || numbers[numbers.length - 1] > clusters) throw refused(
			text, clusters);
		return new MaskedClusters(Arrays.stream(numbers).mapToObj(String::valueOf)
			.collect(Collectors.joining(",")), numbers);
	}

	private static IllegalArgumentException refused(final String text,
		final int clusters)
	{
		return new IllegalArgumentException("masked = " + text +
			": takes each, none, or cluster numbers from 1 to " + clusters +
			", such as 1 or 1,3");
	}

	/** The masked image: one picture, or a stack with one for each cluster. */
	public Optional<ImagePlus> of(final Segmentation segmentation) {
		if (this == NONE) return Optional.empty();
		return Optional.of(this == EACH ? segmentation.maskedEach()
			: segmentation.masked(numbers));
	}

	/** The numbers of the clusters that are removed together, picture by picture. */
	public List<int[]> removals(final Segmentation segmentation) {
		if (this == NONE) return Collections.emptyList();
		if (this != EACH) return Collections.singletonList(numbers.clone());
		return IntStream.rangeClosed(1, segmentation.largestCluster()).mapToObj(
			j -> new int[] { j }).collect(Collectors.toList());
	}

	/** As a user writes it. */
	@Override
	public String toString() {
		return text;
	}
}
