package sc.fiji.kmeans.plugin.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ColorProcessor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Whatever the user does, in whatever order. */
class ExplorerStateLawsTest {

	private static final MoreSettings SETTINGS = MoreSettings
		.standard(new ImagePlus("", new ColorProcessor(2, 2)));
	private static final int K = 6;

	private static ExplorerState step(final ExplorerState state, final Random random) {
		final int j = 1 + random.nextInt(K);
		switch (random.nextInt(9)) {
			case 0 :
				return state.selecting(j);
			case 1 :
				return state.selectingAlso(j);
			case 2 :
				return state.toggling(j);
			case 3 :
				return state.togglingSelected();
			case 4 :
				return state.selected().isEmpty() ? state : state.keepingSelected();
			case 5 :
				return state.mergingSelected();
			case 6 :
				return state.mergingInto(j);
			case 7 :
				return state.naming(j, random.nextInt(3) == 0 ? " " : "n" + random.nextInt(4));
			default :
				return state.saying("something");
		}
	}

	private static ExplorerState random(final Random random) {
		ExplorerState state = new ExplorerState(SETTINGS, K);
		for (int i = random.nextInt(20); i > 0; i--)
			state = step(state, random);
		return state;
	}

	/** All that the panel shows of it. */
	private static String told(final ExplorerState state) {
		final StringBuilder text = new StringBuilder(state.toString());
		for (int j = 1; j <= state.clusters(); j++)
			text.append(' ')
				.append(state.caption(j))
				.append(state.isHidden(j))
				.append(state.isSelected(j));
		return text.append(state.done()).append(state.selected()).toString();
	}

	/** What is done gives another state, and leaves this one as it is. */
	@Property(tries = 150)
	void statesDoNotChange(@ForAll final long seed) {
		final Random random = new Random(seed);
		final ExplorerState state = random(random);
		final String before = told(state);
		for (int i = 0; i < 10; i++)
			step(state, random);
		assertEquals(before, told(state));
	}

	/** Clusters that are one are hidden, selected and named as one. */
	@Property(tries = 150)
	void aGroupIsOneCluster(@ForAll final long seed) {
		final ExplorerState state = random(new Random(seed));
		for (int j = 1; j <= K; j++) {
			final int first = state.groups().first(j);
			assertEquals(state.isHidden(first), state.isHidden(j));
			assertEquals(state.isSelected(first), state.isSelected(j));
			assertEquals(state.name(first), state.name(j));
			assertEquals(state.caption(first), state.caption(j));
		}
		state.selected().forEach(j -> assertEquals(j, state.groups().first(j)));
	}

	@Property(tries = 100)
	void selectingOneSelectsItAlone(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = K) final int j)
	{
		final ExplorerState state = random(new Random(seed)).selecting(j);
		assertEquals(1, state.selected().size());
		assertTrue(state.isSelected(j));
		assertFalse(state.selectingAlso(j).isSelected(j));
	}

	@Property(tries = 100)
	void togglingTwiceChangesNothing(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = K) final int j)
	{
		final ExplorerState state = random(new Random(seed));
		final ExplorerState once = state.toggling(j);
		assertEquals(!state.isHidden(j), once.isHidden(j));
		assertEquals(state.isHidden(j), once.toggling(j).isHidden(j));
		assertTrue(once.done().startsWith(once.isHidden(j) ? "Hid " : "Shows "), once.done());
	}

	@Property(tries = 100)
	void keepingShowsWhatIsSelectedAlone(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = K) final int j)
	{
		final ExplorerState state = random(new Random(seed)).selecting(j);
		final ExplorerState kept = state.keepingSelected();
		if (kept.done().equals("Shows all"))
			assertTrue(IntStream.rangeClosed(1, K).noneMatch(kept::isHidden));
		else
			for (int i = 1; i <= K; i++)
			assertEquals(!kept.isSelected(i), kept.isHidden(i));
		assertEquals(state.groups().toString(), kept.groups().toString());
	}

	@Property(tries = 100)
	void mergingLeavesTheSelectionOnTheGroup(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = K) final int j)
	{
		final ExplorerState state = random(new Random(seed));
		final int before = state.groups().firsts(K).length;
		final Set<Integer> all = new HashSet<>(state.selected());
		all.add(state.groups().first(j));
		final ExplorerState merged = state.mergingInto(j);
		if (all.size() < 2) {
			assertSame(state, merged);
			return;
		}
		assertEquals(before - all.size() + 1, merged.groups().firsts(K).length);
		assertTrue(merged.isSelected(j));
		assertEquals(1, merged.selected().size());
		assertEquals(all.stream().allMatch(state::isHidden), merged.isHidden(j));
		final String name = all.stream()
			.sorted()
			.flatMap(first -> Stream.of(state.name(first).split(" \\+ ")))
			.filter(text -> !text.isEmpty())
			.distinct()
			.collect(Collectors.joining(" + "));
		assertEquals(name, merged.name(j));
	}

	/** Numbers mean other clusters then. */
	@Property(tries = 60)
	void anotherNumberBeginsAnew(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 9) final int k)
	{
		final ExplorerState state = random(new Random(seed)).withClusters(k);
		assertEquals(told(new ExplorerState(SETTINGS, 3).withClusters(k)), told(state));
		assertEquals(k + (k == 1 ? " cluster" : " clusters"), state.done());
		assertEquals("Other settings", state.withSettings(SETTINGS).done());
	}

	/** Small regions depend on merging; else it is a matter of paint. */
	@Property(tries = 60)
	void theRecipeIsTheSameWhateverIsPainted(@ForAll final long seed) {
		final ExplorerState state = random(new Random(seed));
		assertTrue(state.recipe().isSame(new ExplorerState(SETTINGS, K).recipe()));
		assertFalse(state.recipe().isSame(state.withClusters(K + 1).recipe()));
	}

	/**
	 * Undo and redo lead through all states, whatever was done; a new step forgets what was undone.
	 */
	@Property(tries = 150)
	void historyIsAListOfStates(@ForAll final long seed) {
		final Random random = new Random(seed);
		final List<ExplorerState> states = new ArrayList<>();
		states.add(new ExplorerState(SETTINGS, K));
		int now = 0;
		final History history = new History(states.get(0));
		for (int i = random.nextInt(40); i > 0; i--) {
			final int what = random.nextInt(4);
			if (what == 0) {
				history.undo();
				now = Math.max(0, now - 1);
			}
			else if (what == 1) {
				history.redo();
				now = Math.min(states.size() - 1, now + 1);
			}
			else {
				final ExplorerState next = step(states.get(now), random);
				if (what == 2) history.add(next);
				else history.replace(next);
				if (what == 3) states.set(now, next);
				else if (next != states.get(now)) {
					states.subList(now + 1, states.size()).clear();
					states.add(next);
					now++;
				}
			}
			assertSame(states.get(now), history.now());
			assertEquals(now > 0, history.canUndo());
			assertEquals(now < states.size() - 1, history.canRedo());
		}
	}

	@Test
	void aHistoryKnowsWhetherThereWasACurve() {
		final History history = new History(new ExplorerState(SETTINGS, K));
		assertFalse(history.hasCurve());
		history.leave(true);
		assertTrue(history.hasCurve());
		history.leave(false);
		assertFalse(history.hasCurve());
	}
}
