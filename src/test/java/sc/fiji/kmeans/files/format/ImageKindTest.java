package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.samples.SampleFile;

/** Kinds are told apart by the first bytes alone. */
class ImageKindTest {

	private static Optional<ImageKind> kind(final String beginning) throws IOException {
		return TemporaryFile.with(beginning.getBytes(StandardCharsets.ISO_8859_1), ImageKind::of);
	}

	/** The name of a sample has that of its kind. */
	@ParameterizedTest
	@EnumSource
	void samplesAreKnown(final SampleFile sample) throws IOException {
		final ImageKind kind = TemporaryFile.with(sample.bytes(), ImageKind::of).get();
		assertTrue(sample.name().contains(kind.name()), kind.name());
		final ImagePlus image = TemporaryFile.with(sample.bytes(),
			file -> kind.read(file, kind.check(file).run()));
		if (kind == ImageKind.PNG || kind == ImageKind.GIF || kind == ImageKind.BMP)
			assertTrue(image.getBitDepth() > 8 || image.getProcessor().isDefaultLut());
	}

	@ParameterizedTest
	@CsvSource({ "GIF87a, GIF", "GIF8, GIF", "BM, BMP", "BMI of all, BMP", "P5 9 9, PNM", "8BPS, PSD",
		"RIFF....WEBP, WEBP" })
	void theBeginningIsEnough(final String beginning, final ImageKind kind) throws IOException {
		assertEquals(Optional.of(kind), kind(beginning));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "G", "GIF", "gif89a", "B", "bm", " BM", "II*", "II\0*", "MM*\0",
		"\u0089PNG\n", "\u0089PNG\r\n\u001a", "\u00ff\u00d8", "\u00ff\u00d9\u00ff", "%PDF", "P8 9 9",
		"RIFF....WAVE" })
	void otherBeginningsAreNoImages(final String beginning) throws IOException {
		assertEquals(Optional.empty(), kind(beginning));
	}

	@Test
	void bothByteOrdersAreTiff() throws IOException {
		assertEquals(Optional.of(ImageKind.TIFF), kind("II*\0"));
		assertEquals(Optional.of(ImageKind.TIFF), kind("MM\0*"));
	}

	/** As ImageFolder asks of files whose names tell nothing. */
	@ParameterizedTest
	@ValueSource(
		strings = { "GIF89a", "BM, who is who", "P3, who is who", "8BPS", "\u00ff\u00d8\u00ff" })
	void aBeginningIsNoHead(final String beginning) throws IOException {
		final byte[] bytes = beginning.getBytes(StandardCharsets.ISO_8859_1);
		assertEquals(false,
			TemporaryFile.with(bytes, path -> ImageKind.of(path).get().check(path).hasHead()));
	}
}
