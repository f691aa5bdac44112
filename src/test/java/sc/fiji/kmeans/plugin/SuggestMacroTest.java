package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.segment.Suggestion;

/** Suggestions and iterations in macros, without a display. */
@Timeout(60)
class SuggestMacroTest {

	private static final SegmentationOptions OPTIONS = SegmentationOptions.defaults();

	@BeforeEach
	void clear() {
		Tables.clear();
	}

	private static MacroRun suggest(final ImagePlus image, final String options) {
		return MacroRun.ofStatement(image, "run(\"" + MacroRun.SUGGEST + "\", \"" + options + "\");"
			+ "print(\"k = \" + call(\"sc.fiji.kmeans.plugin.SuggestPlugIn.clusters\"));");
	}

	@Test
	void aMacroSegmentsByTheSuggestedNumber() {
		final ImagePlus image = Pictures.rgb(60, 50);
		final int k = Suggestion.of(image, OPTIONS).clusters();
		final MacroRun run = MacroRun.of(image, "clusters=suggest masked=none labels");
		assertEquals("", String.join("", run.messages()));
		Pictures.assertSame(Segmentation.of(image, OPTIONS.withClusters(k)).labels(),
			run.image("rgb-labels"));
	}

	/** A number that the user chose is only a number, even if it is the suggested one. */
	@Test
	void theMethodsTellThatTheNumberWasSuggested() {
		final ImagePlus image = Pictures.rgb(60, 50);
		final Suggestion suggestion = Suggestion.of(image, OPTIONS);
		final String chosen = "(k = " + suggestion.clusters();
		final String suggested = chosen + ", suggested by the compactness of 1 to 12 clusters: "
			+ suggestion.kind() + ", RGB, 10 attempts, ";
		final String said = MacroRun.of(image, "clusters=suggest masked=none methods").said();
		assertTrue(said.contains(suggested), said);
		final String again = MacroRun
			.of(image, "clusters=" + suggestion.clusters() + " masked=none methods")
			.said();
		assertTrue(again.contains(chosen + ", RGB, 10 attempts, "), again);
	}

	@Test
	void theCommandSaysTheSentenceAndTheNumber() {
		final ImagePlus image = Pictures.rgb(60, 50);
		final Suggestion expected = Suggestion.of(image, OPTIONS);
		final MacroRun run = suggest(image, "");
		assertTrue(run.finished(), run.said());
		assertTrue(run.said().contains("rgb: " + expected), run.said());
		assertTrue(run.said().contains("k = " + expected.clusters()), run.said());
	}

	@Test
	void itsKeysDecide() {
		final ImagePlus image = Pictures.rgb(60, 50);
		final String said = suggest(image, "color_space=Lab ignore=black+20").said();
		assertTrue(said.contains(
			Suggestion
				.of(image,
					OPTIONS.with(sc.fiji.kmeans.colour.ColorSpace.LAB)
						.with(sc.fiji.kmeans.image.IgnoredValues.of("black+20")))
				.toString()),
			said);
	}

	@Test
	void aKeyOfAnotherCommandIsRefused() {
		final MacroRun run = suggest(Pictures.rgb(9, 9), "clusters=3");
		assertTrue(run.messages().get(0).startsWith("clusters = 3: no such key"), run.said());
	}

	@Test
	void iterationsAreAStack() {
		final ImagePlus image = Pictures.rgb(60, 50);
		final MacroRun run = MacroRun.of(image, "clusters=4 masked=none trace initialization=random");
		final Segmentation expected = Segmentation.of(image,
			OPTIONS.with(OPTIONS.kMeans()
				.withClusters(4)
				.withInitialization(sc.fiji.kmeans.cluster.Initialization.RANDOM)));
		final ImagePlus pictures = run.image("rgb-trace of one plain run, random start");
		assertEquals(expected.trace().size(), pictures.getStackSize());
		Pictures.assertSame(expected.pictures(expected.trace()), pictures);
	}

	@Test
	void theTableHasARowForEachNumber() {
		final Suggestion suggestion = Suggestion.of(Pictures.rgb(60, 50), OPTIONS);
		final ResultsTable table = sc.fiji.kmeans.measure.SuggestionTable.of("rgb.png", suggestion);
		assertEquals(12, table.size());
		assertEquals("Image,Clusters,Compactness,Explained (%),Corner,Worst Valley,Smallest CIEDE2000,"
			+ "Smallest Cluster (%),Suggested", String.join(",", table.getHeadings()));
		for (int k = 1; k <= 12; k++) {
			assertEquals(k, table.getValue("Clusters", k - 1));
			assertEquals(suggestion.compactness(k), table.getValue("Compactness", k - 1));
			assertEquals(k == suggestion.clusters() ? suggestion.kind().toString() : "",
				table.getStringValue("Suggested", k - 1));
		}
	}
}
