package sc.fiji.kmeans.saved;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.settings.OptionTexts;
import sc.fiji.kmeans.vector.ChannelTransform;

/** The text of a file of clusters. */
final class ClusterFileText {

	static final String TITLE = "K-Means clusters";
	static final String VERSION = "1";
	static final String COLOR_SPACE = "color_space";
	static final String TRANSFORM = "transform";
	static final String OFFSETS = "offsets";
	static final String UNITS = "units";
	/** What the names of columns of means begin with. */
	static final String MEAN = "Mean ";
	static final String SCALES = "scales";
	static final String FRACTION_BITS = "fraction_bits";
	static final String OPTIONS = "options";
	static final String FRAME = "Frame";
	static final String CLUSTER = "Cluster";
	/** The column of what clusters are called; there is one of pixels behind it then. */
	static final String NAME = "Name";
	/** The column of the numbers of pixels that clusters were learned from. */
	static final String PIXELS = "Pixels";
	/** The column of the colours that clusters are painted in. */
	static final String HEX = "Hex";

	/** What separates columns, or begins a comment, for other readers of the headings. */
	private static final String OTHERS = ";#";

	private final ImageClusters clusters;
	/** Whether somebody knows how many pixels clusters were learned from. */
	private final boolean hasPixels;
	/** Whether some cluster is called something. */
	private final boolean hasNames;
	private final CsvText text = new CsvText();

	ClusterFileText(final ImageClusters clusters) {
		this.clusters = clusters;
		hasNames = clusters.isNamed();
		hasPixels = hasNames
			|| frames().anyMatch(f -> Arrays.stream(clusters.frame(f).pixels()).anyMatch(n -> n > 0));
		text.line("# " + TITLE + ", version " + VERSION);
		addKey(COLOR_SPACE, clusters.colorSpace());
		if (isTransformed()) {
			addKey(TRANSFORM, transform(1).kind().toString());
			addKey(OFFSETS, ofFrames(frame -> joined(frame.mapping().transform().offsets())));
			addKey(UNITS, ofFrames(frame -> joined(frame.mapping().transform().units())));
		}
		addKey(SCALES, ofFrames(frame -> joined(frame.mapping().scales())));
		addKey(FRACTION_BITS, fractionBits());
		addKey(OPTIONS,
			clusters.optionsText().isEmpty()
				? clusters.foundBy().map(OptionTexts::line).orElse("")
				: clusters.optionsText());
		if (!clusters.isOfColours()) text.line("# centres are " + centres());
		addTable();
	}

	private ChannelTransform transform(final int frame) {
		return clusters.frame(frame).mapping().transform();
	}

	private boolean isTransformed() {
		return !transform(1).isNone();
	}

	/** What they are, for people. */
	private String centres() {
		final boolean areScaled = clusters.frame(1).mapping().scales().length > 0;
		final String values = "values of pixels before calibration";
		return isTransformed()
			? "transforms of (value - offset) / unit" + (areScaled ? ", divided by the scales" : "")
				+ "; means are " + values
			: values + (areScaled ? " and divided by the scales" : "");
	}

	private void addKey(final String key, final String value) {
		if (!value.isEmpty()) text.line("# " + key + "=" + value);
	}

	private String fractionBits() {
		return frames().allMatch(f -> clusters.frame(f).mapping().fractionBits() == 0)
			? ""
			: ofFrames(frame -> String.valueOf(frame.mapping().fractionBits()));
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
		final List<String> headings = new ArrayList<>();
		if (clusters.frames() > 1) headings.add(FRAME);
		headings.add(CLUSTER);
		if (hasNames) headings.add(NAME);
		if (hasPixels) headings.add(PIXELS);
		headings.addAll(clusters.names());
		if (isTransformed()) clusters.names().forEach(name -> headings.add(MEAN + name));
		if (hasColours) headings.add(HEX);
		text.add(headings, OTHERS);
		frames().forEach(this::addRows);
	}

	private void addRows(final int f) {
		final ImageClusters frame = clusters.frame(f);
		final int[] numbers = frame.numbers();
		final long[] pixels = frame.pixels();
		final double[][] centres = frame.centres();
		final int[] colors = frame.colors();
		for (int j = 0; j < numbers.length; j++) {
			final List<String> cells = new ArrayList<>();
			if (clusters.frames() > 1) cells.add(String.valueOf(f));
			cells.add(String.valueOf(numbers[j]));
			if (hasNames) cells.add(frame.name(numbers[j]));
			if (hasPixels) cells.add(String.valueOf(pixels[j]));
			for (final double coordinate : centres[j])
				cells.add(String.valueOf(coordinate));
			if (isTransformed()) for (final double value : frame.valueOfCluster(j + 1))
				cells.add(String.valueOf(value));
			if (colors.length > 0 && colors[j] != ImageClusters.NO_COLOUR)
				cells.add(String.format("#%06x", colors[j]));
			text.add(cells);
		}
	}

	private static String joined(final double[] numbers) {
		return DoubleStream.of(numbers).mapToObj(Double::toString).collect(Collectors.joining(" "));
	}

	@Override
	public String toString() {
		return text.toString();
	}
}
