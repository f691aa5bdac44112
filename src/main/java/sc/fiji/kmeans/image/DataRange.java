package sc.fiji.kmeans.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.LUT;

import java.util.OptionalDouble;
import java.util.function.IntFunction;

/**
 * The least and the largest number of pixels that are data: neither infinite, nor the largest
 * float, nor what stands for no data. What is black and what is white in an image is one of these.
 */
public final class DataRange {

	/** NaN for none. */
	private final double noData;
	private double least = Double.POSITIVE_INFINITY;
	private double most = Double.NEGATIVE_INFINITY;

	/** @param noData as pixels hold it */
	public DataRange(final OptionalDouble noData) {
		this.noData = noData.orElse(Double.NaN);
	}

	/** Adds the pixels of a channel. */
	public void add(final ImageProcessor plane) {
		final Object pixels = plane.getPixels();
		if (pixels instanceof short[] && noData != noData) addAll((short[]) pixels);
		else for (int i = 0; i < plane.getPixelCount(); i++)
			add(plane.getf(i));
	}

	/** Whole numbers, which are data. */
	private void addAll(final short[] pixels) {
		int low = 0xffff;
		int high = 0;
		for (final short pixel : pixels) {
			low = Math.min(low, pixel & 0xffff);
			high = Math.max(high, pixel & 0xffff);
		}
		add(low);
		add(high);
	}

	/** Adds a number, if it is data. */
	public void add(final double number) {
		if (!isData(number)) return;
		least = Math.min(least, number);
		most = Math.max(most, number);
	}

	private boolean isData(final double number) {
		return Math.abs(number) < Float.MAX_VALUE && number != noData;
	}

	/** Infinite if there is no data. */
	public double least() {
		return least;
	}

	/** Infinite if there is no data. */
	public double most() {
		return most;
	}

	/** Shows an image by its data, of the first frame that has a range, where it is not shown so. */
	public static void show(final ImagePlus image, final OptionalDouble noData) {
		show(image, noData, channel -> {
			DataRange range = new DataRange(noData);
			for (int n = channel; n <= image.getStackSize()
				&& range.least >= range.most; n += image.getNChannels())
			{
				range = new DataRange(noData);
				range.add(image.getStack().getProcessor(n));
			}
			return range;
		});
	}

	/**
	 * The same of an image whose pixels are elsewhere; one of 8 bits or of colours is shown as it is.
	 *
	 * @param ranges of its channels, counted from 1
	 */
	public static void show(final ImagePlus image, final OptionalDouble noData,
		final IntFunction<DataRange> ranges)
	{
		if (image.getBitDepth() == 8 || image.getBitDepth() == 24) return;
		final DataRange none = new DataRange(noData);
		if (image instanceof CompositeImage) {
			final LUT[] tables = image.getLuts();
			for (int c = 0; c < tables.length; c++)
				if (!none.isShown(tables[c].min, tables[c].max))
					tables[c] = ranges.apply(c + 1).shown(tables[c]);
			((CompositeImage) image).setLuts(tables);
		}
		else if (!none.isShown(image.getDisplayRangeMin(), image.getDisplayRangeMax())) {
			final LUT table = ranges.apply(1).shown(image.getProcessor().getLut());
			image.setDisplayRange(table.min, table.max);
		}
	}

	private boolean isShown(final double black, final double white) {
		return black < white && isData(black) && isData(white);
	}

	/** A table that shows what there is; a single number is black. */
	private LUT shown(final LUT table) {
		return least > most ? table : new LUT(table, least, least < most ? most : least + 1);
	}
}
