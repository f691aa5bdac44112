package sc.fiji.kmeans.files;

import ij.ImagePlus;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import sc.fiji.kmeans.base.Reason;
import sc.fiji.kmeans.files.format.FileCheck;
import sc.fiji.kmeans.files.format.FileFormat;
import sc.fiji.kmeans.files.format.ImageKind;
import sc.fiji.kmeans.files.tiff.TiffImage;
import sc.fiji.kmeans.image.PageMeaning;

/**
 * An image in a file that ImageJ or ImageIO reads. ImageJ opens it, so that the
 * pixels are those that its users see. But ImageJ shows what there is of a
 * truncated file and fills up the rest, so the file is checked before.
 */
final class ImageFile {

	private final Path path;

	private final PageMeaning pages;

	ImageFile(final Path path) {
		this(path, PageMeaning.FRAMES);
	}

	/** @param pages what they are in a TIFF file that does not tell it */
	ImageFile(final Path path, final PageMeaning pages) {
		this.path = path;
		this.pages = pages;
	}

	/** @throws IOException with the reason why the file can not be opened */
	ImagePlus open() throws IOException {
		requireFile();
		final FileFormat format = FileFormat.of(path);
		if (format.isImage() && !format.isRead()) throw format.refusal();
		return open(ImageKind.of(path).orElseThrow(format::refusal));
	}

	/** Why the file can not be opened, if it can not; such as are segmented in bands can. */
	Optional<String> failure() {
		try (TiffImage large = LargeImage.of(path, pages).orElse(null)) {
			if (large == null) open();
			return Optional.empty();
		}
		catch (final IOException e) {
			return Optional.of(Outcome.reason(e));
		}
	}

	private ImagePlus open(final ImageKind kind) throws IOException {
		try {
			final FileCheck check = kind.check(path);
			final ImagePlus image = read(kind, check.run(), check.frames());
			if (image == null || image.getStackSize() < check.frames())
				throw new IOException("this is no image that can be read");
			image.setTitle(path.getFileName().toString());
			return image;
		}
		catch (final EOFException e) {
			throw new IOException("this image is truncated", e);
		}
		catch (final IOException e) {
			throw new IOException(Reason.of(e, "this image is damaged"), e);
		}
		catch (final OutOfMemoryError e) {
			throw new IOException("not enough memory", e);
		}
		catch (final RuntimeException e) {
			throw new IOException("this image is damaged", e);
		}
	}

	/** Of TIFF files ImageJ reads but some kinds, and all pages as frames. */
	private ImagePlus read(final ImageKind kind, final boolean isForImageJ, final int frames)
		throws IOException
	{
		final boolean isFrames = frames == 1 || pages == PageMeaning.FRAMES;
		if (kind != ImageKind.TIFF || isForImageJ && isFrames) return kind.read(path, isForImageJ);
		try (TiffImage image = new TiffImage(path, pages)) {
			return image.whole();
		}
	}

	/**
	 * @throws IOException with the reason, if this is no file that can be read; a pipe would never
	 *           end
	 */
	void requireFile() throws IOException {
		if (!Files.exists(path)) throw new IOException("there is no such file");
		if (Files.isDirectory(path))
			throw new IOException(
				Files.isReadable(path) ? "there is no image in this folder" : "no permission to read");
		if (!Files.isRegularFile(path)) throw new IOException("this is no file");
		if (!Files.isReadable(path)) throw new IOException("no permission to read");
		if (Files.size(path) == 0) throw new IOException("this file is empty");
	}
}
