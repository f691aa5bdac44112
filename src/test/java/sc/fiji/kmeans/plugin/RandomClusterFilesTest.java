package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.samples.FileDamage;

/**
 * Damaged files of clusters, applied to images or matched: each is refused with one message,
 * and nothing has happened, or it gives labels and a picture without each cluster. The property
 * {@code files} says how many there are, {@code seed} which; a failure says its seed.
 */
class RandomClusterFilesTest {

	private static final int FILES = Integer.getInteger("files", 150);
	private static final long SEED = Long.getLong("seed", System.nanoTime());
	private static final Duration LIMIT = Duration.ofSeconds(60);

	/** Of clusters of each kind. */
	private static final String[] CALLS = { "", "color_space=Lab", "color_space=a*b* merge=1+2",
		"color_space=HSB names=a,b", "scale", "transform=log", "transform=sqrt scale", "frames=each",
		"frames=together clusters=9", "min_size=3 ignore=black" };
	private static final OddImages[] KINDS = { OddImages.COLOURS, OddImages.COLOURS,
		OddImages.COLOURS, OddImages.COLOURS, OddImages.COMPOSITE, OddImages.REAL, OddImages.CHANNELS,
		OddImages.FILM, OddImages.SLICES, OddImages.GREY_16 };
	private static final String[] NUMBERS = { "", "0", "-1", "1e308", "-1e308", "5e-324", "1e309",
		"NaN", "65535", "65536", "99999999999999999999", "1,5", "\u0663" };
	private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?");

	private final String[] files = new String[CALLS.length];
	private final ImagePlus[] images = new ImagePlus[CALLS.length];

	@TempDir
	private Path folder;

	@Test
	void everyFileGivesLabelsOrIsRefused() throws IOException {
		System.out.println("files of clusters: -Dseed=" + SEED + " -Dfiles=" + FILES);
		final Path file = folder.resolve("clusters.csv");
		for (int i = 0; i < CALLS.length; i++) {
			images[i] = KINDS[i].draw(new Random(i));
			images[i].deleteRoi();
			assertTrue(MacroRun.of(images[i], CALLS[i] + " save=" + MacroRun.path(file)).finished(),
				CALLS[i]);
			files[i] = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
		}
		int read = 0;
		for (long seed = SEED; seed < SEED + FILES; seed++) {
			final long one = seed;
			if (assertTimeoutPreemptively(LIMIT, () -> isRead(one, file), "-Dseed=" + one)) read++;
		}
		System.out.println(read + " read");
		assertTrue(FILES < 100 || read > FILES / 20 && read < FILES, read + " read");
	}

	private boolean isRead(final long seed, final Path file) throws IOException {
		final Random random = new Random(seed);
		final int which = random.nextInt(CALLS.length);
		final ImagePlus image = images[random.nextInt(5) == 0 ? random.nextInt(CALLS.length) : which];
		Files.write(file, damaged(files[which], random));
		final String before = JudgedCall.state(image);
		final MacroRun run = random.nextInt(4) == 0
			? MacroRun.of(image, "labels masked=each match=" + MacroRun.path(file))
			: MacroRun.ofStatement(image, "run(\"" + MacroRun.APPLY
				+ "\", \"labels measure masked=each from=" + MacroRun.path(file) + "\");");
		final String what = "-Dfiles=1 -Dseed=" + seed + ": " + CALLS[which] + " " + image + "\n"
			+ run.said();
		assertEquals(before, JudgedCall.state(image), what);
		assertFalse(image.isLocked(), what);
		assertFalse(run.said().contains("\tat "), what);
		assertEquals(run.finished() ? 0 : 1, run.messages().size(), what);
		if (run.finished()) assertTrue(run.titles().size() > 3, what);
		return run.finished();
	}

	/** As by a disk, or by somebody who writes other numbers. */
	private static byte[] damaged(final String text, final Random random) {
		if (random.nextInt(3) == 0)
			return FileDamage.some(text.getBytes(StandardCharsets.UTF_8), random);
		String changed = text;
		for (int n = 1 + random.nextInt(3); n > 0; n--)
			changed = changed(changed, random);
		return changed.getBytes(StandardCharsets.UTF_8);
	}

	private static String changed(final String text, final Random random) {
		final Matcher number = NUMBER.matcher(text);
		if (!number.find(random.nextInt(text.length()))) return text;
		return text.substring(0, number.start()) + NUMBERS[random.nextInt(NUMBERS.length)]
			+ text.substring(number.end());
	}
}
