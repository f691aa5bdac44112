package sc.fiji.kmeans.plugin;

import ij.gui.Plot;
import ij.measure.ResultsTable;

import java.awt.Color;
import java.util.Arrays;

import sc.fiji.kmeans.image.Segmentation;

/** The area of each cluster over time. */
final class AreaPlot {

	/** The plot is so much higher than its highest curve. */
	private static final double HEADROOM = 1.05;

	/** Colours are as they are up to this brightness. */
	private static final double BRIGHT = 110;

	/** The brightness of white, which would not be seen on paper. */
	private static final double BRIGHTEST = 145;

	private AreaPlot() {}

	/**
	 * Curves in the colours of the clusters, bright ones darker.
	 *
	 * @param overTime a row for each time point
	 */
	static Plot of(final Segmentation segmentation, final ResultsTable overTime) {
		final boolean hasTime = overTime.columnExists("Time");
		final Plot plot = new Plot(segmentation.title() + "-areas", hasTime ? "Time ("
			+ segmentation.timeUnit() + ")" : "Frame", "Area (" + segmentation
				.areaUnit() + ")");
		final double[] x = overTime.getColumn(hasTime ? "Time" : "Frame");
		final String[] names = Arrays.stream(overTime.getHeadings()).filter(
			heading -> heading.startsWith("Cluster")).toArray(String[]::new);
		double top = 0;
		plot.setLineWidth(2);
		for (int j = 0; j < names.length; j++) {
			final double[] areas = overTime.getColumn(names[j]);
			top = Math.max(top, Arrays.stream(areas).max().getAsDouble());
			plot.setColor(readable(new Color(segmentation.colour(j + 1))));
			plot.add("line", x, areas);
		}
		plot.setColor(Color.black);
		plot.setLineWidth(1);
		plot.addLegend(String.join("\n", names));
		plot.setLimits(x[0], x[x.length - 1], 0, HEADROOM * top);
		return plot;
	}

	/** As a line on white: the brighter, the more it is darkened, in the same hue. */
	static Color readable(final Color colour) {
		final double brightness = 0.299 * colour.getRed() + 0.587 * colour
			.getGreen() + 0.114 * colour.getBlue();
		if (brightness <= BRIGHT) return colour;
		final double factor = (BRIGHT + (brightness - BRIGHT) * (BRIGHTEST - BRIGHT) /
			(255 - BRIGHT)) / brightness;
		return new Color((int) Math.round(factor * colour.getRed()), (int) Math.round(
			factor * colour.getGreen()), (int) Math.round(factor * colour.getBlue()));
	}
}
