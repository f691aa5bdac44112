package sc.fiji.kmeans.plugin.explorer;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import sc.fiji.kmeans.model.MergedClusters;
import sc.fiji.kmeans.plugin.preview.Recipe;

/**
 * What the user has chosen; immutable. Clusters have their numbers before merging; those
 * that are one are called by the lowest. Each change gives another state and says what it
 * did; another number of clusters, or other settings, begin anew, for their numbers mean
 * other clusters.
 */
final class ExplorerState {

	private static final SortedSet<Integer> NOBODY = Collections.emptySortedSet();

	private MoreSettings settings;
	private int clusters;
	private MergedClusters groups;
	private SortedSet<Integer> hidden = NOBODY;
	private SortedSet<Integer> selected = NOBODY;
	private SortedMap<Integer, String> names = Collections.emptySortedMap();
	/** What was done last. */
	private String done = "";

	ExplorerState(final MoreSettings settings, final int clusters) {
		this.settings = settings;
		this.clusters = clusters;
		groups = MergedClusters.none(clusters);
	}

	private ExplorerState(final ExplorerState same) {
		settings = same.settings;
		clusters = same.clusters;
		groups = same.groups;
		hidden = same.hidden;
		selected = same.selected;
		names = same.names;
	}

	private ExplorerState with(final String what, final Consumer<ExplorerState> change) {
		final ExplorerState copy = new ExplorerState(this);
		copy.done = what;
		change.accept(copy);
		return copy;
	}

	MoreSettings settings() {
		return settings;
	}

	int clusters() {
		return clusters;
	}

	MergedClusters groups() {
		return groups;
	}

	String done() {
		return done;
	}

	boolean isHidden(final int cluster) {
		return hidden.contains(groups.first(cluster));
	}

	boolean isSelected(final int cluster) {
		return selected.contains(groups.first(cluster));
	}

	/** Ascending. */
	SortedSet<Integer> selected() {
		return Collections.unmodifiableSortedSet(selected);
	}

	/** Empty if it has none. */
	String name(final int cluster) {
		return names.getOrDefault(groups.first(cluster), "");
	}

	/** Number and name of a cluster, as it is called when numbers have closed up. */
	String caption(final int cluster) {
		final String name = name(cluster);
		return groups.label(cluster) + (name.isEmpty() ? "" : " " + name);
	}

	/** What is to be found. Merging is a matter of paint, unless small regions depend on it. */
	Recipe recipe() {
		return Recipe.of(settings.options(), clusters,
			settings.options().minSize() > 1 ? groups : MergedClusters.none(clusters));
	}

	/** The same, where something else was done last. */
	ExplorerState saying(final String what) {
		return with(what, copy -> {});
	}

	ExplorerState withClusters(final int value) {
		final ExplorerState fresh = new ExplorerState(settings, value);
		fresh.done = fresh.size();
		return fresh;
	}

	/** Such as {@code 3 clusters}. */
	String size() {
		return clusters + (clusters == 1 ? " cluster" : " clusters");
	}

	ExplorerState withSettings(final MoreSettings value) {
		final ExplorerState fresh = new ExplorerState(value, clusters);
		fresh.done = "Other settings";
		return fresh;
	}

	/** One cluster alone is selected. */
	ExplorerState selecting(final int cluster) {
		return with(done, copy -> copy.selected = setOf(groups.first(cluster)));
	}

	/** A cluster more is selected, or one less. */
	ExplorerState selectingAlso(final int cluster) {
		return with(done, copy -> copy.selected = toggled(selected, groups.first(cluster)));
	}

	/** A cluster that was shown is hidden; one that was hidden is shown. */
	ExplorerState toggling(final int cluster) {
		return with((isHidden(cluster) ? "Shows " : "Hid ") + caption(cluster),
			copy -> copy.hidden = toggled(hidden, groups.first(cluster)));
	}

	/** Those that are selected are hidden; if all are already, they are shown. */
	ExplorerState togglingSelected() {
		final boolean areHidden = hidden.containsAll(selected);
		return with((areHidden ? "Shows " : "Hid ") + captions(selected), copy -> {
			copy.hidden = new TreeSet<>(hidden);
			if (areHidden) copy.hidden.removeAll(selected);
			else copy.hidden.addAll(selected);
		});
	}

	/** All are hidden but those that are selected; if they are alone already, all are shown. */
	ExplorerState keepingSelected() {
		final SortedSet<Integer> others = new TreeSet<>();
		IntStream.of(groups.firsts(clusters)).filter(j -> !selected.contains(j)).forEach(others::add);
		return hidden.equals(others)
			? with("Shows all", copy -> copy.hidden = NOBODY)
			: with("Keeps " + captions(selected), copy -> copy.hidden = others);
	}

	/** Those that are selected become one. */
	ExplorerState mergingSelected() {
		return merging(selected);
	}

	/** A cluster and those that are selected become one. */
	ExplorerState mergingInto(final int cluster) {
		final SortedSet<Integer> all = new TreeSet<>(selected);
		all.add(groups.first(cluster));
		return merging(all);
	}

	/** The name has the names of all; the group is hidden if all were. */
	private ExplorerState merging(final SortedSet<Integer> firsts) {
		if (firsts.size() < 2) return this;
		return with("Merged " + captions(firsts), copy -> {
			copy.groups = groups.merged(firsts);
			final int first = firsts.first();
			final String name = firsts.stream()
				.flatMap(j -> Stream.of(name(j).split(" \\+ ")))
				.filter(text -> !text.isEmpty())
				.distinct()
				.collect(Collectors.joining(" + "));
			copy.names = new TreeMap<>(names);
			copy.names.keySet().removeAll(firsts);
			if (!name.isEmpty()) copy.names.put(first, name);
			copy.hidden = new TreeSet<>(hidden);
			copy.hidden.removeAll(firsts);
			if (hidden.containsAll(firsts)) copy.hidden.add(first);
			copy.selected = setOf(first);
		});
	}

	/** @param name empty for none */
	ExplorerState naming(final int cluster, final String name) {
		final String plain = name.trim();
		if (plain.equals(name(cluster))) return this;
		return with("Named " + groups.label(cluster) + " " + plain, copy -> {
			copy.names = new TreeMap<>(names);
			if (plain.isEmpty()) copy.names.remove(groups.first(cluster));
			else copy.names.put(groups.first(cluster), plain);
		});
	}

	private String captions(final SortedSet<Integer> firsts) {
		return firsts.stream().map(this::caption).collect(Collectors.joining(" and "));
	}

	private static SortedSet<Integer> setOf(final int cluster) {
		return new TreeSet<>(Collections.singleton(cluster));
	}

	private static SortedSet<Integer> toggled(final SortedSet<Integer> set, final int cluster) {
		final SortedSet<Integer> other = new TreeSet<>(set);
		if (!other.remove(cluster)) other.add(cluster);
		return other;
	}

	@Override
	public String toString() {
		return size() + ", merge=" + groups + ", hidden=" + hidden + ", names=" + names;
	}
}
