package sc.fiji.kmeans.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Runs of pixels are those that ImageJ reads one by one. */
class RowsTest {

	private static final ImageProcessor[] PLANES = { new ByteProcessor(8, 5),
		new ShortProcessor(8, 5), new ColorProcessor(8, 5) };

	private static ImageProcessor random(final int type, final Random random) {
		final ImageProcessor plane = PLANES[type].duplicate();
		for (int i = 0; i < plane.getPixelCount(); i++)
			plane.set(i, random.nextInt());
		return plane;
	}

	@Property(tries = 50)
	void whatIsReadIsWhatImageJReads(@ForAll final long seed,
		@ForAll @IntRange(max = 2) final int type, @ForAll @IntRange(max = 39) final int from)
	{
		final ImageProcessor plane = random(type, new Random(seed));
		final int n = 40 - from;
		final int[] row = new int[n + 1];
		row[n] = 77;
		Rows.of(plane).read(from, n, row);
		for (int i = 0; i < n; i++)
			assertEquals(plane.get(from + i), row[i]);
		assertEquals(77, row[n]);
	}

	@Property(tries = 50)
	void whatIsWrittenIsThereAndNothingElse(@ForAll final long seed,
		@ForAll @IntRange(max = 2) final int type, @ForAll @IntRange(max = 30) final int from)
	{
		final Random random = new Random(seed);
		final ImageProcessor plane = random(type, random);
		final ImageProcessor expected = plane.duplicate();
		final int[] row = random.ints(12).toArray();
		for (int i = 0; i < 9; i++)
			expected.set(from + i, row[i]);
		Rows.of(plane).write(from, 9, row);
		for (int i = 0; i < 40; i++)
			assertEquals(expected.get(i), plane.get(i));
	}

	/** The bytes of channels side by side. */
	@Example
	void channelsOf8BitsArePacked() {
		final ImageProcessor[] channels = { new ByteProcessor(2, 1, new byte[] { 1, -1 }),
			new ByteProcessor(2, 1, new byte[] { 2, 0 }), new ByteProcessor(2, 1, new byte[] { 3, 7 }) };
		final int[] row = new int[2];
		Rows.packed(channels).read(0, 2, row);
		assertArrayEquals(new int[] { 0x010203, 0xff0007 }, row);
		assertThrows(UnsupportedOperationException.class, () -> Rows.packed(channels).write(0, 2, row));
	}
}
