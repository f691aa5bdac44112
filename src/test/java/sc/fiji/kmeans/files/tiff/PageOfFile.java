package sc.fiji.kmeans.files.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import sc.fiji.kmeans.files.format.RawTiff;
import sc.fiji.kmeans.files.format.RawTiff.Entry;
import sc.fiji.kmeans.files.format.TiffDirectory;

/** A page as a file tells of it, entry by entry. */
final class PageOfFile {

	private static final int SHORT = 3;
	private static final int LONG = 4;

	private final List<Entry> entries = new ArrayList<>();

	PageOfFile(final int width, final int height) {
		with(256, width).with(257, height);
	}

	/** One more entry of whole numbers; tags ascend. */
	PageOfFile with(final int tag, final int... numbers) {
		boolean isShort = true;
		for (final int number : numbers)
			isShort &= number >= 0 && number < 1 << 16;
		entries.add(Entry.of(tag, isShort ? SHORT : LONG, numbers));
		return this;
	}

	/** The same number for each sample. */
	PageOfFile each(final int tag, final int samples, final int number) {
		final int[] numbers = new int[samples];
		Arrays.fill(numbers, number);
		return with(tag, numbers);
	}

	/** What is made of the page while its file is open. */
	interface Use<T> {

		T of(Page page) throws IOException;
	}

	<T> T read(final Use<T> use) throws IOException {
		return read(ByteOrder.LITTLE_ENDIAN, use);
	}

	<T> T read(final ByteOrder order, final Use<T> use) throws IOException {
		return new RawTiff(order).directory(entries.toArray(new Entry[0]))
			.with(file -> use.of(new Page(TiffDirectory.all(file).get(0))));
	}
}
