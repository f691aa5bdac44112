package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.files.list.FoundImage;
import sc.fiji.kmeans.files.list.InputFiles;
import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.files.list.ResultNames;
import sc.fiji.kmeans.samples.SampleFile;

class ImageTaskTest {

	@TempDir
	Path folder;

	private final Segmenter segmenter = Segmenter.learning(null,
		key -> key.equals("clusters") ? "3" : null);
	private PlannedImage image;
	private ImageTask task;

	@BeforeEach
	void plan() throws IOException {
		final InputFiles inputs = new InputFiles(Collections.emptyList(), Collections.emptyList());
		final JobSettings settings = JobSettings.of(folder, segmenter, Collections.emptyMap());
		settings.write(inputs);
		image = JobPlan
			.of(Collections.singletonList(FoundImage.of(SampleFile.PNG.write(folder, "a"))), folder,
				new ResultNames(ResultNames.STANDARD, "3"), inputs)
			.images()
			.get(0);
		task = new ImageTask(segmenter, settings);
	}

	private byte[] labels() throws IOException {
		return Files.readAllBytes(folder.resolve("a-labels.png"));
	}

	/** On a machine that got it as bytes. */
	@Test
	void anotherMachineWritesTheSame() throws IOException, ClassNotFoundException {
		assertEquals("", task.process(image).failure().orElse(""));
		final byte[] expected = labels();
		Files.delete(folder.resolve("a-labels.png"));
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(task);
		}
		try (
			ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())))
		{
			final ImageTask sent = (ImageTask) in.readObject();
			assertEquals(task.run(), sent.run());
			assertEquals("", sent.process(image).failure().orElse(""));
		}
		assertArrayEquals(expected, labels());
	}

	/** One that is to save clusters has not done all before they are there. */
	@Test
	void whatIsCompleteIsSkipped() {
		final Path clusters = folder.resolve("clusters.csv");
		final ImageTask resuming = task.resuming();
		assertFalse(resuming.isComplete(image));
		task.process(image);
		assertTrue(resuming.isComplete(image));
		assertFalse(task.isComplete(image));
		assertFalse(resuming.savingTo(clusters).isComplete(image));
		assertEquals("", task.savingTo(clusters).process(image).failure().orElse(""));
		assertTrue(resuming.savingTo(clusters).isComplete(image));
		assertEquals(task.run(), resuming.savingTo(clusters).run());
	}
}
