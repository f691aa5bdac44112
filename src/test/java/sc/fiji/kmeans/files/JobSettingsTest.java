package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.files.list.FoundImage;
import sc.fiji.kmeans.files.list.InputFiles;
import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.files.list.ResultNames;
import sc.fiji.kmeans.samples.SampleFile;

/** Which settings hold in a folder. */
class JobSettingsTest {

	@TempDir
	private Path folder;

	@Test
	void theFileIsTouchedOnlyWhereItChanges() throws IOException {
		settings("3").write(inputs());
		final Path file = folder.resolve(JobSettings.NAME);
		final FileTime old = FileTime.fromMillis(1_000_000);
		Files.setLastModifiedTime(file, old);
		settings("3").write(inputs());
		assertEquals(old, Files.getLastModifiedTime(file));
		settings("4").write(inputs());
		assertFalse(old.equals(Files.getLastModifiedTime(file)));
	}

	/** Else results of both would mix. */
	@Test
	void aRunEndsWhereAnotherWithOtherSettingsBegins() throws IOException {
		final PlannedImage image = planned();
		final ImageTask first = begun("3");
		assertEquals(Optional.empty(), first.process(image).failure());
		final Path table = folder.resolve("a-clusters.csv");
		final ImageTask second = begun("4");
		assertEquals("another run with other settings has begun in " + folder,
			first.process(image).failure().get());
		assertEquals(4, Files.readAllLines(table).size());
		assertEquals(Optional.empty(), second.process(image).failure());
		assertEquals(5, Files.readAllLines(table).size());
	}

	@Test
	void aMachineThatDoesNotSeeTheFolderWritesNothing() throws IOException {
		final PlannedImage image = planned();
		final ImageTask job = begun("3");
		Files.delete(folder.resolve(JobSettings.NAME));
		assertEquals(
			"output = " + folder
				+ ": takes a folder that all machines see, and settings.txt of this run is not there",
			job.process(image).failure().get());
		assertFalse(Files.exists(folder.resolve("a-clusters.csv")));
	}

	private PlannedImage planned() throws IOException {
		return JobPlan
			.of(Collections.singletonList(FoundImage.of(SampleFile.PNG.write(folder, "a"))), folder,
				new ResultNames(ResultNames.STANDARD, "3"), inputs())
			.images()
			.get(0);
	}

	private ImageTask begun(final String clusters) throws IOException {
		settings(clusters).write(inputs());
		return new ImageTask(segmenter(clusters), settings(clusters));
	}

	private JobSettings settings(final String clusters) {
		return JobSettings.of(folder, segmenter(clusters), Collections.emptyMap());
	}

	private static Segmenter segmenter(final String clusters) {
		return Segmenter.learning(null, key -> key.equals("clusters") ? clusters : null);
	}

	private static InputFiles inputs() {
		return new InputFiles(Collections.emptyList(), Collections.emptyList());
	}
}
