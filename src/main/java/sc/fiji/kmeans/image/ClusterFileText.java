package sc.fiji.kmeans.image;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The text of a file of clusters. */
final class ClusterFileText {

	static final String TITLE = "K-Means clusters";
	static final String VERSION = "1";
	static final String COLOR_SPACE = "color_space";
	static final String SCALES = "scales";
	static final String OPTIONS = "options";
	static final String COLORS = "colors";
	static final String CLUSTER = "Cluster";

	private final StringBuilder text = new StringBuilder();

	ClusterFileText(final SavedClusters clusters) {
		line("# " + TITLE + ", version " + VERSION);
		addKey(COLOR_SPACE, clusters.colorSpace());
		addKey(SCALES, joined(clusters.scales(), " "));
		addKey(OPTIONS, clusters.options());
		addKey(COLORS, Arrays.stream(clusters.colors()).mapToObj(c -> String.format(
			"#%06x", c)).collect(Collectors.joining(" ")));
		addTable(clusters);
	}

	private void addKey(final String key, final String value) {
		if (!value.isEmpty()) line("# " + key + "=" + value);
	}

	private void addTable(final SavedClusters clusters) {
		line(CLUSTER + "," + clusters.names().stream().map(CsvLine::quoted).collect(
			Collectors.joining(",")));
		int number = 0;
		for (final double[] centre : clusters.centres())
			line(++number + "," + joined(centre, ","));
	}

	private static String joined(final double[] numbers, final String separator) {
		return DoubleStream.of(numbers).mapToObj(Double::toString).collect(
			Collectors.joining(separator));
	}

	private void line(final String line) {
		text.append(line).append('\n');
	}

	@Override
	public String toString() {
		return text.toString();
	}
}
