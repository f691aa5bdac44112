package sc.fiji.kmeans.image;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.kmeans.base.Refusal;

/**
 * Which channels of an image count: {@code all}, or some such as {@code 1,3-5};
 * immutable. The order of the numbers means nothing, nor does one that is said twice.
 */
public final class ChosenChannels {

	/** All that an image has. */
	public static final ChosenChannels ALL = new ChosenChannels(Collections.emptyList());

	private static final String KEY = "channels";
	private static final String ALL_OF_THEM = "all";
	private static final Pattern RANGE = Pattern
		.compile("\\s*(\\d{1,9})\\s*(?:-\\s*(\\d{1,9})\\s*)?");

	/** First and last number of each, ascending, with gaps between them; none for all. */
	private final List<int[]> ranges;

	private ChosenChannels(final List<int[]> ranges) {
		this.ranges = ranges;
	}

	/** @throws IllegalArgumentException if the text is none of these */
	public static ChosenChannels of(final String text) {
		if (text.trim().equals(ALL_OF_THEM)) return ALL;
		return new ChosenChannels(joined(Arrays.stream(text.split(",", -1))
			.map(part -> range(part, text))
			.sorted(Comparator.comparingInt(range -> range[0]))
			.collect(Collectors.toList())));
	}

	private static int[] range(final String part, final String text) {
		final Matcher form = RANGE.matcher(part);
		final boolean isForm = form.matches();
		final int first = isForm ? Integer.parseInt(form.group(1)) : 0;
		final int last = isForm && form.group(2) != null ? Integer.parseInt(form.group(2)) : first;
		Refusal.require(first >= 1 && last >= first, KEY, text,
			ALL_OF_THEM + ", or numbers of channels from 1 on, such as 2 or 1,3-5");
		return new int[] { first, last };
	}

	/** @param sorted by their first numbers */
	private static List<int[]> joined(final List<int[]> sorted) {
		final List<int[]> joined = new ArrayList<>();
		for (final int[] range : sorted) {
			final int[] before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
			if (before == null || range[0] > before[1] + 1) joined.add(range);
			else before[1] = Math.max(before[1], range[1]);
		}
		return joined;
	}

	private boolean areAll() {
		return ranges.isEmpty();
	}

	/**
	 * The numbers of those that an image has, from 1 on; ascending.
	 *
	 * @param channels of the image
	 * @throws IllegalArgumentException if it does not have all of them
	 */
	public int[] numbers(final int channels) {
		requireIn(channels);
		return areAll()
			? IntStream.rangeClosed(1, channels).toArray()
			: ranges.stream().flatMapToInt(range -> IntStream.rangeClosed(range[0], range[1])).toArray();
	}

	/** @throws IllegalArgumentException if an image of this number does not have all of them */
	public void requireIn(final int channels) {
		Refusal.require(areAll() || ranges.get(ranges.size() - 1)[1] <= channels, KEY, this,
			channels == 1
				? ALL_OF_THEM + " or 1 for an image of one channel"
				: ALL_OF_THEM + ", or numbers of channels from 1 to " + channels);
	}

	/**
	 * The chosen channels of a frame. A table of one of several is no palette, also where it is
	 * alone.
	 *
	 * @param frame all its channels
	 * @throws IllegalArgumentException if it does not have all of them, or has colours
	 */
	public ImageProcessor[] of(final ImageProcessor[] frame) {
		if (areAll()) return frame;
		Refusal.require(!(frame[0] instanceof ColorProcessor) && !ImagePixels.isIndexed(frame), KEY,
			this, ALL_OF_THEM + " for an image of colours");
		final ImageProcessor[] chosen = Arrays.stream(numbers(frame.length))
			.mapToObj(c -> frame[c - 1])
			.toArray(ImageProcessor[]::new);
		return ImagePixels.isIndexed(chosen) ? new ImageProcessor[] { grey(chosen[0]) } : chosen;
	}

	/** The same pixels. */
	private static ImageProcessor grey(final ImageProcessor plane) {
		final ImageProcessor grey = new ByteProcessor(plane.getWidth(), plane.getHeight(),
			(byte[]) plane.getPixels());
		grey.setMinAndMax(plane.getMin(), plane.getMax());
		return grey;
	}

	/**
	 * The number of one of them in the image.
	 *
	 * @param place among them, from 1 on
	 */
	public int number(final int place) {
		int left = place - 1;
		for (final int[] range : ranges) {
			if (left <= range[1] - range[0]) return range[0] + left;
			left -= range[1] - range[0] + 1;
		}
		return place;
	}

	/** Whether others are the same numbers. */
	@Override
	public boolean equals(final Object other) {
		return other instanceof ChosenChannels && toString().equals(other.toString());
	}

	@Override
	public int hashCode() {
		return toString().hashCode();
	}

	/** As a user writes it: ascending, once each, neighbours as ranges. */
	@Override
	public String toString() {
		return areAll()
			? ALL_OF_THEM
			: ranges.stream()
				.map(range -> range[0] == range[1] ? "" + range[0] : range[0] + "-" + range[1])
				.collect(Collectors.joining(","));
	}
}
