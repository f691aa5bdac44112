package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against differences that are taken as the standard says, sample by sample. */
class PredictorTest {

	private static final int WIDTH = 7;
	private static final int ROWS = 3;

	private static ByteOrder order(final Random random) {
		return random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
	}

	private static Page page(final int bits, final int samples, final int format, final int predictor)
		throws IOException
	{
		return new PageOfFile(WIDTH, ROWS).each(258, samples, bits)
			.with(277, samples)
			.with(317, predictor)
			.each(339, samples, format)
			.read(page -> page);
	}

	private static long sample(final ByteBuffer bytes, final int at, final int size) {
		return size == 1
			? bytes.get(at)
			: size == 2 ? bytes.getShort(at) : size == 4 ? bytes.getInt(at) : bytes.getLong(at);
	}

	private static void put(final ByteBuffer bytes, final int at, final int size, final long value) {
		if (size == 1) bytes.put(at, (byte) value);
		else if (size == 2) bytes.putShort(at, (short) value);
		else if (size == 4) bytes.putInt(at, (int) value);
		else bytes.putLong(at, value);
	}

	/** Each sample less that of the pixel before. */
	private static byte[] differences(final byte[] bytes, final int size, final int samples,
		final ByteOrder order)
	{
		final ByteBuffer in = ByteBuffer.wrap(bytes).order(order);
		final ByteBuffer out = ByteBuffer.allocate(bytes.length).order(order);
		for (int i = 0; i < bytes.length / size; i++) {
			final long before = i % (WIDTH * samples) < samples
				? 0
				: sample(in, (i - samples) * size, size);
			put(out, i * size, size, sample(in, i * size, size) - before);
		}
		return out.array();
	}

	/** The bytes of each row by their worth, then each less the one so many samples before. */
	private static byte[] floatDifferences(final byte[] bytes, final int size, final int samples,
		final ByteOrder order)
	{
		final int n = WIDTH * samples;
		final byte[] out = new byte[bytes.length];
		for (int row = 0; row < ROWS; row++) {
			final byte[] planes = new byte[n * size];
			for (int i = 0; i < n; i++)
				for (int b = 0; b < size; b++)
					planes[b * n + i] = bytes[(row * n + i) * size
						+ (order == ByteOrder.BIG_ENDIAN ? b : size - 1 - b)];
			for (int i = 0; i < planes.length; i++)
				out[row * n * size + i] = (byte) (planes[i] - (i < samples ? 0 : planes[i - samples]));
		}
		return out;
	}

	@Property(tries = 60)
	void wholeNumbersComeBack(@ForAll final long seed, @ForAll @IntRange(max = 3) final int log,
		@ForAll @IntRange(min = 1, max = 4) final int samples) throws IOException
	{
		final Random random = new Random(seed);
		final int size = 1 << log;
		final byte[] bytes = new byte[WIDTH * ROWS * samples * size];
		random.nextBytes(bytes);
		final ByteOrder order = order(random);
		final byte[] undone = differences(bytes, size, samples, order);
		new Predictor(page(8 * size, samples, 1, 2), order, WIDTH * samples * size).undo(undone);
		assertArrayEquals(bytes, undone);
	}

	@Property(tries = 60)
	void floatsComeBack(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 3) final int log,
		@ForAll @IntRange(min = 1, max = 3) final int samples) throws IOException
	{
		final Random random = new Random(seed);
		final int size = 1 << log;
		final byte[] bytes = new byte[WIDTH * ROWS * samples * size];
		random.nextBytes(bytes);
		final ByteOrder order = order(random);
		final byte[] undone = floatDifferences(bytes, size, samples, order);
		new Predictor(page(8 * size, samples, 3, 3), order, WIDTH * samples * size).undo(undone);
		assertArrayEquals(bytes, undone);
	}

	@Property(tries = 20)
	void noneChangesNothing(@ForAll final long seed) throws IOException {
		final byte[] bytes = new byte[WIDTH * ROWS];
		new Random(seed).nextBytes(bytes);
		final byte[] same = bytes.clone();
		new Predictor(page(8, 1, 1, 1), ByteOrder.LITTLE_ENDIAN, WIDTH).undo(same);
		assertArrayEquals(bytes, same);
	}

	/** Differences of floats of whole numbers, or of parts of bytes. */
	@Property(tries = 20)
	void othersAreRefused(@ForAll @IntRange(min = 2, max = 9) final int predictor)
		throws IOException
	{
		final int bits = predictor == 2 ? 12 : 16;
		final Page page = page(bits, 1, 1, predictor);
		final String message = assertThrows(IOException.class,
			() -> new Predictor(page, ByteOrder.LITTLE_ENDIAN, 2 * WIDTH)
				.undo(new byte[2 * WIDTH * ROWS]))
			.getMessage();
		assertEquals(
			"this TIFF file has predictor " + predictor + " of " + bits + " bits, which can not be read",
			message);
	}
}
