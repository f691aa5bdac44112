package sc.fiji.kmeans.plugin.dialog;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import sc.fiji.kmeans.settings.SettingTable;

/** The keys of a command, and which of them a user may have meant. */
public final class KnownKeys {

	/** Letters of a key that tell it. */
	private static final int TELLING = 3;
	private static final int LINE = 80;

	private final Set<String> keys;

	public KnownKeys(final Set<String> keys) {
		this.keys = keys;
	}

	/**
	 * Says that there is no such key, and which is nearest, or which there are.
	 *
	 * @param value null if the key stood alone
	 */
	public IllegalArgumentException refused(final String key, final String value) {
		final Optional<String> near = nearest(key);
		if (near.isPresent()) return refused(key, value, near.get() + "?");
		if (keys.isEmpty()) return refused(key, value, "takes none");
		return refused(key, value, "takes " + inLines()
			+ (value == null ? "\n(and a value with blanks stands in brackets)" : ""));
	}

	/** Which command has it; empty if none has. */
	private static String other(final String key) {
		return SettingTable.ALL.stream().anyMatch(row -> row.key().equals(key))
			? " (" + (isOfFinding(key) ? Command.SEGMENT : Command.APPLY).label() + " has it)"
			: "";
	}

	private static boolean isOfFinding(final String key) {
		return SettingTable.LEARNING.stream().anyMatch(row -> row.key().equals(key));
	}

	private static IllegalArgumentException refused(final String key, final String value,
		final String hint)
	{
		return new IllegalArgumentException(
			(value == null ? key : key + " = " + value) + ": no such key" + other(key) + "; " + hint);
	}

	/** Nothing if none is near. */
	private Optional<String> nearest(final String word) {
		final String wanted = word.toLowerCase(Locale.ROOT);
		final Optional<String> near = keys.stream()
			.filter(key -> distance(wanted, key) <= Math.max(1, (wanted.length() + 1) / 3))
			.min(Comparator.comparingInt(key -> distance(wanted, key)));
		return near.isPresent() || wanted.length() < TELLING
			? near
			: only(keys.stream().filter(key -> key.contains(wanted)));
	}

	/** Nothing if there are several. */
	private static Optional<String> only(final Stream<String> found) {
		return found.map(Optional::of)
			.reduce((one, other) -> Optional.empty())
			.orElse(Optional.empty());
	}

	/**
	 * How many letters have to be put in, left out, replaced, or exchanged with the next
	 * (Damerau 1964).
	 */
	private static int distance(final String a, final String b) {
		final int[][] rows = new int[a.length() + 1][b.length() + 1];
		for (int i = 0; i <= a.length(); i++)
			for (int j = 0; j <= b.length(); j++) {
				if (i == 0 || j == 0) {
					rows[i][j] = i + j;
					continue;
				}
				final int replaced = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
				rows[i][j] = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, replaced);
				if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2)
					&& a.charAt(i - 2) == b.charAt(j - 1))
					rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
			}
		return rows[a.length()][b.length()];
	}

	/** ImageJ does not break its messages. */
	private String inLines() {
		final StringBuilder lines = new StringBuilder();
		int start = 0;
		for (final String key : keys) {
			if (lines.length() > 0) lines.append(", ");
			if (lines.length() + key.length() - start > LINE) {
				lines.setCharAt(lines.length() - 1, '\n');
				start = lines.length();
			}
			lines.append(key);
		}
		return lines.toString();
	}
}
