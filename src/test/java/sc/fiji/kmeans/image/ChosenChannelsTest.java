package sc.fiji.kmeans.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ChosenChannelsTest {

	/** Numbers and ranges in any order, some of them twice. @param numbers gets all of them */
	private static String text(final Random random, final TreeSet<Integer> numbers) {
		final List<String> parts = new ArrayList<>();
		for (int n = 1 + random.nextInt(5); n > 0; n--) {
			final int first = 1 + random.nextInt(12);
			final int last = first + (random.nextBoolean() ? 0 : random.nextInt(5));
			IntStream.rangeClosed(first, last).forEach(numbers::add);
			parts.add(first == last && random.nextBoolean() ? "" + first : first + "-" + last);
		}
		return String.join(random.nextBoolean() ? "," : " , ", parts);
	}

	private static int[] array(final TreeSet<Integer> numbers) {
		return numbers.stream().mapToInt(Integer::intValue).toArray();
	}

	@Property(tries = 300)
	void theyAreTheNumbersThatAreSaid(@ForAll final long seed) {
		final TreeSet<Integer> numbers = new TreeSet<>();
		final ChosenChannels chosen = ChosenChannels.of(text(new Random(seed), numbers));
		assertArrayEquals(array(numbers), chosen.numbers(numbers.last()));
		assertArrayEquals(array(numbers), chosen.numbers(99));
		int place = 0;
		for (final int number : numbers)
			assertEquals(number, chosen.number(++place));
	}

	/** So the text tells whether two are the same. */
	@Property(tries = 300)
	void theirTextDependsOnTheNumbersAlone(@ForAll final long seed) {
		final TreeSet<Integer> numbers = new TreeSet<>();
		final ChosenChannels chosen = ChosenChannels.of(text(new Random(seed), numbers));
		final List<String> each = new ArrayList<>();
		numbers.forEach(n -> each.add("" + n));
		Collections.shuffle(each, new Random(seed));
		assertEquals(chosen.toString(), ChosenChannels.of(String.join(",", each)).toString());
		assertEquals(chosen.toString(), ChosenChannels.of(chosen.toString()).toString());
		assertTrue(chosen.toString().matches("\\d+(-\\d+)?(,\\d+(-\\d+)?)*"), chosen.toString());
	}

	@Property(tries = 100)
	void aFrameGivesThosePlanes(@ForAll final long seed) {
		final TreeSet<Integer> numbers = new TreeSet<>();
		final ChosenChannels chosen = ChosenChannels.of(text(new Random(seed), numbers));
		final ImageProcessor[] frame = IntStream.range(0, numbers.last() + 1)
			.mapToObj(c -> new ByteProcessor(2, 2))
			.toArray(ImageProcessor[]::new);
		final ImageProcessor[] planes = chosen.of(frame);
		assertEquals(numbers.size(), planes.length);
		int place = 0;
		for (final int number : numbers)
			assertSame(frame[number - 1], planes[place++]);
	}

	@Example
	void allAreAllThatThereAre() {
		assertEquals("all", ChosenChannels.of(" all ").toString());
		assertArrayEquals(new int[] { 1, 2, 3 }, ChosenChannels.ALL.numbers(3));
		assertEquals(7, ChosenChannels.ALL.number(7));
		final ImageProcessor[] colours = { new ColorProcessor(2, 2) };
		assertSame(colours, ChosenChannels.ALL.of(colours));
	}

	@Example
	void neighboursAreWrittenAsRanges() {
		assertEquals("1,3-5,8-9", ChosenChannels.of("9,8,4-5,3,1,1").toString());
		assertEquals("1-999999999", ChosenChannels.of("2-999999999,1").toString());
	}

	@Example
	void whatIsNoListIsRefusedWithWhatIsTaken() {
		for (final String text : new String[] { "", "0", "0-3", "1,", ",1", "1,,2", "3-1", "1-", "-3",
			"1-2-3", "1.5", "a", "All", "none", "1+2", "1 2", "9999999999" })
			assertEquals(
				"channels = " + (text.isEmpty() ? "(nothing)" : text)
					+ ": takes all, or numbers of channels from 1 on, such as 2 or 1,3-5",
				message(() -> ChosenChannels.of(text)));
	}

	/** One expression for the whole of it would overflow the stack. */
	@Example
	void longTextsAreReadOrRefused() {
		final String ones = String.join(",", Collections.nCopies(200_000, "1-2"));
		assertEquals("1-2", ChosenChannels.of(ones).toString());
		assertTrue(message(() -> ChosenChannels.of(ones + "x")).length() < 200);
	}

	@Example
	void channelsThatThereAreNotAreRefusedWithTheBound() {
		assertEquals("channels = 1,3-5: takes all, or numbers of channels from 1 to 4",
			message(() -> ChosenChannels.of("3-5,1").numbers(4)));
		assertEquals("channels = 2: takes all or 1 for an image of one channel",
			message(() -> ChosenChannels.of("2").of(new ImageProcessor[] { new ByteProcessor(2, 2) })));
		ChosenChannels.of("3-5,1").requireIn(5);
		assertArrayEquals(new int[] { 1 }, ChosenChannels.of("1").numbers(1));
	}

	@Example
	void coloursHaveNoChannels() {
		final ImageProcessor indexed = TestImages.Kind.INDEXED.draw(3, 3, 1);
		for (final ImageProcessor plane : new ImageProcessor[] { new ColorProcessor(2, 2), indexed })
			assertEquals("channels = 1: takes all for an image of colours",
				message(() -> ChosenChannels.of("1").of(new ImageProcessor[] { plane })));
	}

	/** As that of all together, which are no colours either. */
	@Example
	void theTableOfOneOfSeveralIsNoPalette() {
		final ImageProcessor palette = TestImages.Kind.INDEXED.draw(3, 3, 1);
		final ImageProcessor[] chosen = ChosenChannels.of("2")
			.of(new ImageProcessor[] { new ByteProcessor(3, 3), palette });
		assertFalse(ImagePixels.isIndexed(chosen));
		assertSame(palette.getPixels(), chosen[0].getPixels());
	}

	private static String message(final Runnable refused) {
		return assertThrows(IllegalArgumentException.class, refused::run).getMessage();
	}
}
