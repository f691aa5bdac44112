package sc.fiji.kmeans.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.pixel.PixelHistogram;
import sc.fiji.kmeans.pixel.PixelSource;

/** What holds for every source of pixels; subclasses name examples. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class PixelSourceContract {

	/** A source and the values that it must have, in any order. */
	static final class Example {

		private final String name;
		private final PixelSource source;
		private final long[] expected;

		Example(final String name, final PixelSource source, final LongStream expected) {
			this.name = name;
			this.source = source;
			this.expected = expected.sorted().toArray();
		}

		@Override
		public String toString() {
			return name;
		}
	}

	abstract Stream<Example> examples();

	@ParameterizedTest
	@MethodSource("examples")
	void blocksTogetherHoldEachPixelOnce(final Example example) {
		final PixelSource source = example.source;
		final long[] all = IntStream.range(0, source.blocks())
			.boxed()
			.flatMapToLong(block -> LongStream.of(read(source, block)))
			.sorted()
			.toArray();
		assertArrayEquals(example.expected, all);
	}

	@ParameterizedTest
	@MethodSource("examples")
	void blocksMayBeReadInAnyOrderAndAgain(final Example example) {
		final PixelSource source = example.source;
		final long[][] first = IntStream.range(0, source.blocks())
			.mapToObj(block -> read(source, block))
			.toArray(long[][]::new);
		for (final int block : shuffledTwice(source.blocks()))
			assertArrayEquals(first[block], read(source, block));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void blocksMayBeReadSideBySide(final Example example) {
		final PixelSource source = example.source;
		final long[] all = shuffledTwice(source.blocks()).parallelStream()
			.flatMapToLong(block -> LongStream.of(read(source, block)))
			.sorted()
			.toArray();
		assertArrayEquals(
			LongStream.concat(LongStream.of(example.expected), LongStream.of(example.expected))
				.sorted()
				.toArray(),
			all);
	}

	@ParameterizedTest
	@MethodSource("examples")
	void noBlockIsLongerThanItsSourceSays(final Example example) {
		final PixelSource source = example.source;
		final int[] buffer = new int[source.blockLength()];
		for (int block = 0; block < source.blocks(); block++) {
			final int n = source.read(block, buffer);
			assertTrue(n >= 0 && n <= source.blockLength(), n + " values");
		}
	}

	@ParameterizedTest
	@MethodSource("examples")
	void valuesFitTheFormat(final Example example) {
		final PixelSource source = example.source;
		for (int block = 0; block < source.blocks(); block++)
			for (final long value : read(source, block))
				assertTrue(value >>> source.format().bits() == 0, Long.toHexString(value));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void aHistogramCountsAllPixels(final Example example) {
		final PixelHistogram histogram = PixelHistogram.of(example.source, Progress.NONE);
		assertTrue(histogram.pixels() == example.expected.length);
		assertTrue(histogram.distinct() == LongStream.of(example.expected).distinct().count());
	}

	private static long[] read(final PixelSource source, final int block) {
		final int[] buffer = new int[source.blockLength() + 3];
		final int n = source.read(block, buffer);
		return IntStream.of(buffer).limit(n).mapToLong(Integer::toUnsignedLong).toArray();
	}

	private static List<Integer> shuffledTwice(final int n) {
		final List<Integer> order = new ArrayList<>();
		for (int i = 0; i < 2 * n; i++)
			order.add(i % n);
		Collections.shuffle(order, new Random(n));
		return order;
	}
}
