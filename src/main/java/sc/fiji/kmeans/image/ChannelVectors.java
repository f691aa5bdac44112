package sc.fiji.kmeans.image;

import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

/**
 * The distinct values of pixels with several channels, or with a fraction, by
 * numbers: 1, 2, ... in the order in which they came. 0 stands for all that have a
 * channel that is no number: NaN, infinite, or the largest float, plus or minus,
 * which files use for no data.
 * <p>
 * What grows is divided, so that no step of growing takes long.
 */
public final class ChannelVectors {

	private static final int MIN_CAPACITY = 16;
	private static final int PAGE_BITS = 14;
	private static final int PAGE = 1 << PAGE_BITS;
	private static final int TABLES = 64;

	private final int channels;
	/**
	 * Channel c of vector n stands at (n % PAGE) * channels + c of page n / PAGE; those
	 * of 0 are 0.
	 */
	private float[][] pages = new float[1][];
	/**
	 * Hash tables, of which the hash of a vector tells one: the number of a vector in
	 * its slot; 0 where it is free.
	 */
	private final int[][] slots = new int[TABLES][MIN_CAPACITY];
	private final int[] sizes = new int[TABLES];
	private int size;

	public ChannelVectors(final int channels) {
		this.channels = channels;
		pages[0] = new float[PAGE * channels];
	}

	int channels() {
		return channels;
	}

	/** Number of vectors, without those that 0 stands for. */
	public int size() {
		return size;
	}

	/** @param number 1 to size */
	float value(final int number, final int channel) {
		return pages[number >>> PAGE_BITS][(number & PAGE - 1) * channels + channel];
	}

	/** Numbers pixels. */
	public Counting heardBy(final Progress progress) {
		return new Counting(progress);
	}

	/** What numbers pixels, and is heard. */
	final class Counting {

		private final Progress progress;

		private Counting(final Progress progress) {
			this.progress = progress;
		}

		ChannelVectors vectors() {
			return ChannelVectors.this;
		}

		/**
		 * Numbers of the pixels of a frame, one processor a channel.
		 *
		 * @param ignored those that 0 stands for, too
		 * @throws CancellationException if the progress throws it
		 */
		int[] numbers(final ImageProcessor[] frame, final Predicate<float[]> ignored) {
			final int[] numbers = new int[frame[0].getPixelCount()];
			final float[] vector = new float[channels];
			final Steps steps = new Steps(progress, "counting", 1 + numbers.length / PAGE);
			for (int i = 0; i < numbers.length; i++) {
				for (int c = 0; c < channels; c++)
					// Minus zero is zero.
					vector[c] = frame[c].getf(i) + 0f;
				numbers[i] = ignored.test(vector) ? 0 : number(vector);
				if ((i & PAGE - 1) == 0) steps.done();
			}
			return numbers;
		}
	}

	/** The number of a vector, which is new or not. */
	int number(final float[] vector) {
		if (!areNumbers(vector)) return 0;
		final int hash = hash(vector, 0);
		final int[] table = slots[hash >>> 26];
		int slot = hash & table.length - 1;
		while (table[slot] != 0 && !isAt(vector, table[slot]))
			slot = slot + 1 & table.length - 1;
		return table[slot] == 0 ? add(vector, table, slot, hash >>> 26) : table[slot];
	}

	/** Whether each channel is a number, as above. */
	static boolean areNumbers(final float[] vector) {
		for (final float value : vector)
			if (!(Math.abs(value) < Float.MAX_VALUE)) return false;
		return true;
	}

	private boolean isAt(final float[] vector, final int number) {
		final float[] page = pages[number >>> PAGE_BITS];
		final int from = (number & PAGE - 1) * channels;
		for (int c = 0; c < channels; c++)
			if (vector[c] != page[from + c]) return false;
		return true;
	}

	/** @param which number of the table */
	private int add(final float[] vector, final int[] table, final int slot, final int which) {
		size++;
		table[slot] = size;
		final int page = size >>> PAGE_BITS;
		if (page == pages.length) pages = Arrays.copyOf(pages, 2 * page);
		if (pages[page] == null) pages[page] = new float[PAGE * channels];
		System.arraycopy(vector, 0, pages[page], (size & PAGE - 1) * channels, channels);
		if (++sizes[which] > limit(which)) grow(which);
		return size;
	}

	/** From half to three quarters of a table, so that they grow one by one. */
	private int limit(final int which) {
		final int length = slots[which].length;
		return length / 2 + (int) ((long) length / 4 * which / TABLES);
	}

	private void grow(final int which) {
		final int[] larger = new int[2 * slots[which].length];
		for (final int n : slots[which]) {
			if (n == 0) continue;
			int slot = hash(pages[n >>> PAGE_BITS], (n & PAGE - 1) * channels) & larger.length - 1;
			while (larger[slot] != 0)
				slot = slot + 1 & larger.length - 1;
			larger[slot] = n;
		}
		slots[which] = larger;
	}

	private int hash(final float[] numbers, final int from) {
		long hash = 0;
		for (int c = 0; c < channels; c++)
			hash = (hash + Float.floatToIntBits(numbers[from + c])) * 0x9e3779b97f4a7c15L;
		return (int) (hash >>> 32);
	}
}
