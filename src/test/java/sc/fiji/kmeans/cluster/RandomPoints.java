package sc.fiji.kmeans.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Distinct random points in ascending order with random weights. Few levels and
 * much repetition are likely, so that ties and equal distances occur.
 */
public final class RandomPoints implements WeightedPoints {

	/** Total order by components, the order of tests that need none. */
	static final Comparator<double[]> BY_COMPONENT = (a, b) -> {
		for (int q = 0; q < a.length; q++)
			if (a[q] != b[q]) return Double.compare(a[q], b[q]);
		return 0;
	};

	private static final Comparator<long[]> ASCENDING = (a, b) -> {
		for (int q = 0; q < a.length; q++)
			if (a[q] != b[q]) return Long.compare(a[q], b[q]);
		return 0;
	};

	private static final long[] LEVELS = { 2, 3, 5, 16, 256, 256, 65536, 1L << 32 };

	private final long[][] rows;
	private final long[] weights;

	public RandomPoints(final long[][] rows, final long[] weights) {
		this.rows = rows;
		this.weights = weights;
	}

	/** 1 to 300 pixels in 1 to 4 dimensions, around a few centres or anywhere. */
	static RandomPoints of(final long seed) {
		return of(seed, 300);
	}

	static RandomPoints of(final long seed, final int most) {
		final Random random = new Random(seed);
		final int d = 1 + random.nextInt(4);
		final long levels = LEVELS[random.nextInt(LEVELS.length)];
		final int n = 1 + random.nextInt(most);
		final double spread = random.nextBoolean() ? 1 : 0.05;
		final double[] home = random.doubles(6 * d).toArray();
		final Map<long[], Long> counts = new TreeMap<>(ASCENDING);
		for (int i = 0; i < n; i++) {
			final int h = random.nextInt(6);
			final long[] row = new long[d];
			Arrays.setAll(row, q -> (long) (levels
				* Math.min(0.999999999, spread * random.nextDouble() + (1 - spread) * home[h * d + q])));
			counts.merge(row, 1L + random.nextInt(3), Long::sum);
		}
		return new RandomPoints(counts.keySet().toArray(new long[0][]),
			counts.values().stream().mapToLong(Long::longValue).toArray());
	}

	/**
	 * Up to n points with numbers of any width, and up to three so far away that the
	 * sums of numbers take 62 bits.
	 */
	static RandomPoints wide(final Random random, final int n) {
		final int d = 1 + random.nextInt(3);
		final int bits = random.nextInt(44);
		final int far = 1 + random.nextInt(3);
		final Map<long[], Long> counts = new TreeMap<>(ASCENDING);
		for (int i = 0; i < n; i++) {
			final int width = i < far ? 59 : bits;
			final long[] row = new long[d];
			Arrays.setAll(row, q -> (long) Math.scalb((float) (random.nextDouble() * 2 - 1), width));
			counts.merge(row, 1L, Long::sum);
		}
		return new RandomPoints(counts.keySet().toArray(new long[0][]),
			counts.values().stream().mapToLong(Long::longValue).toArray());
	}

	RandomPoints weighted(final long factor) {
		return new RandomPoints(rows, Arrays.stream(weights).map(w -> w * factor).toArray());
	}

	/** The points from the first to before the last. */
	RandomPoints part(final int from, final int to) {
		return new RandomPoints(Arrays.copyOfRange(rows, from, to),
			Arrays.copyOfRange(weights, from, to));
	}

	/** Most of the points, all moved a little the same way, some with more weight. */
	RandomPoints next(final Random random) {
		final long step = random.nextInt(3);
		final int[] kept = IntStream.range(0, rows.length)
			.filter(i -> i == 0 || random.nextInt(10) > 0)
			.toArray();
		return new RandomPoints(
			Arrays.stream(kept)
				.mapToObj(i -> Arrays.stream(rows[i]).map(x -> x + step).toArray())
				.toArray(long[][]::new),
			Arrays.stream(kept).mapToLong(i -> weights[i] + random.nextInt(2)).toArray());
	}

	/** Every pixel by itself, the same ones next to each other, in order. */
	long[][] pixels() {
		final List<long[]> pixels = new ArrayList<>();
		for (int i = 0; i < rows.length; i++)
			for (int n = 0; n < weights[i]; n++)
				pixels.add(rows[i]);
		return pixels.toArray(new long[0][]);
	}

	/** Some of the points, or places between them. */
	double[][] start(final int k, final Random random) {
		final double[][] start = new double[k][];
		Arrays.setAll(start,
			j -> random.nextInt(3) == 0 ? between(random) : point(random.nextInt(rows.length)));
		return start;
	}

	private double[] between(final Random random) {
		final double[] a = point(random.nextInt(rows.length));
		final double[] b = point(random.nextInt(rows.length));
		return IntStream.range(0, a.length).mapToDouble(q -> (a[q] + b[q]) / 2).toArray();
	}

	/** The squared distance, summed in the order of the dimensions. */
	static double squared(final double[] a, final double[] b) {
		double sum = 0;
		for (int q = 0; q < a.length; q++)
			sum += (a[q] - b[q]) * (a[q] - b[q]);
		return sum;
	}

	/** With memory of its own. */
	SearchTree tree() {
		return new SearchTree(this, new Checkpoint(Progress.NONE), new RunArrays());
	}

	double[] point(final int i) {
		return Arrays.stream(rows[i]).asDoubleStream().toArray();
	}

	@Override
	public int size() {
		return rows.length;
	}

	@Override
	public int dimensions() {
		return rows[0].length;
	}

	@Override
	public void read(final int point, final double[] x) {
		for (int q = 0; q < rows[point].length; q++)
			x[q] = rows[point][q];
	}

	@Override
	public long weight(final int point) {
		return weights[point];
	}
}
