package sc.fiji.kmeans.files.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results are known by their names, images by their bytes. */
class KnownResultsTest {

	private static final String[] TEMPLATES = { ResultNames.STANDARD, "{name}_{result}",
		"{result} of {name}", "{number}-{result}", "{folder}.{name}.{k}.{result}",
		"{name}.{extension}.{result}" };

	@TempDir
	private Path folder;

	private static String result(final Random random) {
		switch (random.nextInt(6)) {
			case 0 :
				return KnownResults.SEGMENTED;
			case 1 :
				return KnownResults.LABELS;
			case 2 :
				return KnownResults.LEGEND;
			case 3 :
				return KnownResults.TRACE;
			case 4 :
				return KnownResults.masked(1, 3);
			default :
				return KnownResults.kept(2);
		}
	}

	/** Whatever the template, the picture leads to the table and the labels beside it. */
	@Property(tries = 150)
	void aPictureLeadsToWhatIsBesideIt(@ForAll final long seed) {
		final Random random = new Random(seed);
		final ResultNames names = new ResultNames(TEMPLATES[random.nextInt(TEMPLATES.length)], "3");
		final Path image = Paths.get("slides", "a b.tif");
		final String[] around = names.around(image, "07");
		final String picture = around[0] + result(random) + around[1] + ".png";
		final Predicate<String> isImage = name -> name.equals("a b");
		assertEquals(Optional.of(around[0] + "clusters" + around[1] + ".csv"),
			names.tableBeside(Paths.get(picture), isImage), picture);
		assertEquals(Optional.of(around[0] + "labels" + around[1]),
			names.labelsBeside(Paths.get(picture)), picture);
	}

	@Test
	void otherPicturesAreNoResults() {
		final ResultNames names = new ResultNames(ResultNames.STANDARD, "3");
		for (final String name : new String[] { "a.png", "a-segmented.jpg", "a-segmentedx.png",
			"-segmented.png", "a-masked-.png", "a_segmented.png" })
			assertFalse(names.labelsBeside(Paths.get(name)).isPresent(), name);
		assertFalse(names.tableBeside(Paths.get("a-labels.png"), name -> false).isPresent());
	}

	@Test
	void numbersStandInTheNames() {
		assertEquals("masked-1+3", KnownResults.masked(1, 3));
		assertEquals("kept-2", KnownResults.kept(2));
	}

	/** A file may be the result of images that end at any place of its name. */
	@Test
	void placesOfAFile() {
		assertTrue(KnownResults.places("out", "a-segmented.png")
			.collect(Collectors.toList())
			.contains(PlannedImage.place("out", "a-", "")));
		assertEquals(0, KnownResults.places("out", "readme.txt").count());
	}

	private Path file(final String name, final byte[] bytes) throws IOException {
		return Files.write(folder.resolve(name), bytes);
	}

	@Test
	void imagesAreKnownByNameAndBytes() throws IOException {
		final byte[] bytes = new byte[5_000_000];
		new Random(1).nextBytes(bytes);
		final String digits = Checksum.of(file("a.tif", bytes));
		assertEquals(Checksum.DIGITS, digits.length());
		Files.createDirectory(folder.resolve("moved"));
		assertEquals(digits, Checksum.of(file("moved/a.tif", bytes)));
		assertNotEquals(digits, Checksum.of(file("b.tif", bytes)));
		// The first and the last byte of a large file are looked at, and its length.
		for (final int at : new int[] { 0, bytes.length - 1 }) {
			final byte[] other = bytes.clone();
			other[at]++;
			assertNotEquals(digits, Checksum.of(file("a.tif", other)));
		}
		assertNotEquals(digits, Checksum.of(file("a.tif", Arrays.copyOf(bytes, 4_999_999))));
		assertThrows(IOException.class, () -> Checksum.of(folder));
	}

	/** All bytes of a small one. */
	@Property(tries = 20)
	void eachByteOfASmallImageCounts(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final byte[] bytes = new byte[1 + random.nextInt(3000)];
		random.nextBytes(bytes);
		final Path file = Files.createTempFile("kmeans", ".tif");
		try {
			final String digits = Checksum.of(Files.write(file, bytes));
			bytes[random.nextInt(bytes.length)]++;
			assertNotEquals(digits, Checksum.of(Files.write(file, bytes)));
		}
		finally {
			Files.delete(file);
		}
	}

	/** The first of SHA-256: of no bytes, as the standard gives it. */
	@Test
	void textsAreKnownByAllTheirLetters() {
		assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
			Checksum.of(""));
		assertEquals(3, Stream.of("a", "b", "a ").map(Checksum::of).distinct().count());
	}
}
