package sc.fiji.kmeans.files.tiff;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileInfo;
import ij.io.FileSaver;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What ImageJ keeps of an image beside its pixels, and writes into TIFF files: a description, and
 * labels of slices, display ranges, look-up tables, information and properties in two entries.
 */
public final class ImageJNotes {

	/** How many bytes each of the notes has; the notes. */
	static final int LENGTHS = 50838;
	static final int NOTES = 50839;
	static final int BEGINNING = 0x494a494a;
	// Their kinds.
	static final int INFO = 0x696e666f;
	static final int LABELS = 0x6c61626c;
	static final int RANGES = 0x72616e67;
	static final int TABLES = 0x6c757473;
	static final int PROPERTIES = 0x70726f70;
	static final int SELECTION = 0x726f6920;

	private final ByteBuffer kinds = buffer(Integer.BYTES + 10 * Integer.BYTES).putInt(BEGINNING);
	private final List<byte[]> notes = new ArrayList<>();

	private ImageJNotes() {}

	/** All of them, as ImageJ's encoder takes them. */
	public static FileInfo of(final ImagePlus picture) {
		final FileSaver saver = new FileSaver(picture);
		final FileInfo info = picture.getFileInfo();
		info.description = saver.getDescriptionString();
		info.info = picture.getInfoProperty();
		info.properties = picture.getPropertiesAsArray();
		info.sliceLabels = labels(picture.getStack());
		if (picture.isComposite()) saver.saveDisplayRangesAndLuts(picture, info);
		if (!areKnown(info.displayRanges)) info.displayRanges = null;
		return info;
	}

	/**
	 * Of an image whose pixels were not read nobody knows them: ImageJ finds them when it opens it.
	 */
	private static boolean areKnown(final double[] ranges) {
		return ranges != null
			&& IntStream.range(0, ranges.length / 2).anyMatch(c -> ranges[2 * c] < ranges[2 * c + 1]);
	}

	/** Null if the first slice has none. */
	private static String[] labels(final ImageStack stack) {
		return stack.getSliceLabel(1) == null
			? null
			: IntStream.rangeClosed(1, stack.getSize())
				.mapToObj(stack::getSliceLabel)
				.toArray(String[]::new);
	}

	/** Those that are not in the description; nothing if there are none. */
	static List<TiffEntry> entries(final FileInfo info) {
		final ImageJNotes all = new ImageJNotes();
		all.add(INFO, texts(info.info == null ? new String[0] : new String[] { info.info }));
		all.add(LABELS, texts(info.sliceLabels));
		if (info.displayRanges != null) all.add(RANGES, bytes(info.displayRanges));
		if (info.channelLuts != null) all.add(TABLES, info.channelLuts);
		all.add(PROPERTIES, texts(info.properties));
		return all.entries();
	}

	private void add(final int kind, final byte[]... some) {
		if (some.length == 0) return;
		kinds.putInt(kind).putInt(some.length);
		notes.addAll(Arrays.asList(some));
	}

	private static byte[][] texts(final String... texts) {
		return texts == null
			? new byte[0][]
			: Arrays.stream(texts).map(ImageJNotes::bytes).toArray(byte[][]::new);
	}

	private static byte[] bytes(final String text) {
		final ByteBuffer bytes = buffer(text == null ? 0 : Character.BYTES * text.length());
		if (text != null) text.chars().forEach(letter -> bytes.putChar((char) letter));
		return bytes.array();
	}

	private static byte[] bytes(final double... numbers) {
		final ByteBuffer bytes = buffer(Double.BYTES * numbers.length);
		Arrays.stream(numbers).forEach(bytes::putDouble);
		return bytes.array();
	}

	private static ByteBuffer buffer(final int length) {
		return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
	}

	private List<TiffEntry> entries() {
		if (notes.isEmpty()) return Collections.emptyList();
		final long[] lengths = new long[1 + notes.size()];
		lengths[0] = kinds.position();
		for (int i = 0; i < notes.size(); i++)
			lengths[1 + i] = notes.get(i).length;
		final ByteBuffer all = buffer((int) Arrays.stream(lengths).sum());
		all.put(kinds.array(), 0, kinds.position());
		notes.forEach(all::put);
		all.flip();
		return Arrays.asList(TiffEntry.numbers(LENGTHS, TiffEntry.LONG, lengths),
			TiffEntry.of(NOTES, TiffEntry.BYTE, all));
	}
}
