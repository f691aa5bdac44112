package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.io.Opener;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/**
 * Files that other programs wrote are read right or refused, and the page of formats
 * says which. After a change, {@code mvn test -Dtest=FormatsPageTest
 * -Dformats.write=true} writes the table of the page again: look at what changed.
 */
class FormatsPageTest {

	private static final Path PAGE = Paths.get("src/site/markdown/formats.md");
	/** Files that are neither read right nor refused. */
	private static final List<String> WRONG = Collections.emptyList();
	private static final String BEGIN = "|---|---|---|---|\n";
	private static final String END = "\n\n## ";

	@Test
	void thePageTellsWhatIsTrue() throws IOException {
		final List<String> wrong = new ArrayList<>();
		final StringBuilder rows = new StringBuilder();
		for (final ForeignFile file : ForeignFile.all())
			rows.append(row(file, wrong));
		final String page = new String(Files.readAllBytes(PAGE), StandardCharsets.UTF_8).replace("\r\n",
			"\n");
		final int begin = page.indexOf(BEGIN) + BEGIN.length();
		final int end = page.indexOf(END, begin);
		if (Boolean.getBoolean("formats.write"))
			Files.write(PAGE, (page.substring(0, begin) + rows.toString().trim() + page.substring(end))
				.getBytes(StandardCharsets.UTF_8));
		else
			assertEquals(rows.toString().trim(), page.substring(begin, end));
		assertEquals(WRONG, wrong);
	}

	private static String row(final ForeignFile file, final List<String> wrong) {
		return "| " + file.format + " | " + file.kind + " | " + file.program + " | "
			+ result(file, wrong) + " |\n";
	}

	private static String result(final ForeignFile file, final List<String> wrong) {
		final ImagePlus own;
		try {
			own = new ImageFile(file.path).open();
		}
		catch (final IOException e) {
			return "refused: " + e.getMessage().replace('|', '/');
		}
		if (!file.wrong(own).isEmpty()) {
			wrong.add(file.toString());
			return "wrong: " + file.wrong(own);
		}
		final ImagePlus imageJs = openedByImageJ(file);
		if (imageJs == null) return "**read** (ImageJ does not)";
		if (!file.wrong(imageJs).isEmpty()) return "**read right** (ImageJ reads it wrong)";
		if (!areSame(imageJs, own)) wrong.add(file + " not as by ImageJ");
		return "read as ImageJ reads it";
	}

	private static ImagePlus openedByImageJ(final ForeignFile file) {
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		return opener.openImage(file.path.toAbsolutePath().toString());
	}

	/** What ImageJ reads right stays as it reads it. */
	private static boolean areSame(final ImagePlus imageJs, final ImagePlus own) {
		return IntStream.rangeClosed(1, own.getStackSize())
			.allMatch(n -> Arrays.deepEquals(imageJs.getStack().getProcessor(n).getFloatArray(),
				own.getStack().getProcessor(n).getFloatArray()));
	}

	/** A file that ImageJ would read wrong is not among the others by chance. */
	@Test
	void thereAreFilesOfEveryKindThatIsRead() throws IOException {
		final List<ForeignFile> all = ForeignFile.all();
		assertTrue(all.size() > 100);
		for (final ForeignFile file : all)
			assertTrue(Files.size(file.path) < 16_000, file + " is large");
	}
}
