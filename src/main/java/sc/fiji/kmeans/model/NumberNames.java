package sc.fiji.kmeans.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import sc.fiji.kmeans.base.Refusal;
import sc.fiji.kmeans.image.ClusterKind;

/** What clusters are called, by their numbers before merging; immutable. */
final class NumberNames {

	static final NumberNames NONE = new NumberNames(Collections.emptySortedMap());

	/** One line each, none of them empty. */
	private final SortedMap<Integer, String> names;

	private NumberNames(final SortedMap<Integer, String> names) {
		this.names = names;
	}

	/** @param more one line each; an empty one takes a name away */
	NumberNames and(final Map<Integer, String> more) {
		final SortedMap<Integer, String> all = new TreeMap<>(names);
		more.forEach((number, name) -> {
			final String line = Refusal.line("name", name.trim(), ClusterKind.MAX_NAME);
			if (line.isEmpty()) all.remove(number);
			else all.put(number, line);
		});
		return new NumberNames(all);
	}

	/** The names of some numbers, ascending. */
	NumberNames among(final int... numbers) {
		final SortedMap<Integer, String> some = new TreeMap<>();
		for (final int number : numbers)
			if (names.containsKey(number)) some.put(number, names.get(number));
		return new NumberNames(some);
	}

	boolean isNone() {
		return names.isEmpty();
	}

	/** @return empty if the number has none */
	String name(final int number) {
		return names.getOrDefault(number, "");
	}
}
