package sc.fiji.kmeans.benchmark;

import ij.IJ;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.segment.Plane;

/**
 * Time and memory of ours for 1 to 256 megapixels, k = 3, 10 attempts: a photo
 * tiled, and tiled with noise of up to 8 grey levels, as RGB, 8 and 16 bits.
 * <p>
 * Extra memory is the largest amount that was in use after a garbage collection
 * or between two of them, beside the pixels, the labels and the segmented pixels;
 * an upper bound, for it includes garbage.
 */
final class Scale {

	private static final int[] MEGAPIXELS = { 1, 4, 16, 64, 256 };
	private static final String PHOTO = "sample-data/coffee.png";
	private static final int NOISE = 8;
	private static final int ROUNDS = 3;

	private Scale() {}

	static void print() {
		final ImageProcessor photo = IJ.openImage(PHOTO).getProcessor().convertToRGB();
		for (final int noise : new int[] { 0, NOISE })
			for (final int bits : new int[] { 24, 16, 8 })
				for (final int megapixels : MEGAPIXELS)
					print(tiled(photo, megapixels, noise, bits), megapixels, noise, bits);
	}

	private static void print(final ImageProcessor image, final int megapixels, final int noise,
		final int bits)
	{
		double least = Double.POSITIVE_INFINITY;
		long extra = Long.MAX_VALUE;
		for (int round = 0; round < ROUNDS; round++) {
			System.gc();
			final long before = used();
			pools(MemoryPoolMXBean::resetPeakUsage);
			least = Math.min(least,
				Benchmark.millis(() -> new Plane().segment(image, KMeansOptions.defaults())));
			extra = Math.min(extra, peak() - before - results(image));
		}
		System.out.printf(Locale.ROOT,
			"megapixels=%d bits=%d noise=%d ours_ms=%.0f ns_per_pixel=%.1f extra_mb=%.0f%n", megapixels,
			bits, noise, least, least * 1e6 / image.getPixelCount(), Math.max(0, extra) / 1e6);
	}

	/** Bytes of the labels and the segmented pixels. */
	private static long results(final ImageProcessor image) {
		return (long) image.getPixelCount()
			* (1 + (image.getBitDepth() == 24 ? 4 : image.getBitDepth() / 8));
	}

	private static ImageProcessor tiled(final ImageProcessor photo, final int megapixels,
		final int noise, final int bits)
	{
		final int side = (int) Math.sqrt(megapixels) * 1000;
		final ImageProcessor image = bits == 24
			? new ColorProcessor(side, side)
			: bits == 16 ? new ShortProcessor(side, side) : new ByteProcessor(side, side);
		final Random random = new Random(1);
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++)
				image.set(x, y,
					pixel(photo.get(x % photo.getWidth(), y % photo.getHeight()), noise, bits, random));
		return image;
	}

	private static int pixel(final int rgb, final int noise, final int bits, final Random random) {
		if (bits == 24)
			return noisy(rgb >> 16 & 0xff, noise, random) << 16
				| noisy(rgb >> 8 & 0xff, noise, random) << 8 | noisy(rgb & 0xff, noise, random);
		final int grey = noisy(rgb >> 8 & 0xff, noise, random);
		return bits == 8 ? grey : grey << 8 | rgb & 0xff;
	}

	private static int noisy(final int value, final int noise, final Random random) {
		return Math.max(0,
			Math.min(255, value + (noise == 0 ? 0 : random.nextInt(2 * noise + 1) - noise)));
	}

	private static void pools(final Consumer<MemoryPoolMXBean> action) {
		ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter(pool -> pool.getType() == MemoryType.HEAP)
			.forEach(action);
	}

	private static long used() {
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	private static long peak() {
		final long[] sum = new long[1];
		pools(pool -> sum[0] += pool.getPeakUsage().getUsed());
		return sum[0];
	}
}
