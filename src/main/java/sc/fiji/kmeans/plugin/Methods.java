package sc.fiji.kmeans.plugin;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.kmeans.image.Segmentation;

/** A line that can stand in a Methods section. */
final class Methods {

	private Methods() {}

	/** Version, parameters, seed, compactness and agreement. */
	static String line(final Segmentation segmentation,
		final KMeansSettings settings)
	{
		final String version = Methods.class.getPackage().getImplementationVersion();
		final String figures = IntStream.rangeClosed(1, segmentation.planes()).mapToObj(
			n -> String.format(Locale.ROOT, "%.9e (%d of %d attempts agree)",
				segmentation.clusters(n).compactness(), segmentation.clusters(n)
					.agreeing(), segmentation.clusters(n).attempts())).distinct().collect(
						Collectors.joining("; "));
		return segmentation.title() + ": K-Means Segmentation " + (version == null
			? "(development)" : version) + ", " + settings.texts().entrySet().stream()
				.map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(
					" ")) + ", compactness " + figures;
	}
}
