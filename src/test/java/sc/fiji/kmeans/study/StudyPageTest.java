package sc.fiji.kmeans.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.vector.Transform;

/** A small part of the tables of the page, measured again. */
class StudyPageTest {

	@Test
	void theTissueIsAsThePageSays() throws IOException {
		theyAreAsThePageSays(Family.TISSUE, ours("RGB", options -> options),
			ours("Lab", options -> options.with(ColorSpace.LAB)));
	}

	@Test
	void theNucleiAreAsThePageSays() throws IOException {
		theyAreAsThePageSays(Family.NUCLEI, ours("transform=none", options -> options),
			ours("transform=log", options -> options.with(Transform.LOG)), Thresholds.multiOtsu());
	}

	private static Method ours(final String name, final UnaryOperator<SegmentationOptions> settings) {
		return Ours.with(name, settings);
	}

	private static void theyAreAsThePageSays(final Family family, final Method... methods)
		throws IOException
	{
		final StudyPage page = StudyPage.read(Paths.get("src/site/markdown/study.md"));
		final List<List<Picture>> pictures = Collections.singletonList(family.pictures());
		for (final Method method : methods) {
			final Row row = Row.of(method, pictures);
			for (final Measure measure : Measure.values())
				assertEquals(Stream.of(row.text(measure).split(" *[|] *")).skip(2).findFirst().get(),
					page.cell(StudyPage.name(family.kind(), measure), method.name(), family.toString()));
		}
	}

	/** The table has a row for each family and settings; those of the defaults count. */
	@Test
	void howOftenTheSuggestionIsRightIsTheSameEverywhere() throws IOException {
		final Matcher row = Pattern
			.compile("\\| (?:RGB|transform=none) \\| \\d \\| (\\d) of 8 \\| (\\d) \\|")
			.matcher(text("study.md"));
		int right = 0;
		int near = 0;
		int pictures = 0;
		for (; row.find(); pictures += Family.EACH) {
			right += Integer.parseInt(row.group(1));
			near += Integer.parseInt(row.group(2));
		}
		assertEquals(Family.values().length * Family.EACH, pictures);
		final String rest = ", and off by one at most for " + near;
		assertTrue(
			text("study.md").contains("right for " + right + " of the " + pictures + " pictures" + rest));
		assertTrue(text("results.md").contains("right for " + right + " of " + pictures + rest));
	}

	private static String text(final String page) throws IOException {
		return new String(Files.readAllBytes(Paths.get("src/site/markdown", page)),
			StandardCharsets.UTF_8);
	}
}
