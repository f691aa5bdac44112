package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.files.list.FoundImage;
import sc.fiji.kmeans.files.list.InputFiles;
import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.files.picture.StoredRows;

/** What becomes of images and their parts, here or on another machine, and the tables of it. */
class OutcomeTest {

	@TempDir
	private Path folder;
	private JobTables tables;

	@BeforeEach
	void makeTables() {
		tables = new JobTables(folder,
			new InputFiles(Collections.emptyList(), Collections.emptyList()));
	}

	private PlannedImage image(final int number, final String name) {
		return new PlannedImage(number, FoundImage.of(Paths.get("in", name)), folder,
			name.replaceFirst("\\..*", "") + "-", "");
	}

	/** As it comes back from another machine. */
	@SuppressWarnings("unchecked")
	private static <T extends Serializable> T sent(final T thing) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new ObjectOutputStream(bytes).writeObject(thing);
		try {
			return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
		}
		catch (final ClassNotFoundException e) {
			throw new IOException(e);
		}
	}

	@Test
	void outcomesAreDoneSkippedOrFailed() throws IOException {
		final Outcome done = sent(Outcome.done(image(1, "a.png"), "image: a\n"));
		assertEquals("image: a\n", done.report());
		assertFalse(done.isSkipped() || done.failure().isPresent());
		assertEquals(1, done.image().number());
		final Outcome skipped = sent(Outcome.skipped(image(2, "b.png")));
		assertTrue(skipped.isSkipped());
		assertFalse(skipped.failure().isPresent());
		final Outcome failed = sent(
			Outcome.failed(image(3, "c.png"), new NoSuchFileException("c.png")));
		assertEquals("there is no such file", failed.failure().get());
		assertEquals("", failed.report());
	}

	/** In a line that people understand, whatever was thrown. */
	@Test
	void reasons() {
		assertEquals("not enough memory", Outcome.reason(new OutOfMemoryError("heap")));
		assertEquals("a b", Outcome.reason(new IOException("a\nb")));
		assertEquals("can not be processed because of an error in this program",
			Outcome.reason(new NullPointerException()));
		assertEquals("behind it", Outcome.reason(new RuntimeException(new IOException("behind it"))));
	}

	@Test
	void unwrittenResultsSayWhichAndWhy() {
		final WriteFailure told = WriteFailure.of(new FileSystemException("a.png", null, "disk full"));
		assertEquals("can not write a.png: disk full", told.getMessage());
		assertEquals("full", Outcome.reason(new WriteFailure(new IOException("full"))));
	}

	@Test
	void partsComeBackAsTheyWere() throws IOException {
		final StoredRows rows = new StoredRows("labels", Paths.get("x.part"), 5, new long[1][1]);
		final PartDone drawn = sent(
			PartDone.drawn(Collections.singletonList(rows), new long[] { 0, 4, 6 }));
		assertTrue(drawn.isDrawn());
		assertFalse(drawn.isMeasured());
		assertEquals("labels", drawn.pictures().get(0).kind());
		final long[] all = { 1, 1, 1, 1 };
		drawn.addTo(all);
		assertArrayEquals(new long[] { 1, 5, 7, 1 }, all);
		drawn.require();
		final PartDone labelled = sent(PartDone.labelled(Paths.get("labels.part")));
		assertEquals(Paths.get("labels.part"), labelled.labels());
		assertFalse(labelled.isDrawn() || labelled.isMeasured());
	}

	@Test
	void partsThatFailedSayWhy() throws IOException {
		final PartDone failed = sent(PartDone.failed(new IOException("this image was changed")));
		assertEquals("this image was changed",
			assertThrows(IOException.class, failed::require).getMessage());
		assertFalse(failed.isDrawn() || failed.isMeasured());
	}

	private List<String> lines(final String name) throws IOException {
		return Files.readAllLines(folder.resolve(name));
	}

	@Test
	void failuresAreListedInTheirOrder() throws IOException {
		tables.add(Outcome.failed(image(1, "a.png"), "it is broken, quite"));
		tables.add(Outcome.done(image(2, "b.png"), ""));
		tables.add(Outcome.failed(image(3, "c.png"), "too large"));
		tables.writeFailures();
		assertEquals(Arrays.asList("File,Reason", Paths.get("in", "a.png") + ",\"it is broken, quite\"",
			Paths.get("in", "c.png") + ",too large"), lines(JobTables.FAILURES));
	}

	/** Where nothing fails, an earlier list goes, but not a file of somebody else. */
	@Test
	void anEarlierListOfFailuresGoes() throws IOException {
		Files.write(folder.resolve(JobTables.FAILURES), "File,Reason\na,b\n".getBytes());
		tables.writeFailures();
		assertFalse(Files.exists(folder.resolve(JobTables.FAILURES)));
		Files.write(folder.resolve(JobTables.FAILURES), "Name,Score\na,b\n".getBytes());
		tables.writeFailures();
		assertTrue(Files.exists(folder.resolve(JobTables.FAILURES)));
	}

	private void measured(final int number, final String name, final String table)
		throws IOException
	{
		final PlannedImage image = image(number, name);
		Files.write(new ResultFiles(image).measurements(), table.getBytes());
		tables.add(Outcome.done(image, ""));
	}

	/** Columns that some images lack are empty there, and stand where others have them. */
	@Test
	void measurementsAreGathered() throws IOException {
		measured(1, "a.png", "Image,Cluster,Area\na.png,1,5\na.png,2,7\n");
		measured(2, "b.png", "Image,Cluster,Name,Area\nb.png,1,\"x, y\",9\n");
		tables.writeMeasurements();
		assertEquals(
			Arrays.asList("Image,Cluster,Name,Area", "a.png,1,,5", "a.png,2,,7", "b.png,1,\"x, y\",9"),
			lines(JobTables.MEASUREMENTS));
	}

	@Test
	void measurementsOfNothingAreNone() throws IOException {
		tables.writeMeasurements();
		assertFalse(Files.exists(folder.resolve(JobTables.MEASUREMENTS)));
		Files.write(folder.resolve(JobTables.MEASUREMENTS), "Image,Cluster\na,1\n".getBytes());
		tables.deleteMeasurements();
		assertFalse(Files.exists(folder.resolve(JobTables.MEASUREMENTS)));
	}
}
