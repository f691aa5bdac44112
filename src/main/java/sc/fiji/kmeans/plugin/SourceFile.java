package sc.fiji.kmeans.plugin;

import ij.ImagePlus;
import ij.io.FileInfo;

import java.nio.file.InvalidPathException;
import java.nio.file.Paths;
import java.util.OptionalDouble;

import sc.fiji.kmeans.files.format.NoData;
import sc.fiji.kmeans.model.SegmentationOptions;

/** The file that an image was opened from. */
final class SourceFile {

	private SourceFile() {}

	/**
	 * Options that leave out what the file says is no data, as long as the image has
	 * the file's type.
	 */
	static SegmentationOptions withNoData(final SegmentationOptions options, final ImagePlus image) {
		return options.withNoData(noData(image));
	}

	private static OptionalDouble noData(final ImagePlus image) {
		final FileInfo file = image.getOriginalFileInfo();
		if (file == null || file.fileFormat != FileInfo.TIFF || bits(file) != image.getBitDepth())
			return OptionalDouble.empty();
		try {
			return NoData.in(Paths.get(file.getFilePath()));
		}
		catch (final InvalidPathException e) {
			return OptionalDouble.empty();
		}
	}

	/** As ImageJ opens it. */
	private static int bits(final FileInfo file) {
		switch (file.fileType) {
			case FileInfo.RGB :
			case FileInfo.RGB_PLANAR :
			case FileInfo.ARGB :
				return 24;
			case FileInfo.RGB48 :
			case FileInfo.RGB48_PLANAR :
				return 16;
			default :
				return 8 * file.getBytesPerPixel();
		}
	}
}
