package sc.fiji.kmeans.files;

import ij.process.ImageProcessor;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import sc.fiji.kmeans.image.WholeFiles;
import sc.fiji.kmeans.segment.LabelledBand;

/** Pictures of an image that is segmented in bands, which are written all at once. */
final class BandedPictures implements Closeable {

	private final PlannedImage image;
	private final WholeFiles files;
	/** What draws the rows of each. */
	private final Map<PictureRows, Function<LabelledBand, ImageProcessor[]>> pictures = new LinkedHashMap<>();

	BandedPictures(final PlannedImage image, final WholeFiles files) {
		this.image = image;
		this.files = files;
	}

	/** Begins a picture. */
	void add(final String kind, final BandedPicture picture,
		final Function<LabelledBand, ImageProcessor[]> draw) throws IOException
	{
		pictures.put(picture.open(files.begin(image.result(kind, picture.extension()))), draw);
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
