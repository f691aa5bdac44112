package sc.fiji.kmeans.spark;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The machines that take part: those of the cluster that {@code spark-submit} names, or all cores of
 * this one. Settings of Spark that are given as {@code spark.*} system properties hold.
 */
final class Machines implements Closeable {

	/** Tasks for each core, so that those with little to do take what others have left. */
	private static final int TASKS_OF_A_CORE = 3;

	/** No windows, and no threads within a task: as many tasks run at once as there are cores. */
	private static final String JAVA = "-Djava.awt.headless=true"
		+ " -Djava.util.concurrent.ForkJoinPool.common.parallelism=1";

	private final JavaSparkContext spark;
	/** Null on a cluster, which clears up by itself. */
	private final Path scratch;

	/** @throws IOException if there is no room for Spark's own files */
	Machines() throws IOException {
		final SparkConf settings = new SparkConf().setIfMissing("spark.app.name", "kmeans")
			.setIfMissing("spark.log.level", "ERROR");
		final boolean isAlone = settings.get("spark.master", "local[*]").startsWith("local");
		scratch = isAlone ? Files.createTempDirectory("kmeans-spark-") : null;
		if (isAlone) stayHere(settings);
		final String given = settings.get("spark.executor.extraJavaOptions", "");
		spark = new JavaSparkContext(
			settings.set("spark.executor.extraJavaOptions", (JAVA + " " + given).trim()));
	}

	/** Nobody else gets to see what this machine does. */
	private void stayHere(final SparkConf settings) {
		settings.setIfMissing("spark.master", "local[*]")
			.setIfMissing("spark.driver.host", "127.0.0.1")
			.setIfMissing("spark.driver.bindAddress", "127.0.0.1")
			.setIfMissing("spark.ui.enabled", "false")
			.set("spark.local.dir", scratch.toString());
	}

	JavaSparkContext spark() {
		return spark;
	}

	/** Into how many parts work is cut. */
	int parts(final int most) {
		return Math.max(1, Math.min(most, TASKS_OF_A_CORE * spark.defaultParallelism()));
	}

	@Override
	public void close() throws IOException {
		spark.close();
		if (scratch != null) Scratch.delete(scratch);
	}
}
