package sc.fiji.kmeans.plugin.explorer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.model.MergedClusters;

/** What the user chose, step by step. */
class ExplorerStateTest {

	private final ExplorerState five = new ExplorerState(
		MoreSettings.standard(new ImagePlus("", new ByteProcessor(2, 2))), 5);

	@Test
	void groupsAreCalledByTheirLowestNumberAndNumbersCloseUp() {
		final MergedClusters groups = MergedClusters.none(5)
			.merged(new TreeSet<>(Arrays.asList(5, 2)))
			.merged(new TreeSet<>(Arrays.asList(1, 3)));
		assertEquals("1+3,2+5", groups.toString());
		assertArrayEquals(new int[] { 1, 2, 4 }, groups.firsts(5));
		assertArrayEquals(new int[] { 1, 2, 1, 3, 2 },
			IntStream.rangeClosed(1, 5).map(groups::label).toArray());
		assertEquals("1+2+3+5", groups.merged(new TreeSet<>(Arrays.asList(3, 5))).toString());
		assertEquals("none", MergedClusters.none(5).toString());
	}

	/** Labels by the option of the same text. */
	@Test
	void labelsAreThoseOfTheSettingMerge() {
		final Random random = new Random(1);
		for (int round = 0; round < 100; round++) {
			MergedClusters groups = MergedClusters.none(9);
			for (int i = 0; i < 3; i++)
				groups = groups
					.merged(new TreeSet<>(Arrays.asList(1 + random.nextInt(9), 1 + random.nextInt(9))));
			final MergedClusters drawn = groups;
			final int left = sc.fiji.kmeans.model.SegmentationOptions.defaults()
				.withClusters(9)
				.withMerge(drawn.toString())
				.labels();
			assertEquals(left, drawn.firsts(9).length);
			assertEquals(left, IntStream.rangeClosed(1, 9).map(drawn::label).max().getAsInt(),
				drawn.toString());
		}
	}

	@Test
	void mergingKeepsTheFirstNameAndHidesWhatWasHidden() {
		final ExplorerState merged = five.naming(3, "stroma")
			.toggling(1)
			.toggling(3)
			.selecting(3)
			.mergingInto(1);
		assertEquals("1+3", merged.groups().toString());
		assertEquals("stroma", merged.name(1));
		assertTrue(merged.isHidden(3) && merged.isSelected(3));
		assertEquals("Merged 1 and 3 stroma", merged.done());
		assertFalse(five.toggling(1).selecting(1).mergingInto(2).isHidden(1));
	}

	@Test
	void keepingHidesTheOthersAndThenShowsThem() {
		final ExplorerState kept = five.selecting(2).selectingAlso(4).keepingSelected();
		assertTrue(kept.isHidden(1) && kept.isHidden(3) && kept.isHidden(5));
		assertFalse(kept.isHidden(2) || kept.isHidden(4));
		assertFalse(IntStream.rangeClosed(1, 5).anyMatch(kept.keepingSelected()::isHidden));
	}

	@Test
	void whatChangesNothingIsTheSameState() {
		assertSame(five, five.naming(2, " "));
		assertSame(five, five.mergingSelected());
	}

	@Test
	void theLineSaysWhatIsNotAsIfNothingWasSaid() {
		assertEquals("clusters=5 masked=none", line(five));
		assertEquals("clusters=5 masked=none kept=each labels",
			line(five, Product.LABELS, Product.KEPT));
		final ExplorerState state = five.selecting(1)
			.mergingInto(3)
			.naming(1, "a, b")
			.naming(4, "it [c]")
			.selecting(2)
			.keepingSelected();
		assertEquals("clusters=5 masked=1,3,4 merge=1+3 kept=2 names=[\\\"a, b\\\",,it [c]]",
			line(state, Product.MASKED, Product.KEPT));
	}

	private static String line(final ExplorerState state, final Product... ticked) {
		final Map<Product, Boolean> all = new EnumMap<>(Product.class);
		Arrays.stream(ticked).forEach(product -> all.put(product, true));
		return new WantedResults(all, "", "").line(state, 1);
	}

	@Test
	void undoAndRedoGoThroughTheSteps() {
		final History history = new History(five);
		final ExplorerState next = five.toggling(1);
		history.add(next);
		history.add(next);
		history.replace(next.selecting(2));
		history.undo();
		assertSame(five, history.now());
		history.redo();
		assertTrue(history.now().isSelected(2));
		history.undo();
		history.add(five.withClusters(2));
		assertFalse(history.canRedo());
		history.undo();
		history.undo();
		assertSame(five, history.now());
	}
}
