package sc.fiji.kmeans.image;

import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import sc.fiji.kmeans.image.TestImages.Kind;

/** {@link ImagePixels} of every type, shape and selection keep the contract. */
class ImagePixelsContractTest extends PixelSourceContract {

	private static final int[][] SIZES = { { 15, 12 }, { 1, 40 }, { 40, 1 }, { 1, 1 } };
	private static final List<Roi> SELECTIONS = Arrays.asList(new Roi(3, 2, 5, 6), TestImages.oval(),
		TestImages.freehand(), TestImages.composite(), new Roi(-3, -2, 9, 8), new Roi(10, 9, 30, 30),
		new OvalRoi(-4, 5, 12, 15), new OvalRoi(9, -6, 12, 15), new Roi(14, 11, 1, 1),
		new Roi(-5, -5, 50, 50));

	@Override
	Stream<Example> examples() {
		return Stream.concat(whole(), selected());
	}

	private static Stream<Example> whole() {
		return Arrays.stream(Kind.values())
			.flatMap(kind -> Arrays.stream(SIZES)
				.map(size -> example(kind.name(), kind.draw(size[0], size[1], 7), null)));
	}

	private static Stream<Example> selected() {
		return Arrays.stream(Kind.values())
			.flatMap(kind -> SELECTIONS.stream()
				.map(roi -> example(kind + " in " + roi, kind.draw(15, 12, 8), roi)));
	}

	private static Example example(final String name, final ImageProcessor image, final Roi roi) {
		final int width = image.getWidth();
		final int height = image.getHeight();
		final boolean[] selected = TestImages.selected(roi, width, height);
		return new Example(name + " " + width + "x" + height, new ImagePixels(image, roi),
			IntStream.range(0, selected.length)
				.filter(i -> selected[i])
				.map(i -> TestImages.value(image, i))
				.asLongStream());
	}
}
