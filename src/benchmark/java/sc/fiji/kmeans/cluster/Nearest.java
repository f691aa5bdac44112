package sc.fiji.kmeans.cluster;

import java.util.Arrays;
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
 * Two ways to find the centre nearest to a mean: with a branch for each that is
 * nearer, and without one. Colours of all brightnesses, not far from grey.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class Nearest {

	private static final int MEANS = 800;

	@Param({ "2", "3", "5", "16", "64" })
	public int k;

	private final double[] means = new double[3 * MEANS];
	private double[] centres;

	@Setup
	public void prepare() {
		final Random random = new Random(1);
		for (int i = 0; i < MEANS; i++) {
			final double grey = 205 * random.nextDouble();
			for (int q = 0; q < 3; q++)
				means[3 * i + q] = grey + 50 * random.nextDouble();
		}
		centres = Arrays.copyOf(means, 3 * k);
	}

	@Benchmark
	@OperationsPerInvocation(MEANS)
	public int withBranches() {
		int sum = 0;
		for (int i = 0; i < MEANS; i++)
			sum += Centres.nearer(centres, k, means, 3 * i, 3, Double.POSITIVE_INFINITY);
		return sum;
	}

	@Benchmark
	@OperationsPerInvocation(MEANS)
	public int withoutBranch() {
		int sum = 0;
		for (int i = 0; i < MEANS; i++)
			sum += Distances.nearest(centres, k, means, 3 * i, 3);
		return sum;
	}
}
