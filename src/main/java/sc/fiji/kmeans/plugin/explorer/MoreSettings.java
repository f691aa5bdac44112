package sc.fiji.kmeans.plugin.explorer;

import ij.ImagePlus;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.plugin.RecipeDialog;

/** The settings besides those on the panel, by their keys; immutable. */
final class MoreSettings {

	private final Map<String, String> texts;
	private final SegmentationOptions options;

	private MoreSettings(final ImagePlus image, final Map<String, String> texts) {
		this.texts = texts;
		options = RecipeDialog.options(image, texts);
	}

	/** The recipe. */
	static MoreSettings standard(final ImagePlus image) {
		return new MoreSettings(image, RecipeDialog.standard());
	}

	/** Asks the user; nothing if nothing is changed. */
	Optional<MoreSettings> ask(final ImagePlus image) {
		return RecipeDialog.ask(image, texts)
			.filter(other -> !other.equals(texts))
			.map(other -> new MoreSettings(image, other));
	}

	SegmentationOptions options() {
		return options;
	}

	/** A new map. */
	Map<String, String> texts() {
		return new LinkedHashMap<>(texts);
	}
}
