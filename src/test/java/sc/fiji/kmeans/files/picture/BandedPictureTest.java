package sc.fiji.kmeans.files.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.files.tiff.TiffImage;
import sc.fiji.kmeans.image.PageMeaning;

class BandedPictureTest {

	private static ImagePlus like(final int bits) {
		return IJ.createImage("", bits == 24 ? "RGB" : bits + "-bit", 1000, 1, 1);
	}

	/** PNG where it can be: up to 1 GB of pixels, one plane, no floats, no values of their own. */
	@Test
	void formatsByWhatIsWritten() {
		assertEquals(".png", new BandedPicture(like(8), 1 << 20).extension());
		assertEquals(".tif", new BandedPicture(like(8), (1 << 30) / 1000 + 1).extension());
		assertEquals(".png", new BandedPicture(like(16), 500_000).extension());
		assertEquals(".tif", new BandedPicture(like(16), 550_000).extension());
		assertEquals(".png", new BandedPicture(like(24), 250_000).extension());
		assertEquals(".tif", new BandedPicture(like(24), 270_000).extension());
		assertEquals(".tif", new BandedPicture(like(32), 10).extension());
		assertEquals(".tif", new BandedPicture(IJ.createImage("", "8-bit", 10, 1, 2), 10).extension());
		final ImagePlus calibrated = like(8);
		calibrated.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 1, 2 }, "OD");
		assertEquals(".tif", new BandedPicture(calibrated, 10).extension());
	}

	/** The same as of a picture that is there as a whole. */
	@Test
	void formatsAreThoseOfWholePictures() {
		final String[] kinds = { "8-bit", "16-bit", "RGB", "32-bit" };
		for (final String kind : kinds)
			for (int slices = 1; slices <= 2; slices++) {
				final ImagePlus image = IJ.createImage("", kind, 10, 10, slices);
				assertEquals(new Picture(image).extension(), new BandedPicture(image, 10).extension(),
					kind + " " + slices);
			}
	}

	/** Colours in a TIFF file of this program have none. */
	@Test
	void alphaOfLargeColoursIsRefused() {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> new BandedPicture(like(24), 300_000).withAlpha()).getMessage();
		assertTrue(
			message.startsWith(
				"background = transparent: takes black or white for an image of" + " more than 1024 MB"),
			message);
		assertEquals(".png", new BandedPicture(like(24), 300).withAlpha().extension());
		assertEquals(".tif", new BandedPicture(like(32), 300_000).withAlpha().extension());
	}

	private static ImagePlus random(final Random random) {
		final String[] kinds = { "16-bit", "32-bit", "8-bit" };
		final ImagePlus image = IJ.createImage("", kinds[random.nextInt(3)] + " noise",
			1 + random.nextInt(50), 1 + random.nextInt(700), 1 + random.nextInt(3));
		return image;
	}

	private static ImageProcessor rows(final ImageProcessor pixels, final int first, final int n) {
		pixels.setRoi(0, first, pixels.getWidth(), n);
		return pixels.crop();
	}

	/** Stacks are TIFF files, in parts too: from a multiple of 256 rows on. */
	@Property(tries = 25)
	void partsOfTiffFilesMakeTheWhole(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final ImagePlus image = random(random);
		final BandedPicture picture = new BandedPicture(image, image.getHeight());
		if (picture.extension().equals(".png")) return;
		final Path whole = Files.createTempFile("kmeans", ".tif");
		try {
			try (PictureRows out = picture.open(whole)) {
				for (int n = 1; n <= image.getStackSize(); n++)
					for (int y = 0; y < image.getHeight(); y += 256)
						addPart(picture,
							rows(image.getStack().getProcessor(n), y, Math.min(256, image.getHeight() - y)), out);
			}
			try (TiffImage read = new TiffImage(whole, PageMeaning.FRAMES)) {
				final ImagePlus all = read.whole();
				assertEquals(image.getStackSize(), all.getStackSize());
				for (int n = 1; n <= image.getStackSize(); n++)
					assertPlane(image.getStack().getProcessor(n), all.getStack().getProcessor(n));
			}
		}
		finally {
			Files.delete(whole);
		}
	}

	private static void addPart(final BandedPicture picture, final ImageProcessor rows,
		final PictureRows out) throws IOException
	{
		final Path file = Files.createTempFile("kmeans", ".part");
		final PictureRows part = picture.openPart(file, rows.getHeight());
		part.write(rows);
		part.close();
		out.write(sent(new StoredRows("labels", file, rows.getHeight(), part.figures())));
		Files.delete(file);
	}

	/** As it comes to another machine. */
	private static StoredRows sent(final StoredRows rows) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new ObjectOutputStream(bytes).writeObject(rows);
		try {
			return (StoredRows) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))
				.readObject();
		}
		catch (final ClassNotFoundException e) {
			throw new IOException(e);
		}
	}

	private static void assertPlane(final ImageProcessor expected, final ImageProcessor read) {
		for (int i = 0; i < expected.getPixelCount(); i++)
			assertEquals(expected.getf(i), read.getf(i));
	}

	@Test
	void storedRowsAreSentAsTheyAre() throws IOException {
		final StoredRows rows = new StoredRows("masked-1", Paths.get("a b", "c.part"), 7,
			new long[][] { { 1, 2 }, { 3 } });
		final StoredRows sent = sent(rows);
		assertEquals("masked-1", sent.kind());
		assertEquals(Paths.get("a b", "c.part"), sent.file());
		assertEquals(7, sent.rows());
		assertArrayEquals(new long[] { 1, 2 }, sent.figures()[0]);
		assertArrayEquals(new long[] { 3 }, sent.figures()[1]);
	}

	/** A file that lacks rows is told, not left as if it were whole. */
	@Test
	void rowsThatAreMissingAreTold() throws IOException {
		final Path file = Files.createTempFile("kmeans", ".tif");
		try {
			final PictureRows out = new BandedPicture(like(32), 10).open(file);
			out.write(like(32).getProcessor());
			assertTrue(assertThrows(IOException.class, out::close).getMessage()
				.contains("0 pages of 1 were written"));
		}
		finally {
			Files.delete(file);
		}
	}
}
