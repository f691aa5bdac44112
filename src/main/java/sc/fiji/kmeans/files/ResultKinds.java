package sc.fiji.kmeans.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import sc.fiji.kmeans.files.list.KnownResults;
import sc.fiji.kmeans.model.Background;
import sc.fiji.kmeans.segment.MaskedClusters;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;
import sc.fiji.kmeans.settings.Settings;

/** What is written for each image besides what always is; immutable. */
final class ResultKinds {

	private final Settings settings;
	ResultKinds(final Settings settings) {
		this.settings = settings;
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
		return row.of(settings).pictures(segmentation.numbers(), segmentation.largestNumber());
	}

	/**
	 * The pictures that are written for an image.
	 *
	 * @param there the numbers of the clusters of the image; ascending
	 */
	List<String> pictures(final int... there) {
		final List<String> names = new ArrayList<>(
			Arrays.asList(KnownResults.SEGMENTED, KnownResults.LABELS));
		final int possible = Math.max(there.length == 0 ? 0 : there[there.length - 1],
			settings.options().labels());
		SettingTable.MASKED.of(settings)
			.pictures(there, possible)
			.forEach(numbers -> names.add(KnownResults.masked(numbers)));
		SettingTable.KEPT.of(settings)
			.pictures(there, possible)
			.forEach(numbers -> names.add(KnownResults.kept(numbers)));
		if (hasLegend()) names.add(KnownResults.LEGEND);
		if (isTraced()) names.add(KnownResults.TRACE);
		return names;
	}

	/**
	 * The tables that are written for an image besides that of the clusters.
	 *
	 * @param isStack whether it has several frames
	 */
	List<String> tables(final boolean isStack) {
		final List<String> names = new ArrayList<>();
		if (isTraced()) names.add(KnownResults.TRACE);
		if (isMeasured()) names.add(KnownResults.MEASUREMENTS);
		if (isMeasured() && isStack) names.add(KnownResults.FRAMES);
		return names;
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
