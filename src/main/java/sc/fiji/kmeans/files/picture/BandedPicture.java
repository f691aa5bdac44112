package sc.fiji.kmeans.files.picture;

import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;

import sc.fiji.kmeans.base.Refusal;
import sc.fiji.kmeans.files.tiff.Georeference;
import sc.fiji.kmeans.files.tiff.TiffWriter;
import sc.fiji.kmeans.model.Background;

/**
 * How a picture is stored that is written some rows at a time: as a {@link Picture}, but for large
 * ones, which are TIFF files. It depends on the image alone.
 */
public final class BandedPicture {

	/** In memory: hardly anything shows larger PNG files. */
	private static final long MOST_IN_PNG = 1 << 30;

	private final ImagePlus like;
	private final int height;
	/** Whether pixels have an alpha. */
	private final boolean hasAlpha;
	/** As pixels hold it. */
	private final OptionalDouble noData;
	/** Null for none. */
	private final Georeference place;

	/** @param like a picture of the same but for the height; is shown as the picture then */
	public BandedPicture(final ImagePlus like, final int height) {
		this(like, height, OptionalDouble.empty(), false, null);
	}

	private BandedPicture(final ImagePlus like, final int height, final OptionalDouble noData,
		final boolean hasAlpha, final Georeference place)
	{
		this.like = like;
		this.height = height;
		this.noData = noData;
		this.hasAlpha = hasAlpha;
		this.place = place;
	}

	/** @param value what stands for no data, as pixels hold it */
	public BandedPicture without(final OptionalDouble value) {
		return new BandedPicture(like, height, value, hasAlpha, place);
	}

	/** @param where on the earth its pixels are; null for nowhere */
	public BandedPicture at(final Georeference where) {
		return new BandedPicture(like, height, noData, hasAlpha, where);
	}

	/** This picture with an alpha, where a PNG file would take it if it were of less pixels. */
	public BandedPicture withAlpha() {
		Refusal.require(!isOfPng() || isPng(), "background", Background.TRANSPARENT,
			"black or white for an image of more than " + (MOST_IN_PNG >> 20)
				+ " MB, whose pictures are TIFF files without alpha");
		return new BandedPicture(like, height, noData, isPng(), place);
	}

	/** Whether each band comes with how opaque its pixels are, behind its only plane. */
	public boolean hasAlpha() {
		return hasAlpha;
	}

	/** What the names of its file end in. */
	public String extension() {
		return isPng() ? ".png" : ".tif";
	}

	private boolean isPng() {
		return isOfPng() && (long) like.getWidth() * height * like.getBytesPerPixel() <= MOST_IN_PNG;
	}

	/** Whether a PNG file takes such pixels. */
	private boolean isOfPng() {
		return place == null && like.getStackSize() == 1 && like.getBitDepth() < 32
			&& !TiffWriter.isCalibrated(like);
	}

	/** @param file that is there and empty */
	public PictureRows open(final Path file) throws IOException {
		if (isPng()) return new PngRows(file, like, height, hasAlpha);
		final TiffWriter writer = new TiffWriter(file, like, height).without(noData);
		return new TiffRows(place == null ? writer : writer.with(place));
	}

	/**
	 * The same of some rows, to be added to the whole.
	 *
	 * @param file that is there and empty
	 */
	public PictureRows openPart(final Path file, final int rows) throws IOException {
		return isPng()
			? PngRows.ofPart(file, like, hasAlpha)
			: new TiffRows(TiffWriter.ofPart(file, like, height, rows).without(noData));
	}
}
