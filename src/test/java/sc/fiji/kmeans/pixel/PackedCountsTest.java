package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.LongStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

class PackedCountsTest extends PixelCountsContract {

	@Override
	PixelFormat format(final Random random) {
		return PixelFormat.grey(1 + random.nextInt(24));
	}

	@Override
	PixelCounts counts(final Random random) {
		final PixelFormat format = format(random);
		final long[] values = random.longs(random.nextInt(200), 0, format.max() + 1)
			.distinct()
			.sorted()
			.toArray();
		return packed(format, values,
			random.longs(values.length, 1, 1L << 1 + random.nextInt(32)).toArray());
	}

	private static PixelCounts packed(final PixelFormat format, final long[] values,
		final long... counts)
	{
		final int[] entries = new int[values.length + 2];
		final LargeCounts large = new LargeCounts();
		for (int i = 0; i < values.length; i++) {
			entries[i] = PackedCounts.entry(values[i], counts[i]);
			if (counts[i] >= PackedCounts.LARGE) large.add(i, counts[i]);
		}
		return new PackedCounts(format, entries, values.length, large);
	}

	/** The widest values beside counts on both sides of a byte. */
	@Test
	void valuesAndCountsShareAnEntry() {
		final long[] values = { 0, 1, 0x7fffff, 0x800000, 0xfffffe, 0xffffff };
		final long[] counts = { 1, 253, 254, 255, 256, 1L << 40 };
		final PixelCounts packed = packed(PixelFormat.grey(24), values, counts);
		assertEquals(values.length, packed.size());
		for (int i = 0; i < values.length; i++) {
			assertEquals(values[i], packed.value(i));
			assertEquals(counts[i], packed.weight(i));
		}
		assertEquals(LongStream.of(counts).sum(), packed.pixels());
	}

	/** One sixteenth more, but nothing more for the first time. */
	@Test
	void entriesThatReplaceOthersHaveSomeRoom() {
		assertEquals(1000, PackedCounts.length(0, 1000));
		assertEquals(1062, PackedCounts.length(1, 1000));
		assertEquals(15, PackedCounts.length(9, 15));
	}

	/** Of a histogram of parts, each with some places. */
	@Property(tries = 50)
	void largeCountsOfPartsAreFoundAgain(@ForAll final long seed) {
		final Random random = new Random(seed);
		final LargeCounts all = new LargeCounts();
		final LargeCounts part = new LargeCounts();
		final int[] places = random.ints(40, 0, 1000).distinct().sorted().toArray();
		for (int shift = 0; shift < 3000; shift += 1000) {
			part.clear();
			for (final int place : places)
				part.add(place, 1_000_000_007L * place + shift);
			all.add(part, shift);
		}
		for (int shift = 0; shift < 3000; shift += 1000)
			for (final int place : places)
				assertEquals(1_000_000_007L * place + shift, all.get(shift + place));
	}
}
