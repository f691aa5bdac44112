package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;

class FrameHistogramTest {

	private static PixelSource frame(final Random random) {
		final int[] pixels = random.ints(1 + random.nextInt(300), 0, 1 << 24).toArray();
		return PixelHistogramTest.source(PixelFormat.RGB, i -> pixels[i], pixels.length, 50);
	}

	private static Stream<Consumer<ValueHistogram>> questions() {
		return Stream.of(ValueHistogram::pixels, ValueHistogram::distinct, ValueHistogram::isEmpty,
			ValueHistogram::points, it -> it.in(PixelFormat.RGB, Progress.NONE),
			it -> it.cluster(KMeansOptions.defaults(), Progress.NONE));
	}

	/** The next frame takes its memory; a histogram that is nobody's frame stays as it is. */
	@Property(tries = 20)
	void itHoldsUntilTheNextFrame(@ForAll final long seed) {
		final Random random = new Random(seed);
		final Workspace workspace = new Workspace();
		final PixelSource source = frame(random);
		final PixelHistogram own = PixelHistogram.of(source, Progress.NONE);
		final ValueHistogram ofFrame = workspace.count(source, Progress.NONE);
		final String before = PixelHistogramTest.listing(own.points()).toString();
		assertEquals(before, PixelHistogramTest.listing(ofFrame.points()).toString());
		questions().forEach(question -> question.accept(ofFrame));
		workspace.count(frame(random), Progress.NONE);
		questions().forEach(
			question -> assertThrows(IllegalStateException.class, () -> question.accept(ofFrame)));
		assertEquals(before, PixelHistogramTest.listing(own.points()).toString());
	}
}
