package sc.fiji.kmeans.files.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import net.algart.matrices.tiff.TiffException;
import net.algart.matrices.tiff.TiffIFD;
import net.algart.matrices.tiff.TiffOpenMode;
import net.algart.matrices.tiff.TiffReader;
import net.algart.matrices.tiff.codecs.CCITTFaxCodec;
import net.algart.matrices.tiff.codecs.TiffCodec;
import net.algart.matrices.tiff.tiles.TiffReadMap;
import net.algart.matrices.tiff.tiles.TiffTile;

/**
 * Blocks through AlgART TIFF, which needs Java 17. Whoever loads this class must be ready for a
 * LinkageError.
 */
final class AlgArtBlocks implements LibraryBlocks {

	private static final List<Integer> FAX = Arrays.asList(2, 3, 4);

	private final Page page;
	private final TiffIFD directory;
	private final TiffReader reader;
	private final TiffReadMap map;

	AlgArtBlocks(final Path file, final Page page) throws IOException {
		this.page = page;
		reader = new TiffReader(file, TiffOpenMode.VALID_TIFF);
		try {
			directory = reader.readIFDAt(page.directory.start());
			reader.setAutoUnpackBits(TiffReader.UnpackBits.NONE);
			map = reader.newMap(directory);
		}
		catch (final IOException | RuntimeException e) {
			reader.close();
			throw e;
		}
	}

	@Override
	public byte[] block(final byte[] stored, final int plane, final int column, final int row)
		throws IOException
	{
		try {
			if (FAX.contains(page.compression)) return fax(stored, column, row);
			final TiffTile tile = reader.readTile(map.index(column, row, plane));
			return tile.interleaveSamplesIfNecessary().getDecodedData();
		}
		catch (final TiffException | RuntimeException e) {
			throw new IOException("this TIFF file can not be decoded: " + e.getMessage(), e);
		}
	}

	/** Rows of whole bytes, of which the reader itself would drop the last ones. */
	private byte[] fax(final byte[] stored, final int column, final int row) throws IOException {
		final TiffTile tile = map.getOrNew(map.index(column, row, 0));
		tile.cropStripToMap();
		final byte[] bytes = stored.clone();
		if (page.isBitReversed) Blocks.reverse(bytes);
		return new CCITTFaxCodec().decompress(bytes,
			new TiffCodec.Options().setIfd(directory)
				.setCompressionCode(page.compression)
				.setSizes(tile.getSizeX(), tile.getSizeY())
				.setNumberOfChannels(1)
				// More bytes than there are: so it reads to the end.
				.setBitsPerSample(Byte.SIZE));
	}

	@Override
	public void close() throws IOException {
		reader.close();
	}
}
