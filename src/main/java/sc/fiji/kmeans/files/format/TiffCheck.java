package sc.fiji.kmeans.files.format;

import ij.io.FileInfo;
import ij.io.TiffDecoder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Whether all of a TIFF file is there, in a way that ImageJ reads right. Of other TIFF files it
 * is found when they are read.
 */
final class TiffCheck implements FileCheck {

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
			final List<TiffDirectory> directories = TiffDirectory.all(file);
			frames = 1;
			if (directories.isEmpty()) throw TiffFile.damaged("it has no image");
			if (file.isBig()) return false;
			for (final TiffDirectory directory : directories)
				new TiffEntries(file, directory).check();
			if (!TiffJudge.isForImageJ(directories)) return false;
			checkInfos(file);
			return true;
		}
		catch (final NotForImageJ e) {
			frames = 1;
			return false;
		}
	}

	private void checkInfos(final TiffFile file) throws IOException {
		final FileInfo[] infos = infos();
		frames = frames(infos);
		Memory.require(infos[0].width, infos[0].height, frames,
			Math.max(1, infos[0].getBytesPerPixel()));
		for (final FileInfo info : infos)
			check(file, info);
		if (infos.length > 1 && infos.length == frames) requireOrder(infos);
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
				throw new NotForImageJ("image " + (i + 1) + " does not follow image " + i);
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
				throw new NotForImageJ("compressed pixels of 1, 10 or 12 bits");
			case FileInfo.RGB48_PLANAR :
				throw new NotForImageJ("compressed planes of 16 bits");
			case FileInfo.RGB48 :
				requireReadable(info.compression, info.samplesPerPixel);
				return;
			default :
		}
	}

	private static void requireReadable(final int compression, final int samples) throws IOException {
		if (samples != 3 || compression == FileInfo.LZW_WITH_DIFFERENCING
			|| compression == FileInfo.ZIP_WITH_DIFFERENCING)
			throw new NotForImageJ("compressed pixels of " + samples + " x 16 bits, or with a predictor");
	}
}
