package sc.fiji.kmeans.camera;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import ij.process.ImageProcessor;

import sc.fiji.kmeans.live.Frame;

/** Decodes pictures into frames, all with one reader and into one image. */
final class JpegDecoder {

	/** More pixels than these come from a broken header. */
	private static final int MOST_PIXELS = 1 << 26;
	/** Many cameras pad their data, and are warned of, too; that is no damage. */
	private static final Pattern DAMAGE = Pattern.compile("(?i).*(premature|huffman).*");

	private ImageReader reader;
	/** The last picture; the next one of its type and size is decoded into it. */
	private BufferedImage image;
	private boolean damaged;
	/** Whether the last picture could not be decoded. */
	private boolean isBroken;

	/**
	 * @param frame is left alone if the picture is broken
	 * @return whether it was decoded and differs from what the frame held
	 */
	boolean decode(final Bytes picture, final Frame frame) {
		try (ImageInputStream in = new MemoryCacheImageInputStream(
			new ByteArrayInputStream(picture.array(), 0, picture.length())))
		{
			damaged = false;
			decode(in);
			isBroken = damaged;
			return !damaged && copy(frame);
		}
		catch (IOException | RuntimeException e) {
			// The reader throws either for rubbish, and may be out of order then.
			reader = null;
			isBroken = true;
			return false;
		}
	}

	/** Whether the last picture could not be decoded. */
	boolean isBroken() {
		return isBroken;
	}

	private void decode(final ImageInputStream in) throws IOException {
		if (reader == null) reader = newReader();
		reader.setInput(in, true, true);
		final ImageReadParam param = reader.getDefaultReadParam();
		param.setDestination(destination());
		image = reader.read(0, param);
	}

	private ImageReader newReader() throws IOException {
		final ImageReader jpeg = ImageIO.getImageReadersByFormatName("jpeg").next();
		jpeg
			.addIIOReadWarningListener((source, warning) -> damaged |= DAMAGE.matcher(warning).matches());
		return jpeg;
	}

	private BufferedImage destination() throws IOException {
		final int width = reader.getWidth(0);
		final int height = reader.getHeight(0);
		if ((long) width * height > MOST_PIXELS) throw new IOException("too large");
		final ImageTypeSpecifier type = reader.getImageTypes(0).next();
		return fits(type, width, height) ? image : type.createBufferedImage(width, height);
	}

	private boolean fits(final ImageTypeSpecifier type, final int width, final int height) {
		return image != null && image.getWidth() == width && image.getHeight() == height
			&& type.equals(ImageTypeSpecifier.createFromRenderedImage(image));
	}

	private boolean copy(final Frame frame) {
		final ImageProcessor[] before = frame.channels();
		final int[] pixels = frame.colours(image.getWidth(), image.getHeight());
		return copyTo(pixels) | PixelBytes.areNew(pixels, before);
	}

	/** Grey is copied by hand: BufferedImage would change its values. */
	private boolean copyTo(final int[] pixels) {
		if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) return PixelBytes.copyBgr(bytes(), pixels);
		if (image.getType() == BufferedImage.TYPE_BYTE_GRAY)
			return PixelBytes.copyGrey(bytes(), pixels);
		return PixelBytes.copy(
			image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()), pixels);
	}

	private byte[] bytes() {
		return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
	}
}
