package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.files.list.FoundImage;
import sc.fiji.kmeans.files.list.InputFiles;
import sc.fiji.kmeans.files.list.KnownResults;
import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.files.list.ResultNames;
import sc.fiji.kmeans.samples.SampleFile;

/** The names of results, and what is told by them. */
class ResultFilesTest {

	@TempDir
	private Path folder;

	private static final Path OUT = Paths.get("x").toAbsolutePath();

	@Property(tries = 100)
	void theImageIsKnownByTheNameOfAResult(
		@ForAll @NotEmpty @AlphaChars @Chars({ '-', '+', ' ', '.', '(', '1', '\n' }) final String name,
		@ForAll @Chars({ '-', '1', 'x' }) @StringLength(max = 2) final String after)
	{
		final PlannedImage image = new PlannedImage(1, FoundImage.of(Paths.get("a")), OUT, name, after);
		for (final String result : new String[] { "segmented.png", "labels.tif", "legend.png",
			"masked-1.png", "kept-1+12+3.tif", "clusters.csv", "measurements.csv", "frames.csv",
			"trace.csv", "trace.tif" })
		{
			final int dot = result.indexOf('.');
			final Path file = image.result(result.substring(0, dot), result.substring(dot));
			assertTrue(KnownResults.places(OUT.toString(), file.getFileName().toString())
				.anyMatch(image.place()::equals), file.toString());
		}
	}

	/** A point is a point there, and nothing else may stand around. */
	@ParameterizedTest
	@ValueSource(strings = { "aXb-labels.png", "a.b-labelsXpng", "a.b-labels.png2", "a.b-notes.csv",
		"a.b.csv", "_a.b-labels.png", "a.b-labels", "a.b_labels.png", "a.b-masked.png",
		"a.b-masked-.png", "a.b-kept-x.png", "a.b-segmented-1.png" })
	void otherNamesAreNoResults(final String name) {
		final String place = new PlannedImage(1, FoundImage.of(Paths.get("a.b")), OUT, "a.b-", "")
			.place();
		assertFalse(KnownResults.places(OUT.toString(), name).anyMatch(place::equals));
	}

	/** Whatever is asked for: what is written is what the names say. */
	@ParameterizedTest
	@EnumSource(names = { "PNG", "TIFF_STACK", "TIFF_16" })
	void writtenFilesHaveTheNamesOfResults(final SampleFile sample) throws IOException {
		final Path image = sample.write(folder, "a");
		final Path out = Files.createDirectory(folder.resolve("out"));
		final JobPlan plan = JobPlan.of(Collections.singletonList(FoundImage.of(image)), out,
			new ResultNames(ResultNames.STANDARD, "3"), new InputFiles(Arrays.asList(), Arrays.asList()));
		final Outcome outcome = task(out, "kept", "1,2").process(plan.images().get(0));
		assertEquals(Optional.empty(), outcome.failure());
		final String end = sample.isStack() ? ".tif" : ".png";
		final TreeSet<String> expected = Stream
			.of("a-segmented", "a-labels", "a-kept-1+2", "a-masked-1", "a-masked-2", "a-masked-3")
			.map(name -> name + end)
			.collect(Collectors.toCollection(TreeSet::new));
		expected.addAll(Arrays.asList("a-clusters.csv", "a-measurements.csv"));
		if (sample.isStack()) expected.add("a-frames.csv");
		try (Stream<Path> files = Files.list(out)) {
			assertEquals(expected,
				files.map(file -> file.getFileName().toString())
					.filter(name -> !name.equals(JobSettings.NAME))
					.collect(Collectors.toCollection(TreeSet::new)));
		}
		expected.forEach(name -> assertTrue(plan.mayMake(out.resolve(name)), name));
	}

	private static ImageTask task(final Path out, final String key, final String text)
		throws IOException
	{
		final Segmenter segmenter = Segmenter.learning(null,
			k -> k.equals(key) ? text : k.equals("measure") ? "true" : null);
		final JobSettings settings = JobSettings.of(out, segmenter, Collections.emptyMap());
		settings.write(new InputFiles(Arrays.asList(), Arrays.asList()));
		return new ImageTask(segmenter, settings);
	}
}
