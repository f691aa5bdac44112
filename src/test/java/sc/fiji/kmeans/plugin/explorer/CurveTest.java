package sc.fiji.kmeans.plugin.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;

import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Suggestion;

/** The curve of suggested numbers, painted without a window. */
class CurveTest {

	private static final int WIDTH = 240;
	private static final int HEIGHT = 70;

	private final Actions actions = new Actions(() -> null, text -> {}, explorer -> {}, () -> {});
	private final Curve curve = new Curve(actions);

	private static Suggestion suggestion(final int values) {
		final ByteProcessor pixels = new ByteProcessor(30, 30);
		final Random random = new Random(1);
		for (int i = 0; i < pixels.getPixelCount(); i++)
			pixels.set(i, i < values ? 20 * i : 20 * random.nextInt(values));
		return Suggestion.of(new ImagePlus("", pixels), SegmentationOptions.defaults());
	}

	private BufferedImage painted() {
		curve.setSize(WIDTH, HEIGHT);
		final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		curve.paint(image.getGraphics());
		return image;
	}

	private static Set<Integer> colours(final BufferedImage image) {
		final Set<Integer> colours = new HashSet<>();
		for (int y = 0; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++)
				colours.add(image.getRGB(x, y) & 0xffffff);
		return colours;
	}

	private String tip(final int x) {
		return curve
			.getToolTipText(new MouseEvent(curve, MouseEvent.MOUSE_MOVED, 0, 0, x, HEIGHT / 2, 0, false));
	}

	@Test
	void withoutASuggestionThereIsNothing() {
		assertFalse(curve.isVisible());
		assertEquals(1, colours(painted()).size());
		assertNull(tip(20));
		assertFalse(curve.show(null));
	}

	/** Whether there is more or less to be seen than before. */
	@Test
	void itTellsWhenItNeedsRoom() {
		assertTrue(curve.show(suggestion(5)));
		assertFalse(curve.show(suggestion(4)));
		assertTrue(curve.show(null));
	}

	/** In a colour of its own. */
	@Test
	void theSuggestedNumberStandsOut() {
		curve.show(suggestion(5));
		final Set<Integer> colours = colours(painted());
		assertTrue(colours.contains(0xd55e00), colours.toString());
		assertTrue(colours.contains(0x404040), colours.toString());
	}

	/** From left to right each number has a place of its own. */
	@Test
	void eachNumberHasItsPlace() {
		final Suggestion five = suggestion(5);
		curve.show(five);
		curve.setSize(WIDTH, HEIGHT);
		int last = 0;
		for (int x = 0; x < WIDTH; x++) {
			final String tip = tip(x);
			final int k = Integer.parseInt(tip.substring(0, tip.indexOf(' ')));
			assertTrue(k == last || k == last + 1, tip);
			last = k;
		}
		assertEquals(five.most(), last);
		assertTrue(tip(0).startsWith("1 cluster: explains 0.0 % of the variance"), tip(0));
		assertTrue(tip(WIDTH - 1).startsWith("5 clusters: explain 100.0 %"), tip(WIDTH - 1));
	}

	/** One number alone is no line, and its place is anywhere. */
	@Test
	void oneValueHasOneNumber() {
		curve.show(suggestion(1));
		painted();
		assertTrue(tip(0).startsWith("1 cluster:"));
		assertTrue(tip(WIDTH).startsWith("1 cluster:"));
	}
}
