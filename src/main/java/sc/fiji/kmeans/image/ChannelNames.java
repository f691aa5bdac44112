package sc.fiji.kmeans.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import sc.fiji.kmeans.pixel.CheckedInput;
import sc.fiji.kmeans.pixel.CheckedOutput;

/** What the numbers of a pixel are called, and of which channels they are; immutable. */
public final class ChannelNames {

	private static final String SINGLE = "Value";
	private static final int MOST_BYTES = 4 * ClusterKind.MAX_NAME;

	private final int[] numbers;
	private final List<String> names;

	private ChannelNames(final int[] numbers, final List<String> names) {
		this.numbers = numbers;
		this.names = Collections.unmodifiableList(names);
	}

	/**
	 * @param numbers of the channels that are segmented
	 * @param names of each
	 */
	public static ChannelNames of(final int[] numbers, final List<String> names) {
		return new ChannelNames(numbers.clone(), new ArrayList<>(names));
	}

	/** The name of the only channel of an image. */
	public static List<String> single() {
		return Collections.singletonList(SINGLE);
	}

	/** What channels are called that have no names of their own. */
	static List<String> numbered(final int... numbers) {
		final List<String> names = new ArrayList<>();
		for (final int number : numbers)
			names.add("Channel " + number);
		return names;
	}

	public List<String> names() {
		return names;
	}

	/** The names of two images together: what both are called, or the numbers. */
	public ChannelNames and(final ChannelNames other) {
		if (names.equals(other.names)) return this;
		return new ChannelNames(numbers, isSingle() || other.isSingle() ? single() : numbered(numbers));
	}

	private boolean isSingle() {
		return names.equals(single());
	}

	public void write(final CheckedOutput out) throws IOException {
		for (int c = 0; c < numbers.length; c++) {
			out.writeNumber(numbers[c]);
			out.writeText(names.get(c));
		}
	}

	/** @throws IOException if bytes are damaged or no such names */
	public static ChannelNames read(final int channels, final CheckedInput in) throws IOException {
		final int[] numbers = new int[channels];
		final List<String> names = new ArrayList<>();
		for (int c = 0; c < channels; c++) {
			numbers[c] = (int) in.readNumber("channel", 1, Integer.MAX_VALUE);
			names.add(in.readText("name", MOST_BYTES));
		}
		return new ChannelNames(numbers, names);
	}
}
