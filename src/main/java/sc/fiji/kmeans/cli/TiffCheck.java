package sc.fiji.kmeans.cli;

import ij.io.FileInfo;
import ij.io.TiffDecoder;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Whether all of a TIFF file is there. */
final class TiffCheck {

	private static final int ENTRY = 12;

	private final Path path;

	TiffCheck(final Path path) {
		this.path = path.toAbsolutePath();
	}

	/** @throws IOException with the reason why ImageJ can not read the whole file */
	void run() throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
			checkDirectories(file);
			checkImages(file.length());
		}
	}

	/** Walks the chain of image directories; ImageJ takes a broken link for its end. */
	private static void checkDirectories(final RandomAccessFile file)
		throws IOException
	{
		final ByteOrder order = file.read() == 'I' ? ByteOrder.LITTLE_ENDIAN
			: ByteOrder.BIG_ENDIAN;
		final Set<Long> visited = new HashSet<>();
		long link = 4;
		while (true) {
			final long directory = read(file, link, 4, order);
			if (directory == 0) return;
			if (!visited.add(directory)) throw new IOException(
				"this TIFF file is damaged: its images form a ring");
			link = directory + 2 + ENTRY * read(file, directory, 2, order);
		}
	}

	private static long read(final RandomAccessFile file, final long position,
		final int bytes, final ByteOrder order) throws IOException
	{
		final byte[] buffer = new byte[8];
		file.seek(position);
		file.readFully(buffer, order == ByteOrder.BIG_ENDIAN ? 8 - bytes : 0, bytes);
		return ByteBuffer.wrap(buffer).order(order).getLong();
	}

	private void checkImages(final long length) throws IOException {
		final FileInfo[] infos = new TiffDecoder(path.getParent() + "/", path
			.getFileName().toString()).getTiffInfo();
		if (infos == null) throw new IOException("this TIFF file can not be read");
		for (final FileInfo info : infos) {
			if (info.width < 1 || info.height < 1) throw new IOException(
				"this TIFF file is damaged: an image has " + info.width + " x " +
					info.height + " pixels");
			if (stripsEnd(info) > length) throw new EOFException();
			if (isRaw(info) && rawEnd(info) > length) throw new IOException(
				"this TIFF file has fewer bytes than its pixels need: it is truncated," +
					" or compressed in a way that ImageJ does not know");
		}
	}

	/** Whether ImageJ reads bytes as they are, from the offset on without a gap. */
	private static boolean isRaw(final FileInfo info) {
		return info.compression == FileInfo.COMPRESSION_NONE &&
			info.fileType != FileInfo.BITMAP &&
			info.fileType != FileInfo.GRAY10_UNSIGNED &&
			info.fileType != FileInfo.GRAY12_UNSIGNED;
	}

	/** ImageJ writes a stack as one image that the others follow. */
	private static long rawEnd(final FileInfo info) {
		final boolean stackOfImageJ = info.description != null && info.description
			.startsWith("ImageJ");
		final long images = stackOfImageJ ? Math.max(1, info.nImages) : 1;
		return info.getOffset() + images * info.width * info.height * info
			.getBytesPerPixel();
	}

	private static long stripsEnd(final FileInfo info) {
		if (info.stripOffsets == null || info.stripLengths == null) return 0;
		long end = 0;
		for (int i = 0; i < info.stripOffsets.length; i++)
			end = Math.max(end, (info.stripOffsets[i] & 0xffffffffL) +
				info.stripLengths[i]);
		return end;
	}
}
