package sc.fiji.kmeans.files.format;

import ij.ImagePlus;
import ij.io.Opener;
import ij.process.ImageConverter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Kinds of image files, told apart by how they begin. */
public enum ImageKind {
	TIFF("TIFF", "tiff?|btf|tf8", TiffCheck::new, ImageKind::tiff, "II*\0", "MM\0*", "II+\0",
		"MM\0+"), //
	PNG("PNG", "png", pictures(PngFile::new, "png"),
		(file, isForImageJ) -> coloured(PngPixels.of(file)), "\u0089PNG\r\n\u001a\n"), //
	JPEG("JPEG", "jpe?g|jpe|jfif", pictures(JpegFile::new, "jpeg"), JpegPixels::of,
		"\u00ff\u00d8\u00ff"), //
	GIF("GIF", "gif", pictures(GifFile::new, "gif"),
		(file, isForImageJ) -> coloured(GifFile.image(file)), "GIF8"), //
	BMP("BMP", "bmp|dib", pictures(BmpFile::new, "bmp"), ImageKind::bmp, "BM"), //
	PNM("PBM, PGM, PPM, PAM", "p[bgpna]m", pictures(PnmFile::new, null),
		(file, isForImageJ) -> PnmFile.image(file), "P1", "P2", "P3", "P4", "P5", "P6", "P7"), //
	DICOM("DICOM", "dcm|dicom", pictures(DicomFile::new, null),
		(file, isForImageJ) -> DicomFile.image(file), "128:DICM"), //
	PSD("Photoshop (PSD)", "ps[db]", pictures(PsdFile::new, null),
		(file, isForImageJ) -> PsdFile.image(file), "8BPS"), //
	WEBP("WebP", "webp", pictures(WebpFile::new, null), (file, isForImageJ) -> WebpFile.image(file),
		"8:WEBP"), //
	JPEG_2000("JPEG 2000", "jp2|j2k|j2c|jpc|jpx|jpf", pictures(Jpeg2000File::new, null),
		(file, isForImageJ) -> Jpeg2000File.image(file), "\0\0\0\fjP  \r\n",
		"\u00ff\u004f\u00ff\u0051");

	private final String label;
	private final Pattern name;
	private final Function<Path, FileCheck> check;
	private final PixelReader reader;
	private final String[] beginnings;

	/** Reads the pixels of a file that has been checked. */
	private interface PixelReader {

		/** @return null if it can not tell why it does not read the file */
		ImagePlus read(Path file, boolean isForImageJ) throws IOException;
	}

	/** @param extensions of the names of such files, as a pattern */
	ImageKind(final String label, final String extensions, final Function<Path, FileCheck> check,
		final PixelReader reader, final String... beginnings)
	{
		this.label = label;
		this.name = Pattern.compile(".*\\.(" + extensions + ")", Pattern.DOTALL);
		this.check = check;
		this.reader = reader;
		this.beginnings = beginnings;
	}

	private static Function<Path, FileCheck> pictures(final PictureFile.Maker maker,
		final String format)
	{
		return path -> new PictureCheck(path, maker, format);
	}

	private static ImagePlus tiff(final Path file, final boolean isForImageJ) {
		final Path full = file.toAbsolutePath();
		return new Opener().openTiff(full.getParent() + "/", full.getFileName().toString());
	}

	private static ImagePlus bmp(final Path file, final boolean isForImageJ) throws IOException {
		final ImagePlus image = isForImageJ ? OpenedByImageJ.file(file, Opener.BMP) : null;
		return coloured(
			image == null ? RasterPixels.of(JavaReader.picture(file, "bmp")).image() : image);
	}

	/** An image whose table is a palette, whatever its colours; may be null. */
	private static ImagePlus coloured(final ImagePlus image) {
		if (image != null && image.getBitDepth() == 8 && !image.getProcessor().isDefaultLut())
			new ImageConverter(image).convertToRGB();
		return image;
	}

	/** Nothing if it is none of these. */
	public static Optional<ImageKind> of(final Path file) throws IOException {
		final Beginning beginning = Beginning.of(file);
		return first(kind -> Arrays.stream(kind.beginnings).anyMatch(beginning::has));
	}

	/** By the extension. @param fileName in lower case */
	static Optional<ImageKind> named(final String fileName) {
		return first(kind -> kind.isName(fileName));
	}

	private static Optional<ImageKind> first(final Predicate<ImageKind> condition) {
		return Arrays.stream(values()).filter(condition).findFirst();
	}

	/** Whether files of this kind are called so. @param fileName in lower case */
	boolean isName(final String fileName) {
		return name.matcher(fileName).matches();
	}

	/** What people call it. */
	String label() {
		return label;
	}

	public FileCheck check(final Path file) {
		return check.apply(file);
	}

	/**
	 * The image in a file of this kind.
	 *
	 * @param isForImageJ what its check has told
	 * @return with a selection of the pixels that count, if not all do; null if there
	 *         is none
	 */
	public ImagePlus read(final Path file, final boolean isForImageJ) throws IOException {
		return reader.read(file, isForImageJ);
	}
}
