package sc.fiji.kmeans.files;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import sc.fiji.kmeans.files.tiff.Georeference;
import sc.fiji.kmeans.files.tiff.TiffWriter;
import sc.fiji.kmeans.image.WholeFiles;
import sc.fiji.kmeans.segment.LabelledBand;

/** Pictures of an image that is segmented in bands, which are written all at once. */
final class BandedPictures implements Closeable {

	/** Larger pictures, in memory, are TIFF files, for hardly anything shows such PNG files. */
	private static final long MOST_IN_PNG = 1 << 30;

	private final PlannedImage image;
	private final WholeFiles files;
	private final int height;
	private final Optional<Georeference> georeference;
	/** What draws the rows of each. */
	private final Map<PictureRows, Function<LabelledBand, ImageProcessor[]>> pictures = new LinkedHashMap<>();

	/** @param height of all pictures */
	BandedPictures(final PlannedImage image, final int height, final WholeFiles files) {
		this.image = image;
		this.height = height;
		this.files = files;
		georeference = Georeference.in(image.file());
	}

	/**
	 * Begins a picture.
	 *
	 * @param like a picture of the same but for the height
	 */
	void add(final String kind, final ImagePlus like,
		final Function<LabelledBand, ImageProcessor[]> draw) throws IOException
	{
		final boolean isPng = isPng(like);
		final Path file = files.begin(image.result(kind, isPng ? ".png" : ".tif"));
		pictures.put(isPng ? new PngRows(file, like, height) : tiff(file, like, kind), draw);
	}

	private boolean isPng(final ImagePlus like) {
		return like.getStackSize() == 1 && like.getBitDepth() < 32
			&& (long) like.getWidth() * height * like.getBytesPerPixel() <= MOST_IN_PNG;
	}

	private PictureRows tiff(final Path file, final ImagePlus like, final String kind)
		throws IOException
	{
		final TiffWriter writer = new TiffWriter(file, like, height);
		georeference.map(place -> place.withNoData(ResultFiles.noData(image.file(), kind)))
			.ifPresent(writer::with);
		return new PictureRows() {

			@Override
			public void write(final ImageProcessor... channels) throws IOException {
				writer.write(channels);
			}

			@Override
			public void close() throws IOException {
				writer.close();
			}
		};
	}

	/** Draws and writes the next rows of all pictures. */
	void write(final LabelledBand band) throws IOException {
		for (final Map.Entry<PictureRows, Function<LabelledBand, ImageProcessor[]>> picture : pictures
			.entrySet())
			picture.getKey().write(picture.getValue().apply(band));
	}

	@Override
	public void close() throws IOException {
		IOException failure = null;
		for (final PictureRows picture : pictures.keySet())
			try {
				picture.close();
			}
			catch (final IOException e) {
				failure = e;
			}
		if (failure != null) throw failure;
	}
}
