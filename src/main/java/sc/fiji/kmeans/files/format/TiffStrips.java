package sc.fiji.kmeans.files.format;

import ij.io.FileInfo;

import java.io.EOFException;
import java.io.IOException;

/**
 * Whether the strips of an image in a TIFF file have all its pixels. ImageJ reads
 * some types from the first strip on without looking at the others, and fills up
 * with zeros what is missing.
 */
final class TiffStrips {

	private final TiffFile file;
	private final FileInfo info;
	/** Of a plane of the file, which has one component or all. */
	private final long rowBytes;
	/** Number of planes that ImageJ takes. */
	private final int planes;
	private final int rows;

	TiffStrips(final TiffFile file, final FileInfo info) {
		this.file = file;
		this.info = info;
		rowBytes = rowBytes(info);
		planes = planes(info);
		rows = info.rowsPerStrip < 1 ? info.height : Math.min(info.rowsPerStrip, info.height);
	}

	/** Of all planes that ImageJ takes, uncompressed. */
	static long bytes(final FileInfo info) {
		return planes(info) * rowBytes(info) * info.height;
	}

	private static int planes(final FileInfo info) {
		return info.fileType == FileInfo.RGB_PLANAR
			? 3
			: info.fileType == FileInfo.RGB48_PLANAR ? samples(info) : 1;
	}

	private static int samples(final FileInfo info) {
		return info.samplesPerPixel == 1 ? 3 : info.samplesPerPixel;
	}

	private static long rowBytes(final FileInfo info) {
		final long width = info.width;
		switch (info.fileType) {
			case FileInfo.BITMAP :
				return (width + 7) / 8;
			case FileInfo.GRAY10_UNSIGNED :
				return width + width / 4 + width % 2;
			case FileInfo.GRAY12_UNSIGNED :
				return width + width / 2 + width % 2;
			case FileInfo.RGB_PLANAR :
				return width;
			case FileInfo.RGB48 :
				return width * samples(info) * Short.BYTES;
			case FileInfo.RGB48_PLANAR :
				return width * Short.BYTES;
			default :
				return width * info.getBytesPerPixel();
		}
	}

	/** @throws IOException with the first thing that is missing */
	void check() throws IOException {
		if (info.stripOffsets == null || info.stripOffsets.length < strips())
			throw TiffFile
				.damaged("an image has " + (info.stripOffsets == null ? 0 : info.stripOffsets.length)
					+ " strips, and its " + info.height + " rows are " + strips());
		if (areRead()) checkStrips();
		else checkWhole();
	}

	/** Number of strips that ImageJ takes pixels from. */
	private long strips() {
		return (long) planes * ((info.height + rows - 1) / rows);
	}

	/** Whether ImageJ reads strip by strip. */
	private boolean areRead() {
		if (info.compression > FileInfo.COMPRESSION_NONE) return true;
		switch (info.fileType) {
			case FileInfo.GRAY8 :
			case FileInfo.COLOR8 :
			case FileInfo.BITMAP :
			case FileInfo.GRAY10_UNSIGNED :
			case FileInfo.GRAY12_UNSIGNED :
			case FileInfo.RGB48_PLANAR :
				return false;
			case FileInfo.RGB48 :
				return true;
			default :
				return info.stripOffsets.length > 1;
		}
	}

	/** Without strips an image is one block of bytes from its offset on. */
	private void checkWhole() throws IOException {
		final long images = info.nImages > 1 ? info.nImages : 1;
		final double end = info.getOffset() + (double) images * planes * rowBytes * info.height;
		if (end > file.length())
			throw new IOException(
				"this TIFF file has fewer bytes than its pixels need: it is truncated, or"
					+ " compressed in a way that ImageJ does not know");
		for (int i = 1; i < strips() && !isUpsideDown(); i++)
			if (offset(i) != offset(i - 1) + rowBytes * rowsOf(i - 1))
				throw new NotForImageJ("strip " + (i + 1) + " does not follow strip " + i);
	}

	/** ImageJ turns such images over. */
	private boolean isUpsideDown() {
		return offset(info.stripOffsets.length - 1) < offset(0);
	}

	private void checkStrips() throws IOException {
		final int n = info.stripOffsets.length;
		if (info.stripLengths == null || info.stripLengths.length != n)
			throw TiffFile.damaged("the lengths of its strips are missing");
		long all = 0;
		for (int i = 0; i < n; i++) {
			if (offset(i) + length(i) > file.length()) throw new EOFException();
			all += length(i);
		}
		if (all > file.length()) throw TiffFile.damaged("its strips overlap");
		for (int i = 0; i < n; i++)
			checkStrip(i);
	}

	/** All strips but the last must end where their rows do: the next follows there. */
	private void checkStrip(final int i) throws IOException {
		final long needed = rowBytes * rowsOf(i);
		final long bytes = bytes(i, needed);
		final boolean isLast = i >= strips() - 1;
		if (bytes < needed && i < strips() || bytes >= needed + rowBytes && !isLast)
			throw TiffFile.damaged(name(i) + " has " + bytes + " bytes, and its rows " + needed);
	}

	/** Uncompressed; counted a little beyond those that are needed. */
	private long bytes(final int i, final long needed) throws IOException {
		if (info.compression <= FileInfo.COMPRESSION_NONE) return length(i);
		if (info.compression == FileInfo.PACK_BITS) requirePackedRows(needed);
		final byte[] strip = file.bytes(offset(i), (int) length(i)).array();
		try {
			return new StripLength(strip, 2 * needed + Short.MAX_VALUE).of(info.compression);
		}
		catch (final IOException e) {
			throw TiffFile.damaged(name(i) + " " + e.getMessage());
		}
	}

	/** ImageJ ends such strips where the rows would end that the file tells of. */
	private void requirePackedRows(final long needed) throws IOException {
		final int end = info.rowsPerStrip * info.width * info.getBytesPerPixel();
		if (end != 0 && end < needed)
			throw new NotForImageJ("packed strips of " + (info.rowsPerStrip & 0xffffffffL) + " rows");
	}

	private String name(final int i) {
		return "strip " + (i + 1) + " of " + info.stripOffsets.length;
	}

	/** Number of rows of a strip; planes begin with strips of their own. */
	private long rowsOf(final int i) {
		final int perPlane = (info.height + rows - 1) / rows;
		return Math.min(rows, info.height - (long) i % perPlane * rows);
	}

	private long offset(final int i) {
		return info.stripOffsets[i] & 0xffffffffL;
	}

	private long length(final int i) {
		return info.stripLengths[i] & 0xffffffffL;
	}
}
