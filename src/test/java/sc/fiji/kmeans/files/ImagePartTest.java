package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.files.tiff.TiffWriter;
import sc.fiji.kmeans.image.BandsOfImage;

class ImagePartTest {

	/** Each row is in one part; parts begin with a band and a block, and are of nearly as many. */
	@Test
	void allPartsAreTheWhole() {
		final Random random = new Random(2);
		for (int trial = 0; trial < 200; trial++) {
			final int height = 1 + random.nextInt(9000);
			final int band = 1 << random.nextInt(10);
			final int most = 1 + random.nextInt(12);
			final List<ImagePart> parts = ImagePart.of(null,
				new BandsOfImage(new ImagePlus("", new ByteProcessor(1, height)), band), most);
			final int step = Math.max(band, TiffWriter.MOST_BLOCK_ROWS);
			assertEquals(Math.min(most, (height - 1) / step + 1), parts.size());
			assertEquals(height, parts.stream().mapToInt(ImagePart::rows).sum());
			parts.subList(0, parts.size() - 1).forEach(part -> assertEquals(0, part.rows() % step));
			assertTrue(parts.stream().mapToInt(ImagePart::rows).max().getAsInt()
				- parts.stream().mapToInt(ImagePart::rows).min().getAsInt() <= 2 * step);
		}
	}
}
