package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.measure.Calibration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

class OmeDescriptionTest {

	private static final String[] ORDERS = { "XYZCT", "XYZTC", "XYCTZ", "XYCZT", "XYTCZ", "XYTZC" };

	/** As it stands in a file: bytes taken for characters. */
	private static String stored(final String xml) {
		return new String(xml.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
	}

	private static String xml(final String attributes, final String inner) {
		return "<?xml version=\"1.0\"?><OME xmlns=\"o\"><Image ID=\"Image:0\"><Pixels " + attributes
			+ ">" + inner + "</Pixels></Image></OME>";
	}

	private static Layout layout(final String xml, final int pages) throws IOException {
		assertTrue(OmeDescription.is(xml));
		return new OmeDescription(stored(xml)).layout(pages);
	}

	private static void refused(final String message, final String xml, final int pages) {
		final String said = assertThrows(IOException.class, () -> layout(xml, pages)).getMessage();
		assertTrue(said.contains(message), said);
	}

	/** Sizes of channels, slices and times, and an order of the axes. */
	private static final class Shape {

		private final int[] sizes;
		private final String order;

		private Shape(final Random random) {
			sizes = random.ints(3, 1, 4).toArray();
			order = ORDERS[random.nextInt(ORDERS.length)];
		}

		private int planes() {
			return sizes[0] * sizes[1] * sizes[2];
		}

		private String attributes() {
			return "DimensionOrder=\"" + order + "\" SizeC=\"" + sizes[0] + "\" SizeZ='" + sizes[1]
				+ "' SizeT = \"" + sizes[2] + "\"";
		}

		/** The number of a plane among those of an image of ImageJ. */
		private int plane(final int c, final int z, final int t) {
			return (t * sizes[1] + z) * sizes[0] + c;
		}

		/** The number of a plane in the order of the file: the axis that is named first is fastest. */
		private int inOrder(final int c, final int z, final int t) {
			final int[] place = { c, z, t };
			int number = 0;
			for (int i = order.length() - 1; i >= 2; i--) {
				final int axis = "CZT".indexOf(order.charAt(i));
				number = number * sizes[axis] + place[axis];
			}
			return number;
		}
	}

	private interface Place {

		void at(int c, int z, int t);
	}

	private static void each(final Shape shape, final Place place) {
		for (int t = 0; t < shape.sizes[2]; t++)
			for (int z = 0; z < shape.sizes[1]; z++)
				for (int c = 0; c < shape.sizes[0]; c++)
					place.at(c, z, t);
	}

	@Property(tries = 100)
	void pagesFollowTheOrderOfTheAxes(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final Shape shape = new Shape(random);
		final String inner = random.nextBoolean() ? "" : "<TiffData/>";
		final Layout layout = layout(xml(shape.attributes(), inner), shape.planes());
		assertEquals(Arrays.toString(shape.sizes),
			Arrays.toString(new int[] { layout.channels, layout.slices, layout.frames }));
		each(shape,
			(c, z, t) -> assertEquals(shape.inOrder(c, z, t), layout.page(shape.plane(c, z, t))));
	}

	@Property(tries = 100)
	void eachPlaneMayTellItsPage(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final Shape shape = new Shape(random);
		final List<Integer> pages = new ArrayList<>();
		for (int i = 0; i < shape.planes() + random.nextInt(3); i++)
			pages.add(i);
		Collections.shuffle(pages, random);
		final List<String> told = new ArrayList<>();
		each(shape,
			(c, z, t) -> told.add("<TiffData IFD=\"" + pages.get(shape.plane(c, z, t)) + "\" FirstC=\""
				+ c + "\" FirstZ=\"" + z + "\" FirstT=\"" + t + "\" PlaneCount=\"1\"></TiffData>"));
		Collections.shuffle(told, random);
		final Layout layout = layout(xml(shape.attributes(), String.join("\n", told)), pages.size());
		each(shape, (c, z, t) -> assertEquals((int) pages.get(shape.plane(c, z, t)),
			layout.page(shape.plane(c, z, t))));
	}

	/** From one place on, so many in the order of the axes. */
	@Property(tries = 50)
	void pagesMayBeToldInPieces(@ForAll final long seed) throws IOException {
		final Shape shape = new Shape(new Random(seed));
		final int[] perOrder = new int[shape.planes()];
		each(shape, (c, z, t) -> perOrder[shape.inOrder(c, z, t)] = shape.plane(c, z, t));
		final int cut = shape.planes() / 2;
		final int[] place = { perOrder[cut] % shape.sizes[0],
			perOrder[cut] / shape.sizes[0] % shape.sizes[1],
			perOrder[cut] / shape.sizes[0] / shape.sizes[1] };
		final String inner = "<TiffData IFD='0' PlaneCount='" + cut + "'/><TiffData FirstC='" + place[0]
			+ "' FirstZ='" + place[1] + "' FirstT='" + place[2] + "' IFD='" + cut + "' PlaneCount='"
			+ (shape.planes() - cut) + "'/>";
		final Layout layout = layout(xml(shape.attributes(), inner), shape.planes());
		for (int page = 0; page < perOrder.length; page++)
			assertEquals(page, layout.page(perOrder[page]));
	}

	@Test
	void namesAndSizes() throws IOException {
		final Layout layout = layout(xml(
			"SizeC='2' SizeZ='1' SizeT='1' PhysicalSizeX='0.5' PhysicalSizeY='0.25'"
				+ " PhysicalSizeZ='2' PhysicalSizeXUnit='nm'",
			"<Channel ID='0' Name='DAPI &amp; x'/><Channel Name=\"GFP\"/>"), 2);
		assertEquals(Arrays.asList("DAPI & x", "GFP"), layout.names);
		final Calibration calibration = new Calibration();
		layout.calibrate(calibration);
		assertEquals(0.5, calibration.pixelWidth);
		assertEquals(0.25, calibration.pixelHeight);
		assertEquals(2, calibration.pixelDepth);
		assertEquals("nm", calibration.getUnit());
	}

	/** Micrometres where no unit is told, whichever of the two signs is written. */
	@Test
	void unitsAreMicrometres() throws IOException {
		for (final String unit : new String[] { "", " PhysicalSizeXUnit='\u00b5m'",
			" PhysicalSizeXUnit='\u03bcm'", " PhysicalSizeXUnit='&#181;m'" })
		{
			final Calibration calibration = new Calibration();
			layout(xml("SizeC='1'" + unit, ""), 1).calibrate(calibration);
			assertEquals("\u00b5m", calibration.getUnit());
			assertEquals(1, calibration.pixelWidth);
		}
	}

	/** A channel without a name has no number to be called by, so none has. */
	@Test
	void namesOfSomeChannelsAreNone() throws IOException {
		assertEquals(Collections.emptyList(),
			layout(xml("SizeC='2'", "<Channel Name='a'/><Channel/>"), 2).names);
	}

	@Test
	void coloursOfAPageAreOnePlane() throws IOException {
		final Layout layout = layout(xml("SizeC='3' SizeZ='2'", "<Channel SamplesPerPixel='3'/>"), 2);
		assertEquals(1, layout.channels);
		assertEquals(2, layout.slices);
	}

	@Test
	void whatIsNotThereIsRefused() {
		refused("tells of 6 planes, and has 5", xml("SizeC='2' SizeZ='3'", ""), 5);
		refused("tells of no pixels", "<OME><Image/></OME>", 1);
		refused("one of 2: its planes are in a.tif, b.tif",
			xml("SizeC='2'", "<TiffData IFD='0'><UUID FileName='a.tif'/></TiffData>"
				+ "<TiffData IFD='1'><UUID FileName='b.tif'/></TiffData>"),
			2);
		refused("does not tell where all its planes are", xml("SizeC='2'", "<TiffData IFD='0'/>"), 2);
	}

	/** An axis twice, none, one more: what is read by such an order would be other planes. */
	@Test
	void ordersThatAreNoneAreRefused() throws IOException {
		for (final String order : new String[] { "XYCZC", "XYZZT", "XYCZ", "", "CZT", "xyczt",
			"XYCZTT" })
			refused("in the order '" + order + "': takes XYCZT, ",
				xml("SizeC='2' SizeZ='2' DimensionOrder='" + order + "'", ""), 4);
		assertEquals(4, layout(xml("SizeC='2' SizeZ='2' DimensionOrder='XYTZC'", ""), 4).size());
		assertEquals(1, layout(xml("SizeC='2' SizeZ='2'", ""), 4).page(1));
	}

	@Test
	void severalImagesAreRefused() throws IOException {
		final String image = "<Image Name='%s'><Pixels SizeC='1'></Pixels></Image>";
		refused("has 2 images",
			"<OME>" + String.format(image, "a") + String.format(image, "b") + "</OME>", 2);
		assertEquals(1, layout("<OME>" + String.format(image, "a") + String.format(image, "Label image")
			+ String.format(image, "macro") + "</OME>", 3).size());
	}

	@Test
	void otherWordsAreNone() {
		for (final String text : new String[] { "", "ImageJ=1.54p\n", "<OMEX>", "OME", "<svg/>" })
			assertFalse(OmeDescription.is(text), text);
		assertTrue(OmeDescription.is("<ome:OME xmlns:ome='x'>"));
	}

	/** Whatever stands in it: planes that are there, or a word. */
	@Property(tries = 200)
	void anyDamageIsSeenOrGivesPages(@ForAll final long seed) {
		final Random random = new Random(seed);
		final Shape shape = new Shape(random);
		final StringBuilder text = new StringBuilder(
			xml(shape.attributes(), "<TiffData IFD='0' FirstC='0' PlaneCount='1'/>"));
		for (int i = 1 + random.nextInt(4); i > 0; i--)
			text.setCharAt(random.nextInt(text.length()),
				"0123456789<>'\"/ =CZT".charAt(random.nextInt(20)));
		try {
			final Layout layout = new OmeDescription(text.toString()).layout(shape.planes());
			for (int plane = 0; plane < layout.size(); plane++)
				assertTrue(layout.page(plane) >= 0);
			assertTrue(layout.size() <= shape.planes());
		}
		catch (final IOException e) {
			assertTrue(e.getMessage().startsWith("this OME-TIFF file "), e.getMessage());
		}
	}
}
