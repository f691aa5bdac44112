package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.samples.SampleFile;
import sc.fiji.kmeans.segment.SegmentationOptions;
import sc.fiji.kmeans.settings.SettingTable;
import sc.fiji.kmeans.settings.Settings;

/** The names of results, and what is told by them. */
class ResultFilesTest {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "a.png,a", "a.b.png,a.b", "a,a", ".png,.png", "a.,a", "..,.", "a b.tif,a b" })
	void theNameIsThatBeforeTheLastPoint(final String file, final String name) {
		assertEquals(name, ResultFiles.name(Paths.get("folder.x", file)));
	}

	@Property(tries = 100)
	void whatAPictureIsMadeOfStandsInItsName(
		@ForAll @NotEmpty @AlphaChars @Chars({ '-', '+', ' ', '.', '(', '1', '\n' }) final String name)
	{
		for (final String kind : new String[] { "segmented.png", "labels.tif", "legend.png",
			"masked-1.png", "kept-1+12+3.tif" })
			assertEquals(Optional.of(name), ResultFiles.origin(Paths.get("x", name + "-" + kind)));
		final Pattern names = new ResultFiles(Paths.get("x"), name).names();
		assertTrue(names.matcher(name + "-kept-2.png").matches());
		assertFalse(names.matcher("_" + name + "-kept-2.png").matches());
	}

	@ParameterizedTest
	@ValueSource(
		strings = { "-labels.png", "a-labels.jpg", "a-labels", "a_labels.png", "a-labels.png.bak",
			"a-masked.png", "a-masked-.png", "a-kept-x.png", "a-clusters.csv", "a-segmented-1.png" })
	void othersAreMadeOfNothing(final String name) {
		assertEquals(Optional.empty(), ResultFiles.origin(Paths.get(name)));
	}

	/** A point is a point there, and nothing else may stand around. */
	@ParameterizedTest
	@ValueSource(strings = { "aXb-labels.png", "a.b-labelsXpng", "a.b-labels.png2", "a.b-notes.csv",
		"a.b.csv", "a.b-measurements.png" })
	void otherNamesAreNoResults(final String name) {
		assertFalse(new ResultFiles(folder, "a.b").names().matcher(name).matches());
	}

	/** Whatever is asked for: what is written is what the names say. */
	@ParameterizedTest
	@EnumSource(names = { "PNG", "TIFF_STACK", "TIFF_16" })
	void writtenFilesHaveTheNamesOfResults(final SampleFile sample) throws IOException {
		final Path image = sample.write(folder, "a");
		final Path out = Files.createDirectory(folder.resolve("out"));
		job(out, "kept", "1,2").process(image);
		final String end = sample.isStack() ? ".tif" : ".png";
		final TreeSet<String> expected = Stream
			.of("a-segmented", "a-labels", "a-kept-1+2", "a-masked-1", "a-masked-2", "a-masked-3")
			.map(name -> name + end)
			.collect(Collectors.toCollection(TreeSet::new));
		expected.addAll(Arrays.asList("a-clusters.csv", "a-measurements.csv"));
		if (sample.isStack()) expected.add("a-frames.csv");
		try (Stream<Path> files = Files.list(out)) {
			assertEquals(expected, files.map(file -> file.getFileName().toString())
				.collect(Collectors.toCollection(TreeSet::new)));
		}
		final ResultFiles results = new ResultFiles(out, "a");
		expected.forEach(name -> assertTrue(results.names().matcher(name).matches(), name));
		assertTrue(Files.exists(results.table()));
	}

	private ImageJob job(final Path out, final String key, final String text) throws IOException {
		final Settings settings = Settings.read(SettingTable.LEARNING, SegmentationOptions.defaults(),
			k -> k.equals(key) ? text : k.equals("measure") ? "true" : null);
		return new ImageJob(new Segmenter(settings, null), new ResultKinds(settings, null), out,
			new InputFiles(Arrays.asList(), Arrays.asList()).guard(out));
	}
}
