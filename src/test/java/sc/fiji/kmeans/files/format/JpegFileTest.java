package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Segments of a JPEG file up to that of the frame. */
class JpegFileTest extends PictureFileContract {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	JpegFileTest() {
		super("jpg", JpegFile::new, false);
		put(0xff, 0xd8);
	}

	private JpegFileTest put(final int... values) {
		for (final int value : values)
			bytes.write(value);
		return this;
	}

	/** @param n number of bytes behind the length */
	private JpegFileTest segment(final int marker, final int n) {
		return put(0xff, marker, n + 2 >> 8, n + 2 & 0xff).put(new int[n]);
	}

	private JpegFileTest frame(final int marker, final int width, final int height,
		final int components)
	{
		return put(0xff, marker, 0, 17, 8, height >> 8, height & 0xff, width >> 8, width & 0xff,
			components);
	}

	private PictureHead head() throws IOException {
		return file(bytes.toByteArray()).head();
	}

	private String refusal() {
		return assertThrows(IOException.class, this::head).getMessage();
	}

	/** Tables and comments, some of 255s, stand before the frame. */
	@Property(tries = 50)
	void whatStandsBeforeTheFrameIsPassedOver(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final JpegFileTest jpeg = new JpegFileTest();
		final int[] markers = { 0xc4, 0xc8, 0xcc, 0xdb, 0xdd, 0xe0, 0xee, 0xfe };
		for (int n = random.nextInt(8); n > 0; n--) {
			jpeg.segment(markers[random.nextInt(markers.length)], random.nextInt(300));
			for (int fill = random.nextInt(3); fill > 0; fill--)
				jpeg.put(0xff);
		}
		assertSize(123, 45678, jpeg.frame(0xc0, 123, 45678, 3).head());
	}

	@ParameterizedTest
	@ValueSource(
		ints = { 0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf })
	void everyKindOfFrameTellsTheSize(final int marker) throws IOException {
		assertSize(7, 300, frame(marker, 7, 300, 3).frame(0xc0, 1, 1, 1).head());
	}

	/** These have no length behind them. */
	@ParameterizedTest
	@ValueSource(ints = { 0x01, 0xd0, 0xd7, 0xd8 })
	void someMarkersStandAlone(final int marker) throws IOException {
		assertSize(7, 8, put(0xff, marker).frame(0xc0, 7, 8, 3).head());
	}

	@Test
	void aLengthIsAtLeastItsOwn() throws IOException {
		assertSize(7, 8, put(0xff, 0xfe, 0, 0).frame(0xc0, 7, 8, 3).head());
		assertSize(7, 8, put(0xff, 0xfe, 0, 2).frame(0xc0, 7, 8, 3).head());
	}

	/** ImageJ shows inks as if they were light. */
	@ParameterizedTest
	@CsvSource({ "1,true", "3,true", "4,false", "255,false" })
	void imageJReadsUpToThreeComponents(final int components, final boolean isRead)
		throws IOException
	{
		assertEquals(isRead, frame(0xc0, 7, 8, components).head().isForImageJ());
	}

	@Test
	void betweenSegmentsThereIsNothing() {
		assertEquals("this image is damaged: its head is broken",
			segment(0xe0, 5).put(0).frame(0xc0, 7, 8, 3).refusal());
	}

	@Test
	void withoutAFrameItIsCutShort() {
		assertThrows(EOFException.class, segment(0xe0, 5)::head);
		assertThrows(EOFException.class, put(0xff, 0xe0, 200, 0)::head);
		assertThrows(EOFException.class, put(0xff, 0xc0, 0, 17, 8, 0)::head);
	}

	@Test
	void aFrameMayHaveNoPixels() throws IOException {
		assertFalse(frame(0xc0, 0, 8, 3).head().hasPixels());
	}

	/** Eight blocks of 64 pixels in a byte. */
	@Test
	void aFileIsNotTooShortForItsPixels() throws IOException {
		final PictureFile file = file(frame(0xc0, 512, 10, 3).bytes.toByteArray());
		final PictureHead head = file.head();
		file.check(head, 10);
		assertEquals("this image is damaged: its file is too short for 512 x 10 pixels",
			assertThrows(IOException.class, () -> file.check(head, 9)).getMessage());
	}

	@Test
	void greyPicturesAreRead() throws IOException {
		assertSize(20, 9, read(picture(20, 9, BufferedImage.TYPE_BYTE_GRAY, 1)));
	}
}
