package sc.fiji.kmeans.files.format;

import ij.io.FileInfo;
import ij.io.TiffDecoder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Whether all of a TIFF file is there, in a way that ImageJ reads. */
final class TiffCheck implements FileCheck {

	private static final int COMPRESSION = 259;
	private static final int PREDICTOR = 317;
	/** In values of the tag. */
	private static final int JPEG = 7;
	private static final int FLOATING_POINT = 3;

	private final Path path;
	private int frames;

	TiffCheck(final Path path) {
		this.path = path.toAbsolutePath();
	}

	@Override
	public boolean hasHead() {
		return true;
	}

	@Override
	public boolean run() throws IOException {
		try (TiffFile file = new TiffFile(path)) {
			for (final TiffDirectory directory : TiffDirectory.all(file)) {
				new TiffEntries(file, directory).check();
				requireKnown(directory);
			}
			final FileInfo[] infos = infos();
			frames = frames(infos);
			Memory.require(infos[0].width, infos[0].height, frames,
				Math.max(1, infos[0].getBytesPerPixel()));
			for (final FileInfo info : infos)
				check(file, info);
			if (infos.length > 1 && infos.length == frames) requireOrder(infos);
			return true;
		}
	}

	@Override
	public int frames() {
		return frames;
	}

	/** Of images of different sizes or types ImageJ opens the first one. */
	private static int frames(final FileInfo[] infos) {
		final FileInfo first = infos[0];
		final boolean areAlike = Arrays.stream(infos)
			.allMatch(info -> info.width == first.width && info.height == first.height
				&& info.fileType == first.fileType);
		return first.nImages > 1 ? first.nImages : areAlike ? infos.length : 1;
	}

	/** ImageJ reads uncompressed images one after another. */
	private void requireOrder(final FileInfo[] infos) throws IOException {
		for (int i = 1; i < infos.length; i++)
			if (infos[i].compression <= FileInfo.COMPRESSION_NONE
				&& infos[i].getOffset() < infos[i - 1].getOffset() + TiffStrips.bytes(infos[i - 1]))
				throw new IOException(
					"ImageJ can not read this TIFF file: image " + (i + 1) + " does not follow image " + i);
	}

	/** What ImageJ reads as if it were not there. */
	private static void requireKnown(final TiffDirectory directory) throws IOException {
		if (directory.number(PREDICTOR, 1) == FLOATING_POINT)
			throw new IOException("ImageJ can not read this TIFF file: floating point predictor");
		if (directory.number(COMPRESSION, 1) == JPEG)
			throw new IOException("ImageJ can not read this TIFF file: JPEG compression");
	}

	private FileInfo[] infos() throws IOException {
		final FileInfo[] infos = new TiffDecoder(path.getParent() + "/", path.getFileName().toString())
			.getTiffInfo();
		if (infos == null) throw new IOException("this TIFF file can not be read");
		return infos;
	}

	private static void check(final TiffFile file, final FileInfo info) throws IOException {
		Memory.require(info.width, info.height, 1, 1);
		requireReadable(info);
		new TiffStrips(file, info).check();
	}

	/** Where ImageJ takes compressed bytes for pixels, or planes for others. */
	private static void requireReadable(final FileInfo info) throws IOException {
		if (info.compression <= FileInfo.COMPRESSION_NONE) return;
		switch (info.fileType) {
			case FileInfo.BITMAP :
			case FileInfo.GRAY10_UNSIGNED :
			case FileInfo.GRAY12_UNSIGNED :
				throw new IOException(
					"ImageJ can not read this TIFF file: compressed pixels of 1, 10 or 12 bits");
			case FileInfo.RGB48_PLANAR :
				throw new IOException("ImageJ can not read this TIFF file: compressed planes of 16 bits");
			case FileInfo.RGB48 :
				requireReadable(info.compression, info.samplesPerPixel);
				return;
			default :
		}
	}

	private static void requireReadable(final int compression, final int samples) throws IOException {
		if (samples != 3 || compression == FileInfo.LZW_WITH_DIFFERENCING
			|| compression == FileInfo.ZIP_WITH_DIFFERENCING)
			throw new IOException("ImageJ can not read this TIFF file: compressed pixels of " + samples
				+ " x 16 bits, or with a predictor");
	}
}
