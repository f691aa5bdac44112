package sc.fiji.kmeans.benchmark;

import java.util.Arrays;
import java.util.Random;

import sc.fiji.kmeans.cluster.WeightedPoints;

/**
 * The distinct values of a generated image as points, in Z-order, each with the number of
 * its pixels. (Morton: A computer oriented geodetic data base, IBM 1966.)
 */
final class PanelImage implements WeightedPoints {

	private final int channels;
	private final long[][] points;
	private final long[] weights;
	private int size;

	/** @param pixels are sorted */
	private PanelImage(final int[][] pixels) {
		channels = pixels[0].length;
		points = new long[pixels.length][];
		weights = new long[pixels.length];
		Arrays.sort(pixels, PanelImage::compare);
		for (final int[] pixel : pixels)
			add(Arrays.stream(pixel).asLongStream().toArray());
	}

	private void add(final long[] pixel) {
		if (size == 0 || !Arrays.equals(points[size - 1], pixel)) points[size++] = pixel;
		weights[size - 1]++;
	}

	/** The coordinate in which the highest bit differs decides. */
	private static int compare(final int[] a, final int[] b) {
		int decides = 0;
		int most = 0;
		for (int q = 0; q < a.length; q++) {
			final int differing = a[q] ^ b[q];
			if (most >= differing || (most ^ differing) <= most) continue;
			most = differing;
			decides = q;
		}
		return Integer.compare(a[decides], b[decides]);
	}

	/** @param bits of a component; values beyond are clipped */
	static PanelImage of(final PanelScene scene, final int width, final int channels, final int bits,
		final long seed)
	{
		final Random random = new Random(seed);
		final double most = (1 << bits) - 1;
		final PanelScene.Pixels drawn = scene.draw(random, width, channels);
		final int[][] pixels = new int[width * width][];
		Arrays.setAll(pixels,
			i -> Arrays.stream(drawn.pixel(i))
				.mapToInt(x -> (int) Math.max(0, Math.min(most, Math.rint(x * most))))
				.toArray());
		return new PanelImage(pixels);
	}

	@Override
	public int size() {
		return size;
	}

	@Override
	public int dimensions() {
		return channels;
	}

	@Override
	public void read(final int point, final double[] x) {
		for (int q = 0; q < channels; q++)
			x[q] = points[point][q];
	}

	@Override
	public long weight(final int point) {
		return weights[point];
	}
}
