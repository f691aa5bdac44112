package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ColorProcessor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.model.SegmentationOptions;

/** On its way to a label a pixel enters no class twice; callbacks count, too. */
class WayOfAPixelTest {

	private final Set<List<String>> ways = ConcurrentHashMap.newKeySet();

	@Test
	void noClassIsEnteredTwice() {
		final ColorProcessor pixels = new ColorProcessor(64, 64);
		for (int i = 0; i < pixels.getPixelCount(); i++)
			pixels.set(i, 0xff000000 | i * 77);
		final Thread caller = Thread.currentThread();
		Segmentation.of(new ImagePlus("", pixels), SegmentationOptions.defaults(), (fraction, word) -> {
			if (word.equals("labelling") && Thread.currentThread() == caller) ways.add(way());
		});
		assertTrue(
			ways.contains(
				Arrays.asList("Segmentation", "FrameLearning", "FrameWorker", "Parallel", "Labelling")),
			ways.toString());
		ways.removeIf(way -> !way.get(way.size() - 1).equals("Labelling"));
		for (final List<String> way : ways)
			assertEquals(way.size(), new HashSet<>(way).size(), way.toString());
	}

	/** The classes of the project from the outermost in, nested ones as part of theirs. */
	private static List<String> way() {
		final List<String> way = new ArrayList<>();
		for (final StackTraceElement call : Thread.currentThread().getStackTrace()) {
			final String type = call.getClassName().replaceAll(".*\\.|\\$.*", "");
			final boolean isOurs = call.getClassName().startsWith("sc.fiji.kmeans.");
			final boolean isOfProgress = type.matches("WayOfAPixelTest|Steps|\\w*Progress");
			if (isOurs && !isOfProgress && (way.isEmpty() || !way.get(way.size() - 1).equals(type)))
				way.add(type);
		}
		Collections.reverse(way);
		return way;
	}
}
