package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.io.Opener;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.samples.SampleFile;

/** Image files have the pixels that ImageJ shows, whoever reads besides, and without a word. */
class ImageFileTest {

	private static final Path SAMPLES = Paths.get("sample-data");

	@TempDir
	private Path folder;

	@Test
	void jpegHasTheColoursThatImageJShows() throws IOException {
		final String file = SAMPLES.resolve("rocket.jpg").toString();
		assertArrayEquals((int[]) new Opener().openImage(file).getProcessor().getPixels(),
			(int[]) new ImageFile(Paths.get(file)).open().getProcessor().getPixels());
	}

	/** ImageJ's readers print what they do not like, and so may whoever else is running. */
	@Test
	void twoThreadsReadWholeAndDamagedFilesWithoutAWord() throws Exception {
		final PrintStream out = System.out;
		final PrintStream err = System.err;
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		final PrintStream ear = new PrintStream(printed, true);
		System.setOut(ear);
		System.setErr(ear);
		try {
			readByTwoThreads(ear);
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
		assertEquals("", printed.toString());
	}

	private void readByTwoThreads(final PrintStream ear) throws Exception {
		final ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			final CyclicBarrier start = new CyclicBarrier(2);
			final Future<?> whole = threads.submit(() -> readWhole(start, ear));
			final Future<?> damaged = threads.submit(() -> readDamaged(start, ear));
			whole.get(1, TimeUnit.MINUTES);
			damaged.get(1, TimeUnit.MINUTES);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private Void readWhole(final CyclicBarrier start, final PrintStream ear) throws Exception {
		for (final SampleFile sample : SampleFile.values()) {
			final Path file = sample.write(folder);
			start.await(1, TimeUnit.MINUTES);
			final ImagePlus image = new ImageFile(file).open();
			assertSame(ear, System.out);
			assertEquals(SampleFile.WIDTH, image.getWidth());
		}
		return null;
	}

	private Void readDamaged(final CyclicBarrier start, final PrintStream ear) throws Exception {
		for (final SampleFile sample : SampleFile.values()) {
			final Path file = sample.writePart(folder, sample.bytes().length / 2);
			start.await(1, TimeUnit.MINUTES);
			assertThrows(IOException.class, () -> new ImageFile(file).open());
			assertSame(ear, System.out);
			assertSame(ear, System.err);
		}
		return null;
	}
}
