package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.files.format.TiffDirectory;
import sc.fiji.kmeans.files.format.TiffFile;
import sc.fiji.kmeans.samples.TiffBytes;

/** Results are where the image is. */
class GeoreferenceTest {

	private static final String METADATA = "<GDALMetadata>\n<Item name=\"AREA\">x</Item>\n"
		+ "<Item name=\"STATISTICS_MEAN\" sample=\"0\">7</Item>\n</GDALMetadata>\n";

	@TempDir
	private Path folder;

	private Path source() throws IOException {
		return Files.write(folder.resolve("source.tif"),
			TiffBytes.grey(5, 4, 8, new byte[20])
				.with(33550, TiffBytes.LONG, 1, 2, 3)
				.with(34735, TiffBytes.SHORT, 1, 1, 0, 1, 1024, 0, 1, 2)
				.text(34737, "WGS 84|")
				.text(42112, METADATA)
				.text(42113, "0")
				.bytes());
	}

	@Test
	void whatIsWrittenHasThePlaceOfTheSource() throws IOException {
		final Optional<Georeference> place = Georeference.in(source());
		final Path file = Files.createFile(folder.resolve("result.tif"));
		final ByteProcessor pixels = new ByteProcessor(5, 4);
		try (TiffWriter out = new TiffWriter(file, new ImagePlus("", pixels), 4)
			.with(place.get().withNoData(OptionalDouble.of(0))))
		{
			out.write(pixels);
		}
		assertEquals(place, Georeference.in(file));
		try (TiffFile tiff = new TiffFile(file)) {
			assertEquals("0", TiffDirectory.first(tiff).text(42113).get());
			final String metadata = TiffDirectory.first(tiff).text(42112).get();
			assertTrue(metadata.contains("AREA"));
			assertFalse(metadata.contains("STATISTICS"));
		}
	}

	@Test
	void noDataIsWrittenAsANumberThatIsReadBack() throws IOException {
		for (final double value : new double[] { -9999, 0.5, -Float.MAX_VALUE, 1e10f })
			assertEquals(value, Double.parseDouble(noData(OptionalDouble.of(value)).get()));
		assertEquals("nan", noData(OptionalDouble.of(Double.NaN)).get());
		assertFalse(noData(OptionalDouble.empty()).isPresent());
		assertFalse(noData(OptionalDouble.of(Double.NEGATIVE_INFINITY)).isPresent());
	}

	private Optional<String> noData(final OptionalDouble value) throws IOException {
		final Path file = Files.write(folder.resolve("told.tif"), new byte[0]);
		final ByteProcessor pixels = new ByteProcessor(5, 4);
		try (TiffWriter out = new TiffWriter(file, new ImagePlus("", pixels), 4)
			.with(Georeference.in(source()).get().withNoData(value)))
		{
			out.write(pixels);
		}
		try (TiffFile tiff = new TiffFile(file)) {
			return TiffDirectory.first(tiff).text(42113);
		}
	}

	@Test
	void otherFilesAreNowhere() throws IOException {
		assertFalse(Georeference.in(folder).isPresent());
		assertFalse(Georeference
			.in(Files.write(folder.resolve("plain.tif"), TiffBytes.grey(5, 4, 8, new byte[20]).bytes()))
			.isPresent());
	}
}
