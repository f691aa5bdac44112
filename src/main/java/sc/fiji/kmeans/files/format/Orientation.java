package sc.fiji.kmeans.files.format;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.UnaryOperator;

/**
 * How a picture is to be turned, so that it stands as it was seen: the numbers 1 to
 * 8 of EXIF, in which cameras say how they were held.
 */
public enum Orientation {
	/** 1 */
	UPRIGHT(RowOrder.KEPT, pixels -> pixels), //
	/** 2 */
	MIRRORED(RowOrder.KEPT, Orientation::flippedHorizontally), //
	/** 3 */
	UPSIDE_DOWN(RowOrder.REVERSED, pixels -> pixels.rotateRight().rotateRight()), //
	/** 4 */
	MIRRORED_UPSIDE_DOWN(RowOrder.REVERSED, Orientation::flippedVertically), //
	/** 5: rows and columns swapped. */
	TRANSPOSED(RowOrder.COLUMNS, pixels -> flippedHorizontally(pixels.rotateRight())), //
	/** 6 */
	TO_THE_RIGHT(RowOrder.COLUMNS, ImageProcessor::rotateRight), //
	/** 7 */
	TRANSPOSED_UPSIDE_DOWN(RowOrder.COLUMNS, pixels -> flippedVertically(pixels.rotateRight())), //
	/** 8 */
	TO_THE_LEFT(RowOrder.COLUMNS, ImageProcessor::rotateLeft);

	private static final int TAG = 0x112;
	private static final int ENTRY = 12;
	private static final int SHORT = 3;

	/** What becomes of rows. */
	private enum RowOrder {
		KEPT, REVERSED, COLUMNS
	}

	private final RowOrder rows;
	private final UnaryOperator<ImageProcessor> turn;

	Orientation(final RowOrder rows, final UnaryOperator<ImageProcessor> turn) {
		this.rows = rows;
		this.turn = turn;
	}

	private static ImageProcessor flippedHorizontally(final ImageProcessor pixels) {
		pixels.flipHorizontal();
		return pixels;
	}

	private static ImageProcessor flippedVertically(final ImageProcessor pixels) {
		pixels.flipVertical();
		return pixels;
	}

	/** Whether rows stay rows, maybe mirrored and in the other order. */
	public boolean keepsRows() {
		return rows != RowOrder.COLUMNS;
	}

	/** Whether the last row becomes the first. */
	public boolean isUpsideDown() {
		return rows == RowOrder.REVERSED;
	}

	/** @return the pixels, which may have been changed in place, or others */
	public ImageProcessor turned(final ImageProcessor pixels) {
		return turn.apply(pixels);
	}

	/** An image without a selection, which may be changed in place. */
	ImagePlus turned(final ImagePlus image) {
		if (image.getStackSize() == 1) {
			image.setProcessor(turned(image.getProcessor()));
			return image;
		}
		final ImageStack turned = new ImageStack();
		for (int n = 1; n <= image.getStackSize(); n++)
			turned.addSlice(image.getStack().getSliceLabel(n), turned(image.getStack().getProcessor(n)));
		image.setStack(turned);
		return image;
	}

	/**
	 * What EXIF data say.
	 *
	 * @param exif the bytes of a TIFF file without pixels
	 * @return upright if they say nothing, or nothing that can be understood
	 */
	static Orientation of(final byte[] exif) {
		try {
			final ByteBuffer data = ByteBuffer.wrap(exif);
			data.order(data.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
			return in(data, data.getInt(4));
		}
		catch (final BufferUnderflowException | IndexOutOfBoundsException e) {
			return UPRIGHT;
		}
	}

	private static Orientation in(final ByteBuffer data, final int directory) {
		final int entries = data.getShort(directory) & 0xffff;
		for (int i = 0; i < entries; i++) {
			final int entry = directory + 2 + ENTRY * i;
			if ((data.getShort(entry) & 0xffff) == TAG)
				return ofNumber(data.getShort(entry + 2) == SHORT ? data.getShort(entry + 8) : 1);
		}
		return UPRIGHT;
	}

	/** @param number others than 1 to 8 say nothing */
	public static Orientation ofNumber(final int number) {
		return number < 1 || number > values().length ? UPRIGHT : values()[number - 1];
	}
}
