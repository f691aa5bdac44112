package sc.fiji.kmeans.files.tiff;

import java.awt.image.Raster;
import java.io.IOException;

import sc.fiji.kmeans.files.format.JavaReader;

/**
 * Blocks of four samples that JPEG has compressed, through Java's own reader: inks are no colours.
 */
final class JpegBlocks implements LibraryBlocks {

	private static final int SAMPLES = 4;
	private static final int JPEG = 7;
	private static final int TABLES = 347;

	private final Page page;
	private final byte[] tables;

	JpegBlocks(final Page page) throws IOException {
		if (page.photometric == Page.YCBCR)
			throw new IOException(
				"this TIFF file is compressed as JPEG of luminance, colour and alpha, which is not read");
		this.page = page;
		tables = page.directory.values(TABLES).array();
	}

	static boolean areIn(final Page page) {
		return page.compression == JPEG && page.samplesPerBlock() == SAMPLES;
	}

	@Override
	public byte[] block(final byte[] stored, final int plane, final int column, final int row)
		throws IOException
	{
		final Raster raster = JavaReader.jpegSamples(new JpegStream(stored).with(tables));
		if (raster.getNumBands() != SAMPLES)
			throw new IOException("this TIFF file is damaged: its JPEG data have " + raster.getNumBands()
				+ " samples a pixel, and it tells of " + page.samples);
		final int[] samples = raster.getPixels(raster.getMinX(), raster.getMinY(), raster.getWidth(),
			raster.getHeight(), (int[]) null);
		final byte[] bytes = new byte[samples.length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) samples[i];
		return bytes;
	}

	@Override
	public void close() {}
}
