package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An input is known by every name that it has. */
class InputFilesTest {

	private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

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
	void aGuardNamesWhatWouldBeReplaced() throws IOException {
		final InputFiles.Guard guard = inputs.guard(folder);
		assertRefused("the image " + image, guard, "image\\.png");
		assertRefused("the clusters " + clusters, guard, "c.*");
		guard.requireUnharmed(Pattern.compile("missing\\.png"));
		guard.requireUnharmed(Pattern.compile("image"));
	}

	/** The message tells the input, not the link. */
	@Test
	void aGuardKnowsLinks() throws IOException {
		final Path out = Files.createDirectory(folder.resolve("out"));
		inputs.guard(out).requireUnharmed(ANY);
		Files.createLink(out.resolve("a.png"), image);
		Files.createSymbolicLink(out.resolve("b.csv"), clusters);
		assertRefused("the image " + image, inputs.guard(out), "a\\.png");
		assertRefused("the clusters " + clusters, inputs.guard(out), "b\\.csv");
	}

	@Test
	void aFileThatIsBothIsAnImage() throws IOException {
		final InputFiles.Guard both = new InputFiles(Collections.singletonList(image),
			Collections.singletonList(image)).guard(folder);
		assertRefused("the image " + image, both, "image.*");
	}

	@Test
	void aFolderThatIsNotThereCanNotBeGuarded() {
		assertThrows(IOException.class, () -> inputs.guard(folder.resolve("none")));
		assertThrows(IOException.class, () -> inputs.guard(image));
	}

	private static void assertRefused(final String input, final InputFiles.Guard guard,
		final String names)
	{
		assertEquals("its results would replace " + input,
			assertThrows(IOException.class, () -> guard.requireUnharmed(Pattern.compile(names)))
				.getMessage());
	}
}
