package sc.fiji.kmeans.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.process.ColorProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.cluster.SuggestionKind;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.IgnoredValues;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.saved.ClusterFile;
import sc.fiji.kmeans.segment.Segmentation;

class OptionTextsTest {

	private static final String LINE = "clusters=4 epsilon=0.5 iterations=100 attempts=2"
		+ " initialization=k-means++ random_seed=1 frames=each apply_to=image ignore=black"
		+ " channels=1,3-5 min_size=2 merge=1+3";

	@TempDir
	private Path folder;

	private static SegmentationOptions options() {
		final SegmentationOptions defaults = SegmentationOptions.defaults();
		return defaults.with(defaults.kMeans().withClusters(4).withEpsilon(0.5).withAttempts(2))
			.with(ColorSpace.LAB)
			.with(IgnoredValues.of("black"))
			.withAppliedToAll(true)
			.withChannels("1,3-5")
			.withMinSize(2)
			.withMerge("1+3");
	}

	/** Without settings that the line above does not have. */
	private static String known(final String line) {
		return Arrays.stream(line.split(" "))
			.filter(word -> (" " + LINE).contains(" " + word.replaceFirst("=.*", "=")))
			.collect(Collectors.joining(" "));
	}

	@Test
	void aLineHasAllButWhatTheFileTells() {
		assertFalse(OptionTexts.line(options()).contains("color_space"));
		assertFalse(OptionTexts.line(options()).contains("scale"));
		assertEquals(LINE, known(OptionTexts.line(options())));
	}

	@Test
	void aLineDecidesLabelsAlone() {
		assertEquals("clusters=7 epsilon=0.2 iterations=100 attempts=10 initialization=k-means++"
			+ " random_seed=1 frames=each apply_to=image ignore=black channels=1,3-5"
			+ " min_size=2 merge=1+3", known(OptionTexts.line(OptionTexts.ofLine(LINE, 7))));
		assertEquals(4, OptionTexts.ofLine(LINE, 3).kMeans().clusters());
	}

	/** Whether they were written and read, or not. */
	@Test
	void clustersAreAppliedInOneWay() throws IOException {
		final ColorProcessor plane = new ColorProcessor(9, 9);
		for (int i = 0; i < 81; i++)
			plane.set(i, i * 0x030507);
		final SegmentationOptions ofColours = options().withChannels("all");
		final ImageClusters saved = Segmentation.of(new ImagePlus("", plane), ofColours).clusters();
		final Path file = folder.resolve("a.csv");
		ClusterFile.write(saved, file);
		assertEquals("# options=" + OptionTexts.line(ofColours), Files.readAllLines(file).get(2));
		assertEquals(OptionTexts.of(ClusterFile.read(file).options()), OptionTexts.of(saved.options()));
	}

	/** What a user may choose where clusters are learned; a file knows how many there were. */
	private static SegmentationOptions random(final long seed) {
		final SegmentationOptions options = Settings
			.read(SettingTable.LEARNING, SegmentationOptions.defaults(),
				new RandomTexts(SettingTable.LEARNING, seed)::of)
			.options();
		return options.areClustersSuggested() ? options.withClusters(5) : options;
	}

	@Property(tries = 100)
	void whatDecidesLabelsComesBackFromALine(@ForAll final long seed) {
		final SegmentationOptions options = random(seed);
		final int k = options.kMeans().clusters();
		final Map<String, String> texts = OptionTexts.of(options);
		final SegmentationOptions back = OptionTexts.ofLine(OptionTexts.line(options), k);
		OptionTexts.of(back).forEach((key, text) -> {
			final Setting<?> row = SettingTable.rows(one -> one.key().equals(key)).get(0);
			final boolean isKept = row.is(Trait.LABELS) || row == SettingTable.CLUSTERS;
			assertEquals(isKept ? texts.get(key) : row.standard(), text, key);
		});
		assertEquals(options.labels(), back.labels());
	}

	@Property(tries = 50)
	void wordsForPeopleDoNotMatter(@ForAll final long seed) {
		final String line = OptionTexts.line(random(seed));
		final String more = "made by hand =nothing  " + line.replace(" ", " \t and ")
			+ " answer=42 merge";
		assertEquals(OptionTexts.of(OptionTexts.ofLine(line, 3)),
			OptionTexts.of(OptionTexts.ofLine(more, 3)));
	}

	/** It is for people; another number is none that was suggested. */
	@Property(tries = 30)
	void aSuggestedNumberIsTold(@ForAll final long seed, @ForAll final SuggestionKind kind) {
		final SegmentationOptions options = random(seed);
		final int k = options.kMeans().clusters();
		final SegmentationOptions suggested = options.withSuggested(k, kind);
		final String line = OptionTexts.line(options);
		assertEquals(line + " suggested=" + kind, OptionTexts.line(suggested));
		assertEquals(OptionTexts.of(OptionTexts.ofLine(line, k)),
			OptionTexts.of(OptionTexts.ofLine(OptionTexts.line(suggested), k)));
		assertEquals(line, OptionTexts.line(suggested.withClusters(k)));
		assertFalse(
			suggested.with(options.kMeans().withClusters(k % 12 + 1)).suggestionKind().isPresent());
		assertFalse(suggested.withSuggestedClusters().suggestionKind().isPresent());
	}

	/** A line without words is that of an old file. */
	@Test
	void aLineMaySayNothing() {
		final SegmentationOptions options = OptionTexts.ofLine("", 5);
		assertEquals(5, options.kMeans().clusters());
		assertEquals("none", options.merge().toString());
		assertFalse(options.isAppliedToAll());
	}

	@Test
	void aWordThatIsWrongIsRefused() {
		assertEquals("clusters = many: takes a whole number from 1 to 65535",
			assertThrows(IllegalArgumentException.class, () -> OptionTexts.ofLine("clusters=many", 5))
				.getMessage());
		assertEquals("min_size = big: takes a whole number up to 2147483647",
			assertThrows(IllegalArgumentException.class, () -> OptionTexts.ofLine("min_size=big", 5))
				.getMessage());
	}
}
