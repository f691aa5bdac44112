package sc.fiji.kmeans.plugin;

import ij.gui.Plot;

import java.awt.Color;
import java.util.stream.IntStream;

import sc.fiji.kmeans.segment.Suggestion;

/** A plot of how well each number of clusters fits. */
final class SuggestionPlot {

	private static final Color CHOSEN = new Color(0xd55e00);
	private static final double MARGIN = 0.08;

	private SuggestionPlot() {}

	/** The logarithm of the compactness over the number of clusters, where it is not 0. */
	static Plot of(final String title, final Suggestion suggestion) {
		final double[] k = IntStream.rangeClosed(1, suggestion.most())
			.filter(n -> suggestion.compactness(n) > 0)
			.asDoubleStream()
			.toArray();
		final double[] logarithm = new double[k.length];
		for (int i = 0; i < k.length; i++)
			logarithm[i] = Math.log(suggestion.compactness((int) k[i]));
		final Plot plot = new Plot(title, "Clusters", "ln compactness");
		plot.setLineWidth(2);
		plot.setColor(Color.black);
		if (k.length > 0) plot.add("connected circle", k, logarithm);
		setLimits(plot, suggestion.most(), logarithm);
		plot.setColor(CHOSEN);
		plot.addLabel(0, 0, suggestion.toString());
		addChosen(plot, suggestion.clusters());
		return plot;
	}

	/** All numbers, also where the compactness is 0, which has no logarithm. */
	private static void setLimits(final Plot plot, final int most, final double... logarithm) {
		final double high = logarithm.length == 0 ? 0 : logarithm[0];
		final double low = logarithm.length == 0 ? 0 : logarithm[logarithm.length - 1];
		final double margin = MARGIN * Math.max(1, high - low);
		plot.setLimits(0.5, most + 0.5, low - margin, high + margin);
	}

	private static void addChosen(final Plot plot, final int chosen) {
		final double[] limits = plot.getLimits();
		plot.drawDottedLine(chosen, limits[2], chosen, limits[3], 2);
	}
}
