package sc.fiji.kmeans.pixel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Progress;

/** Histograms of parts, merged, summed, written and read, of values of any width. */
class CountListTest {

	@Property(tries = 60)
	void mergedWrittenAndReadTheyHoldBoth(@ForAll final long seed,
		@ForAll @IntRange(max = 7) final int format) throws IOException
	{
		final Random random = new Random(seed);
		final PixelFormat f = CountedValues.FORMATS[format];
		final CountedValues expected = new CountedValues(f);
		final PixelHistogram a = histogram(f, random, expected);
		final PixelHistogram b = histogram(f, random, expected);
		expected.assertCounted(a.plus(b, Progress.NONE).counts());
		expected.assertCounted(b.plus(a, Progress.NONE).counts());
		expected.assertCounted(copied(f, a.plus(b, Progress.NONE)).counts());
		final PixelSum sum = new PixelSum(f);
		sum.add(a, Progress.NONE);
		sum.add(copied(f, b), Progress.NONE);
		expected.assertCounted(sum.histogram(Progress.NONE).counts());
	}

	/** Small counts, large ones, or both. */
	private static PixelHistogram histogram(final PixelFormat format, final Random random,
		final CountedValues expected)
	{
		final PixelSum sum = new PixelSum(format);
		final int bits = 1 + random.nextInt(45);
		for (final int pixel : CountedValues.pixels(format, 400, random)) {
			final long n = 1 + (random.nextLong() >>> 63 - random.nextInt(bits));
			sum.add(Integer.toUnsignedLong(pixel), n);
			expected.add(Integer.toUnsignedLong(pixel), n);
		}
		return sum.histogram(Progress.NONE);
	}

	private static PixelHistogram copied(final PixelFormat format, final PixelHistogram histogram)
		throws IOException
	{
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final CheckedOutput out = new CheckedOutput(bytes);
		histogram.write(out);
		out.finish();
		final CheckedInput in = new CheckedInput(new ByteArrayInputStream(bytes.toByteArray()));
		final PixelHistogram read = PixelHistogram.read(format, in);
		in.finish();
		return read;
	}
}
