package sc.fiji.kmeans.cluster;

import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Two ways to find the centre nearest to a mean: comparing all, and searching
 * along an axis from the centre that was nearest before. Colours of all
 * brightnesses, not far from grey.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class Nearest {

	private static final int MEANS = 800;

	@Param({ "3", "5", "8", "16", "64" })
	public int k;

	private final double[] means = new double[3 * MEANS];
	private final int[] guesses = new int[MEANS];
	private Centres centres;
	private OrderedCentres ordered;

	@Setup
	public void prepare() {
		final Random random = new Random(1);
		for (int i = 0; i < MEANS; i++) {
			final double grey = 205 * random.nextDouble();
			for (int q = 0; q < 3; q++)
				means[3 * i + q] = grey + 50 * random.nextDouble();
		}
		centres = Centres.fill(k, 3, (j, q) -> means[3 * j + q]);
		ordered = new OrderedCentres(centres);
		for (int i = 0; i < MEANS; i++)
			guesses[i] = centres.nearest(means, 3 * i);
	}

	@Benchmark
	@OperationsPerInvocation(MEANS)
	public int comparingAll() {
		int sum = 0;
		for (int i = 0; i < MEANS; i++)
			sum += centres.nearest(means, 3 * i);
		return sum;
	}

	@Benchmark
	@OperationsPerInvocation(MEANS)
	public int alongAnAxis() {
		int sum = 0;
		for (int i = 0; i < MEANS; i++)
			sum += ordered.nearest(means, 3 * i, guesses[i]);
		return sum;
	}
}
