package sc.fiji.kmeans.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import sc.fiji.kmeans.segment.Background;
import sc.fiji.kmeans.segment.MaskedClusters;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;
import sc.fiji.kmeans.settings.Settings;

/** What is written for each image besides what always is; immutable. */
public final class ResultKinds {

	private final Settings settings;
	/** Null for nowhere. */
	private final Path saved;

	/** @param saved where the clusters of the image are saved; null for nowhere */
	public ResultKinds(final Settings settings, final Path saved) {
		this.settings = settings;
		this.saved = saved;
	}

	/** Where the clusters of the image are saved, if anywhere. */
	Optional<Path> saved() {
		return Optional.ofNullable(saved);
	}

	/** The clusters that are removed together, picture by picture. */
	List<int[]> removals(final Segmentation segmentation) {
		return pictures(SettingTable.MASKED, segmentation);
	}

	/** The clusters that are kept together, picture by picture. */
	List<int[]> kept(final Segmentation segmentation) {
		return pictures(SettingTable.KEPT, segmentation);
	}

	private List<int[]> pictures(final Setting<MaskedClusters> row, final Segmentation segmentation) {
		return row.of(settings).pictures(row.key(), segmentation);
	}

	/** What removed pixels become. */
	Background background() {
		return SettingTable.BACKGROUND.of(settings);
	}

	/** Whether there is a picture that tells the clusters. */
	boolean hasLegend() {
		return SettingTable.LEGEND.of(settings);
	}

	/** Whether there are the iterations of a plain run. */
	boolean isTraced() {
		return settings.texts().containsKey(SettingTable.TRACE.key())
			&& SettingTable.TRACE.of(settings);
	}

	/** Whether there are tables of measurements. */
	boolean isMeasured() {
		return SettingTable.MEASURE.of(settings);
	}
}
