package sc.fiji.kmeans.files.format;

import ij.io.Opener;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Kinds of image files, told apart by how they begin. */
public enum ImageKind {
	TIFF(Opener.TIFF, "tiff?", false, TiffCheck::new, "II*\0", "MM\0*"), //
	PNG(Opener.PNG, "png", true, pictures(PngFile::new), "\u0089PNG\r\n\u001a\n"), //
	JPEG(Opener.JPEG, "jpe?g", false, pictures(JpegFile::new), "\u00ff\u00d8\u00ff"), //
	GIF(Opener.GIF, "gif", true, pictures(GifFile::new), "GIF8"), //
	BMP(Opener.BMP, "bmp", true, pictures(BmpFile::new), "BM");

	private final int typeOfImageJ;
	private final Pattern name;
	private final boolean hasPalettes;
	private final Function<Path, FileCheck> check;
	private final String[] beginnings;

	/** @param extensions of the names of such files, as a pattern */
	ImageKind(final int typeOfImageJ, final String extensions, final boolean hasPalettes,
		final Function<Path, FileCheck> check, final String... beginnings)
	{
		this.typeOfImageJ = typeOfImageJ;
		this.name = Pattern.compile(".*\\.(" + extensions + ")", Pattern.DOTALL);
		this.hasPalettes = hasPalettes;
		this.check = check;
		this.beginnings = beginnings;
	}

	private static Function<Path, FileCheck> pictures(final PictureFile.Maker maker) {
		return path -> new PictureCheck(path, maker);
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
		return name();
	}

	public FileCheck check(final Path file) {
		return check.apply(file);
	}

	/** Whether the table of an 8-bit image is a palette, whatever its colours. */
	public boolean hasPalettes() {
		return hasPalettes;
	}

	/** Whether ImageJ takes a file for one of this kind, too. */
	public boolean isThatOfImageJ(final Path file) {
		return new Opener().getFileType(file.toString()) == typeOfImageJ;
	}
}
