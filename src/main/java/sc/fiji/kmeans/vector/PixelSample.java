package sc.fiji.kmeans.vector;

import java.io.Serializable;

import sc.fiji.kmeans.cluster.MixedBits;

/**
 * Which pixels of an image are counted, where all of them, nearly each different, would not fit
 * into memory: one of two, of four, of eight and so on, the least that is needed. A hash of its
 * place in the image draws each, so the same ones are drawn on every machine, whether the image
 * is read as a whole or in bands; immutable.
 * <p>
 * S. K. Thompson, Sampling, 2012, chapter 2: the mean of n pixels drawn at random is within a
 * few times their deviation divided by the root of n.
 */
public final class PixelSample implements Serializable {

	private static final long serialVersionUID = 1;

	/** Of every pixel, however many differ. */
	public static final PixelSample ALL = new PixelSample(0, 0);
	/** Numbers of different pixels, and their weights, for each that may have few. */
	private static final int NUMBERS = 4;
	/**
	 * Of every pixel, or of as many as a heap of 512 MB clusters. Does not depend on the machine,
	 * and so does not the sample.
	 */
	public static final PixelSample FITTING = of(2_000_000);

	private final int halvings;
	/** Different pixels, where they have few numbers; 0 for any number of them. */
	private final int most;

	private PixelSample(final int halvings, final int most) {
		this.halvings = halvings;
		this.most = most;
	}

	/** Of every pixel, or of as many as do not exceed that many different ones. */
	static PixelSample of(final int most) {
		return new PixelSample(0, most);
	}

	/** Of half of the pixels. */
	public PixelSample sparser() {
		return new PixelSample(halvings + 1, most);
	}

	/** Whether there may be too many pixels. */
	boolean isBounded() {
		return most > 0;
	}

	public boolean isOfAll() {
		return halvings == 0;
	}

	/** One of how many pixels is counted, in the mean. */
	public long interval() {
		return 1L << halvings;
	}

	/** Whether a number of different pixels is too large. */
	boolean isExceeded(final int distinct, final int channels) {
		return isBounded()
			&& (distinct > most || (long) distinct * (channels + 1) > (long) most * NUMBERS);
	}

	/**
	 * Draws pixels of a row.
	 *
	 * @param row its number in the image
	 * @param n number of its pixels that count
	 * @param places takes the numbers of those that are drawn, counted from 0 in ascending order
	 * @return how many they are
	 */
	int draw(final long row, final int n, final int[] places) {
		final long mixedRow = MixedBits.of(0, row);
		final long others = interval() - 1;
		int drawn = 0;
		for (int i = 0; i < n; i++)
			if ((MixedBits.of(0, mixedRow + i) & others) == 0) places[drawn++] = i;
		return drawn;
	}
}
