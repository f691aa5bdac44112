package sc.fiji.kmeans.files.picture;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.TiffEncoder;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;

import sc.fiji.kmeans.files.tiff.Georeference;
import sc.fiji.kmeans.files.tiff.ImageJNotes;
import sc.fiji.kmeans.files.tiff.TiffWriter;
import sc.fiji.kmeans.image.SignedPixels;

/**
 * A picture that is written: PNG if it can be, TIFF for a stack, 32 bits, values that are
 * calibrated, such as signed ones, or a place on earth.
 */
public final class Picture {

	private final ImagePlus picture;
	/** How opaque its pixels are; null if all are. */
	private final ByteProcessor alpha;
	/** Null for none. */
	private final Georeference place;

	public Picture(final ImagePlus picture) {
		this(picture, null, null);
	}

	private Picture(final ImagePlus picture, final ByteProcessor alpha, final Georeference place) {
		this.picture = picture;
		this.alpha = alpha;
		this.place = place;
	}

	/** @param where on the earth its pixels are; null for nowhere */
	public Picture at(final Georeference where) {
		return new Picture(picture, alpha, where);
	}

	/**
	 * This picture with an alpha, which a PNG file takes.
	 *
	 * @param opacity how opaque its pixels are, where they are of a single plane
	 */
	public Picture withAlpha(final Supplier<ByteProcessor> opacity) {
		return isTiff() ? this : new Picture(picture, opacity.get(), place);
	}

	/** What the names of its file end in. */
	public String extension() {
		return isTiff() ? ".tif" : ".png";
	}

	private boolean isTiff() {
		return place != null || picture.getStackSize() > 1 || picture.getBitDepth() == 32
			|| TiffWriter.isCalibrated(picture);
	}

	/** @param file that is there and empty */
	public void write(final Path file) throws IOException {
		if (place != null || SignedPixels.are(picture)) writeOwnTiff(file);
		else if (isTiff()) writeTiff(file);
		else writePng(file);
	}

	private BufferedImage image() {
		final ImageProcessor pixels = picture.getProcessor();
		if (alpha != null)
			return isGrey(pixels) ? transparentGreys(pixels) : transparentColours(pixels.convertToRGB());
		return pixels instanceof ShortProcessor
			? ((ShortProcessor) pixels).get16BitBufferedImage()
			: pixels.getBufferedImage();
	}

	/**
	 * Whether values are greys: all of 16 bits, and of 8 bits all that no table turns into others.
	 */
	static boolean isGrey(final ImageProcessor pixels) {
		return pixels instanceof ShortProcessor
			|| pixels instanceof ByteProcessor && pixels.isDefaultLut();
	}

	private BufferedImage transparentColours(final ImageProcessor colours) {
		final BufferedImage image = new BufferedImage(colours.getWidth(), colours.getHeight(),
			BufferedImage.TYPE_INT_ARGB);
		for (int y = 0; y < colours.getHeight(); y++)
			for (int x = 0; x < colours.getWidth(); x++)
				image.setRGB(x, y, alpha.get(x, y) << 24 | colours.get(x, y) & 0xffffff);
		return image;
	}

	private BufferedImage transparentGreys(final ImageProcessor greys) {
		final int bits = greys.getBitDepth();
		final ColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_GRAY),
			true, false, Transparency.TRANSLUCENT,
			bits == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT);
		final WritableRaster raster = model.createCompatibleWritableRaster(greys.getWidth(),
			greys.getHeight());
		for (int y = 0; y < greys.getHeight(); y++)
			for (int x = 0; x < greys.getWidth(); x++) {
				raster.setSample(x, y, 0, greys.get(x, y));
				raster.setSample(x, y, 1, bits == 8 ? alpha.get(x, y) : 257 * alpha.get(x, y));
			}
		return new BufferedImage(model, raster, false, null);
	}

	private void writePng(final Path file) throws IOException {
		// Not ImageIO's cache, which is a file in another folder.
		try (ImageOutputStream out = new FileImageOutputStream(file.toFile())) {
			ImageIO.write(image(), "png", out);
		}
		catch (final IIOException e) {
			// It says no more than that something went wrong.
			throw e.getCause() instanceof IOException ? (IOException) e.getCause() : e;
		}
	}

	/** As FileSaver does, which tells the user, not the caller, why it can not write. */
	private void writeTiff(final Path file) throws IOException {
		final FileInfo info = ImageJNotes.of(picture);
		if (picture.getStack().isVirtual()) info.virtualStack = (VirtualStack) picture.getStack();
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
			new TiffEncoder(info).write(out);
		}
	}

	/** What ImageJ's encoder does not write. */
	private void writeOwnTiff(final Path file) throws IOException {
		final int channels = picture.getNChannels();
		final ImageStack stack = picture.getStack();
		try (TiffWriter out = new TiffWriter(file, picture, picture.getHeight())) {
			if (place != null) out.with(place);
			for (int first = 1; first <= stack.size(); first += channels)
				out.write(IntStream.range(first, first + channels)
					.mapToObj(stack::getProcessor)
					.toArray(ImageProcessor[]::new));
		}
	}
}
