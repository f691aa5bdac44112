package sc.fiji.kmeans.files.tiff;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.process.LUT;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import sc.fiji.kmeans.files.format.TiffDirectory;

/** The {@link ImageJNotes} of a TIFF file. */
final class ReadNotes {

	private static final String SLICE_LABEL = "Slice_Label";
	/** Of a look-up table. */
	private static final int SIZE = 256;

	/** By kind. */
	private final Map<Integer, List<byte[]>> notes = new HashMap<>();
	private final ByteOrder order;

	/** Notes that are damaged are none, as they are to ImageJ. */
	ReadNotes(final TiffDirectory directory) throws IOException {
		final ByteBuffer bytes = directory.values(ImageJNotes.NOTES);
		order = bytes.order();
		try {
			read(directory.numbers(ImageJNotes.LENGTHS), bytes);
		}
		catch (final BufferUnderflowException e) {
			notes.clear();
		}
	}

	private void read(final long[] lengths, final ByteBuffer bytes) {
		if (lengths.length == 0 || bytes.getInt() != ImageJNotes.BEGINNING) return;
		final ByteBuffer kinds = bytes.duplicate().order(order);
		if (lengths[0] < kinds.position() || lengths[0] > kinds.limit()) return;
		kinds.limit((int) lengths[0]);
		bytes.position((int) lengths[0]);
		for (int note = 1; kinds.remaining() >= 2 * Integer.BYTES;) {
			final List<byte[]> some = notes.computeIfAbsent(kinds.getInt(), kind -> new ArrayList<>());
			for (int left = kinds.getInt(); left > 0 && note < lengths.length; left--)
				some.add(next(bytes, lengths[note++]));
		}
	}

	private static byte[] next(final ByteBuffer bytes, final long length) {
		if (length > bytes.remaining()) throw new BufferUnderflowException();
		final byte[] note = new byte[(int) length];
		bytes.get(note);
		return note;
	}

	private List<byte[]> of(final int kind) {
		return notes.getOrDefault(kind, Collections.emptyList());
	}

	/** The area that is stored with the image, beyond which no pixel counts; nothing for all. */
	Optional<Roi> selection() {
		return of(ImageJNotes.SELECTION).stream()
			.map(RoiDecoder::openFromByteArray)
			.filter(selection -> selection != null && selection.isArea())
			.findFirst();
	}

	/** @param image with all planes of the file */
	void addTo(final ImagePlus image) {
		final List<byte[]> infos = of(ImageJNotes.INFO);
		if (!infos.isEmpty()) image.setProperty("Info", text(infos.get(0)));
		final List<byte[]> properties = of(ImageJNotes.PROPERTIES);
		if (!properties.isEmpty())
			image.setProperties(properties.stream().map(this::text).toArray(String[]::new));
		addLabels(image, of(ImageJNotes.LABELS));
		if (image instanceof CompositeImage && !of(ImageJNotes.RANGES).isEmpty())
			show((CompositeImage) image, numbers(of(ImageJNotes.RANGES).get(0)));
	}

	private void addLabels(final ImagePlus image, final List<byte[]> labels) {
		if (labels.size() != image.getStackSize()) return;
		if (labels.size() == 1) image.setProp(SLICE_LABEL, text(labels.get(0)));
		else for (int n = 1; n <= labels.size(); n++)
			if (labels.get(n - 1).length > 0) image.getStack().setSliceLabel(text(labels.get(n - 1)), n);
	}

	/** @param ranges what is black and white in each channel */
	private void show(final CompositeImage image, final double... ranges) {
		final LUT[] tables = image.getLuts();
		if (ranges.length != 2 * tables.length) return;
		final List<byte[]> own = of(ImageJNotes.TABLES);
		for (int c = 0; c < tables.length; c++) {
			final boolean hasOwn = own.size() == tables.length && own.get(c).length == 3 * SIZE;
			tables[c] = new LUT(hasOwn ? table(own.get(c)) : tables[c], ranges[2 * c], ranges[2 * c + 1]);
		}
		image.setLuts(tables);
	}

	/** Of all reds, then greens, then blues. */
	private static LUT table(final byte[] note) {
		return new LUT(Arrays.copyOf(note, SIZE), Arrays.copyOfRange(note, SIZE, 2 * SIZE),
			Arrays.copyOfRange(note, 2 * SIZE, 3 * SIZE));
	}

	private String text(final byte[] note) {
		return ByteBuffer.wrap(note).order(order).asCharBuffer().toString();
	}

	private double[] numbers(final byte[] note) {
		final double[] numbers = new double[note.length / Double.BYTES];
		ByteBuffer.wrap(note).order(order).asDoubleBuffer().get(numbers);
		return numbers;
	}
}
