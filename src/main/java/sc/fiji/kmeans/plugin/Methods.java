package sc.fiji.kmeans.plugin;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.ClusterKind;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.Trait;

/** A sentence that can stand in a Methods section. */
final class Methods {

	private Methods() {}

	/**
	 * Number of clusters, how it was suggested if it was, what is clustered, attempts, seed, version,
	 * parameters but for outputs, compactness and agreement; of clusters that were applied, where
	 * they are from.
	 */
	static String line(final Segmentation segmentation, final KMeansSettings settings) {
		return "The image \"" + segmentation.title() + "\" was segmented by "
			+ (settings.isFinding() ? found(segmentation) : applied(segmentation))
			+ " with K-Means Segmentation " + version() + " (" + parameters(settings) + ")"
			+ (settings.isFinding() ? figures(segmentation) : "") + ".";
	}

	private static String found(final Segmentation segmentation) {
		final KMeansOptions options = segmentation.options().kMeans();
		return "k-means clustering (k = " + options.clusters() + suggested(segmentation) + ", "
			+ space(segmentation) + ", " + options.attempts()
			+ (options.attempts() == 1 ? " attempt" : " attempts") + ", random seed "
			+ options.randomSeed() + ")";
	}

	private static String suggested(final Segmentation segmentation) {
		return segmentation.suggestion()
			.map(suggestion -> ", suggested by the compactness of 1 to " + suggestion.most()
				+ " clusters: " + suggestion.kind())
			.orElse("");
	}

	private static String applied(final Segmentation segmentation) {
		return "k-means clusters that were found before (k = " + segmentation.clusters().size() + ", "
			+ space(segmentation) + ")";
	}

	/** What is clustered, as one writes it. */
	private static String space(final Segmentation segmentation) {
		final ClusterKind kind = segmentation.clusters().kind();
		if (kind.isOfColours()) return term(kind.colorSpace());
		return kind.dimensions() == 1 ? "pixel values" : kind.dimensions() + " channels";
	}

	private static String term(final ColorSpace space) {
		switch (space) {
			case LAB :
				return "CIE L*a*b*";
			case AB :
				return "a* and b* of CIE L*a*b*";
			default :
				return space.toString();
		}
	}

	private static String parameters(final KMeansSettings settings) {
		return settings.told()
			.entrySet()
			.stream()
			.filter(e -> !e.getKey().is(Trait.OUTPUT))
			.map(e -> word(e.getKey(), e.getValue()))
			.collect(Collectors.joining(" "));
	}

	private static String version() {
		final String version = Methods.class.getPackage().getImplementationVersion();
		return version == null ? "(development)" : version;
	}

	private static String word(final Setting<?> row, final String text) {
		return row.isSwitch() ? row.key() : row.key() + "=" + text;
	}

	/** Of several frames the least and the most. */
	private static String figures(final Segmentation segmentation) {
		final Clusters[] learned = Arrays.stream(segmentation.learnedFrames())
			.mapToObj(n -> segmentation.clustersOfFrame(n).found())
			.toArray(Clusters[]::new);
		return epsilon(segmentation) + ", compactness "
			+ range(learned, Clusters::compactness, x -> String.format(Locale.ROOT, "%.9e", x)) + " ("
			+ agreement(segmentation, learned) + ")" + sample(segmentation);
	}

	/** That not all pixels were learned from, of the first frame where it is so. */
	private static String sample(final Segmentation segmentation) {
		return Arrays.stream(segmentation.learnedFrames())
			.mapToObj(n -> segmentation.figures(n).sample())
			.filter(Optional::isPresent)
			.map(note -> "; " + note.get())
			.findFirst()
			.orElse("");
	}

	private static String agreement(final Segmentation segmentation, final Clusters... learned) {
		if (Arrays.stream(learned).allMatch(Clusters::isOptimal)) return optimum(segmentation);
		return range(learned, Clusters::agreeing, n -> String.valueOf(n.intValue())) + " of "
			+ learned[0].attempts() + " attempts agree";
	}

	/** Of several frames that all have the optimum what holds for all. */
	static String optimum(final Segmentation segmentation) {
		return Arrays.stream(segmentation.learnedFrames())
			.mapToObj(n -> segmentation.figures(n).agreement())
			.max(Comparator.comparingInt(String::length))
			.get();
	}

	/** Where it does not count in units of the values. */
	private static String epsilon(final Segmentation segmentation) {
		final double[] each = Arrays.stream(segmentation.learnedFrames())
			.mapToDouble(n -> segmentation.figures(n).epsilon())
			.toArray();
		final double asked = segmentation.options().kMeans().epsilon();
		return Arrays.stream(each).allMatch(epsilon -> epsilon == asked)
			? ""
			: " (epsilon in units of the values: "
				+ range(each, x -> String.format(Locale.ROOT, "%.4g", x)) + ")";
	}

	private static String range(final Clusters[] clusters, final ToDoubleFunction<Clusters> figure,
		final Function<Double, String> text)
	{
		return range(Arrays.stream(clusters).mapToDouble(figure).toArray(), text);
	}

	private static String range(final double[] values, final Function<Double, String> text) {
		final double[] figures = Arrays.stream(values).sorted().toArray();
		final String least = text.apply(figures[0]);
		final String most = text.apply(figures[figures.length - 1]);
		return least.equals(most) ? least : least + " to " + most;
	}
}
