package sc.fiji.kmeans.files;

import java.text.Normalizer;
import java.util.Locale;

/** What names of files a system takes for the same. */
final class SameName {

	/** Others tell all names apart. */
	private static final boolean IS_FOLDED = System.getProperty("os.name")
		.matches("(?i)(windows|mac).*");

	private SameName() {}

	/** The same for all names that this system takes for one. */
	static String of(final String name) {
		return IS_FOLDED ? folded(name) : name;
	}

	/** The same for capitals and small letters, and whether an accent is a letter of its own. */
	static String folded(final String name) {
		return composed(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
	}

	/** With accents on their letters, as people write names; some disks have them behind. */
	static String composed(final String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFC);
	}
}
