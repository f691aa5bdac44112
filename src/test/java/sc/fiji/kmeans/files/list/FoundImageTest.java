package sc.fiji.kmeans.files.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.nio.file.Paths;

import org.junit.jupiter.api.Test;

/** Images and where their results go. */
class FoundImageTest {

	private final Path folder = Paths.get("out").toAbsolutePath();
	private final PlannedImage image = new PlannedImage(7, FoundImage.of(Paths.get("in", "a.b.tif")),
		folder, "a.b-", "-v2");

	@Test
	void resultsStandAroundWhatTheyAre() {
		assertEquals(folder.resolve("a.b-labels-v2.png"), image.result("labels", ".png"));
		assertEquals(7, image.number());
		assertEquals(Paths.get("in", "a.b.tif").toAbsolutePath(), image.file());
		assertEquals(Paths.get("in", "a.b.tif"), image.said());
		assertEquals(folder, image.folder());
		assertFalse(image.refusal().isPresent());
	}

	@Test
	void whatIsRefusedSaysWhy() {
		final PlannedImage refused = image.refused("it would replace an image");
		assertEquals("it would replace an image", refused.refusal().get());
		assertEquals(image.place(), refused.place());
		assertTrue(image.hasOwnPlace());
	}
}
