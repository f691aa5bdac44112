package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.process.ShortProcessor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.files.format.RawTiff;
import sc.fiji.kmeans.files.format.RawTiff.Entry;
import sc.fiji.kmeans.files.format.TiffDirectory;

/** Notes of ImageJ as they stand in a file: what each is of, how long it is, and then all bytes. */
class ReadNotesTest {

	private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

	private final List<byte[]> notes = new ArrayList<>();
	private final ByteBuffer kinds = ByteBuffer.allocate(500).order(ORDER);

	private ReadNotesTest() {
		kinds.putInt(ImageJNotes.BEGINNING);
	}

	private void add(final int kind, final byte[]... some) {
		kinds.putInt(kind).putInt(some.length);
		for (final byte[] note : some)
			notes.add(note);
	}

	private static byte[] text(final String text) {
		final ByteBuffer bytes = ByteBuffer.allocate(2 * text.length()).order(ORDER);
		text.chars().forEach(letter -> bytes.putChar((char) letter));
		return bytes.array();
	}

	private static byte[] numbers(final double... numbers) {
		final ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length).order(ORDER);
		for (final double number : numbers)
			bytes.putDouble(number);
		return bytes.array();
	}

	private static int[] ints(final byte[] bytes) {
		final int[] ints = new int[bytes.length];
		for (int i = 0; i < ints.length; i++)
			ints[i] = bytes[i] & 0xff;
		return ints;
	}

	private int[] lengths() {
		final int[] lengths = new int[1 + notes.size()];
		lengths[0] = kinds.position();
		for (int i = 0; i < notes.size(); i++)
			lengths[1 + i] = notes.get(i).length;
		return lengths;
	}

	private byte[] bytes() {
		int length = kinds.position();
		for (final byte[] note : notes)
			length += note.length;
		final ByteBuffer all = ByteBuffer.allocate(length);
		all.put(kinds.array(), 0, kinds.position());
		notes.forEach(all::put);
		return all.array();
	}

	private static ReadNotes read(final int[] lengths, final byte[] bytes) throws IOException {
		final Entry ofBytes = new Entry(ImageJNotes.NOTES, 2, bytes.length, ints(bytes));
		return new RawTiff(ORDER).directory(Entry.of(ImageJNotes.LENGTHS, 4, lengths), ofBytes)
			.with(file -> new ReadNotes(TiffDirectory.all(file).get(0)));
	}

	private ReadNotes read() throws IOException {
		return read(lengths(), bytes());
	}

	private static ImagePlus stack(final int n) {
		final ImageStack stack = new ImageStack(4, 3);
		for (int i = 0; i < n; i++)
			stack.addSlice(new ShortProcessor(4, 3));
		return new ImagePlus("", stack);
	}

	@Test
	void wordsAndProperties() throws IOException {
		add(ImageJNotes.INFO, text("some \u20ac words"));
		add(ImageJNotes.PROPERTIES, text("key"), text("value"));
		final ImagePlus image = stack(1);
		read().addTo(image);
		assertEquals("some \u20ac words", image.getInfoProperty());
		assertEquals("value", image.getProp("key"));
	}

	/** One for each plane; an empty one is none. */
	@Property(tries = 20)
	void labelsOfSlices(@ForAll @IntRange(min = 1, max = 5) final int n) throws IOException {
		final ReadNotesTest own = new ReadNotesTest();
		final byte[][] labels = new byte[n][];
		for (int i = 0; i < n; i++)
			labels[i] = text(i == 1 ? "" : "slice " + i);
		own.add(ImageJNotes.LABELS, labels);
		final ImagePlus image = stack(n);
		own.read().addTo(image);
		if (n == 1) assertEquals("slice 0", image.getProp("Slice_Label"));
		else for (int i = 0; i < n; i++)
			assertEquals(i == 1 ? null : "slice " + i, image.getStack().getSliceLabel(i + 1));
		// Of another number of planes they are those of something else.
		final ImagePlus other = stack(n + 1);
		own.read().addTo(other);
		assertNull(other.getStack().getSliceLabel(1));
	}

	@Test
	void rangesOfChannels() throws IOException {
		add(ImageJNotes.RANGES, numbers(1, 50, 2, 900));
		final ImagePlus image = stack(2);
		image.setDimensions(2, 1, 1);
		final CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
		read().addTo(composite);
		assertEquals(1, composite.getLuts()[0].min);
		assertEquals(50, composite.getLuts()[0].max);
		assertEquals(2, composite.getLuts()[1].min);
		assertEquals(900, composite.getLuts()[1].max);
	}

	/** An area alone: beyond a point or a line pixels count, too. */
	@Test
	void selections() throws IOException {
		add(ImageJNotes.SELECTION, RoiEncoder.saveAsByteArray(new Roi(1, 1, 2, 2)));
		assertEquals("java.awt.Rectangle[x=1,y=1,width=2,height=2]",
			read().selection().get().getBounds().toString());
		final ReadNotesTest point = new ReadNotesTest();
		point.add(ImageJNotes.SELECTION, RoiEncoder.saveAsByteArray(new PointRoi(1, 1)));
		assertFalse(point.read().selection().isPresent());
	}

	@Test
	void filesWithoutNotes() throws IOException {
		final ReadNotes none = new RawTiff(ORDER).directory(Entry.of(256, 3, 1))
			.with(file -> new ReadNotes(TiffDirectory.all(file).get(0)));
		final ImagePlus image = stack(2);
		none.addTo(image);
		assertNull(image.getInfoProperty());
		assertFalse(none.selection().isPresent());
	}

	/** Notes that are damaged are none, or others; nothing fails. */
	@Property(tries = 150)
	void damagedNotesDoNoHarm(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final ReadNotesTest own = new ReadNotesTest();
		own.add(ImageJNotes.INFO, text("words"));
		own.add(ImageJNotes.LABELS, text("a"), text("b"));
		own.add(ImageJNotes.RANGES, numbers(1, 5));
		final int[] lengths = own.lengths();
		final byte[] bytes = own.bytes();
		for (int i = random.nextInt(3); i > 0; i--)
			lengths[random.nextInt(lengths.length)] = random.nextInt(200);
		for (int i = random.nextInt(3); i > 0; i--)
			bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
		final ImagePlus image = stack(2);
		read(lengths, bytes).addTo(image);
		assertTrue(image.getStackSize() == 2);
	}
}
