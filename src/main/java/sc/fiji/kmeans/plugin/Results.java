package sc.fiji.kmeans.plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.Titles;
import sc.fiji.kmeans.measure.ClusterSelections;
import sc.fiji.kmeans.measure.Legend;
import sc.fiji.kmeans.measure.LegendInset;
import sc.fiji.kmeans.measure.Measurements;
import sc.fiji.kmeans.measure.TraceTable;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.segment.Trace;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;

/**
 * What a segmentation gives to the user. All of it is made before the first window
 * opens, so that cancelling leaves none.
 */
final class Results {

	private final ImagePlus source;
	private final Segmentation segmentation;
	private final KMeansSettings settings;
	private final List<ImagePlus> pictures = new ArrayList<>();
	private ImageClusters clusters;
	private ResultsTable measured;
	private ResultsTable overTime;
	/** Null if it is not asked for. */
	private ResultsTable traced;
	private final List<Roi> selections = new ArrayList<>();

	Results(final ImagePlus source, final Segmentation segmentation, final KMeansSettings settings) {
		this.source = source;
		this.segmentation = segmentation;
		this.settings = settings;
	}

	/**
	 * @throws CancellationException if the progress throws it
	 */
	void prepare(final Progress progress) {
		if (isAsked(SettingTable.ROIS) || isAsked(SettingTable.OVERLAY))
			selections.addAll(ClusterSelections.of(segmentation, progress.part(0, 0.5)));
		if (isAsked(SettingTable.MEASURE) || isAsked(SettingTable.PLOT))
			measure(progress.part(0.5, 0.8));
		draw(progress.part(0.8, 0.9));
		if (settings.isFinding() && isAsked(SettingTable.TRACE)) trace(progress.part(0.9, 1));
	}

	private void trace(final Progress progress) {
		final Trace trace = drawing(progress.part(0, 0.5)).trace();
		pictures.add(drawing(progress.part(0.5, 1)).pictures(trace));
		traced = TraceTable.of(segmentation.title(), trace);
	}

	private void measure(final Progress progress) {
		final Measurements measurements = new Measurements(segmentation, progress);
		measured = measurements.table();
		overTime = measurements.overTime();
	}

	private void draw(final Progress progress) {
		clusters = segmentation.clusters();
		final ImagePlus segmented = drawing(progress.part(0, 0.25)).segmented();
		ClusterSource.keep(segmented, clusters);
		pictures.add(segmented);
		settings.masked()
			.maskedOf(drawing(progress.part(0.25, 0.5)), settings.background())
			.ifPresent(pictures::add);
		settings.kept()
			.keptOf(drawing(progress.part(0.5, 0.75)), settings.background())
			.ifPresent(pictures::add);
		if (isAsked(SettingTable.LABELS)) pictures.add(labels(progress.part(0.75, 0.9)));
		if (isAsked(SettingTable.LEGEND))
			pictures.add(Legend.picture(segmentation, progress.part(0.9, 0.95)));
		if (isAsked(SettingTable.LEGEND_INSIDE)) addLegend(segmented, progress.part(0.95, 1));
	}

	private void addLegend(final ImagePlus picture, final Progress progress) {
		final Overlay overlay = new Overlay();
		LegendInset.of(segmentation, progress).forEach(overlay::add);
		picture.setOverlay(overlay);
	}

	private Segmentation drawing(final Progress progress) {
		return segmentation.reportingTo(progress);
	}

	private ImagePlus labels(final Progress progress) {
		final ImagePlus labels = drawing(progress).labels();
		ClusterSource.keep(labels, clusters);
		return labels;
	}

	/** With the number of clusters, also if it was suggested. */
	KMeansSettings settings() {
		return settings;
	}

	/** Those that others can take. */
	ImageClusters clusters() {
		return clusters;
	}

	/** What happened, in the words of the status line. */
	String summary(final double seconds) {
		return Summary.of(segmentation, Summary.valueName(source, segmentation), seconds);
	}

	private boolean isAsked(final Setting<Boolean> output) {
		return settings.isOn(output);
	}

	void show() {
		final WindowPlaces places = new WindowPlaces(source);
		for (final ImagePlus picture : pictures) {
			picture.setTitle(unique(picture.getTitle()));
			ResultImages.mark(picture);
			picture.show();
			places.place(picture);
		}
		if (hasOverlay()) source.setOverlay(overlay());
		if (isAsked(SettingTable.PLOT) && overTime.size() > 1)
			AreaPlot.of(unique(Titles.of(segmentation.title(), "areas")), segmentation, overTime).show();
		if (isAsked(SettingTable.ROIS)) addToManager();
		if (isAsked(SettingTable.METHODS)) IJ.log(Methods.line(segmentation, settings));
		if (traced != null) Tables.addTrace(traced);
		if (isAsked(SettingTable.MEASURE)) Tables.add(measured, overTime);
	}

	/** As ImageJ makes a title that no open image has, also in batch mode. */
	private static String unique(final String title) {
		String unique = title;
		for (int i = 1; WindowManager.getImage(unique) != null; i++)
			unique = title + "-" + i;
		return unique;
	}

	/** Without a display ImageJ has no ROI Manager, so they are put there. */
	private boolean hasOverlay() {
		return isAsked(SettingTable.OVERLAY)
			|| isAsked(SettingTable.ROIS) && GraphicsEnvironment.isHeadless();
	}

	/** With what the image had, but for the clusters of an earlier run. */
	private Overlay overlay() {
		final Overlay overlay = new Overlay();
		if (source.getOverlay() != null) for (final Roi roi : source.getOverlay())
			if (!isOfSource(roi.getName())) overlay.add(roi);
		selections.forEach(selection -> overlay.add(new Outline(selection)));
		return overlay;
	}

	private boolean isOfSource(final String name) {
		return name != null && ClusterSelections.names(segmentation.title()).matcher(name).matches();
	}

	/** Batch mode has a manager of its own, without a window. */
	private void addToManager() {
		if (GraphicsEnvironment.isHeadless()) return;
		final RoiManager open = RoiManager.getInstance2();
		final RoiManager manager = open == null ? new RoiManager() : open;
		for (int i = manager.getCount() - 1; i >= 0; i--)
			if (isOfSource(manager.getName(i))) manager.delete(i);
		selections.forEach(manager::addRoi);
	}
}
