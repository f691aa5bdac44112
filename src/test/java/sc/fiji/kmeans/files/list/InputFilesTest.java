package sc.fiji.kmeans.files.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An input is known by every name that it has. */
class InputFilesTest {

	@TempDir
	private Path folder;
	private Path image;
	private Path clusters;
	private InputFiles inputs;

	@BeforeEach
	void makeFiles() throws IOException {
		image = Files.write(folder.resolve("image.png"), new byte[] { 1 });
		clusters = Files.write(folder.resolve("clusters.csv"), new byte[] { 1 });
		inputs = new InputFiles(Arrays.asList(image, folder.resolve("missing.png")),
			Collections.singletonList(clusters));
	}

	@Test
	void inputsAreContained() throws IOException {
		assertTrue(inputs.contain(image));
		assertTrue(inputs.contain(clusters));
		assertFalse(inputs.contain(folder.resolve("missing.png")));
		assertFalse(inputs.contain(Files.write(folder.resolve("other.png"), new byte[] { 1 })));
		assertFalse(inputs.contain(folder));
	}

	@Test
	void otherNamesAreTheSameFile() throws IOException {
		final Path deeper = Files.createDirectory(folder.resolve("deeper"));
		assertTrue(inputs.contain(deeper.resolve("../image.png")));
		assertTrue(inputs.contain(Files.createSymbolicLink(deeper.resolve("soft"), image)));
		assertTrue(inputs.contain(Files.createLink(deeper.resolve("hard"), image)));
		assertTrue(inputs
			.contain(Files.createSymbolicLink(folder.resolve("link"), deeper).resolve("../image.png")));
	}

	@Test
	void whatLiesInAFolderIsNamed() throws IOException {
		final Map<String, String> there = new HashMap<>();
		there.put("image.png", "the image " + image);
		there.put("clusters.csv", "the clusters " + clusters);
		assertEquals(there, inputs.in(folder));
		final IOException refusal = assertThrows(IOException.class,
			() -> inputs.requireUnharmed(image));
		assertEquals("its results would replace the image " + image, refusal.getMessage());
		inputs.requireUnharmed(folder.resolve("missing.png"));
	}

	/** The input is told, not the link. */
	@Test
	void linksInAFolderAreNamed() throws IOException {
		final Path out = Files.createDirectory(folder.resolve("out"));
		assertEquals(Collections.emptyMap(), inputs.in(out));
		Files.createLink(out.resolve("a.png"), image);
		Files.createSymbolicLink(out.resolve("b.csv"), clusters);
		assertEquals("the image " + image, inputs.in(out).get("a.png"));
		assertEquals("the clusters " + clusters, inputs.in(out).get("b.csv"));
	}

	@Test
	void aFileThatIsBothIsAnImage() throws IOException {
		final InputFiles both = new InputFiles(Collections.singletonList(image),
			Collections.singletonList(image));
		assertEquals(Collections.singletonMap("image.png", "the image " + image), both.in(folder));
	}

	@Test
	void aFolderThatIsNotThereCanNotBeLookedInto() {
		assertThrows(IOException.class, () -> inputs.in(folder.resolve("none")));
		assertThrows(IOException.class, () -> inputs.in(image));
	}
}
