package sc.fiji.kmeans.saved;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import sc.fiji.kmeans.image.ImageClusters;
import sc.fiji.kmeans.settings.OptionTexts;

/** The text of a file of clusters. */
final class ClusterFileText {

	static final String TITLE = "K-Means clusters";
	static final String VERSION = "1";
	static final String COLOR_SPACE = "color_space";
	static final String SCALES = "scales";
	static final String FRACTION_BITS = "fraction_bits";
	static final String OPTIONS = "options";
	static final String FRAME = "Frame";
	static final String CLUSTER = "Cluster";
	/** The column of the numbers of pixels that clusters were learned from. */
	static final String PIXELS = "Pixels";
	/** The column of the colours that clusters are painted in. */
	static final String HEX = "Hex";

	private final ImageClusters clusters;
	/** Whether somebody knows how many pixels clusters were learned from. */
	private final boolean hasPixels;
	private final StringBuilder text = new StringBuilder();

	ClusterFileText(final ImageClusters clusters) {
		this.clusters = clusters;
		hasPixels = frames()
			.anyMatch(f -> Arrays.stream(clusters.frame(f).pixels()).anyMatch(n -> n > 0));
		line("# " + TITLE + ", version " + VERSION);
		addKey(COLOR_SPACE, clusters.colorSpace());
		addKey(SCALES, ofFrames(frame -> joined(frame.scales(), " ")));
		addKey(FRACTION_BITS, fractionBits());
		addKey(OPTIONS,
			clusters.optionsText().isEmpty()
				? clusters.foundBy().map(OptionTexts::line).orElse("")
				: clusters.optionsText());
		if (!clusters.isOfColours())
			line("# centres are values of pixels before calibration"
				+ (clusters.frame(1).scales().length == 0 ? "" : " and divided by the scales"));
		addTable();
	}

	private void addKey(final String key, final String value) {
		if (!value.isEmpty()) line("# " + key + "=" + value);
	}

	private String fractionBits() {
		return frames().allMatch(f -> clusters.frame(f).fractionBits() == 0)
			? ""
			: ofFrames(frame -> String.valueOf(frame.fractionBits()));
	}

	private IntStream frames() {
		return IntStream.rangeClosed(1, clusters.frames());
	}

	/** Once if it is the same for all frames. */
	private String ofFrames(final Function<ImageClusters, String> words) {
		final String[] each = frames().mapToObj(clusters::frame).map(words).toArray(String[]::new);
		return Arrays.stream(each).distinct().count() == 1 ? each[0] : String.join(" ", each);
	}

	private void addTable() {
		final boolean hasColours = frames().anyMatch(f -> clusters.frame(f).colors().length > 0);
		line(
			(clusters.frames() > 1 ? FRAME + "," : "") + CLUSTER + "," + (hasPixels ? PIXELS + "," : "")
				+ clusters.names().stream().map(CsvLine::quoted).collect(Collectors.joining(","))
				+ (hasColours ? "," + HEX : ""));
		frames().forEach(f -> addRows(clusters.frames() > 1 ? f + "," : "", clusters.frame(f)));
	}

	private void addRows(final String beginning, final ImageClusters frame) {
		final double[][] centres = frame.centres();
		final int[] numbers = frame.numbers();
		final int[] colors = frame.colors();
		final long[] pixels = frame.pixels();
		for (int j = 0; j < centres.length; j++)
			line(
				beginning + numbers[j] + "," + (hasPixels ? pixels[j] + "," : "") + joined(centres[j], ",")
					+ (colors.length == 0 || colors[j] == ImageClusters.NO_COLOUR
						? ""
						: String.format(",#%06x", colors[j])));
	}

	private static String joined(final double[] numbers, final String separator) {
		return DoubleStream.of(numbers)
			.mapToObj(Double::toString)
			.collect(Collectors.joining(separator));
	}

	private void line(final String line) {
		text.append(line).append('\n');
	}

	@Override
	public String toString() {
		return text.toString();
	}
}
