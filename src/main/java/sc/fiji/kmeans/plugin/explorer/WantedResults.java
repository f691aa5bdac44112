package sc.fiji.kmeans.plugin.explorer;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

import sc.fiji.kmeans.base.CsvLine;
import sc.fiji.kmeans.plugin.dialog.MacroLine;
import sc.fiji.kmeans.settings.SettingTable;

/** What the user wants to be made; immutable. */
final class WantedResults {

	private final Map<Product, Boolean> ticked;
	private final String file;
	private final String frames;

	/**
	 * @param file of clusters; empty for none
	 * @param frames as the setting has it; empty for an image that is no stack
	 */
	WantedResults(final Map<Product, Boolean> ticked, final String file, final String frames) {
		this.ticked = Collections.unmodifiableMap(new HashMap<>(ticked));
		this.file = file;
		this.frames = frames;
	}

	/**
	 * The options that alone give what a state shows, whatever slice the image shows then.
	 *
	 * @param frame number of the one that it shows now
	 * @throws IllegalArgumentException if what is shown is to be kept, and nothing is
	 */
	String line(final ExplorerState state, final int frame) {
		final Map<String, String> texts = state.settings().texts();
		texts.put(SettingTable.CLUSTERS.key(), Integer.toString(state.clusters()));
		texts.put(SettingTable.MERGE.key(), state.groups().toString());
		texts.put(SettingTable.NAMES.key(), names(state));
		texts.put(SettingTable.MASKED.key(),
			isTicked(Product.MASKED) ? labels(state, state::isHidden) : "none");
		texts.put(SettingTable.KEPT.key(), isTicked(Product.KEPT) ? kept(state) : "none");
		for (final Product product : Arrays.asList(Product.LABELS, Product.MEASURE, Product.ROIS,
			Product.OVERLAY, Product.LEGEND, Product.LEGEND_INSIDE))
			texts.put(product.key(), Boolean.toString(isTicked(product)));
		if (!frames.isEmpty()) {
			texts.put(SettingTable.FRAMES.key(), frames);
			texts.put(SettingTable.FRAME.key(), Integer.toString(frame));
		}
		texts.put(SettingTable.SAVE.key(), file);
		return MacroLine.of(texts);
	}

	private boolean isTicked(final Product product) {
		return ticked.getOrDefault(product, false);
	}

	/** In the order of the numbers when they have closed up. */
	private static String names(final ExplorerState state) {
		return CsvLine.of(Arrays.stream(state.groups().firsts(state.clusters()))
			.mapToObj(state::name)
			.collect(Collectors.toList()));
	}

	private static String kept(final ExplorerState state) {
		final String labels = labels(state, first -> !state.isHidden(first));
		if (labels.equals("none"))
			throw new IllegalArgumentException("All clusters are hidden: there is none to be kept");
		return labels;
	}

	/** Where no cluster is hidden there is a picture for each. */
	private static String labels(final ExplorerState state, final IntPredicate which) {
		final int[] firsts = state.groups().firsts(state.clusters());
		if (Arrays.stream(firsts).noneMatch(state::isHidden)) return "each";
		final String labels = Arrays.stream(firsts)
			.filter(which)
			.mapToObj(first -> Integer.toString(state.groups().label(first)))
			.collect(Collectors.joining(","));
		return labels.isEmpty() ? "none" : labels;
	}
}
