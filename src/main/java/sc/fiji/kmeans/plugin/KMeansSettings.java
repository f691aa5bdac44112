package sc.fiji.kmeans.plugin;

import ij.IJ;
import ij.Prefs;

import sc.fiji.kmeans.cluster.Initialization;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.MaskedClusters;

/**
 * What the dialog asks for; immutable. The values of the last dialog are
 * remembered in ImageJ's preferences. Macros neither see nor change them.
 */
final class KMeansSettings {

	private static final String KEY = "kmeans.segmentation.";
	private static final KMeansSettings DEFAULTS = new KMeansSettings(
		KMeansOptions.defaults(), MaskedClusters.EACH);

	private final KMeansOptions options;
	private final MaskedClusters masked;

	KMeansSettings(final KMeansOptions options, final MaskedClusters masked) {
		this.options = options;
		this.masked = masked;
	}

	/** What a dialog begins with: fixed defaults in a macro, else the last values. */
	static KMeansSettings initial() {
		if (IJ.isMacro()) return DEFAULTS;
		try {
			return remembered();
		}
		catch (final IllegalArgumentException damaged) {
			return DEFAULTS;
		}
	}

	private static KMeansSettings remembered() {
		final KMeansOptions d = DEFAULTS.options;
		final KMeansOptions options = d //
			.withClusters((int) Prefs.get(KEY + "clusters", d.clusters())) //
			.withEpsilon(Prefs.get(KEY + "epsilon", d.epsilon())) //
			.withIterations((int) Prefs.get(KEY + "iterations", d.iterations())) //
			.withAttempts((int) Prefs.get(KEY + "attempts", d.attempts())) //
			.withInitialization(Initialization.of(Prefs.get(KEY + "initialization", d
				.initialization().toString()))) //
			.withRandomSeed((long) Prefs.get(KEY + "random_seed", d.randomSeed()));
		return new KMeansSettings(options, MaskedClusters.of(Prefs.get(KEY +
			"masked", DEFAULTS.masked.toString()), options.clusters()));
	}

	/** Keeps these values for the next dialog. */
	void remember() {
		Prefs.set(KEY + "clusters", options.clusters());
		Prefs.set(KEY + "epsilon", options.epsilon());
		Prefs.set(KEY + "iterations", options.iterations());
		Prefs.set(KEY + "attempts", options.attempts());
		Prefs.set(KEY + "initialization", options.initialization().toString());
		Prefs.set(KEY + "random_seed", options.randomSeed());
		Prefs.set(KEY + "masked", masked.toString());
	}

	KMeansOptions options() {
		return options;
	}

	MaskedClusters masked() {
		return masked;
	}
}
