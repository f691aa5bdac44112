package sc.fiji.kmeans.files.format;

import ij.io.Opener;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Kinds of image files, told apart by how they begin. */
public enum ImageKind {
	TIFF(Opener.TIFF, false, TiffCheck::new, "II*\0", "MM\0*"), //
	PNG(Opener.PNG, true, pictures(PngFile::new), "\u0089PNG\r\n\u001a\n"), //
	JPEG(Opener.JPEG, false, pictures(JpegFile::new), "\u00ff\u00d8\u00ff"), //
	GIF(Opener.GIF, true, pictures(GifFile::new), "GIF8"), //
	BMP(Opener.BMP, true, pictures(BmpFile::new), "BM");

	private static final int LONGEST = 8;

	private final int typeOfImageJ;
	private final boolean hasPalettes;
	private final Function<Path, FileCheck> check;
	private final String[] beginnings;

	ImageKind(final int typeOfImageJ, final boolean hasPalettes,
		final Function<Path, FileCheck> check, final String... beginnings)
	{
		this.typeOfImageJ = typeOfImageJ;
		this.hasPalettes = hasPalettes;
		this.check = check;
		this.beginnings = beginnings;
	}

	private static Function<Path, FileCheck> pictures(final PictureFile.Maker maker) {
		return path -> new PictureCheck(path, maker);
	}

	/** Nothing if it is none of these. */
	public static Optional<ImageKind> of(final Path file) throws IOException {
		final StringBuilder beginning = new StringBuilder();
		try (InputStream in = Files.newInputStream(file)) {
			for (int c; beginning.length() < LONGEST && (c = in.read()) >= 0;)
				beginning.append((char) c);
		}
		return Arrays.stream(values())
			.filter(kind -> Arrays.stream(kind.beginnings).anyMatch(b -> beginning.indexOf(b) == 0))
			.findFirst();
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
