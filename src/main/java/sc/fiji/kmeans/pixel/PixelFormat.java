package sc.fiji.kmeans.pixel;

import java.util.Comparator;

/**
 * A packing of the components of a pixel value into a {@code long}: unsigned integers
 * of the same number of bits, the first one highest; immutable. As a space, the
 * components are the coordinates.
 */
public final class PixelFormat implements ValueSpace {

	/** Red, green and blue of 8 bits each: 0xRRGGBB. */
	public static final PixelFormat RGB = new PixelFormat(3, 8,
		Comparator.comparingDouble(PixelFormat::luminance)
			.thenComparing(PixelFormat::compareComponents));

	/** By the mean of the channels, then channel by channel. */
	public static final Comparator<double[]> BY_MEAN = Comparator.comparingDouble(PixelFormat::sum)
		.thenComparing(PixelFormat::compareComponents);

	private final int components;
	private final int bits;
	private final long max;
	private final Comparator<double[]> order;

	private PixelFormat(final int components, final int bits, final Comparator<double[]> order) {
		this.components = components;
		this.bits = bits;
		max = (1L << bits) - 1;
		this.order = order;
	}

	/**
	 * One unsigned integer.
	 *
	 * @param bits 1 to 32
	 */
	public static PixelFormat grey(final int bits) {
		if (bits < 1 || bits > 32)
			throw new IllegalArgumentException("bits = " + bits + ": takes 1 to 32");
		return new PixelFormat(1, bits, BY_MEAN);
	}

	/**
	 * Two or three channels of 8 bits, ordered by their mean.
	 */
	public static PixelFormat channels(final int channels) {
		if (channels < 2 || channels > 3)
			throw new IllegalArgumentException("channels = " + channels + ": takes 2 or 3");
		return new PixelFormat(channels, Byte.SIZE, BY_MEAN);
	}

	/** Plainly added in turn: a stream's sum would be another one on each version of Java. */
	private static double sum(final double[] x) {
		double sum = 0;
		for (final double component : x)
			sum += component;
		return sum;
	}

	/** Number of components of a pixel value. */
	public int components() {
		return components;
	}

	@Override
	public int dimensions() {
		return components;
	}

	@Override
	public int fractionBits() {
		return 0;
	}

	@Override
	public void locate(final long pixel, final double[] x) {
		unpack(pixel, x);
	}

	/** Number of bits of a packed pixel value; the ones above are 0. */
	public int bits() {
		return components * bits;
	}

	/** Number of bits of a component. */
	int componentBits() {
		return bits;
	}

	/** The upper bits of all components, packed. */
	int cell(final long pixel, final int lowBits) {
		return bitsOfEach(pixel, lowBits, bits - lowBits);
	}

	/** The low bits of all components, packed. */
	int withinCell(final long pixel, final int lowBits) {
		return bitsOfEach(pixel, 0, lowBits);
	}

	/** The upper five bits of red, green and blue, packed. */
	static int colourCell(final int rgb) {
		return rgb >> 9 & 0x7c00 | rgb >> 6 & 0x3e0 | rgb >> 3 & 0x1f;
	}

	/** Whether values are packed as colours are. */
	boolean isLikeColours() {
		return components == 3 && bits == Byte.SIZE;
	}

	/** Some bits of each component, packed. */
	private int bitsOfEach(final long pixel, final int from, final int n) {
		if (isLikeColours()) return bitsOfEachColour((int) pixel, from, n);
		int all = 0;
		for (int q = components - 1; q >= 0; q--)
			all = all << n | (int) (pixel >>> q * bits + from) & (1 << n) - 1;
		return all;
	}

	/** The loop above for colours, unrolled. */
	private static int bitsOfEachColour(final int rgb, final int from, final int n) {
		final int mask = (1 << n) - 1;
		return (rgb >>> 16 + from & mask) << 2 * n | (rgb >>> 8 + from & mask) << n
			| rgb >>> from & mask;
	}

	/** The largest value of a component. */
	public long max() {
		return max;
	}

	/**
	 * The components of a packed value.
	 *
	 * @param x takes them, the highest first
	 */
	void unpack(final long pixel, final double[] x) {
		if (isLikeColours()) unpackColour((int) pixel, x);
		else unpackAny(pixel, x);
	}

	/** What the loop below does, without the loop: colours are what is most read. */
	private static void unpackColour(final int rgb, final double[] x) {
		x[0] = rgb >> 16 & 0xff;
		x[1] = rgb >> 8 & 0xff;
		x[2] = rgb & 0xff;
	}

	private void unpackAny(final long pixel, final double[] x) {
		long rest = pixel;
		for (int q = components - 1; q >= 0; q--) {
			x[q] = rest & max;
			rest >>>= bits;
		}
	}

	/**
	 * The pixel value of a centre: each coordinate rounded to the nearest integer,
	 * halves up.
	 */
	public long pixel(final double[] centre) {
		long pixel = 0;
		for (final double coordinate : centre)
			pixel = pixel << bits | Math.max(0, Math.min(max, Math.round(coordinate)));
		return pixel;
	}

	/**
	 * Dark before bright: by the CIE lightness of a colour in sRGB, or by value;
	 * then component by component.
	 */
	@Override
	public Comparator<double[]> order() {
		return order;
	}

	/**
	 * Position of a value on a curve through all values, on which neighbours are
	 * near each other: a Z-order (Morton 1966), grey values as they
	 * are. As many bits as the value.
	 */
	long key(final long pixel) {
		return components == 1
			? pixel
			: components == 2 ? ZOrder.keyOfPair((int) pixel) : ZOrder.key((int) pixel);
	}

	/** The inverse of key. */
	long pixelOf(final long key) {
		return components == 1
			? key
			: components == 2 ? ZOrder.pairOf((int) key) : ZOrder.pixelOf((int) key);
	}

	/**
	 * Replaces the first n values by their keys; values of up to 24 bits. A
	 * loop without tables, which runs on several values at once.
	 */
	void toKeys(final int[] values, final int n) {
		if (components == 3) for (int i = 0; i < n; i++)
			values[i] = ZOrder.key(values[i]);
		if (components == 2) for (int i = 0; i < n; i++)
			values[i] = ZOrder.keyOfPair(values[i]);
	}

	boolean fits(final long pixel) {
		return pixel >>> bits() == 0;
	}

	private static int compareComponents(final double[] a, final double[] b) {
		for (int q = 0; q < a.length; q++)
			if (a[q] != b[q]) return Double.compare(a[q], b[q]);
		return 0;
	}

	/** The relative luminance Y of an sRGB colour; CIE lightness rises with it. */
	private static double luminance(final double[] rgb) {
		return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
	}

	/** IEC 61966-2-1. StrictMath, so that no machine orders clusters differently. */
	private static double linear(final double component) {
		final double c = component / 255;
		return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof PixelFormat && ((PixelFormat) other).bits == bits
			&& ((PixelFormat) other).components == components && (this == RGB) == (other == RGB);
	}

	@Override
	public int hashCode() {
		return 31 * components + bits;
	}

	@Override
	public String toString() {
		return bits() + "-bit pixels of " + components
			+ (components == 1 ? " component" : " components");
	}
}
