package sc.fiji.kmeans;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** What holds for all files of the project. */
class SourcesTest {

	private static final int COLUMNS = 100;
	private static final Pattern ROOM = Pattern.compile("`([a-z.]+)`");

	/** A tab is two columns. The formatter leaves comments alone; texts are not torn. */
	@Test
	void noLineIsTooLong() throws IOException {
		final List<String> tooLong = new ArrayList<>();
		for (final Path file : new Sources(Paths.get("src")).files())
			for (final String line : Sources.lines(file))
				if (line.replace("\t", "  ").replaceAll(" //$", "").length() > COLUMNS
					&& line.indexOf('"') < 0) tooLong.add(file.getFileName() + ": " + line.trim());
		assertEquals(Collections.emptyList(), tooLong);
	}

	@Test
	void noPackageHasLessTestsThanCode() throws IOException {
		final Map<String, Integer> tests = new Sources(Sources.TEST).sizes();
		final List<String> less = new ArrayList<>();
		new Sources(Sources.MAIN).sizes().forEach((name, lines) -> {
			if (tests.getOrDefault(name, 0) < lines)
				less.add(name + ": " + lines + " lines, tests " + tests.get(name));
		});
		assertEquals(Collections.emptyList(), less);
	}

	/** The first column of the table on the page How it works. */
	@Test
	void thePageNamesEachPackage() throws IOException {
		final Set<String> packages = new TreeSet<>();
		for (final String name : new Sources(Sources.MAIN).sizes().keySet())
			if (name.startsWith("sc.fiji.kmeans."))
				packages.add(name.substring("sc.fiji.kmeans.".length()));
		packages.add("spark");
		packages.add("study");
		final Set<String> told = new TreeSet<>();
		for (final String line : Sources.lines(Paths.get("src/site/markdown/how-it-works.md"))) {
			if (line.startsWith("| question")) break;
			final Matcher room = ROOM.matcher(line.startsWith("| `") ? line.split("\\|")[1] : "");
			while (room.find())
				told.add(room.group(1));
		}
		told.remove("src");
		assertEquals(packages, told);
	}
}
