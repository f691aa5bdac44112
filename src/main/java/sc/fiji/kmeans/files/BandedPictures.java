package sc.fiji.kmeans.files;

import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import sc.fiji.kmeans.base.WholeFiles;
import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.files.picture.BandedPicture;
import sc.fiji.kmeans.files.picture.PictureRows;
import sc.fiji.kmeans.files.picture.StoredRows;
import sc.fiji.kmeans.segment.LabelledBand;

/** Pictures of an image that is segmented in bands, which are written all at once. */
final class BandedPictures implements Closeable {

	private final Place place;
	private final List<Opened> pictures = new ArrayList<>();

	/** Begins the files of pictures. */
	@FunctionalInterface
	interface Place {

		/** @return it is there and empty */
		Path begin(String kind, String extension) throws IOException;
	}

	/** A picture that is being written. */
	private static final class Opened {

		private final String kind;
		private final Path file;
		private final PictureRows rows;
		private final Function<LabelledBand, ImageProcessor[]> draw;

		private Opened(final String kind, final Path file, final PictureRows rows,
			final Function<LabelledBand, ImageProcessor[]> draw)
		{
			this.kind = kind;
			this.file = file;
			this.rows = rows;
			this.draw = draw;
		}
	}

	/** Of how many rows each is a part; 0 if they are whole. */
	private final int rows;

	private BandedPictures(final Place place, final int rows) {
		this.place = place;
		this.rows = rows;
	}

	/** The pictures of a whole image. */
	static BandedPictures of(final PlannedImage image, final WholeFiles files) {
		return new BandedPictures((kind, extension) -> files.begin(image.result(kind, extension)), 0);
	}

	/**
	 * The pictures of some rows, each in a file beside its place.
	 *
	 * @param run by which the files are known
	 */
	static BandedPictures of(final ImagePart part, final String run) {
		return new BandedPictures((kind, extension) -> WholeFiles.part(part.image().folder(), run),
			part.rows());
	}

	/** Begins a picture. */
	void add(final String kind, final BandedPicture picture,
		final Function<LabelledBand, ImageProcessor[]> draw) throws IOException
	{
		final Path file = place.begin(kind, picture.extension());
		pictures.add(
			new Opened(kind, file, rows == 0 ? picture.open(file) : picture.openPart(file, rows), draw));
	}

	/**
	 * The same of a picture that may have an alpha.
	 *
	 * @param alpha of each band, if it has one
	 */
	void add(final String kind, final BandedPicture picture,
		final Function<LabelledBand, ImageProcessor[]> draw,
		final Function<LabelledBand, ByteProcessor> alpha) throws IOException
	{
		add(kind, picture,
			picture.hasAlpha()
				? band -> new ImageProcessor[] { draw.apply(band)[0], alpha.apply(band) }
				: draw);
	}

	/** Draws and writes the next rows of all pictures. */
	void write(final LabelledBand band) throws IOException {
		for (final Opened picture : pictures)
			picture.rows.write(picture.draw.apply(band));
	}

	/** Writes the next rows of all pictures, which were written elsewhere, and deletes them there. */
	void write(final List<StoredRows> parts) throws IOException {
		if (parts.size() != pictures.size())
			throw new IOException(parts.size() + " pictures: takes " + pictures.size());
		for (int i = 0; i < parts.size(); i++) {
			if (!parts.get(i).kind().equals(pictures.get(i).kind))
				throw new IOException(parts.get(i).kind() + ": takes " + pictures.get(i).kind);
			pictures.get(i).rows.write(parts.get(i));
			Files.delete(parts.get(i).file());
		}
	}

	/** What was written of parts that are closed. */
	List<StoredRows> stored() {
		final List<StoredRows> stored = new ArrayList<>();
		for (final Opened picture : pictures)
			stored.add(new StoredRows(picture.kind, picture.file, rows, picture.rows.figures()));
		return stored;
	}

	@Override
	public void close() throws IOException {
		IOException failure = null;
		for (final Opened picture : pictures)
			try {
				picture.rows.close();
			}
			catch (final IOException e) {
				failure = e;
			}
		if (failure != null) throw failure;
	}
}
