package sc.fiji.kmeans.image;

import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * The distinct values of pixels with several channels, or with a fraction, by
 * numbers: 1, 2, ... in the order in which they came. 0 stands for all that have a
 * channel that is no finite number.
 */
final class ChannelVectors {

	private static final int MIN_CAPACITY = 64;

	private final int channels;
	/** Channel c of vector n stands at n * channels + c. */
	private float[] values;
	/** The number of a vector in its slot of a hash table; 0 where it is free. */
	private int[] slots = new int[MIN_CAPACITY];
	private int size;

	ChannelVectors(final int channels) {
		this.channels = channels;
		values = new float[MIN_CAPACITY * channels];
	}

	int channels() {
		return channels;
	}

	/** Number of vectors, without those that 0 stands for. */
	int size() {
		return size;
	}

	/** @param number 1 to size */
	float value(final int number, final int channel) {
		return values[number * channels + channel];
	}

	/** The largest power of two that a number of a channel reaches; 1 of zeros. */
	double magnitude(final int channel) {
		float reach = 0;
		for (int n = 1; n <= size; n++)
			reach = Math.max(reach, Math.abs(value(n, channel)));
		return reach == 0 ? 1 : Math.scalb(1.0, Math.getExponent((double) reach));
	}

	/**
	 * Numbers of the pixels of a frame, one processor a channel.
	 *
	 * @param ignored those that 0 stands for, too
	 */
	int[] numbers(final ImageProcessor[] frame,
		final Predicate<float[]> ignored)
	{
		final int[] numbers = new int[frame[0].getPixelCount()];
		final float[] vector = new float[channels];
		for (int i = 0; i < numbers.length; i++) {
			for (int c = 0; c < channels; c++)
				// Minus zero is zero.
				vector[c] = frame[c].getf(i) + 0f;
			numbers[i] = ignored.test(vector) ? 0 : number(vector);
		}
		return numbers;
	}

	private int number(final float[] vector) {
		for (final float value : vector)
			if (Float.isNaN(value) || Float.isInfinite(value)) return 0;
		int slot = hash(vector, 0) & slots.length - 1;
		while (slots[slot] != 0 && !isAt(vector, slots[slot]))
			slot = slot + 1 & slots.length - 1;
		return slots[slot] == 0 ? add(vector, slot) : slots[slot];
	}

	private boolean isAt(final float[] vector, final int number) {
		for (int c = 0; c < channels; c++)
			if (vector[c] != value(number, c)) return false;
		return true;
	}

	private int add(final float[] vector, final int slot) {
		size++;
		slots[slot] = size;
		if ((size + 1) * channels > values.length) values = Arrays.copyOf(values, 2 *
			values.length);
		System.arraycopy(vector, 0, values, size * channels, channels);
		if (size > slots.length / 2) grow();
		return size;
	}

	private void grow() {
		final int[] larger = new int[2 * slots.length];
		for (int n = 1; n <= size; n++) {
			int slot = hash(values, n * channels) & larger.length - 1;
			while (larger[slot] != 0)
				slot = slot + 1 & larger.length - 1;
			larger[slot] = n;
		}
		slots = larger;
	}

	private int hash(final float[] numbers, final int from) {
		long hash = 0;
		for (int c = 0; c < channels; c++)
			hash = (hash + Float.floatToIntBits(numbers[from + c])) *
				0x9e3779b97f4a7c15L;
		return (int) (hash >>> 32);
	}
}
