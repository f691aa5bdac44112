package sc.fiji.kmeans.spark;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

import sc.fiji.kmeans.files.Workers;

/**
 * The machines that take part: of the cluster that {@code spark-submit} names, or all cores of
 * this one. Settings of Spark that are given as {@code spark.*} system properties hold.
 */
final class Machines implements Workers, Closeable {

	/** Tasks for each core, so that those with little to do take what others have left. */
	private static final int TASKS_OF_A_CORE = 3;

	/** In a task, so that little is done again where a machine dies. */
	private static final int MOST_THINGS = 16;

	/** No windows, and no threads within a task: as many tasks run at once as there are cores. */
	private static final String JAVA = "-Djava.awt.headless=true"
		+ " -Djava.util.concurrent.ForkJoinPool.common.parallelism=1";

	/** Null before there is work. */
	private JavaSparkContext spark;

	private JavaSparkContext spark() {
		if (spark == null) spark = started();
		return spark;
	}

	private JavaSparkContext started() {
		final SparkConf settings = new SparkConf().setIfMissing("spark.app.name", "kmeans")
			.setIfMissing("spark.log.level", "ERROR");
		if (settings.get("spark.master", "local[*]").startsWith("local")) stayHere(settings);
		final String given = settings.get("spark.executor.extraJavaOptions", "");
		return new JavaSparkContext(
			settings.set("spark.executor.extraJavaOptions", (JAVA + " " + given).trim()));
	}

	/** Nobody else gets to see what this machine does. */
	private void stayHere(final SparkConf settings) {
		settings.setIfMissing("spark.master", "local[*]")
			.setIfMissing("spark.driver.host", "127.0.0.1")
			.setIfMissing("spark.driver.bindAddress", "127.0.0.1")
			.setIfMissing("spark.ui.enabled", "false")
			.set("spark.local.dir", Scratch.folder().toString());
	}

	@Override
	public <A extends Serializable, B extends Serializable> void each(final List<A> things,
		final Work<A, B> work, final Consumer<B> use)
	{
		final int parts = Math.max(parts(things), (things.size() - 1) / MOST_THINGS + 1);
		new PartsInOrder<>(spark().sc(), work).run(spark().parallelize(things, parts), use);
	}

	@Override
	public <A extends Serializable, B extends Serializable> Optional<B> joined(final List<A> things,
		final Work<Iterator<A>, B> work, final Join<B> join, final Runnable told)
	{
		if (things.isEmpty()) return Optional.empty();
		final JavaRDD<B> parts = spark().parallelize(things, parts(things))
			.mapPartitions(part -> Collections.singletonList(work.apply(part)).iterator());
		return Optional.of(parts.treeReduce(join::apply));
	}

	@Override
	public int parts() {
		return TASKS_OF_A_CORE * spark().defaultParallelism();
	}

	private int parts(final List<?> things) {
		return Math.max(1, Math.min(things.size(), parts()));
	}

	/** Starts again when there is more work. */
	@Override
	public void close() throws IOException {
		if (spark != null) spark.close();
		spark = null;
		Scratch.delete();
	}
}
