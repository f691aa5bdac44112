package sc.fiji.kmeans.image;

import ij.ImagePlus;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which clusters to remove: {@code each} in a picture of its own, {@code none},
 * given numbers together in one, or those of the pixels under the
 * {@code selection}; immutable.
 */
public final class MaskedClusters {

	/** A picture for each cluster, without it. */
	public static final MaskedClusters EACH = new MaskedClusters("each");

	/** No picture. */
	public static final MaskedClusters NONE = new MaskedClusters("none");

	private static final MaskedClusters SELECTION = new MaskedClusters("selection");

	private final String text;
	/** Empty unless numbers are given. */
	private final int[] numbers;

	private MaskedClusters(final String text, final int... numbers) {
		this.text = text;
		this.numbers = numbers;
	}

	/**
	 * The clusters that are removed.
	 *
	 * @param text {@code each}, {@code none}, {@code selection}, or cluster numbers
	 *          such as {@code 2} or {@code 1,3}
	 * @param clusters the largest number that a cluster may have
	 * @throws IllegalArgumentException if the text is none of these
	 */
	public static MaskedClusters of(final String text, final int clusters) {
		return of("masked", text, clusters, EACH, NONE, SELECTION);
	}

	/** The clusters that are kept where others are removed; takes the same texts. */
	public static MaskedClusters kept(final String text, final int clusters) {
		return of("kept", text, clusters, EACH, NONE, SELECTION);
	}

	/**
	 * Clusters that are given by number, or none.
	 *
	 * @param text {@code none}, or cluster numbers such as {@code 2} or {@code 1,3}
	 * @param clusters the largest number that a cluster may have
	 * @throws IllegalArgumentException if the text is none of these
	 */
	public static MaskedClusters given(final String text, final int clusters) {
		return of("masked", text, clusters, NONE);
	}

	private static MaskedClusters of(final String key, final String text, final int clusters,
		final MaskedClusters... words)
	{
		return Arrays.stream(words)
			.filter(word -> word.text.equals(text.trim()))
			.findFirst()
			.orElseGet(() -> ofNumbers(key,
				Arrays.stream(words).map(word -> word.text).collect(Collectors.joining(", ")), text,
				clusters));
	}

	/** The numbers that are given; ascending. */
	public int[] numbers() {
		return numbers.clone();
	}

	private static MaskedClusters ofNumbers(final String key, final String words, final String text,
		final int clusters)
	{
		final int[] numbers = Arrays.stream(NumberList.of(text, ',')).distinct().toArray();
		if (numbers.length == 0 || numbers[0] < 1 || numbers[numbers.length - 1] > clusters)
			throw new IllegalArgumentException(key + " = " + text + ": takes " + words
				+ ", or cluster numbers from 1 to " + clusters + ", such as 1 or 1,3");
		return new MaskedClusters(
			Arrays.stream(numbers).mapToObj(String::valueOf).collect(Collectors.joining(",")), numbers);
	}

	/** The image without these clusters: one picture, or one for each cluster. */
	public Optional<ImagePlus> maskedOf(final Segmentation segmentation,
		final Background background)
	{
		if (this == NONE) return Optional.empty();
		return Optional.of(this == EACH
			? segmentation.maskedEach(background)
			: segmentation.masked(background, numbers("masked", segmentation)));
	}

	/** The image with nothing but these clusters: one picture, or one for each. */
	public Optional<ImagePlus> keptOf(final Segmentation segmentation, final Background background) {
		if (this == NONE) return Optional.empty();
		return Optional.of(this == EACH
			? segmentation.keptEach(background)
			: segmentation.kept(background, numbers("kept", segmentation)));
	}

	/** Numbers that no cluster of the image can have, which has fewer now, mean none. */
	private int[] numbers(final String key, final Segmentation segmentation) {
		return this == SELECTION
			? segmentation.numbersUnderSelection(key)
			: Arrays.stream(numbers).filter(number -> number <= segmentation.largestNumber()).toArray();
	}

	/**
	 * The numbers of the clusters that make a picture together, picture by picture.
	 *
	 * @param key of the setting, for messages
	 */
	public List<int[]> pictures(final String key, final Segmentation segmentation) {
		if (this == NONE) return Collections.emptyList();
		if (this != EACH) return Collections.singletonList(numbers(key, segmentation));
		return IntStream.rangeClosed(1, segmentation.largestCluster())
			.mapToObj(j -> new int[] { j })
			.collect(Collectors.toList());
	}

	/** As a user writes it. */
	@Override
	public String toString() {
		return text;
	}
}
