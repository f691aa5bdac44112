package sc.fiji.kmeans.model;

import java.util.Collections;
import java.util.List;

import sc.fiji.kmeans.base.CsvLine;
import sc.fiji.kmeans.base.Refusal;
import sc.fiji.kmeans.image.ClusterKind;

/**
 * What the clusters that are left after merging are called, in the order of their
 * numbers; immutable. Some may have no name.
 */
public final class ClusterNames {

	static final ClusterNames NONE = new ClusterNames(Collections.emptyList());

	private static final String WHAT = "names between commas; a name with a comma stands in quotes";

	/** The last one is not empty. */
	private final List<String> names;

	private ClusterNames(final List<String> names) {
		this.names = names;
	}

	/**
	 * @param text names between commas, as a line of CSV: a name with a comma, or with a quote at
	 *          its beginning, stands in quotes, and a quote in it twice; blanks around a name do
	 *          not count, nothing between two commas is no name
	 * @throws IllegalArgumentException if a quote does not close, or a name is not one line
	 */
	static ClusterNames of(final String text) {
		final List<String> names = fields(text);
		names.forEach(name -> {
			Refusal.line("names", name, ClusterKind.MAX_NAME);
			Refusal.require(name.chars().noneMatch(Character::isISOControl), "names", name,
				"names without tabs and other control characters");
		});
		return names.isEmpty() ? NONE : new ClusterNames(names);
	}

	private static List<String> fields(final String text) {
		try {
			return CsvLine.fields(text.trim(), ',');
		}
		catch (final IllegalArgumentException unclosed) {
			throw Refusal.of("names", text, WHAT);
		}
	}

	/**
	 * The same.
	 *
	 * @param clusters the largest number that a cluster may have after merging
	 * @throws IllegalArgumentException if there are more names
	 */
	public ClusterNames among(final int clusters) {
		Refusal.require(names.size() <= clusters, "names", this,
			"at most " + clusters + (clusters == 1 ? " name, for there is " : " names, one for each of ")
				+ clusters + (clusters == 1 ? " cluster" : " clusters"));
		return this;
	}

	/** These names up to a number of clusters. @param clusters the largest number that has one */
	public ClusterNames upTo(final int clusters) {
		return names.size() <= clusters ? this : new ClusterNames(names.subList(0, clusters));
	}

	/** Whether no cluster has a name. */
	boolean isNone() {
		return names.isEmpty();
	}

	/** @return of a label; empty if it has none */
	String name(final int label) {
		return label >= 1 && label <= names.size() ? names.get(label - 1) : "";
	}

	/** As a user writes it. */
	@Override
	public String toString() {
		return CsvLine.of(names);
	}
}
