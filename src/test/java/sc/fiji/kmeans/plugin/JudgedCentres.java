package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

import sc.fiji.kmeans.image.TestImages;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.saved.ClusterFile;

/** Whether labels and colours are those of the centres that were saved. */
final class JudgedCentres {

	/** No number of a random call is larger. */
	private static final int MOST = 1 << 16;

	private final ImagePlus image;
	private final RandomOptions options;
	private final Path saved;

	JudgedCentres(final ImagePlus image, final RandomOptions options, final Path saved) {
		this.image = image;
		this.options = options;
		this.saved = saved;
	}

	void judge(final ImagePlus labels, final ImagePlus segmented) {
		judgeNearest(labels);
		if (segmented.getProcessor() instanceof ColorProcessor) judgeMerged(labels, segmented);
	}

	/** Each pixel has the nearest centre, the lowest of equals, where nothing else moves labels. */
	private void judgeNearest(final ImagePlus labels) {
		if (image.getBitDepth() == 32
			|| labels.getStackSize() * image.getNChannels() != image.getStackSize()) return;
		for (final String key : new String[] { "scale", "transform", "min_size", "merge", "channels",
			"color_space", "frames" })
			if (options.says(key)) return;
		final ImageClusters clusters = read();
		for (int n = 1; n <= labels.getStackSize(); n++)
			judgeNearest(n, clusters.frame(clusters.frames() == 1 ? 1 : n),
				labels.getStack().getProcessor(n));
	}

	private void judgeNearest(final int frame, final ImageClusters clusters,
		final ImageProcessor labels)
	{
		final double[][] centres = clusters.centres();
		double compactness = 0;
		for (int i = 0; i < labels.getPixelCount(); i++) {
			if (labels.get(i) == 0) continue;
			final double[] point = point(frame, i);
			final int j = nearest(centres, point);
			assertEquals(clusters.numbers()[j], labels.get(i), "frame " + frame + ", pixel " + i);
			compactness += squaredDistance(point, centres[j]);
		}
		if (frame == 1) judgeOrder(centres);
		judgeCompactness(frame, compactness);
	}

	/** Dark before bright, in the first frame, whose numbers the others take. */
	private void judgeOrder(final double[]... centres) {
		for (int j = 1; j < centres.length; j++)
			assertTrue(brightness(centres[j]) >= brightness(centres[j - 1]) - 1e-6,
				Arrays.deepToString(centres));
	}

	/** The CIE luminance of a colour (IEC 61966-2-1), or the mean of other values. */
	private double brightness(final double... centre) {
		return centre.length == 3 && image.getNChannels() == 1
			? 0.2126 * linear(centre[0]) + 0.7152 * linear(centre[1]) + 0.0722 * linear(centre[2])
			: Arrays.stream(centre).average().getAsDouble();
	}

	private static double linear(final double channel) {
		final double part = channel / 255;
		return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
	}

	/** Of the pixels that were learned from. */
	private void judgeCompactness(final int frame, final double expected) {
		final ResultsTable table = Analyzer.getResultsTable();
		if (!options.isOn("measure") || options.has("apply_to=image")
			|| image.getStackSize() > image.getNChannels()) return;
		for (int row = 0; row < table.size(); row++)
			if ((int) table.getValue("Frame", row) == frame)
				assertEquals(expected, table.getValue("Compactness", row), 1e-9 * expected,
					"compactness in row " + row);
	}

	/** Of the first frame: a merged cluster has the mean of its centres, weighted by pixels. */
	private void judgeMerged(final ImagePlus labels, final ImagePlus segmented) {
		for (final String key : new String[] { "scale", "transform", "channels", "color_space",
			"frames" })
			if (options.says(key)) return;
		final String groups = options.value("merge");
		if (!groups.contains("+")) return;
		final ImageClusters clusters = read().frame(1);
		final int[] roots = IntStream.rangeClosed(0, MOST).toArray();
		for (final String group : groups.split(","))
			for (final String number : group.split("\\+"))
				roots[Integer.parseInt(number)] = Integer.parseInt(group.replaceFirst("\\+.*", ""));
		final int[] left = Arrays.stream(roots).distinct().sorted().toArray();
		final ImageProcessor plane = labels.getProcessor();
		for (int i = 0; i < plane.getPixelCount(); i++)
			if (plane.get(i) > 0)
				assertEquals(colour(clusters, roots, left[plane.get(i)]),
					segmented.getProcessor().get(i) & 0xffffff, "merged colour of " + plane.get(i));
	}

	private static int colour(final ImageClusters clusters, final int[] roots, final int root) {
		final double[] sum = new double[3];
		double pixels = 0;
		for (int j = 1; j <= clusters.size(); j++) {
			if (roots[j] != root) continue;
			pixels += clusters.pixels()[j - 1];
			for (int q = 0; q < 3; q++)
				sum[q] += clusters.pixels()[j - 1] * clusters.centres()[j - 1][q];
		}
		int colour = 0;
		for (int q = 0; q < 3; q++)
			colour = colour << 8 | (int) Math.round(sum[q] / pixels);
		return colour;
	}

	private ImageClusters read() {
		try {
			return ClusterFile.read(saved);
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
	}

	private double[] point(final int frame, final int i) {
		final int channels = image.getNChannels();
		final ImageProcessor first = image.getStack().getProcessor((frame - 1) * channels + 1);
		if (first instanceof ColorProcessor
			|| channels == 1 && !first.isDefaultLut() && isColoured(first))
		{
			final int rgb = TestImages.value(first, i);
			return new double[] { rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff };
		}
		return IntStream.rangeClosed(1, channels)
			.mapToDouble(c -> image.getStack().getProcessor((frame - 1) * channels + c).get(i))
			.toArray();
	}

	private static boolean isColoured(final ImageProcessor plane) {
		return plane.getBitDepth() == 8 && plane.isColorLut();
	}

	/** The lowest of equals. */
	private static int nearest(final double[][] centres, final double... point) {
		int nearest = 0;
		for (int j = 1; j < centres.length; j++)
			if (squaredDistance(point, centres[j]) < squaredDistance(point, centres[nearest]))
				nearest = j;
		return nearest;
	}

	private static double squaredDistance(final double[] one, final double... other) {
		double distance = 0;
		for (int q = 0; q < one.length; q++)
			distance += (one[q] - other[q]) * (one[q] - other[q]);
		return distance;
	}
}
