package sc.fiji.kmeans.plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.plugin.frame.RoiManager;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.Measurements;
import sc.fiji.kmeans.image.SavedClusters;
import sc.fiji.kmeans.image.Segmentation;

/**
 * What a segmentation gives to the user. All of it is made before the first window
 * opens, so that cancelling leaves none.
 */
final class Results {

	private static final String DRAWING = "drawing";

	private final Segmentation segmentation;
	private final KMeansSettings settings;
	private final List<ImagePlus> pictures = new ArrayList<>();
	private SavedClusters clusters;
	private ResultsTable measured;
	private ResultsTable overTime;
	private final List<Roi> selections = new ArrayList<>();

	Results(final Segmentation segmentation, final KMeansSettings settings) {
		this.segmentation = segmentation;
		this.settings = settings;
	}

	/**
	 * @throws CancellationException if the progress throws it
	 */
	void prepare(final Progress progress) {
		if (isAsked(Output.ROIS) || isAsked(Output.OVERLAY)) selections.addAll(
			segmentation.selections(progress.part(0, 0.5)));
		if (isAsked(Output.MEASURE) || isAsked(Output.PLOT)) measure(progress.part(0.5,
			0.9));
		draw(progress.part(0.9, 1));
	}

	private void measure(final Progress progress) {
		final Measurements measurements = new Measurements(segmentation, progress);
		measured = measurements.table();
		overTime = measurements.overTime();
	}

	private void draw(final Progress progress) {
		progress.report(0, DRAWING);
		clusters = segmentation.saved();
		final ImagePlus segmented = segmentation.segmented();
		ClusterSource.keep(segmented, clusters);
		if (hasOverlay()) segmented.setOverlay(overlay());
		pictures.add(segmented);
		progress.report(0.3, DRAWING);
		settings.masked().of(segmentation, settings.background()).ifPresent(
			pictures::add);
		progress.report(0.6, DRAWING);
		settings.kept().keptOf(segmentation, settings.background()).ifPresent(
			pictures::add);
		if (isAsked(Output.LABELS)) pictures.add(labels());
	}

	private ImagePlus labels() {
		final ImagePlus labels = segmentation.labels();
		ClusterSource.keep(labels, clusters);
		return labels;
	}

	/** Those that others can take. */
	SavedClusters clusters() {
		return clusters;
	}

	private boolean isAsked(final Output output) {
		return settings.outputs().contains(output);
	}

	/** Without a display ImageJ has no ROI Manager, so they are put there. */
	private boolean hasOverlay() {
		return isAsked(Output.OVERLAY) || isAsked(Output.ROIS) && GraphicsEnvironment
			.isHeadless();
	}

	private Overlay overlay() {
		final Overlay overlay = new Overlay();
		selections.forEach(selection -> overlay.add((Roi) selection.clone()));
		return overlay;
	}

	void show() {
		pictures.forEach(ImagePlus::show);
		if (isAsked(Output.MEASURE)) showTables();
		if (isAsked(Output.PLOT) && overTime.size() > 1) AreaPlot.of(
			segmentation, overTime).show();
		if (isAsked(Output.ROIS)) addToManager();
		if (isAsked(Output.METHODS)) IJ.log(Methods.line(segmentation, settings));
	}

	private void showTables() {
		show(measured, "KMeans-Clusters");
		if (overTime.size() > 1 && !GraphicsEnvironment.isHeadless()) overTime.show(
			"KMeans-Frames");
	}

	/**
	 * Without a display no table can be shown: there it becomes that of ImageJ's
	 * results, where macros find it.
	 */
	static void show(final ResultsTable table, final String title) {
		if (GraphicsEnvironment.isHeadless()) Analyzer.setResultsTable(table);
		else table.show(title);
	}

	/** Batch mode has a manager of its own, without a window. */
	private void addToManager() {
		if (GraphicsEnvironment.isHeadless()) return;
		final RoiManager open = RoiManager.getInstance2();
		final RoiManager manager = open == null ? new RoiManager() : open;
		selections.forEach(manager::addRoi);
	}
}
