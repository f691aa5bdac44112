package sc.fiji.kmeans.plugin.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ColorProcessor;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.base.CsvLine;
import sc.fiji.kmeans.plugin.dialog.MacroReading;
import sc.fiji.kmeans.plugin.KnownForms;
import sc.fiji.kmeans.settings.SettingTable;

/** The line that Create records says what the state shows, and what was ticked. */
class WantedResultsLawsTest {

	private static final MoreSettings SETTINGS = MoreSettings
		.standard(new ImagePlus("", new ColorProcessor(2, 2)));

	private static ExplorerState random(final Random random, final int k) {
		ExplorerState state = new ExplorerState(SETTINGS, k);
		for (int j = 1; j <= k; j++) {
			if (random.nextInt(4) == 0) state = state.naming(j, "name " + j);
			if (random.nextInt(3) == 0) state = state.toggling(j);
			if (random.nextInt(3) == 0) state = state.selecting(1 + random.nextInt(k)).mergingInto(j);
		}
		return state;
	}

	private static Map<Product, Boolean> ticked(final Random random) {
		final Map<Product, Boolean> ticked = new EnumMap<>(Product.class);
		for (final Product product : Product.values())
			ticked.put(product, random.nextBoolean());
		return ticked;
	}

	private static Map<String, String> said(final String line) {
		return MacroReading.texts(KnownForms.segmentation(), line);
	}

	/** The labels of the clusters that are shown, or of those that are hidden. */
	private static String labels(final ExplorerState state, final boolean areHidden) {
		final int[] firsts = state.groups().firsts(state.clusters());
		if (IntStream.of(firsts).noneMatch(state::isHidden)) return "each";
		final String labels = IntStream.of(firsts)
			.filter(first -> state.isHidden(first) == areHidden)
			.mapToObj(first -> String.valueOf(state.groups().label(first)))
			.collect(Collectors.joining(","));
		return labels.isEmpty() ? "none" : labels;
	}

	@Property(tries = 150)
	void theLineSaysWhatIsShown(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 8) final int k)
	{
		final Random random = new Random(seed);
		final ExplorerState state = random(random, k);
		final Map<Product, Boolean> ticked = ticked(random);
		final WantedResults wanted = new WantedResults(ticked, "", "");
		if (ticked.get(Product.KEPT) && labels(state, false).equals("none")) {
			assertEquals("All clusters are hidden: there is none to be kept",
				assertThrows(IllegalArgumentException.class, () -> wanted.line(state, 1)).getMessage());
			return;
		}
		final Map<String, String> said = said(wanted.line(state, 1));
		assertEquals(String.valueOf(k), said.get("clusters"));
		assertEquals(state.groups().toString(), said.get("merge"));
		assertEquals(ticked.get(Product.MASKED) ? labels(state, true) : "none", said.get("masked"));
		assertEquals(ticked.get(Product.KEPT) ? labels(state, false) : "none", said.get("kept"));
		for (final Product product : Product.values())
			if (!product.isAlways && product != Product.MASKED && product != Product.KEPT)
				assertEquals(ticked.get(product).toString(), said.get(product.key()), product.key());
	}

	/** In the order of the numbers that are left, as the setting takes them. */
	@Property(tries = 100)
	void namesAreThoseOfTheGroups(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 8) final int k)
	{
		final ExplorerState state = random(new Random(seed), k);
		final String names = said(new WantedResults(new HashMap<>(), "", "").line(state, 1))
			.get("names");
		final List<String> listed = CsvLine.fields(names, ',');
		final int[] firsts = state.groups().firsts(k);
		for (int i = 0; i < firsts.length; i++)
			assertEquals(state.name(firsts[i]), i < listed.size() ? listed.get(i) : "");
	}

	/** A frame has its number, so that the line alone gives the same. */
	@Test
	void framesAreTold() {
		final ExplorerState state = new ExplorerState(SETTINGS, 3);
		final String one = new WantedResults(new HashMap<>(), "", "current").line(state, 4);
		assertEquals("current", said(one).get("frames"));
		assertEquals("4", said(one).get("frame"));
		final String none = new WantedResults(new HashMap<>(), "", "").line(state, 4);
		assertEquals(SettingTable.FRAMES.standard(), said(none).get("frames"));
		assertTrue(!none.contains("frame="), none);
	}

	@Test
	void filesMayHaveBlanks() {
		final ExplorerState state = new ExplorerState(SETTINGS, 3);
		final String line = new WantedResults(new HashMap<>(), "/tmp/my clusters.csv", "").line(state,
			1);
		assertEquals("/tmp/my clusters.csv", said(line).get("save"));
	}

	/** What is made always is no question; the keys are those of macros. */
	@Test
	void productsAreKeys() {
		assertTrue(Product.SEGMENTED.isAlways);
		assertEquals(1, Stream.of(Product.values()).filter(product -> product.isAlways).count());
		for (final Product product : Product.values())
			if (!product.isAlways) {
				assertEquals(product.key(), product.key().toLowerCase(Locale.ROOT));
				assertTrue(KnownForms.segmentation().keys().contains(product.key()), product.key());
				assertTrue(Character.isUpperCase(product.label.charAt(0)) && !product.help.isEmpty());
			}
	}
}
