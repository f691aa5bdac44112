package sc.fiji.kmeans.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.TestImages;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Palette;
import sc.fiji.kmeans.segment.Segmentation;

class LegendTest {

	private static final SegmentationOptions OPTIONS = SegmentationOptions.defaults()
		.with(KMeansOptions.defaults().withClusters(3));
	private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

	/** Of eight pixels one, three and four. */
	private static final ImagePlus COLOURS = new ImagePlus("colours.png", new ColorProcessor(8, 1,
		new int[] { 0xa00000, 0xb00, 0xb00, 0xb00, 0xf0f1f2, 0xf0f1f2, 0xf0f1f2, 0xf0f1f2 }));

	private static String text(final Segmentation segmentation, final int frame) {
		return new Legend(LegendLine.ofFrame(segmentation, frame), FONT).toString();
	}

	@Test
	void aLineTellsNumberColourNameAndPercent() {
		assertEquals("1 #000b00 dark 37.5 %\n2 #a00000  12.5 %\n3 #f0f1f2 a, b 50.0 %",
			text(Segmentation.of(COLOURS, OPTIONS.withNames("dark,,\"a, b\"")), 1));
	}

	/** As the label image is, when clusters are merged and small regions are gone. */
	@Test
	void whatIsLeftIsTold() {
		assertEquals("1 #280800  50.0 %\n2 #f0f1f2  50.0 %",
			text(Segmentation.of(COLOURS, OPTIONS.withMerge("1+2")), 1));
		assertTrue(
			text(Segmentation.of(COLOURS, OPTIONS.withMinSize(2)), 1).contains("2 #a00000  0.0"));
	}

	@Test
	void thePictureHasTheColoursOfLabelsAndClusters() {
		final ImagePlus picture = Legend.picture(Segmentation.of(COLOURS, OPTIONS), Progress.NONE);
		assertEquals("colours-legend", picture.getTitle());
		assertEquals(ImagePlus.COLOR_RGB, picture.getType());
		assertEquals(1, picture.getStackSize());
		for (final int colour : new int[] { Palette.colour(1), Palette.colour(2), Palette.colour(3),
			0xb00, 0xa00000, 0xf0f1f2, 0xffffff })
			assertTrue(count(picture.getProcessor(), colour) > 100, Integer.toHexString(colour));
		assertEquals(0, count(picture.getProcessor(), Palette.colour(4)));
	}

	private static long count(final ImageProcessor picture, final int colour) {
		return IntStream.range(0, picture.getPixelCount())
			.filter(i -> (picture.get(i) & 0xffffff) == colour)
			.count();
	}

	/** Nothing touches an edge, whatever the texts are. */
	@ParameterizedTest
	@ValueSource(strings = { "a", "a name that is so long that nobody would write it anywhere at all",
		"\u4e2d\u6587", "W,W,WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW" })
	void allHasRoom(final String names) {
		final ImageProcessor picture = Legend
			.picture(Segmentation.of(COLOURS, OPTIONS.withNames(names)), Progress.NONE)
			.getProcessor();
		final int w = picture.getWidth();
		final int h = picture.getHeight();
		for (int x = 0; x < w; x++)
			assertEquals(0xffffff, (picture.get(x, 0) | picture.get(x, h - 1)) & 0xffffff);
		for (int y = 0; y < h; y++)
			assertEquals(0xffffff, picture.get(0, y) & picture.get(w - 1, y) & 0xffffff);
		assertTrue(w < 1000, w + " pixels");
	}

	@Test
	void aStackHasASliceForEachFrame() {
		final ImageStack stack = new ImageStack(4, 1);
		for (final int bright : new int[] { 1, 3 })
			stack.addSlice(TestImages.fill(new ByteProcessor(4, 1), i -> i < bright ? 200 : 10));
		final Segmentation segmentation = Segmentation.of(new ImagePlus("film", stack),
			OPTIONS.with(KMeansOptions.defaults().withClusters(2)));
		final ImagePlus picture = Legend.picture(segmentation, Progress.NONE);
		assertEquals(2, picture.getStackSize());
		assertEquals("frame 2", picture.getStack().getSliceLabel(2));
		assertEquals("1 #0a0a0a  75.0 %\n2 #c8c8c8  25.0 %", text(segmentation, 1));
		assertEquals("1 #0a0a0a  25.0 %\n2 #c8c8c8  75.0 %", text(segmentation, 2));
		assertNotEquals(Arrays.toString((int[]) picture.getStack().getPixels(1)),
			Arrays.toString((int[]) picture.getStack().getPixels(2)));
	}

	/** In the picture that it tells of, without changing it. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void theInsetIsTheLegendOfEachFrame(final int frames) {
		final ImageStack stack = new ImageStack(400, 300);
		for (int n = 1; n <= frames; n++) {
			final int bright = n;
			stack.addSlice(
				TestImages.fill(new ByteProcessor(400, 300), i -> i % 400 < 50 * bright ? 200 : 10));
		}
		final Segmentation segmentation = Segmentation.of(new ImagePlus("film", stack),
			OPTIONS.with(KMeansOptions.defaults().withClusters(2)).withNames("dark,bright"));
		final List<Roi> insets = LegendInset.of(segmentation, Progress.NONE);
		assertEquals(frames, insets.size());
		for (int n = 1; n <= frames; n++) {
			final ImageRoi inset = (ImageRoi) insets.get(n - 1);
			assertEquals(frames == 1 ? 0 : n, inset.getPosition());
			assertTrue(new Rectangle(0, 0, 400, 300).contains(inset.getBounds()), inset.toString());
			assertTrue(count(inset.getProcessor(), Palette.colour(2)) > 50);
		}
	}

	/** Not larger than it has to be, nor too small to be read. */
	@Test
	void theInsetHasLettersOfTheSizeOfThePicture() {
		assertTrue(height(60) < height(900));
		assertTrue(height(900) < 900 / 4);
	}

	private static int height(final int size) {
		final ImagePlus image = new ImagePlus("",
			TestImages.fill(new ByteProcessor(size, size), i -> i % 3 * 100));
		return LegendInset.of(Segmentation.of(image, OPTIONS), Progress.NONE).get(0).getBounds().height;
	}

	/** Columns, and an end. */
	@Test
	void manyClustersStandInColumns() {
		final Legend some = legend(40);
		assertTrue(some.size().height < 33 * 2 * FONT.getSize());
		assertTrue(legend(40).size().width > 1.5 * legend(9).size().width);
		assertTrue(legend(60_000).size().width < 3000);
		assertEquals(legend(254).size().width, legend(999).size().width);
		assertTrue(legend(254).size().height < legend(999).size().height);
	}

	private static Legend legend(final int clusters) {
		return new Legend(IntStream.rangeClosed(1, clusters)
			.mapToObj(j -> new LegendLine(j, j, "", 0))
			.collect(Collectors.toList()), FONT);
	}

	@Test
	void numbersAreReadOnTheirColours() {
		assertTrue(LegendLine.isBright(Color.white));
		assertTrue(LegendLine.isBright(Color.yellow));
		assertTrue(!LegendLine.isBright(Color.blue));
		assertTrue(!LegendLine.isBright(Color.black));
	}

	@Test
	void itCanBeCancelled() {
		assertThrows(CancellationException.class,
			() -> Legend.picture(Segmentation.of(COLOURS, OPTIONS), (fraction, word) -> {
				throw new CancellationException();
			}));
	}

	/** As Java 8, 17, and later ones fail where there are no fonts. */
	@Test
	void withoutFontsItSaysWhatToInstall() {
		for (final Throwable failure : new Throwable[] { new NullPointerException(),
			new InternalError("Fontconfig head is null"), new UnsatisfiedLinkError("libfreetype.so.6"),
			new NoClassDefFoundError("sun.font.SunFontManager") })
		{
			final String message = assertThrows(IllegalArgumentException.class,
				() -> new Legend(Collections.emptyList(), failing(failure))).getMessage();
			assertTrue(message.startsWith("legend = true: takes a computer with fonts"), message);
			assertTrue(message.contains("fontconfig"), message);
		}
	}

	private static Font failing(final Throwable failure) {
		return new Font(Font.SANS_SERIF, Font.PLAIN, 9) {

			@Override
			public Rectangle2D getStringBounds(final String text, final FontRenderContext context) {
				if (failure instanceof Error) throw (Error) failure;
				throw (RuntimeException) failure;
			}
		};
	}
}
