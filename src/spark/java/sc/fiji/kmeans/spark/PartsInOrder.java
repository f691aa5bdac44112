package sc.fiji.kmeans.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;

import scala.collection.Iterator;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

import sc.fiji.kmeans.files.Workers.Work;

/**
 * Does one job with many things that lie in parts, a task for each part, and gives what becomes of
 * them in the order of the things, as soon as their turn has come.
 */
final class PartsInOrder<A extends Serializable, B extends Serializable> {

	private final SparkContext spark;
	private final Work<A, B> work;
	/** Of parts whose turn has not come, by their numbers. */
	private final Map<Integer, List<B>> early = new HashMap<>();
	/** The part whose turn it is. */
	private int next;

	PartsInOrder(final SparkContext spark, final Work<A, B> work) {
		this.spark = spark;
		this.work = work;
	}

	/** @param use is called by one thread at a time */
	@SuppressWarnings("unchecked")
	void run(final JavaRDD<A> things, final Consumer<B> use) {
		spark.runJob(things.rdd(), new Task<>(work), (part, done) -> {
			take((Integer) part, done, use);
			return BoxedUnit.UNIT;
		}, ClassTag$.MODULE$.<List<B>>apply(List.class));
	}

	private synchronized void take(final int part, final List<B> done, final Consumer<B> use) {
		early.put(part, done);
		for (; early.containsKey(next); next++)
			early.remove(next).forEach(use);
	}

	/** The work of a part. */
	private static final class Task<A, B> extends AbstractFunction1<Iterator<A>, List<B>>
		implements
			Serializable
	{

		private static final long serialVersionUID = 1;

		private final Work<A, B> work;

		Task(final Work<A, B> work) {
			this.work = work;
		}

		@Override
		public List<B> apply(final Iterator<A> things) {
			final List<B> done = new ArrayList<>();
			while (things.hasNext())
				done.add(work.apply(things.next()));
			return done;
		}
	}
}
