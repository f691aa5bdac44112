package sc.fiji.kmeans.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import sc.fiji.kmeans.cluster.SuggestionKind;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Suggestion;
import sc.fiji.kmeans.vector.Transform;

/** How often the suggested number of clusters is that of the kinds of regions. */
final class Suggested {

	private final List<String> table = new ArrayList<>();

	List<String> table() {
		table.add("| pictures | settings | regions | right | within 1 | suggested | said to be |");
		table.add("|---|---|---|---|---|---|---|");
		for (final Family family : Family.values())
			add(family, family.pictures());
		return table;
	}

	private void add(final Family family, final List<Picture> pictures) {
		if (family.kind() == Family.Kind.COLOURS) for (final ColorSpace space : ColorSpace.values())
			add(family, space.toString(), pictures, options -> options.with(space));
		else for (final Transform transform : Transform.values())
			add(family, "transform=" + transform, pictures, options -> options.with(transform));
		if (family.kind() == Family.Kind.CHANNELS)
			add(family, "transform=sqrt, scale", pictures,
				options -> options.with(Transform.SQRT).withScaled(true));
	}

	private void add(final Family family, final String settings, final List<Picture> pictures,
		final UnaryOperator<SegmentationOptions> setting)
	{
		final int regions = pictures.get(0).regions();
		final List<Suggestion> all = pictures.stream()
			.map(p -> Suggestion.of(p.image(), setting.apply(SegmentationOptions.defaults())))
			.collect(Collectors.toList());
		table.add("| " + family + " | " + settings.replace("*", "\\*") + " | " + regions + " | "
			+ within(0, regions, all) + " of " + all.size() + " | " + within(1, regions, all) + " | "
			+ all.stream().map(s -> "" + s.clusters()).collect(Collectors.joining(", ")) + " | "
			+ words(all) + " |");
	}

	private static long within(final int most, final int regions, final List<Suggestion> all) {
		return all.stream().filter(s -> Math.abs(s.clusters() - regions) <= most).count();
	}

	private static String words(final List<Suggestion> all) {
		return Arrays.stream(SuggestionKind.values())
			.filter(word -> all.stream().anyMatch(s -> s.kind() == word))
			.map(word -> word + " " + all.stream().filter(s -> s.kind() == word).count())
			.collect(Collectors.joining(", "));
	}
}
