package sc.fiji.kmeans.files.tiff;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ImageProcessor;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import sc.fiji.kmeans.files.format.TiffDirectory;
import sc.fiji.kmeans.files.format.TiffFile;
import sc.fiji.kmeans.image.PageMeaning;

/** The pages of a TIFF file that make up its image, all of one size and type. */
final class Pages implements Closeable {

	private static final int DESCRIPTION = 270;
	private static final int MAX_DESCRIPTION = 1 << 28;

	private final TiffFile file;
	private final Path path;
	private final Library library;
	private final List<TiffDirectory> directories = new ArrayList<>();
	/** Number of images that follow each other without a directory; 0 for none. */
	private final int images;
	private final Layout layout;
	private final Page first;
	private final RowPixels pixels;
	private final Resolution resolution;
	/** Null if ImageJ has written none. */
	private final ImageJDescription told;
	private final ReadNotes notes;
	/** Of the page that is open; the others open when they are read. */
	private PageReader reader;
	private int open;

	Pages(final TiffFile file, final Path path, final PageMeaning meaning, final Library library)
		throws IOException
	{
		this.file = file;
		this.path = path;
		this.library = library;
		for (final TiffDirectory directory : TiffDirectory.all(file))
			if (!Page.isReduced(directory)) directories.add(directory);
		if (directories.isEmpty()) directories.add(TiffDirectory.first(file));
		requireNoMask();
		final String description = directories.get(0).text(DESCRIPTION, MAX_DESCRIPTION).orElse("");
		images = images(description);
		layout = Description.layout(description, images > 0 ? images : directories.size(), meaning);
		first = new Page(directory(layout.page(0)));
		requireAlike();
		pixels = new RowPixels(first);
		requirePlanes(description);
		resolution = Resolution.of(first.directory);
		told = description.startsWith("ImageJ=") ? new ImageJDescription(description) : null;
		notes = new ReadNotes(directories.get(0));
		open = layout.page(0);
		reader = open(open);
	}

	/** ImageJ writes a stack with the directory of its first image alone, if others would not fit. */
	private int images(final String description) throws IOException {
		if (directories.size() > 1 || !description.startsWith("ImageJ=")) return 0;
		final int told = new ImageJDescription(description).images();
		return told > 1 ? told : 0;
	}

	private TiffDirectory directory(final int page) {
		return directories.get(images > 0 ? 0 : page);
	}

	private PageReader open(final int page) throws IOException {
		return new PageReader(file, path, new Page(directory(page)), images > 0 ? page : 0, library);
	}

	private void requireAlike() throws IOException {
		for (int plane = 0; plane < layout.size(); plane++) {
			final Page page = new Page(directory(layout.page(plane)));
			if (page.width != first.width || page.height != first.height)
				throw new IOException(
					"this TIFF file has pages of several sizes: " + first.size() + " and " + page.size());
			if (!page.type().equals(first.type()) || page.photometric != first.photometric)
				throw new IOException("this TIFF file has pages of several types: " + first.type() + " and "
					+ page.type() + (page.type().equals(first.type()) ? " of other colours" : ""));
			if (!page.isShownAs(first))
				throw new IOException(
					"this TIFF file has pages of several palettes, orientations, no-data values or kinds of transparency");
		}
	}

	private void requireNoMask() throws IOException {
		for (final TiffDirectory directory : directories)
			if (Page.isMask(directory))
				throw new IOException("this TIFF file has a page that masks another, which is not read:"
					+ " save it with transparency or a no-data value instead");
	}

	private void requirePlanes(final String description) throws IOException {
		// ImageJ saves the colours in which it shows greys.
		if (layout.channels > 1 && first.photometric == Page.PALETTE
			&& !description.startsWith("ImageJ="))
			throw new IOException("the pages of this TIFF file are no channels: each has a palette");
		if (layout.channels > 1 && (pixels.isColour() || pixels.channels() > 1))
			throw new IOException("the pages of this TIFF file are no channels: each has "
				+ (pixels.isColour() ? "colours" : pixels.channels() + " channels of its own"));
	}

	Page first() {
		return first;
	}

	Layout layout() {
		return layout;
	}

	RowPixels pixels() {
		return pixels;
	}

	SampleKind kind() {
		return reader.kind();
	}

	/** Rows that are read best together; 1 if it does not matter. */
	int step() {
		return reader.step();
	}

	/** A black row of all channels of a frame. */
	ImageProcessor[] blank() {
		final List<ImageProcessor> blank = new ArrayList<>();
		for (int c = 0; c < layout.channels; c++) {
			final Object[] samples = new Object[first.samples];
			for (int s = 0; s < samples.length; s++)
				samples[s] = kind().array(first.width);
			for (final ImageProcessor plane : pixels.processors(samples, 1))
				blank.add(plane);
		}
		return blank.toArray(new ImageProcessor[0]);
	}

	/** @param plane from 0 on: pages in the order of planes */
	Object[] rows(final int plane, final int firstRow, final int rows) throws IOException {
		return reader(plane).rows(firstRow, rows);
	}

	/** Whether pixels are colours that stand beside each other, and nothing else. */
	boolean arePlainColours(final int plane) throws IOException {
		return reader(plane).arePlainColours();
	}

	/** Plain colours. */
	int[] colours(final int plane, final int firstRow, final int rows) throws IOException {
		return reader(plane).colours(firstRow, rows);
	}

	private PageReader reader(final int plane) throws IOException {
		final int page = layout.page(plane);
		if (page != open) {
			reader.close();
			reader = open(page);
			open = page;
		}
		return reader;
	}

	void calibrate(final Calibration calibration) {
		kind().calibrate(calibration);
		resolution.calibrate(calibration);
		layout.calibrate(calibration);
		if (told != null) told.calibrate(calibration, kind());
	}

	/** Which pixels count by ImageJ's word; nothing for all. */
	Optional<Roi> selection() {
		return notes.selection();
	}

	/** Adds what ImageJ has stored with all the planes, and how it shows them. */
	ImagePlus noted(final ImagePlus image) {
		notes.addTo(image);
		if (told != null) told.show(image);
		return image;
	}

	@Override
	public void close() throws IOException {
		reader.close();
	}
}
