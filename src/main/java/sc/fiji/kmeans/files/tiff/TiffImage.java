package sc.fiji.kmeans.files.tiff;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import sc.fiji.kmeans.files.format.Memory;
import sc.fiji.kmeans.files.format.Orientation;
import sc.fiji.kmeans.files.format.TiffFile;
import sc.fiji.kmeans.image.Alpha;
import sc.fiji.kmeans.image.BandedFrames;
import sc.fiji.kmeans.image.ImageBands;
import sc.fiji.kmeans.image.PageMeaning;

/**
 * The image of a TIFF file of any kind, whole or in bands of rows; of a pyramid no
 * smaller copy. Where ImageJ reads a file right, the pixels are the same.
 */
public final class TiffImage implements ImageBands, Closeable {

	/** That ImageJ shows together. */
	private static final int MAX_CHANNELS = 7;
	/** Bytes of a band that is read well at once. */
	private static final int GOOD_BYTES = 1 << 19;

	private final String title;
	private final TiffFile file;
	private final Pages pages;
	private final Orientation orientation;
	/** That ImageJ has stored; null for none. */
	private final Roi selection;

	/**
	 * @param meaning of pages that do not tell it themselves
	 * @throws IOException with the reason, if this kind of file can not be read
	 */
	public TiffImage(final Path path, final PageMeaning meaning) throws IOException {
		this(path, meaning, Library.OWN);
	}

	TiffImage(final Path path, final PageMeaning meaning, final Library library) throws IOException {
		title = path.getFileName().toString();
		file = new TiffFile(path);
		try {
			pages = new Pages(file, path, meaning, library);
			orientation = pages.first().orientation();
			selection = pages.selection().orElse(null);
		}
		catch (final IOException | RuntimeException e) {
			file.close();
			throw e;
		}
	}

	@Override
	public int width() {
		return pages.first().width;
	}

	@Override
	public int height() {
		return pages.first().height;
	}

	@Override
	public int rows() {
		return BandedFrames.rows((long) width() * pixelBytes(), step());
	}

	/** Memory of a pixel, with all channels. */
	public int pixelBytes() {
		return channels() * (bitDepth() == 24 ? Integer.BYTES : bitDepth() / Byte.SIZE);
	}

	/** Rows that are read best together. */
	int step() {
		final long row = (long) width() * pages.first().samples * Math.max(1, pages.first().bits / 8);
		final int step = pages.step();
		return step > 1 ? step : (int) Math.max(1, Math.min(height(), GOOD_BYTES / row));
	}

	/** Number of images that are segmented one by one: slices and time points. */
	public int frames() {
		return pages.layout().slices * pages.layout().frames;
	}

	/** Number of planes of a frame; 1 for colours. */
	public int channels() {
		return pages.layout().channels * pages.pixels().channels();
	}

	/**
	 * Whether it can be read in bands: rows do not become columns, those whose numbers are
	 * rounded come in the order of the file, and what is selected is where it was.
	 */
	public boolean isInBands() {
		return orientation == Orientation.UPRIGHT || orientation.keepsRows()
			&& !(orientation.isUpsideDown() && pages.kind().isRounded()) && selection == null;
	}

	/** Whether pixels are the numbers of the file, so that rows can be read without those before. */
	public boolean isExact() {
		return !pages.kind().isRounded();
	}

	/** As ImageJ counts them: 8, 16, 24 for colours, or 32. */
	public int bitDepth() {
		final Object pixels = pages.kind().array(0);
		return pages.pixels().isColour()
			? 24
			: pixels instanceof byte[] ? 8 : pixels instanceof short[] ? 16 : 32;
	}

	/** One row that is black, with all else that the image has. */
	@Override
	public ImagePlus head() {
		final ImageStack stack = new ImageStack(width(), 1);
		for (int n = 0; n < frames(); n++)
			add(stack, pages.blank());
		return pages.noted(image(stack, pages.layout().slices, pages.layout().frames));
	}

	/** A selection that is empty says that no pixel of the band can be seen. */
	@Override
	public ImagePlus band(final int frame, final int first, final int rows) throws IOException {
		if (!isInBands())
			throw new IOException("this TIFF file is to be turned, which takes memory for all of it");
		final ImageStack stack = new ImageStack(width(), rows);
		final int inFile = orientation.isUpsideDown() ? height() - first - rows : first;
		final ImageProcessor alpha = read(frame, inFile, rows, stack);
		return seen(image(turned(stack), 1, 1), alpha, first);
	}

	/**
	 * All pixels, turned upright, with those selected that can be seen; of several frames the
	 * ones that can be seen in the first.
	 *
	 * @throws IOException also if none can be seen
	 */
	public ImagePlus whole() throws IOException {
		// Samples and what is made of them; turned pixels are others.
		Memory.require(width(), height(), (double) frames() * channels(),
			bitDepth() / (orientation.keepsRows() ? 4 : 2));
		final ImageStack stack = new ImageStack(width(), height());
		ImageProcessor alpha = null;
		for (int n = 1; n <= frames(); n++) {
			final ImageProcessor ofFrame = read(n, 0, height(), stack);
			if (n == 1) alpha = ofFrame;
		}
		final ImagePlus whole = pages
			.noted(image(turned(stack), pages.layout().slices, pages.layout().frames));
		seen(whole, alpha, 0);
		if (whole.getRoi() != null && whole.getRoi().getBounds().isEmpty())
			throw new IOException("all pixels are transparent");
		return whole;
	}

	/**
	 * Selects the pixels that can be seen, or those that are selected in the file.
	 *
	 * @param alpha as the file has it; null if all can be seen
	 * @param first row of the image
	 */
	private ImagePlus seen(final ImagePlus image, final ImageProcessor alpha, final int first) {
		if (alpha == null) return selected(image, first);
		final ImageProcessor turned = orientation.turned(alpha);
		final Roi seen = RowPixels.opaque(turned);
		if (seen != null) image.setRoi(seen);
		if (!(turned instanceof FloatProcessor))
			Alpha.set(image, Alpha.of8Bits(turned, (1 << turned.getBitDepth()) - 1));
		return image;
	}

	private ImageStack turned(final ImageStack stack) {
		if (orientation == Orientation.UPRIGHT) return stack;
		final ImageStack turned = new ImageStack();
		for (int n = 1; n <= stack.size(); n++)
			turned.addSlice(stack.getSliceLabel(n), orientation.turned(stack.getProcessor(n)));
		return turned;
	}

	private ImagePlus selected(final ImagePlus image, final int first) {
		if (selection == null || orientation != Orientation.UPRIGHT) return image;
		final Roi part = (Roi) selection.clone();
		part.translate(0, -first);
		image.setRoi(part);
		return image;
	}

	/** @return how opaque pixels are; null if the file does not tell */
	private ImageProcessor read(final int frame, final int first, final int rows,
		final ImageStack stack) throws IOException
	{
		if (pages.arePlainColours(frame - 1)) {
			add(stack, new ColorProcessor(width(), rows, pages.colours(frame - 1, first, rows)));
			return null;
		}
		final int perFrame = pages.layout().channels;
		ImageProcessor alpha = null;
		for (int c = 0; c < perFrame; c++) {
			final Object[] samples = pages.rows((frame - 1) * perFrame + c, first, rows);
			add(stack, pages.pixels().processors(samples, rows));
			if (c == 0) alpha = pages.pixels().alpha(samples, rows);
		}
		return alpha;
	}

	private void add(final ImageStack stack, final ImageProcessor... planes) {
		for (final ImageProcessor plane : planes) {
			final List<String> names = pages.layout().names;
			final int n = stack.size();
			stack.addSlice(names.size() == channels() ? names.get(n % names.size()) : null, plane);
		}
	}

	private ImagePlus image(final ImageStack stack, final int slices, final int frames) {
		final int channels = channels();
		final ImagePlus plain = stack.size() == 1
			? new ImagePlus(title, stack.getProcessor(1))
			: new ImagePlus(title, stack);
		plain.setDimensions(channels, slices, frames);
		final int mode = channels > MAX_CHANNELS ? CompositeImage.GRAYSCALE : CompositeImage.COMPOSITE;
		final ImagePlus image = channels > 1 ? new CompositeImage(plain, mode) : plain;
		if (stack.size() > 1 && (channels > 1 || slices > 1 && frames > 1))
			image.setOpenAsHyperStack(true);
		final Calibration calibration = image.getCalibration();
		pages.calibrate(calibration);
		image.setCalibration(calibration);
		return image;
	}

	@Override
	public void close() throws IOException {
		try {
			pages.close();
		}
		finally {
			file.close();
		}
	}
}
