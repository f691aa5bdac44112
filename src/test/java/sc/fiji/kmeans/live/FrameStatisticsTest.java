package sc.fiji.kmeans.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;

/** Frames are counted, and times are of the last one. */
class FrameStatisticsTest {

	private static final double NANOS = 1e9;

	@Property(tries = 20)
	void framesAreCounted(@ForAll @IntRange(max = 30) final int n, @ForAll final long dropped) {
		final FrameStatistics statistics = new FrameStatistics();
		for (int i = 0; i < n; i++)
			statistics.add(System.nanoTime());
		final LiveFigures figures = statistics.figures(dropped);
		assertEquals(n, figures.frames());
		assertEquals(dropped, figures.dropped());
		assertEquals(n, figures.perSecond());
	}

	@Test
	void beforeTheFirstFrameNoTimeHasPassed() {
		final LiveFigures none = new FrameStatistics().figures(0);
		assertEquals(0, none.seconds());
		assertEquals(0, none.latency());
		assertEquals(0, none.perSecond());
	}

	/** It can not be less than what has passed, nor more than what will have. */
	@Property(tries = 10)
	void latencyIsFromComingToPicture(@ForAll @LongRange(max = 100_000_000_000L) final long waited) {
		final long before = System.nanoTime();
		final FrameStatistics statistics = new FrameStatistics();
		final long came = System.nanoTime() - waited;
		statistics.add(came);
		final double most = (System.nanoTime() - came) / NANOS;
		final LiveFigures figures = statistics.figures(0);
		assertTrue(waited / NANOS <= figures.latency() && figures.latency() <= most);
		assertTrue(0 <= figures.seconds() && figures.seconds() <= (System.nanoTime() - before) / NANOS);
	}

	/** Time without frames does not count. */
	@Test
	void figuresStayWhereNoFrameComes() throws InterruptedException {
		final FrameStatistics statistics = new FrameStatistics();
		statistics.add(System.nanoTime());
		final LiveFigures first = statistics.figures(1);
		Thread.sleep(2);
		final LiveFigures second = statistics.figures(2);
		assertEquals(first.seconds(), second.seconds());
		assertEquals(first.latency(), second.latency());
		assertEquals(1, first.dropped());
	}
}
