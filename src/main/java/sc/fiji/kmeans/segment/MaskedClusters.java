package sc.fiji.kmeans.segment;

import ij.ImagePlus;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.kmeans.model.Background;
import sc.fiji.kmeans.model.NumberList;

/**
 * Which clusters to remove: {@code each} in a picture of its own, {@code none},
 * given numbers together in one, or the clusters of the pixels under the
 * {@code selection}; immutable.
 */
public abstract class MaskedClusters {

	/** A picture for each cluster, without it. */
	public static final MaskedClusters EACH = new Each();

	/** No picture. */
	public static final MaskedClusters NONE = new None();

	private static final MaskedClusters SELECTION = new Selection();

	private final String text;

	private MaskedClusters(final String text) {
		this.text = text;
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

	/** Those that are removed from the image of a file, which has no selection. */
	public static MaskedClusters maskedInFile(final String text, final int clusters) {
		return of("masked", text, clusters, EACH, NONE);
	}

	/** Those that are kept of the image of a file. */
	public static MaskedClusters keptInFile(final String text, final int clusters) {
		return of("kept", text, clusters, EACH, NONE);
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
		return new int[0];
	}

	private static MaskedClusters ofNumbers(final String key, final String words, final String text,
		final int clusters)
	{
		final int[] numbers = Arrays.stream(NumberList.of(text, ',')).distinct().toArray();
		if (numbers.length == 0 || numbers[0] < 1 || numbers[numbers.length - 1] > clusters)
			throw new IllegalArgumentException(key + " = " + text + ": takes " + words
				+ ", or cluster numbers from 1 to " + clusters + ", such as 1 or 1,3");
		return new Numbers(
			Arrays.stream(numbers).mapToObj(String::valueOf).collect(Collectors.joining(",")), numbers);
	}

	/** The image without these clusters: one picture, or one for each cluster. */
	public abstract Optional<ImagePlus> maskedOf(Segmentation segmentation, Background background);

	/** The image with nothing but these clusters: one picture, or one for each. */
	public abstract Optional<ImagePlus> keptOf(Segmentation segmentation, Background background);

	/**
	 * The numbers of the clusters that make a picture together, picture by picture.
	 *
	 * @param there the numbers of the clusters that there are
	 * @param possible the largest number that a cluster may have
	 * @throws UnsupportedOperationException of those under a selection
	 */
	public abstract List<int[]> pictures(int[] there, int possible);

	/** As a user writes it. */
	@Override
	public final String toString() {
		return text;
	}

	private static final class None extends MaskedClusters {

		private None() {
			super("none");
		}

		@Override
		public Optional<ImagePlus> maskedOf(final Segmentation segmentation,
			final Background background)
		{
			return Optional.empty();
		}

		@Override
		public Optional<ImagePlus> keptOf(final Segmentation segmentation,
			final Background background)
		{
			return Optional.empty();
		}

		@Override
		public List<int[]> pictures(final int[] there, final int possible) {
			return Collections.emptyList();
		}
	}

	private static final class Each extends MaskedClusters {

		private Each() {
			super("each");
		}

		@Override
		public Optional<ImagePlus> maskedOf(final Segmentation segmentation,
			final Background background)
		{
			return Optional.of(segmentation.maskedEach(background));
		}

		@Override
		public Optional<ImagePlus> keptOf(final Segmentation segmentation,
			final Background background)
		{
			return Optional.of(segmentation.keptEach(background));
		}

		@Override
		public List<int[]> pictures(final int[] there, final int possible) {
			return IntStream.of(there).mapToObj(j -> new int[] { j }).collect(Collectors.toList());
		}
	}

	/** Some clusters, in one picture. */
	private abstract static class OnePicture extends MaskedClusters {

		private OnePicture(final String text) {
			super(text);
		}

		/** @param key of the setting, for messages */
		abstract int[] numbers(String key, Segmentation segmentation);

		@Override
		public final Optional<ImagePlus> maskedOf(final Segmentation segmentation,
			final Background background)
		{
			return Optional.of(segmentation.masked(background, numbers("masked", segmentation)));
		}

		@Override
		public final Optional<ImagePlus> keptOf(final Segmentation segmentation,
			final Background background)
		{
			return Optional.of(segmentation.kept(background, numbers("kept", segmentation)));
		}
	}

	private static final class Selection extends OnePicture {

		private Selection() {
			super("selection");
		}

		@Override
		int[] numbers(final String key, final Segmentation segmentation) {
			return segmentation.numbersUnderSelection(key);
		}

		@Override
		public List<int[]> pictures(final int[] there, final int possible) {
			throw new UnsupportedOperationException("there is no selection");
		}
	}

	private static final class Numbers extends OnePicture {

		private final int[] numbers;

		private Numbers(final String text, final int... numbers) {
			super(text);
			this.numbers = numbers;
		}

		@Override
		public int[] numbers() {
			return numbers.clone();
		}

		/** Numbers that no cluster of the image can have, which has fewer now, mean none. */
		@Override
		int[] numbers(final String key, final Segmentation segmentation) {
			return upTo(segmentation.largestNumber());
		}

		@Override
		public List<int[]> pictures(final int[] there, final int possible) {
			return Collections.singletonList(upTo(possible));
		}

		private int[] upTo(final int possible) {
			return Arrays.stream(numbers).filter(number -> number <= possible).toArray();
		}
	}
}
