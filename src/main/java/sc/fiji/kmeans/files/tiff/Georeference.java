package sc.fiji.kmeans.files.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import sc.fiji.kmeans.files.format.TiffDirectory;
import sc.fiji.kmeans.files.format.TiffFile;

/**
 * Where on the earth the pixels of a GeoTIFF file are: entries that the results of the image get,
 * too. Immutable.
 * <p>
 * OGC GeoTIFF Standard 1.1 (2019).
 */
public final class Georeference {

	private static final int MODEL_PIXEL_SCALE = 33550;
	private static final int MODEL_TIEPOINT = 33922;
	private static final int MODEL_TRANSFORMATION = 34264;
	private static final int GEO_KEYS = 34735;
	private static final int GEO_DOUBLES = 34736;
	private static final int GEO_TEXTS = 34737;
	private static final int GDAL_METADATA = 42112;
	private static final int GDAL_NODATA = 42113;
	private static final int[] TAGS = { MODEL_PIXEL_SCALE, MODEL_TIEPOINT, MODEL_TRANSFORMATION,
		GEO_KEYS, GEO_DOUBLES, GEO_TEXTS };
	private static final int ORIENTATION = 274;

	private final List<TiffEntry> entries;

	private Georeference(final List<TiffEntry> entries) {
		this.entries = entries;
	}

	/** Nothing if the file has none, is to be turned, or is no TIFF file. */
	public static Optional<Georeference> in(final Path path) {
		try (TiffFile file = new TiffFile(path)) {
			final TiffDirectory directory = TiffDirectory.first(file);
			if (directory.number(ORIENTATION, 1) != 1) return Optional.empty();
			final List<TiffEntry> entries = entries(directory, file.order());
			return entries.isEmpty() ? Optional.empty() : Optional.of(new Georeference(entries));
		}
		catch (final IOException | RuntimeException e) {
			return Optional.empty();
		}
	}

	private static List<TiffEntry> entries(final TiffDirectory directory, final ByteOrder order)
		throws IOException
	{
		final List<TiffEntry> entries = new ArrayList<>();
		for (final int tag : TAGS)
			if (directory.find(tag) >= 0)
				entries.add(TiffEntry.of(tag, directory.typeOf(tag), directory.values(tag).order(order)));
		if (entries.isEmpty()) return entries;
		directory.text(GDAL_METADATA, 1 << 20)
			.map(Georeference::ofAllBands)
			.filter(text -> text.contains("<Item"))
			.ifPresent(text -> entries.add(TiffEntry.text(GDAL_METADATA, text)));
		return entries;
	}

	/** Statistics and scales belong to a band of the image, not to its results. */
	private static String ofAllBands(final String metadata) {
		return metadata
			.replaceAll("(?s)<Item\\b[^>]*\\b(?:sample=|name=[\"']STATISTICS)[^>]*>.*?</Item>\\s*", "");
	}

	/**
	 * The same of an image in which a value stands for no data, if there is one that is not infinite.
	 */
	public Georeference withNoData(final OptionalDouble value) {
		if (!value.isPresent() || Double.isInfinite(value.getAsDouble())) return this;
		final List<TiffEntry> more = new ArrayList<>(entries);
		more.add(TiffEntry.text(GDAL_NODATA, text(value.getAsDouble())));
		return new Georeference(more);
	}

	private static String text(final double value) {
		if (Double.isNaN(value)) return "nan";
		return value == (int) value ? Integer.toString((int) value) : Double.toString(value);
	}

	List<TiffEntry> entries() {
		return Collections.unmodifiableList(entries);
	}

	/** What stands for the same in two files. */
	@Override
	public boolean equals(final Object other) {
		return other instanceof Georeference && entries.equals(((Georeference) other).entries);
	}

	@Override
	public int hashCode() {
		return entries.hashCode();
	}
}
