package sc.fiji.kmeans.files.tiff;

import java.io.IOException;
import java.nio.file.Path;

import net.algart.matrices.tiff.TiffException;
import net.algart.matrices.tiff.TiffIFD;
import net.algart.matrices.tiff.TiffOpenMode;
import net.algart.matrices.tiff.TiffReader;
import net.algart.matrices.tiff.tiles.TiffReadMap;
import net.algart.matrices.tiff.tiles.TiffTile;

/**
 * Blocks through AlgART TIFF, which needs Java 17. Whoever loads this class must be ready for a
 * LinkageError.
 */
final class AlgArtBlocks implements LibraryBlocks {

	private final TiffReader reader;
	private final TiffReadMap map;

	AlgArtBlocks(final Path file, final Page page) throws IOException {
		reader = new TiffReader(file, TiffOpenMode.VALID_TIFF);
		try {
			final TiffIFD directory = reader.readIFDAt(page.directory.start());
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
			final TiffTile tile = reader.readTile(map.index(column, row, plane));
			return tile.interleaveSamplesIfNecessary().getDecodedData();
		}
		catch (final TiffException | RuntimeException e) {
			throw new IOException("this TIFF file can not be decoded: " + e.getMessage(), e);
		}
	}

	@Override
	public void close() throws IOException {
		reader.close();
	}
}
