package sc.fiji.kmeans.files.tiff;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/**
 * Compresses bytes at the fastest: labels and pictures of few colours get small in any case.
 * Noise, such as that of photos, takes most of the time and gets hardly smaller: where a sample
 * tells so, bytes are stored.
 */
final class FastDeflate {

	private static final int SAMPLES = 4;
	private static final int SAMPLE = 1 << 11;
	/** A sample that stays larger than this part of itself is noise. */
	private static final double NOISE = 0.7;

	private FastDeflate() {}

	static byte[] of(final byte[] bytes) {
		return deflated(bytes, isNoise(bytes) ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
	}

	private static boolean isNoise(final byte[] bytes) {
		if (bytes.length < 2 * SAMPLES * SAMPLE) return false;
		final byte[] sample = new byte[SAMPLES * SAMPLE];
		for (int i = 0; i < SAMPLES; i++)
			System.arraycopy(bytes, (int) ((2L * i + 1) * bytes.length / (2 * SAMPLES)) - SAMPLE / 2,
				sample, i * SAMPLE, SAMPLE);
		return deflated(sample, Deflater.BEST_SPEED).length > NOISE * sample.length;
	}

	private static byte[] deflated(final byte[] bytes, final int level) {
		final Deflater deflater = new Deflater(level);
		try {
			deflater.setInput(bytes);
			deflater.finish();
			final ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
			final byte[] part = new byte[1 << 15];
			while (!deflater.finished())
				out.write(part, 0, deflater.deflate(part));
			return out.toByteArray();
		}
		finally {
			deflater.end();
		}
	}
}
