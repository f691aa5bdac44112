package sc.fiji.kmeans.files.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;

import sc.fiji.kmeans.files.format.NoData;

/**
 * Sees to it that the 32-bit floats of ImageJ tell the numbers of a plane apart. Whole numbers have
 * to be exact. Real numbers may be rounded, if that is little beside the range that they have.
 * What stands for no data may become anything.
 */
final class Exactness {

	/** A range of fewer floats is refused. */
	private static final int LEAST_STEPS = 256;
	/** They stand for no data in many files. */
	private static final double LARGEST = 0xffffffffL;
	private static final double LARGEST_SIGNED = Integer.MAX_VALUE;

	private final SampleKind kind;
	private final float noData;
	private double min;
	private double max;
	private boolean isExact;

	Exactness(final Page page, final SampleKind kind) throws IOException {
		this.kind = kind;
		noData = (float) NoData.told(page.directory).orElse(Double.NaN);
		begin();
	}

	/** Forgets the numbers before. */
	void begin() {
		min = Double.POSITIVE_INFINITY;
		max = Double.NEGATIVE_INFINITY;
		isExact = true;
	}

	/** @throws IOException with the first number that floats do not hold */
	void add(final SampleKind.SampleRun run, final ByteBuffer in) throws IOException {
		for (int i = 0, at = run.at; i < run.length; i++, at += run.step)
			add(kind.value(in, at));
	}

	private void add(final double value) throws IOException {
		final float rounded = (float) value;
		if (Double.isNaN(value) || Double.isInfinite(value) || rounded == noData) return;
		if (kind.isWhole()) requireExact(value);
		else
			if (Float.isInfinite(rounded))
				throw new IOException("this TIFF file has numbers such as " + value
					+ ", which are beyond the 32-bit floats of ImageJ");
		min = Math.min(min, value);
		max = Math.max(max, value);
		isExact &= rounded == value;
	}

	private static void requireExact(final double value) throws IOException {
		if ((float) value != value && value != LARGEST && value != LARGEST_SIGNED)
			throw new IOException("this TIFF file has whole numbers such as " + (long) value
				+ ", which are not exact in the 32-bit floats of ImageJ");
	}

	/** @throws IOException if too many of the numbers become the same */
	void end() throws IOException {
		final float largest = (float) Math.max(Math.abs(min), Math.abs(max));
		if (kind.isWhole() || isExact || max - min >= LEAST_STEPS * (double) Math.ulp(largest)) return;
		throw new IOException("this TIFF file has numbers from " + min + " to " + max
			+ ", which the 32-bit floats of ImageJ hardly tell apart");
	}
}
