package sc.fiji.kmeans.files.deflate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

class HuffmanCodeTest {

	private static final int MOST = 15;

	/** Two symbols at least; many of them rare, or none. */
	private static int[] counts(final Random random, final int symbols) {
		final int[] counts = new int[symbols];
		final int most = 1 << random.nextInt(20);
		for (int i = 0; i < symbols; i++)
			counts[i] = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(most) >> random.nextInt(12);
		counts[0] = Math.max(1, counts[0]);
		counts[symbols - 1] = Math.max(1, counts[symbols - 1]);
		return counts;
	}

	/** The sum of all joined counts: what the best code takes in all, by Huffman's proof. */
	private static long bitsOfTheBest(final int[] counts) {
		final PriorityQueue<Long> queue = new PriorityQueue<>();
		for (final int count : counts)
			if (count > 0) queue.add((long) count);
		long sum = 0;
		while (queue.size() > 1) {
			final long joined = queue.poll() + queue.poll();
			sum += joined;
			queue.add(joined);
		}
		return sum;
	}

	private static long bits(final int[] counts, final HuffmanCode code) {
		return IntStream.range(0, counts.length)
			.mapToLong(i -> (long) counts[i] * code.length(i))
			.sum();
	}

	@Property(tries = 200)
	void withRoomForAllLengthsNoCodeIsShorter(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 12) final int symbols)
	{
		final int[] counts = counts(new Random(seed), symbols);
		assertEquals(bitsOfTheBest(counts), bits(counts, new HuffmanCode(counts, MOST)));
	}

	/** Kraft's sum is 1: every row of bits means something. */
	@Property(tries = 200)
	void lengthsAreThoseOfAWholeTree(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 286) final int symbols)
	{
		final int[] counts = counts(new Random(seed), symbols);
		final HuffmanCode code = new HuffmanCode(counts, MOST);
		double sum = 0;
		for (int i = 0; i < symbols; i++) {
			assertEquals(counts[i] == 0, code.length(i) == 0);
			assertTrue(code.length(i) <= MOST);
			if (code.length(i) > 0) sum += Math.pow(2, -code.length(i));
		}
		assertEquals(1, sum, 0);
	}

	/** Read bit by bit, no code is the beginning of another. */
	@Property(tries = 100)
	void noCodeBeginsAnother(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 60) final int symbols)
	{
		final HuffmanCode code = new HuffmanCode(counts(new Random(seed), symbols), MOST);
		final Set<String> beginnings = new HashSet<>();
		final Set<String> codes = new HashSet<>();
		for (int i = 0; i < symbols; i++) {
			if (code.length(i) == 0) continue;
			final StringBuilder text = new StringBuilder();
			for (int b = 0; b < code.length(i); b++) {
				beginnings.add(text.toString());
				text.append(code.code(i) >> b & 1);
			}
			assertTrue(codes.add(text.toString()));
		}
		codes.retainAll(beginnings);
		assertTrue(codes.isEmpty(), codes.toString());
	}

	/** RFC 1951, 3.2.2: of one length, codes ascend with symbols; shorter ones come first. */
	@Property(tries = 100)
	void codesAreNumberedAsTheStandardSays(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 286) final int symbols)
	{
		final HuffmanCode code = new HuffmanCode(counts(new Random(seed), symbols), MOST);
		int last = -1;
		int before = 0;
		for (int length = 1; length <= MOST; length++)
			for (int i = 0; i < symbols; i++) {
				if (code.length(i) != length) continue;
				last = last + 1 << length - before;
				before = length;
				assertEquals(last, Integer.reverse(code.code(i)) >>> Integer.SIZE - length);
			}
	}

	/** Fibonacci's numbers make the longest codes: as many bits as symbols. */
	@Property(tries = 14)
	void longCodesAreCut(@ForAll @IntRange(min = 7, max = 20) final int most) {
		final int[] counts = new int[30];
		counts[0] = 1;
		counts[1] = 1;
		for (int i = 2; i < counts.length; i++)
			counts[i] = counts[i - 1] + counts[i - 2];
		final HuffmanCode code = new HuffmanCode(counts, most);
		assertTrue(IntStream.range(0, counts.length).allMatch(i -> code.length(i) <= most));
		assertEquals(1,
			IntStream.range(0, counts.length).mapToDouble(i -> Math.pow(2, -code.length(i))).sum(), 0);
	}

	/** What occurs more often takes no more bits. */
	@Property(tries = 100)
	void frequentSymbolsAreShort(@ForAll final long seed) {
		final int[] counts = counts(new Random(seed), 40);
		final HuffmanCode code = new HuffmanCode(counts, 30);
		for (int a = 0; a < counts.length; a++)
			for (int b = 0; b < counts.length; b++)
				if (counts[a] > counts[b] && counts[b] > 0)
					assertTrue(code.length(a) <= code.length(b), Arrays.toString(counts));
	}

	@Test
	void twoSymbolsTakeABitEach() {
		final HuffmanCode code = new HuffmanCode(new int[] { 0, 1, 0, 1000 }, MOST);
		assertEquals(1, code.length(1));
		assertEquals(1, code.length(3));
		assertEquals(1, code.code(1) + code.code(3));
		assertEquals(4, code.size());
	}

	@Test
	void symbolsBehindTheLastThatOccursAreNone() {
		assertEquals(2, new HuffmanCode(new int[] { 1, 1, 0, 0 }, MOST).size());
	}
}
