package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The judge of all counts: how often values occur, in the order of their keys. Shares
 * no code with what it judges.
 */
final class CountedValues {

	static final PixelFormat[] FORMATS = { PixelFormat.RGB, PixelFormat.grey(1), PixelFormat.grey(8),
		PixelFormat.grey(13), PixelFormat.grey(16), PixelFormat.grey(20), PixelFormat.grey(24),
		PixelFormat.grey(32) };

	private final PixelFormat format;
	/** By key. */
	private final Map<Long, Long> counts = new TreeMap<>();

	CountedValues(final PixelFormat format) {
		this.format = format;
	}

	/** Of up to so many pixels, few values often or many seldom. */
	static int[] pixels(final PixelFormat format, final int most, final Random random) {
		final long mask = random.nextBoolean() ? -1 : 0x8003070707L;
		return random.ints(random.nextInt(most))
			.map(p -> (int) ((p & 0xffffffffL) >>> 32 - format.bits() & mask))
			.toArray();
	}

	static CountedValues of(final PixelFormat format, final int... pixels) {
		final CountedValues counted = new CountedValues(format);
		for (final int pixel : pixels)
			counted.add(Integer.toUnsignedLong(pixel), 1);
		return counted;
	}

	void add(final long value, final long n) {
		counts.merge(key(format, value), n, Long::sum);
	}

	/** Bit by bit: that of red, then of green and blue, from the highest to the lowest. */
	static long key(final PixelFormat format, final long value) {
		if (format.components() == 1) return value;
		long key = 0;
		for (int bit = 7; bit >= 0; bit--)
			for (int shift = 16; shift >= 0; shift -= 8)
				key = 2 * key + (value >> shift + bit & 1);
		return key;
	}

	int distinct() {
		return counts.size();
	}

	/** Same values, same counts, same order. */
	void assertCounted(final PixelCounts points) {
		final List<Long> keys = new ArrayList<>();
		final List<Long> weights = new ArrayList<>();
		for (int i = 0; i < points.size(); i++) {
			keys.add(key(format, points.value(i)));
			weights.add(points.weight(i));
		}
		assertEquals(new ArrayList<>(counts.keySet()), keys);
		assertEquals(new ArrayList<>(counts.values()), weights);
		assertEquals(counts.values().stream().mapToLong(n -> n).sum(), points.pixels());
	}
}
