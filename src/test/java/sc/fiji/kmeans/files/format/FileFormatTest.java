package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.samples.SampleFile;

/** Every file is an image that is read, one of a known format that is not, or no image. */
class FileFormatTest {

	@TempDir
	private Path folder;

	private FileFormat format(final String name, final String beginning) throws IOException {
		return FileFormat
			.of(Files.write(folder.resolve(name), beginning.getBytes(StandardCharsets.ISO_8859_1)));
	}

	/** Whatever they are called. */
	@ParameterizedTest
	@EnumSource
	void imagesThatAreReadAreKnownByWhatIsInThem(final SampleFile sample) throws IOException {
		for (final String name : new String[] { "a", "a.txt", "a.nd2" }) {
			final FileFormat format = FileFormat.of(Files.write(folder.resolve(name), sample.bytes()));
			assertTrue(format.isImage() && format.isRead(), name);
			assertTrue(sample.name().contains(format.toString()), format.toString());
		}
	}

	/** The beginning decides where it is known, or else the name. */
	@ParameterizedTest
	@CsvSource({ "a.bin, ....ftypavif, AVIF", "a.jpg, ....ftypheic, HEIC", "a.CZI, x, Zeiss (CZI)",
		"a.b.nii.gz, x, NIfTI", "a, ZISRAWFILE, Zeiss (CZI)", "a.lif, 'p\0\0\0', Leica (LIF)",
		"a.oib, x, 'Olympus (OIB, OIF)'", "a.exr, x, OpenEXR", "a, 'PF\n3 2', PFM",
		"a.x, id=ImageMagick, MIFF", "a, LBLSIZE=1, VICAR", "a.wbmp, x, WBMP",
		"a.ps, %!PS-Adobe-3.0 EPSF-3.0, EPS", "a.EPS, x, EPS" })
	void otherFormatsAreNamed(final String name, final String beginning, final String format)
		throws IOException
	{
		final FileFormat found = format(name, beginning);
		assertEquals(format, found.toString());
		assertTrue(found.isImage());
		assertFalse(found.isRead());
		assertTrue(found.refusal()
			.getMessage()
			.matches("files of the format .* are not read: (open it in Fiji|save it as PNG).*"));
	}

	/** What would be read of them is a small picture beside the real one. */
	@ParameterizedTest
	@ValueSource(strings = { "a.mrxs", "a.VSI", "a.ndpi", "a.nef", "a.CR2", "a.dng" })
	void slidesAndRawPhotosAreNotTakenForThePictureInThem(final String name) throws IOException {
		final Path file = Files.write(folder.resolve(name), SampleFile.JPEG.bytes());
		assertFalse(FileFormat.of(file).isRead());
		assertTrue(FileFormat.of(file).isImage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.png", "a.JPEG", "a.tif", "a.pgm", "a.dcm", "a.webp" })
	void aFileThatIsCalledLikeAnImageIsNotPassedOver(final String name) throws IOException {
		assertTrue(format(name, "nothing").isRead());
		assertEquals("this is no image that can be read", format(name, "").refusal().getMessage());
	}

	@ParameterizedTest
	@CsvSource({ "a.txt, BM of all", "notes, P5 is a name", "a.csv, 'Cluster,Pixels'", "a.zip, PK",
		"a.pdf, %PDF", "a.xml, <x>", "a.wav, RIFF....WAVE", "a, ''", "._a.png, '\0\5\26\7'" })
	void othersAreNoImages(final String name, final String beginning) throws IOException {
		final FileFormat format = format(name, beginning);
		assertFalse(format.isImage() || format.isRead());
		assertEquals("", format.toString());
	}

	@Test
	void aFolderIsNoImage() throws IOException {
		assertFalse(FileFormat.of(Files.createDirectory(folder.resolve("a.png"))).isImage());
	}

	/** By its name: so that it is told, and not passed over. */
	@Test
	void aFileThatCanNotBeLookedIntoIsKnown() throws IOException {
		for (final String name : new String[] { "a.png", "a.nef", "a.exr", "a.txt", "a" }) {
			final Path link = Files.createSymbolicLink(folder.resolve(name), folder.resolve("missing"));
			assertEquals(name.length() == 5 && !name.endsWith("txt"), FileFormat.of(link).isImage(),
				name);
		}
	}

	@Test
	void thePageNamesAllThatAreNotRead() throws IOException {
		final List<String> page = Files.readAllLines(Paths.get("src/site/markdown/formats.md"),
			StandardCharsets.UTF_8);
		final String text = String.join(" ", page);
		UnreadFormat.labels()
			.forEach(label -> assertTrue(text.contains(label.split(" \\(")[0]), label));
	}
}
