package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.kmeans.samples.SampleFile;

/** Whatever happens to a file: it is read or refused, in one line, and soon. */
class DamagedFileTest {

	/** Of each format. */
	private static final int CASES = Integer.getInteger("damaged.cases", 25);
	private static final Duration LIMIT = Duration.ofSeconds(10);

	@TempDir
	private Path folder;

	@ParameterizedTest
	@EnumSource
	void aDamagedFileIsReadOrRefusedInOneLine(final SampleFile sample) throws IOException {
		final Random random = new Random(sample.ordinal());
		for (int n = 0; n < CASES; n++)
			damage(sample.bytes(), random, "damaged");
	}

	/** Of these there are many, and their names count. */
	@Test
	void soIsOneThatAnotherProgramWrote() throws IOException {
		final Random random = new Random(1);
		for (final ForeignFile foreign : ForeignFile.all())
			for (int n = 0; n < CASES / 12; n++)
				damage(Files.readAllBytes(foreign.path), random, foreign.toString());
	}

	private void damage(final byte[] whole, final Random random, final String name)
		throws IOException
	{
		final Path file = Files.write(folder.resolve(name), damaged(whole, random));
		assertTimeoutPreemptively(LIMIT, () -> assertReadOrRefused(file), name);
		Files.delete(file);
	}

	/** Cut short, or with some bytes changed, mostly in the head. */
	private static byte[] damaged(final byte[] whole, final Random random) {
		final byte[] bytes = random.nextInt(5) > 0
			? whole.clone()
			: Arrays.copyOf(whole, random.nextInt(whole.length));
		for (int n = 1 + random.nextInt(4); n > 0 && bytes.length > 0; n--) {
			final int end = random.nextBoolean() ? bytes.length : Math.min(bytes.length, 120);
			final int at = random.nextBoolean()
				? random.nextInt(end)
				: bytes.length - 1 - random.nextInt(end);
			bytes[at] = random.nextBoolean()
				? (byte) random.nextInt()
				: (byte) (bytes[at] ^ 1 << random.nextInt(8));
		}
		return bytes;
	}

	/** Also when nobody hears it, a reader prints nothing. */
	private static void assertReadOrRefused(final Path file) {
		final PrintStream out = System.out;
		final PrintStream err = System.err;
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		System.setOut(new PrintStream(printed, true));
		System.setErr(System.out);
		try {
			assertNotNull(new ImageFile(file).open());
		}
		catch (final IOException e) {
			assertReason(e.getMessage());
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
		assertEquals("", printed.toString());
	}

	private static void assertReason(final String reason) {
		assertTrue(reason.matches("[^\\p{Cntrl}]+[^\\p{Cntrl}: ]"), reason);
		assertFalse(reason.matches(".*(\\w(Exception|Error)|\\bjava).*"), reason);
	}
}
