package sc.fiji.kmeans.plugin;

import ij.ImagePlus;

import java.util.Optional;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.plugin.dialog.Command;
import sc.fiji.kmeans.plugin.dialog.SettingsDialog;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.settings.SettingTable;

/**
 * Plugins &gt; Segmentation &gt; Apply K-Means Clusters...: segments the active
 * image by clusters that were saved, or by the clusters of another image.
 */
public final class ApplyPlugIn extends SegmentationPlugIn {

	private static final String TITLE = Command.APPLY.title();

	/** As ImageJ makes it. */
	public ApplyPlugIn() {
		super(TITLE);
	}

	@Override
	Optional<KMeansSettings> ask(final ImagePlus imp) {
		return SettingsDialog.ask(new KMeansForm(TITLE, false, imp));
	}

	@Override
	Segmentation segment(final ImagePlus imp, final KMeansSettings chosen, final Progress progress) {
		return Segmentation.apply(ClusterSource.of(SettingTable.FROM, chosen.from()), imp,
			SourceFile.withNoData(chosen.options(), imp), progress);
	}
}
