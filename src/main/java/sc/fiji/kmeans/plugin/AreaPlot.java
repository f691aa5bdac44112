package sc.fiji.kmeans.plugin;

import ij.gui.Plot;
import ij.measure.ResultsTable;

import java.awt.Color;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.kmeans.segment.Palette;
import sc.fiji.kmeans.segment.Segmentation;

/** The area of each cluster over time. */
final class AreaPlot {

	/** The plot is so much higher than its highest curve. */
	private static final double HEADROOM = 1.05;
	private static final int WIDTH = 2;
	/** Of the dark line below a curve, so that bright colours are seen on paper. */
	private static final int RIM = 4;

	private AreaPlot() {}

	/**
	 * Curves in the colours of labels, with dark rims.
	 *
	 * @param title of the plot
	 * @param overTime a row for each time point
	 */
	static Plot of(final String title, final Segmentation segmentation, final ResultsTable overTime) {
		final String time = "Time (" + segmentation.timeUnit() + ")";
		final String across = overTime.columnExists(time) ? time : "Frame";
		final String unit = " (" + segmentation.areaUnit() + ")";
		final Plot plot = new Plot(title, across, "Area" + unit);
		final double[] x = overTime.getColumn(across);
		final String[] areas = Arrays.stream(overTime.getHeadings())
			.filter(heading -> heading.startsWith("Cluster") && heading.endsWith(unit))
			.toArray(String[]::new);
		Arrays.stream(areas)
			.forEach(heading -> add(plot, Color.black, RIM, x, overTime.getColumn(heading)));
		final int[] labels = segmentation.numbers();
		for (int j = 0; j < areas.length; j++)
			add(plot, new Color(Palette.colour(labels[j])), WIDTH, x, overTime.getColumn(areas[j]));
		plot.setColor(Color.black);
		plot.setLineWidth(1);
		plot.addLegend(
			Arrays.stream(areas).map(heading -> "\n").collect(Collectors.joining()) + IntStream.of(labels)
				.mapToObj(label -> "Cluster " + caption(segmentation, label))
				.collect(Collectors.joining("\n")));
		final double top = Arrays.stream(areas)
			.flatMapToDouble(heading -> Arrays.stream(overTime.getColumn(heading)))
			.max()
			.orElse(0);
		plot.setLimits(x[0], x[x.length - 1], 0, HEADROOM * top);
		return plot;
	}

	/** Of a frame that calls it something. */
	private static String caption(final Segmentation segmentation, final int label) {
		return IntStream.rangeClosed(1, segmentation.frames())
			.mapToObj(n -> segmentation.clustersOfFrame(n).caption(label))
			.max(Comparator.comparingInt(String::length))
			.get();
	}

	private static void add(final Plot plot, final Color colour, final int width, final double[] x,
		final double[] y)
	{
		plot.setColor(colour);
		plot.setLineWidth(width);
		plot.add("line", x, y);
	}
}
