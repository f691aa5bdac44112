package sc.fiji.kmeans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.files.JobSettings;

/** What holds for all pages. */
class PagesTest {

	private static final Path PICTURES = Paths.get("src/site/resources/images");

	private static final Pattern JAR = Pattern.compile("KMeans_Segmentation[:-]([0-9][0-9.]*[0-9])");

	/** The languages of blocks, whose tests run every one: see the page on building. */
	private static final Set<String> TESTED = new HashSet<>(
		Arrays.asList("ijm", "sh", "bash", "groovy", "javascript", "python", "java", "csv"));

	/** No code: what a program says. */
	private static final String WORDS = "text";

	@Test
	void noBlockOfCodeIsUntested() throws IOException {
		for (final Page page : Page.all())
			for (final Page.Block block : page.blocks())
				assertTrue(TESTED.contains(block.language()) || block.language().equals(WORDS),
					block.toString());
	}

	/** Code that is indented without a fence would escape the tests. */
	@Test
	void allCodeIsInFences() throws IOException {
		for (final Page page : Page.all()) {
			final String prose = page.text().replaceAll("(?ms)^ *```.*?^ *```$", "");
			assertFalse(prose.contains("```"), page.name());
			assertFalse(Pattern.compile("(?m)^( {4}|\t)\\S*(mvn |run\\(|call\\()").matcher(prose).find(),
				page.name());
		}
	}

	@Test
	void linksLeadSomewhere() throws IOException {
		for (final Page page : Page.all())
			PageLinks.local(page.text())
				.map(PageLinks::file)
				.forEach(
					file -> assertTrue(file.isEmpty() || Files.exists(page.file().resolveSibling(file)),
						page.name() + ": " + file));
	}

	/** To a heading as GitHub calls it, with an anchor of that name for the site. */
	@Test
	void linksIntoPagesLeadToHeadings() throws IOException {
		for (final Page page : Page.all())
			PageLinks.local(page.text())
				.filter(target -> !PageLinks.place(target).isEmpty())
				.forEach(target -> assertLeadsToHeading(page, target));
	}

	private static void assertLeadsToHeading(final Page page, final String target) {
		final String file = PageLinks.file(target);
		final String place = PageLinks.place(target);
		final Page other = file.isEmpty() ? page : Page.of(file.replaceAll(".*/|\\.md$", ""));
		assertTrue(other.text().contains("<a id=\"" + place + "\"></a>\n\n#"),
			page.name() + ": " + target);
		assertTrue(other.headings().anyMatch(place::equals), page.name() + ": " + target);
	}

	@Test
	void theMenuHasEveryPage() throws IOException {
		final String menu = text("src/site/site.xml");
		for (final Page page : Page.all())
			assertTrue(page.name().equals("README") || menu.contains("\"" + page.name() + ".html\""),
				page.name());
	}

	@Test
	void theFirstPageLeadsToEveryPage() throws IOException {
		final String first = Page.of("index").text();
		for (final Page page : Page.all())
			assertTrue(page.name().equals("README") || page.name().equals("index")
				|| first.contains("](" + page.name() + ".md)"), page.name());
	}

	@Test
	void theMenuLeadsSomewhere() throws IOException {
		final Matcher item = Pattern.compile("href=\"([a-z-]+)\\.html\"")
			.matcher(text("src/site/site.xml"));
		while (item.find())
			assertTrue(Files.exists(Paths.get("src/site/markdown", item.group(1) + ".md")),
				item.group(1));
	}

	/** In the build, in what is cited, and in the names of files on pages. */
	@Test
	void theVersionIsTheSameEverywhere() throws IOException {
		final String version = JobSettings.VERSION;
		assertTrue(text("pom.xml").contains("</artifactId>\n\t<version>" + version + "</version>"));
		assertTrue(text("src/CITATION.cff").contains("\nversion: " + version + "\n"));
		assertTrue(text("README.md").contains("version " + version + ". <"));
		assertTrue(Page.of("changes").text().contains("\n## " + version + "\n"));
		for (final Page page : Page.all())
			for (final Matcher named = JAR.matcher(page.text()); named.find();)
				assertEquals(version, named.group(1), page.name());
	}

	private static String text(final String file) throws IOException {
		return new String(Files.readAllBytes(Paths.get(file)), StandardCharsets.UTF_8).replace("\r\n",
			"\n");
	}

	/** Also that each is shown somewhere. */
	@Test
	void picturesAreShown() throws IOException {
		final Set<String> shown = new TreeSet<>();
		for (final Page page : Page.all())
			PageLinks.local(page.text())
				.filter(file -> file.contains("images/"))
				.forEach(file -> shown.add(Paths.get(file).getFileName().toString()));
		try (Stream<Path> files = Files.list(PICTURES)) {
			assertEquals(files.map(file -> file.getFileName().toString())
				.collect(Collectors.toCollection(TreeSet::new)), shown);
		}
	}
}
