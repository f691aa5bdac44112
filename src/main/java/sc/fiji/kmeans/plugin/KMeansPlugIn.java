package sc.fiji.kmeans.plugin;

import ij.ImagePlus;

import java.util.Optional;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.plugin.dialog.Command;
import sc.fiji.kmeans.plugin.dialog.SettingsDialog;
import sc.fiji.kmeans.segment.Segmentation;

/**
 * Plugins &gt; Segmentation &gt; K-Means Segmentation...: finds the clusters of
 * the active image, and segments it.
 */
public final class KMeansPlugIn extends SegmentationPlugIn {

	private static final String TITLE = Command.SEGMENT.title();

	/** As ImageJ makes it. */
	public KMeansPlugIn() {
		super(TITLE);
	}

	@Override
	Optional<KMeansSettings> ask(final ImagePlus imp) {
		return SettingsDialog.ask(new KMeansForm(TITLE, true, imp));
	}

	@Override
	Segmentation segment(final ImagePlus imp, final KMeansSettings chosen, final Progress progress) {
		return Segmentation.of(imp, SourceFile.withNoData(chosen.options(), imp), progress);
	}
}
