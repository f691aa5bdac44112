package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;
import sc.fiji.kmeans.settings.Trait;

/**
 * Whoever adds a setting decides whether shorter forms have it: each has all settings of its kind
 * but those that stand here.
 */
public class FormRowsTest {

	/** What decides the clusters, labels or pictures of an image. */
	private static Set<String> deciding() {
		return SettingTable.rows(row -> !row.is(Trait.APPLYING) && !row.is(Trait.OUTPUT))
			.stream()
			.map(Setting::key)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** @param missing keys of the settings that a form with some keys does not have */
	public static void assertMissing(final Collection<String> keys, final String... missing) {
		final Set<String> left = deciding();
		left.removeAll(keys);
		assertEquals(new TreeSet<>(Arrays.asList(missing)), left);
	}

	/** The panel has the others or Create does, but for clusters and frames of elsewhere. */
	@Test
	void theExplorerHasAll() {
		assertMissing(RecipeDialog.standard().keySet(), "clusters", "frames", "frame", "merge", "match",
			"names", "background", "masked", "kept");
	}

	/** Only what decides the compactness of each number of clusters. */
	@Test
	void aSuggestionHasAllThatDecidesIt() {
		assertMissing(SuggestForm.ROWS.stream().map(Setting::key).collect(Collectors.toList()),
			"clusters", "epsilon", "iterations", "attempts", "initialization", "random_seed", "apply_to",
			"min_size", "merge", "match", "names", "background", "masked", "kept");
	}
}
