package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import ij.ImagePlus;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.samples.FileDamage;
import sc.fiji.kmeans.samples.SampleFile;

/**
 * Damaged files of all formats: each is read as an image or refused in one line, in time and
 * within bounds of memory, and nothing is left. The property {@code files} says how many
 * there are, {@code seed} which; a failure says its seed.
 */
class RandomFilesTest {

	private static final int FILES = Integer.getInteger("files", 800);
	private static final long SEED = Long.getLong("seed", System.nanoTime());
	private static final Duration LIMIT = Duration.ofSeconds(20);
	/** That reading takes beside the pixels, however few there are. */
	private static final long BYTES = 48 << 20;
	/** Of the bytes of the pixels, which may be held in several forms in turn. */
	private static final int TIMES = 16;
	/** Open files that have nothing to do with it. */
	private static final int OTHERS = 10;
	/** Of problems that are told. */
	private static final int MOST = 20;

	private final List<byte[]> whole = new ArrayList<>();
	private final List<String> names = new ArrayList<>();
	private final List<String> problems = new ArrayList<>();

	@TempDir
	private Path folder;

	RandomFilesTest() throws IOException {
		for (final SampleFile sample : SampleFile.values())
			add(sample.name(), sample.bytes());
		for (final ForeignFile foreign : ForeignFile.all())
			add(foreign.toString(), Files.readAllBytes(foreign.path));
	}

	private void add(final String name, final byte[] bytes) {
		names.add(name);
		whole.add(bytes);
	}

	@Test
	void everyFileIsReadOrRefusedInOneLine() {
		System.out.println("damaged files: -Dseed=" + SEED + " -Dfiles=" + FILES);
		final int before = openFiles();
		int read = 0;
		for (long seed = SEED; seed < SEED + FILES && problems.size() < MOST; seed++)
			if (isRead(seed)) read++;
		System.out.println(read + " read");
		assertEquals("", String.join("\n", problems));
		assertTrue(openFiles() < before + OTHERS, "files stay open: " + openFiles());
		assertTrue(FILES < 100 || read > FILES / 50 && read < FILES, read + " read");
	}

	/** 0 where the system does not tell. */
	private static int openFiles() {
		final String[] files = new File("/proc/self/fd").list();
		return files == null ? 0 : files.length;
	}

	private boolean isRead(final long seed) {
		final Random random = new Random(seed);
		final int which = random.nextInt(whole.size());
		final String what = "-Dfiles=1 -Dseed=" + seed + ": " + names.get(which);
		try {
			final Path file = Files.write(folder.resolve("damaged"),
				FileDamage.some(whole.get(which), random));
			final boolean isRead = assertTimeoutPreemptively(LIMIT, () -> isReadOrRefused(file), what);
			Files.delete(file);
			assertEquals(0, folder.toFile().list().length, "left behind");
			return isRead;
		}
		catch (final Error | IOException | RuntimeException e) {
			problems.add(what + "\n" + e);
			return false;
		}
	}

	/** Also when nobody hears it, a reader prints nothing. */
	private static boolean isReadOrRefused(final Path file) {
		final PrintStream out = System.out;
		final PrintStream err = System.err;
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		System.setOut(new PrintStream(printed, true));
		System.setErr(System.out);
		final long before = allocated();
		long pixels = 0;
		try {
			pixels = bytes(new ImageFile(file).open());
		}
		catch (final IOException e) {
			assertReason(e.getMessage());
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
		assertEquals("", printed.toString());
		final long taken = allocated() - before;
		assertTrue(taken < BYTES + TIMES * pixels, taken + " bytes for " + pixels);
		return pixels > 0;
	}

	/** By this thread so far. */
	private static long allocated() {
		return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
			.getThreadAllocatedBytes(Thread.currentThread().getId());
	}

	/** All pixels are there. */
	private static long bytes(final ImagePlus image) {
		final int size = image.getWidth() * image.getHeight();
		assertTrue(size > 0 && image.getStackSize() > 0, image.toString());
		for (int n = 1; n <= image.getStackSize(); n++)
			assertEquals(size, java.lang.reflect.Array.getLength(image.getStack().getPixels(n)));
		return (long) size * image.getStackSize() * image.getBytesPerPixel();
	}

	private static void assertReason(final String reason) {
		assertTrue(reason.matches("[^\\p{Cntrl}]+[^\\p{Cntrl}: ]"), reason);
		assertFalse(reason.matches(".*(\\w(Exception|Error)|\\bjava).*"), reason);
	}
}
