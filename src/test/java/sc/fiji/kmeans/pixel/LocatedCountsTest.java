package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

/** Counted values are labelled by their points, and a labeler learns these labels. */
class LocatedCountsTest {

	private static final PixelFormat[] FORMATS = { PixelFormat.RGB, PixelFormat.channels(2),
		PixelFormat.channels(3), PixelFormat.grey(8), PixelFormat.grey(16), PixelFormat.grey(32) };

	private static PixelCounts counts(final PixelFormat format, final Random random) {
		final HashedCounts counts = new HashedCounts(format);
		for (int i = random.nextInt(3000); i >= 0; i--)
			counts.add(value(format, random), 1, Steps.UNHEARD);
		return counts.sorted(Steps.UNHEARD);
	}

	private static long value(final PixelFormat format, final Random random) {
		return random.nextLong() >>> Long.SIZE - format.bits();
	}

	/** Far from 0 or not, in halves. */
	private static ValueSpace space(final boolean isWide) {
		return new TestSpace(2, 1, isWide,
			(pixel, q) -> (q == 0 ? pixel % 1000 : pixel / 7 % 100) / 2.0 + (isWide ? 0x1p35 : 0));
	}

	private static Clusters clusters(final ValueSpace space, final int k, final Random random) {
		final double[][] centres = new double[k][2];
		for (final double[] centre : centres) {
			space.locate(random.nextInt(1 << 20), centre);
			centre[0] += 0.25;
		}
		return Clusters.of(centres);
	}

	private static int nearest(final ValueSpace space, final Clusters clusters, final long value) {
		final double[] x = new double[2];
		space.locate(value, x);
		return clusters.nearest(x);
	}

	@Property(tries = 100)
	void labelsAreThoseOfThePoints(@ForAll final long seed, @ForAll final boolean isWide,
		@ForAll @IntRange(min = 1, max = 20) final int k)
	{
		final Random random = new Random(seed);
		final PixelCounts counts = counts(FORMATS[random.nextInt(FORMATS.length)], random);
		final ValueSpace space = space(isWide);
		final Clusters clusters = clusters(space, k, random);
		final LocatedCounts located = new LocatedCounts(counts, space, Progress.NONE);
		final char[] labels = located.labels(clusters, Steps.UNHEARD);
		assertEquals(counts.size(), labels.length);
		for (int i = 0; i < labels.length; i++)
			assertEquals(nearest(space, clusters, counts.value(i)), labels[i]);
		assertSame(labels, located.labels(clusters, Steps.UNHEARD));
		assertSame(labels, located.labels(clusters.counted(new long[k]), Steps.UNHEARD));
		final int some = 1 + random.nextInt(70);
		final char[] ofSome = located.labelsOfOneIn(some, clusters);
		assertEquals((labels.length - 1) / some + 1, ofSome.length);
		for (int i = 0; i < ofSome.length; i++)
			assertEquals(labels[i * some], ofSome[i]);
		final Clusters others = clusters(space, k, random);
		assertEquals(nearest(space, others, counts.value(0)), located.labels(others, Steps.UNHEARD)[0]);
	}

	/** Of values that were counted and of others. */
	@Property(tries = 60)
	void whatIsLearnedIsRight(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int k)
	{
		final Random random = new Random(seed);
		final PixelFormat format = FORMATS[random.nextInt(FORMATS.length)];
		final PixelCounts counts = counts(format, random);
		final ValueSpace space = space(false);
		final Clusters clusters = clusters(space, k, random);
		final PixelLabeler labeler = new PixelLabeler(format, space, clusters);
		labeler.learn(counts, new LocatedCounts(counts, space, Progress.NONE), Steps.UNHEARD);
		for (int i = 0; i < counts.size(); i++)
			assertEquals(nearest(space, clusters, counts.value(i)), labeler.label(counts.value(i)));
		for (int i = 0; i < 500; i++) {
			final long value = value(format, random);
			assertEquals(nearest(space, clusters, value), labeler.label(value));
		}
	}

	/** In cells of one label and of several, between uncounted values; one by one and many. */
	@Property(tries = 60)
	void whatIsLearnedOfAllIsRightForThem(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 20) final int k)
	{
		final Random random = new Random(seed);
		final HashedCounts all = new HashedCounts(PixelFormat.RGB);
		for (int i = random.nextInt(3000); i >= 0; i--)
			all.add(random.nextInt() & (i % 2 == 0 ? 0x070707 : 0x1f0f3f), 1, Steps.UNHEARD);
		final PixelCounts counts = all.sorted(Steps.UNHEARD);
		final ValueSpace space = space(false);
		final Clusters clusters = clusters(space, k, random);
		final PixelLabeler labeler = new PixelLabeler(PixelFormat.RGB, space, clusters);
		labeler.learnAll(counts, new LocatedCounts(counts, space, Progress.NONE), Steps.UNHEARD);
		final int[] values = IntStream.range(0, counts.size())
			.map(i -> (int) counts.value(i))
			.toArray();
		final int[] labels = new int[values.length];
		labeler.label(values, values.length, labels);
		for (int i = 0; i < values.length; i++) {
			assertEquals(nearest(space, clusters, values[i]), labels[i]);
			assertEquals(labels[i], labeler.label(values[i]));
		}
	}

	/** A labeler of counted values is given up when others are counted, or may be asked for. */
	@Example
	void whatIsLearnedOfAllHoldsForNoOthers() {
		final ValueSpace space = space(false);
		final Clusters clusters = Clusters.of(new double[][] { { 10, 20 }, { 300, 30 } });
		final Workspace workspace = new Workspace();
		// Of one cell.
		for (final int value : new int[] { 0, 0x070000, 0 }) {
			final PixelSource source = PixelHistogramTest.source(PixelFormat.RGB, i -> value, 9, 3);
			assertEquals(1, workspace.count(source, Progress.NONE).in(space, Progress.NONE).values());
			final PixelLabeler counted = workspace.labelerOfCounted(PixelFormat.RGB, space, clusters,
				Steps.UNHEARD);
			assertEquals(value == 0 ? 1 : 2, counted.label(value));
			assertSame(counted,
				workspace.labelerOfCounted(PixelFormat.RGB, space, clusters, Steps.UNHEARD));
		}
		final PixelLabeler any = workspace.labeler(PixelFormat.RGB, space, clusters, Steps.UNHEARD);
		assertEquals(2, any.label(0x070000));
		assertSame(any, workspace.labelerOfCounted(PixelFormat.RGB, space, clusters, Steps.UNHEARD));
	}

	/** Else learning would save nothing. */
	@Example
	void whatIsLearnedIsNotLocatedAgain() {
		final AtomicInteger asked = new AtomicInteger();
		final ValueSpace space = new TestSpace(2, 0, false, (pixel, q) -> {
			asked.incrementAndGet();
			return pixel >> 8 * q & 0xff;
		});
		final Random random = new Random(1);
		final PixelCounts counts = counts(PixelFormat.RGB, random);
		final PixelLabeler labeler = new PixelLabeler(PixelFormat.RGB, space,
			clusters(space, 5, random));
		labeler.learn(counts, new LocatedCounts(counts, space, Progress.NONE), Steps.UNHEARD);
		final int before = asked.get();
		for (int i = 0; i < counts.size(); i++)
			labeler.label(counts.value(i));
		assertEquals(before, asked.get());
	}
}
