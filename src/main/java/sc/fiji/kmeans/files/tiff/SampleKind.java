package sc.fiji.kmeans.files.tiff;

import ij.measure.Calibration;

import java.io.IOException;
import java.nio.ByteBuffer;

import sc.fiji.kmeans.image.SignedPixels;

/** How the samples of a TIFF file become pixels of ImageJ, which has 8 and 16 bits and floats. */
enum SampleKind {
	BYTE(8, 1) {
		@Override
		void copy(final SampleRun run, final ByteBuffer in, final Object out) {
			final byte[] pixels = (byte[]) out;
			final byte[] bytes = in.array();
			for (int i = run.to,
				at = in.arrayOffset() + run.at; i < run.to + run.length; i++, at += run.step)
				pixels[i] = bytes[at];
		}
	},
	/** Shifted so that the order stays, as ImageJ does with 16 bits. */
	SIGNED_BYTE(8, 2) {
		@Override
		void copy(final SampleRun run, final ByteBuffer in, final Object out) {
			final byte[] pixels = (byte[]) out;
			for (int i = 0, at = run.at; i < run.length; i++, at += run.step)
				pixels[run.to + i] = (byte) (in.get(at) ^ 0x80);
		}

		@Override
		void calibrate(final Calibration calibration) {
			SignedPixels.calibrate8Bits(calibration);
		}
	},
	SHORT(16, 1) {
		@Override
		void copy(final SampleRun run, final ByteBuffer in, final Object out) {
			final short[] pixels = (short[]) out;
			for (int i = 0, at = run.at; i < run.length; i++, at += run.step)
				pixels[run.to + i] = in.getShort(at);
		}
	},
	SIGNED_SHORT(16, 2) {
		@Override
		void copy(final SampleRun run, final ByteBuffer in, final Object out) {
			final short[] pixels = (short[]) out;
			for (int i = 0, at = run.at; i < run.length; i++, at += run.step)
				pixels[run.to + i] = (short) (in.getShort(at) ^ 0x8000);
		}

		@Override
		void calibrate(final Calibration calibration) {
			calibration.setSigned16BitCalibration();
		}
	},
	HALF(16, 3) {
		@Override
		void copy(final SampleRun run, final ByteBuffer in, final Object out) {
			final float[] pixels = (float[]) out;
			for (int i = 0, at = run.at; i < run.length; i++, at += run.step)
				pixels[run.to + i] = half(in.getShort(at));
		}
	},
	INT(32, 1, true) {
		@Override
		double value(final ByteBuffer in, final int at) {
			return in.getInt(at) & 0xffffffffL;
		}
	},
	SIGNED_INT(32, 2, true) {
		@Override
		double value(final ByteBuffer in, final int at) {
			return in.getInt(at);
		}
	},
	FLOAT(32, 3) {
		@Override
		void copy(final SampleRun run, final ByteBuffer in, final Object out) {
			final float[] pixels = (float[]) out;
			for (int i = 0, at = run.at; i < run.length; i++, at += run.step)
				pixels[run.to + i] = in.getFloat(at);
		}
	},
	DOUBLE(64, 3, true) {
		@Override
		double value(final ByteBuffer in, final int at) {
			return in.getDouble(at);
		}
	};

	private final int bits;
	private final int format;
	private final boolean isRounded;

	SampleKind(final int bits, final int format) {
		this(bits, format, false);
	}

	SampleKind(final int bits, final int format, final boolean isRounded) {
		this.bits = bits;
		this.format = format;
		this.isRounded = isRounded;
	}

	/**
	 * Fewer than 8 bits are spread to 8, and fewer than 16 to 16.
	 *
	 * @throws IOException if there is none
	 */
	static SampleKind of(final Page page) throws IOException {
		// 4: not told.
		final int format = page.format == 4 ? 1 : page.format;
		final int bits = page.bits <= 8 ? 8 : page.bits < 16 ? 16 : page.bits;
		for (final SampleKind kind : values())
			if (kind.bits == bits && kind.format == format && (bits == page.bits || format == 1))
				return kind;
		throw new IOException("this TIFF file has samples of " + page.bits + " bits, format "
			+ page.format + ", which can not be read");
	}

	/** Number of bytes in a decoded block. */
	int bytes() {
		return bits / 8;
	}

	/** For pixels of ImageJ. */
	Object array(final int length) {
		if (bits == 8) return new byte[length];
		return bits == 16 && format != 3 ? new short[length] : (Object) new float[length];
	}

	/** Makes pixels of samples. */
	void copy(final SampleRun run, final ByteBuffer in, final Object out) {
		final float[] pixels = (float[]) out;
		for (int i = 0, at = run.at; i < run.length; i++, at += run.step)
			pixels[run.to + i] = (float) value(in, at);
	}

	/** A sample of a kind that floats do not hold: see {@link Exactness}. */
	double value(final ByteBuffer in, final int at) {
		throw new IllegalStateException(this + " is exact");
	}

	/** Whether samples are rounded to floats. */
	boolean isRounded() {
		return isRounded;
	}

	boolean isWhole() {
		return format != 3;
	}

	/** Tells what the samples were, where pixels are something else. */
	void calibrate(final Calibration calibration) {}

	/** IEEE 754: a sign, 5 bits of exponent, 10 of the fraction. */
	static float half(final short bits) {
		final int exponent = bits >> 10 & 31;
		final int fraction = bits & 1023;
		final float size = exponent == 31
			? fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN
			: exponent == 0
				? Math.scalb((float) fraction, -24)
				: Math.scalb((float) (fraction + 1024), exponent - 25);
		return bits < 0 ? -size : size;
	}

	/** Which samples become which pixels. */
	static final class SampleRun {

		/** The byte where the first sample begins. */
		final int at;
		/** Number of bytes from one sample to the next. */
		final int step;
		/** The first pixel. */
		final int to;
		/** Number of pixels. */
		final int length;

		SampleRun(final int at, final int step, final int to, final int length) {
			this.at = at;
			this.step = step;
			this.to = to;
			this.length = length;
		}
	}
}
