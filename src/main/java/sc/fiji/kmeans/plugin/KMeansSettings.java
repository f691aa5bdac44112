package sc.fiji.kmeans.plugin;

import ij.Prefs;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import sc.fiji.kmeans.cluster.Initialization;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.MaskedClusters;

/**
 * What the dialog asks for; immutable. Every setting has a key and can be
 * written as a text: in macros, in the fields of the dialog, and in ImageJ's
 * preferences, which remember the values of the last dialog.
 */
final class KMeansSettings {

	/** The recipe: what holds where a macro says nothing. */
	static final KMeansSettings DEFAULTS = new KMeansSettings(KMeansOptions
		.defaults(), MaskedClusters.EACH);

	private static final String REMEMBERED = "kmeans.segmentation.";

	private final KMeansOptions options;
	private final MaskedClusters masked;

	private KMeansSettings(final KMeansOptions options,
		final MaskedClusters masked)
	{
		this.options = options;
		this.masked = masked;
	}

	/**
	 * Reads the settings in the order of {@link #texts()}.
	 *
	 * @param text gives the text for a key
	 * @throws IllegalArgumentException with the key, its text and what it takes
	 */
	static KMeansSettings read(final UnaryOperator<String> text) {
		final KMeansOptions options = KMeansOptions.defaults() //
			.withClusters(count("clusters", text)) //
			.withEpsilon(number("epsilon", text)) //
			.withIterations(count("iterations", text)) //
			.withAttempts(count("attempts", text)) //
			.withInitialization(Initialization.of(text.apply("initialization"))) //
			.withRandomSeed(whole("random_seed", text, Long.MAX_VALUE));
		return new KMeansSettings(options, MaskedClusters.of(text.apply("masked"),
			options.clusters()));
	}

	private static int count(final String key, final UnaryOperator<String> text) {
		return (int) whole(key, text, Integer.MAX_VALUE);
	}

	private static long whole(final String key, final UnaryOperator<String> text,
		final long max)
	{
		final String value = text.apply(key);
		try {
			final long whole = new BigDecimal(value.trim()).longValueExact();
			if (Math.abs(whole) <= max) return whole;
		}
		catch (final ArithmeticException | NumberFormatException none) {
			// refused below, as a number that is too large
		}
		throw refused(key, value, "a whole number up to " + max);
	}

	private static double number(final String key,
		final UnaryOperator<String> text)
	{
		final String value = text.apply(key);
		try {
			return Double.parseDouble(value);
		}
		catch (final NumberFormatException none) {
			throw refused(key, value, "a number");
		}
	}

	private static IllegalArgumentException refused(final String key,
		final String value, final String what)
	{
		return new IllegalArgumentException(key + " = " + value + ": takes " +
			what);
	}

	/** What the last dialog ended with, or the defaults. */
	static KMeansSettings remembered() {
		final Map<String, String> defaults = DEFAULTS.texts();
		try {
			return read(key -> Prefs.get(REMEMBERED + key, defaults.get(key)));
		}
		catch (final IllegalArgumentException damaged) {
			return DEFAULTS;
		}
	}

	/** Keeps these values for the next dialog. */
	void remember() {
		texts().forEach((key, text) -> Prefs.set(REMEMBERED + key, text));
	}

	/** The text of each setting by its key, in the order of the macro contract. */
	Map<String, String> texts() {
		final Map<String, String> texts = new LinkedHashMap<>();
		texts.put("clusters", Integer.toString(options.clusters()));
		texts.put("epsilon", Double.toString(options.epsilon()).replaceFirst(
			"\\.0$", ""));
		texts.put("iterations", Integer.toString(options.iterations()));
		texts.put("attempts", Integer.toString(options.attempts()));
		texts.put("initialization", options.initialization().toString());
		texts.put("random_seed", Long.toString(options.randomSeed()));
		texts.put("masked", masked.toString());
		return texts;
	}

	KMeansOptions options() {
		return options;
	}

	MaskedClusters masked() {
		return masked;
	}
}
