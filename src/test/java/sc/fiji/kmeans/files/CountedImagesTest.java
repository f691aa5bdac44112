package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.io.FileSaver;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.files.list.FoundImage;
import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.vector.PixelSample;
import sc.fiji.kmeans.vector.SmallSample;

/** It does not matter in which order, on which machines and in which parts images are counted. */
class CountedImagesTest {

	private final Segmenter segmenter = Segmenter.learning(null, key -> null);
	private final Random random = new Random(4);
	private final List<PlannedImage> images = new ArrayList<>();

	@TempDir
	Path folder;

	/** Grey ones, then colours, then one that is none. */
	@BeforeEach
	void writeImages() throws IOException {
		for (int n = 1; n <= 6; n++) {
			final Path file = folder.resolve(n + ".png");
			if (n < 6) ImageIO.write(picture(n), "png", file.toFile());
			else Files.write(file, new byte[9]);
			images.add(new PlannedImage(n, FoundImage.of(file), folder, n + "-", ""));
		}
	}

	private BufferedImage picture(final int n) {
		final BufferedImage picture = new BufferedImage(7, n,
			n < 4 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < 7 * n; i++)
			picture.setRGB(i % 7, i / 7, random.nextInt());
		return picture;
	}

	@Test
	void theOrderDoesNotMatter() throws Exception {
		final CountedImages whole = CountedImages.of(segmenter, images.iterator(), PixelSample.FITTING);
		for (int trial = 0; trial < 20; trial++) {
			final List<CountedImages> parts = new ArrayList<>();
			for (final PlannedImage image : images)
				parts.add(travelled(CountedImages.of(segmenter, Collections.singleton(image).iterator(),
					PixelSample.FITTING)));
			while (parts.size() > 1) {
				Collections.shuffle(parts, random);
				parts.set(0, travelled(parts.get(0).and(parts.remove(1))));
			}
			assertEquals(Arrays.asList("1.png", "4.png"), firsts(parts.get(0)));
			assertArrayEquals(bytes(whole), bytes(parts.get(0)));
			assertEquals(refusals(whole), refusals(parts.get(0)));
		}
	}

	/** Whoever finds it: of a sample of fewer pixels than differ nothing is kept. */
	@Test
	void whereTooManyDifferAllIsToBeCountedAgain() throws Exception {
		final Path file = folder.resolve("vectors.tif");
		new FileSaver(IJ.createImage("", "32-bit ramp", 9, 5, 1)).saveAsTiff(file.toString());
		final PlannedImage vectors = new PlannedImage(7, FoundImage.of(file), folder, "7-", "");
		final PixelSample few = SmallSample.of(4);
		final CountedImages tooMany = CountedImages.of(segmenter,
			Collections.singleton(vectors).iterator(), few);
		final CountedImages others = CountedImages.of(segmenter, images.iterator(), few);
		assertTrue(tooMany.areTooMany());
		assertFalse(others.areTooMany());
		assertTrue(travelled(others.and(travelled(tooMany))).areTooMany());
		assertEquals(Collections.emptyList(), firsts(others));
		assertFalse(
			CountedImages
				.of(segmenter, Collections.singleton(vectors).iterator(),
					few.sparser().sparser().sparser().sparser().sparser())
				.areTooMany());
	}

	/** The first image of each kind. */
	private static List<String> firsts(final CountedImages counted) {
		return counted.kinds()
			.stream()
			.map(kind -> kind.first().said().getFileName().toString())
			.collect(Collectors.toList());
	}

	private static byte[] bytes(final CountedImages counted) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (final CountedKind kind : counted.kinds())
			kind.counted().write(bytes);
		return bytes.toByteArray();
	}

	private List<String> refusals(final CountedImages counted) {
		return images.stream()
			.map(image -> counted.counted(image).refusal().orElse(""))
			.collect(Collectors.toList());
	}

	private static CountedImages travelled(final CountedImages counted) throws Exception {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(counted);
		}
		try (
			ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())))
		{
			return (CountedImages) in.readObject();
		}
	}
}
