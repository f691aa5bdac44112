package sc.fiji.kmeans.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.list.ListImgFactory;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.LongType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.Unsigned128BitType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedLongType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;

class IntervalPixelsTest {

	private static final KMeansOptions TWO = KMeansOptions.defaults().withClusters(2);

	static Stream<IntegerType<?>> refusedTypes() {
		return Stream.of(new ByteType(), new ShortType(), new IntType(), new LongType(),
			new UnsignedLongType(), new Unsigned128BitType());
	}

	@ParameterizedTest
	@MethodSource("refusedTypes")
	<T extends IntegerType<T>> void signsAndMoreThan32BitsAreRefused(final T type) {
		final RandomAccessibleInterval<T> interval = new ListImgFactory<>(type).create(2, 2);
		final String message = assertThrows(IllegalArgumentException.class,
			() -> IntervalPixels.ofValues(interval)).getMessage();
		assertEquals("pixels of type " + type.getClass().getSimpleName()
			+ ": takes unsigned integers of up to 32 bits", message);
	}

	static Stream<IntervalPixels<?>> emptyIntervals() {
		final RandomAccessibleInterval<ARGBType> volume = ArrayImgs.argbs(4, 3, 2);
		final RandomAccessibleInterval<UnsignedShortType> plane = ArrayImgs.unsignedShorts(4, 3);
		return Stream.of(
			IntervalPixels
				.ofColours(Views.interval(volume, FinalInterval.createMinSize(1, 1, 1, 0, 2, 1))),
			IntervalPixels
				.ofColours(Views.interval(volume, FinalInterval.createMinSize(1, 1, 1, 2, 0, 1))),
			IntervalPixels
				.ofColours(Views.interval(volume, FinalInterval.createMinSize(0, 0, 0, 4, 3, 0))),
			IntervalPixels.ofValues(Views.interval(plane, FinalInterval.createMinSize(0, 0, 0, 0))));
	}

	@ParameterizedTest
	@MethodSource("emptyIntervals")
	void anEmptyIntervalEndsWithAClearMessage(final IntervalPixels<?> pixels) {
		final String message = assertTimeoutPreemptively(Duration.ofSeconds(10),
			() -> assertThrows(IllegalArgumentException.class, () -> pixels.cluster(TWO, Progress.NONE))
				.getMessage());
		assertEquals("There are no pixels to cluster", message);
	}

	@Test
	void valuesOf32BitsKeepTheirPrecision() {
		final long top = 0xffffffffL;
		final RandomAccessibleInterval<UnsignedIntType> interval = ArrayImgs
			.unsignedInts(new int[] { 5, -1, -2, -1, 6, 7 }, 3, 2);
		final IntervalPixels<UnsignedIntType> pixels = IntervalPixels.ofValues(interval);
		final Clusters clusters = pixels.cluster(TWO, Progress.NONE);
		assertEquals(6, clusters.centre(1)[0]);
		assertEquals(top - 1 / 3.0, clusters.centre(2)[0]);
		assertEquals(top, value(pixels.segmented(clusters), 1, 0));
		assertEquals(2, value(pixels.labels(clusters), 2, 0));
		assertEquals(0, value(pixels.masked(clusters, 2), 0, 1));
		assertEquals(top, value(pixels.masked(clusters, 1), 0, 1));
	}

	@Test
	void maskingKeepsTheAlphaOfThePixelsThatStay() {
		final RandomAccessibleInterval<ARGBType> interval = ArrayImgs
			.argbs(new int[] { 0x7f102030, 0x00f0f0f0 }, 2, 1);
		final IntervalPixels<ARGBType> pixels = IntervalPixels.ofColours(interval);
		final Clusters clusters = pixels.cluster(TWO, Progress.NONE);
		final RandomAccessibleInterval<ARGBType> masked = pixels.masked(clusters, 2);
		assertEquals(0x7f102030, masked.getAt(0, 0).get());
		assertEquals(0xff000000, masked.getAt(1, 0).get());
	}

	@Test
	void resultsAreComputedWhereTheyAreLookedAt() {
		final RandomAccessibleInterval<UnsignedShortType> interval = ArrayImgs
			.unsignedShorts(new short[] { 1, 9, 9, 1 }, 2, 2);
		final IntervalPixels<UnsignedShortType> pixels = IntervalPixels.ofValues(interval);
		final RandomAccessibleInterval<UnsignedShortType> labels = pixels
			.labels(pixels.cluster(TWO, Progress.NONE));
		interval.getAt(0, 0).set(8);
		assertEquals(2, value(labels, 0, 0));
	}

	@Test
	void cancellingEndsTheClustering() {
		final Progress cancel = (fraction, word) -> {
			throw new CancellationException();
		};
		assertThrows(CancellationException.class,
			() -> IntervalPixels.ofColours(ArrayImgs.argbs(4, 3)).cluster(TWO, cancel));
	}

	@Test
	void progressRisesFromNothingToAll() {
		final double[] range = { 1, 0 };
		IntervalPixels.ofColours(ArrayImgs.argbs(64, 64)).cluster(TWO, (fraction, word) -> {
			synchronized (range) {
				range[0] = Math.min(range[0], fraction);
				range[1] = Math.max(range[1], fraction);
			}
		});
		assertEquals(0, range[0]);
		assertTrue(range[1] > 0.3 && range[1] <= 1);
	}

	private static long value(final RandomAccessibleInterval<? extends IntegerType<?>> interval,
		final long... position)
	{
		return interval.getAt(position).getIntegerLong();
	}
}
