package sc.fiji.kmeans.image;

import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.ImgFactory;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.list.ListImgFactory;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.integer.Unsigned12BitType;
import net.imglib2.type.numeric.integer.Unsigned2BitType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/** {@link IntervalPixels} of every type, container and view keep the contract. */
class IntervalPixelsContractTest extends PixelSourceContract {

	private static final long[][] SIZES = { { 9 }, { 9, 7 }, { 1, 40 }, { 40, 1 }, { 1, 1 },
		{ 6, 5, 4 }, { 4, 3, 2, 3 } };

	@Override
	Stream<Example> examples() {
		return Stream.of(sizes(), types(), containers(), views()).flatMap(s -> s);
	}

	private static Stream<Example> sizes() {
		return Stream.of(SIZES)
			.map(size -> colours(Intervals.toString(new net.imglib2.FinalInterval(size)),
				random(new ArrayImgFactory<>(new ARGBType()), size)));
	}

	private static Stream<Example> types() {
		return Stream.of(values(new BitType()), values(new Unsigned2BitType()),
			values(new UnsignedByteType()), values(new Unsigned12BitType()),
			values(new UnsignedShortType()), values(new UnsignedIntType()));
	}

	private static <T extends IntegerType<T> & NativeType<T>> Example values(final T type) {
		final RandomAccessibleInterval<T> interval = Views
			.translate(new ArrayImgFactory<>(type).create(11, 6), -3, 8);
		final Random random = new Random(2);
		for (final T pixel : Views.iterable(interval))
			pixel.setInteger(random.nextLong() & (1L << type.getBitsPerPixel()) - 1);
		return new Example(type.getClass().getSimpleName(), IntervalPixels.ofValues(interval),
			pixels(interval).mapToLong(IntegerType::getIntegerLong));
	}

	private static Stream<Example> containers() {
		return Stream
			.of(new PlanarImgFactory<>(new ARGBType()), new CellImgFactory<>(new ARGBType(), 3, 2, 2),
				new ListImgFactory<>(new ARGBType()))
			.map(factory -> colours(factory.getClass().getSimpleName(), random(factory, 7, 5, 3)));
	}

	private static Stream<Example> views() {
		final RandomAccessibleInterval<ARGBType> cells = random(
			new CellImgFactory<>(new ARGBType(), 3, 2, 2), 7, 5, 3);
		return Stream.of(colours("translated", Views.translate(cells, -5, 100, 7)),
			colours("permuted", Views.permute(cells, 0, 2)),
			colours("slice", Views.hyperSlice(cells, 0, 3)),
			colours("inner", Views.interval(cells, new long[] { 2, 1, 1 }, new long[] { 5, 3, 1 })),
			colours("inverted", Views.invertAxis(cells, 0)),
			colours("every second", Views.subsample(cells, 2)), colours("with a border",
				Views.interval(Views.extendMirrorSingle(cells), Intervals.expand(cells, 2))));
	}

	private static RandomAccessibleInterval<ARGBType> random(final ImgFactory<ARGBType> factory,
		final long... size)
	{
		final RandomAccessibleInterval<ARGBType> interval = factory.create(size);
		final Random random = new Random(1);
		for (final ARGBType pixel : Views.iterable(interval))
			pixel.set(random.nextInt());
		return interval;
	}

	private static Example colours(final String name,
		final RandomAccessibleInterval<ARGBType> interval)
	{
		return new Example(name, IntervalPixels.ofColours(interval),
			pixels(interval).mapToLong(pixel -> pixel.get() & 0xffffff));
	}

	private static <T> Stream<T> pixels(final RandomAccessibleInterval<T> interval) {
		return StreamSupport.stream(Views.iterable(interval).spliterator(), false);
	}
}
