package sc.fiji.kmeans.settings;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.kmeans.image.PageMeaning;
import sc.fiji.kmeans.segment.MaskedClusters;

/** The rows of the table of settings for image files, which have no selection. */
public final class FileSettings {

	private static final Setting<MaskedClusters> MASKED = SettingTable.masked("",
		MaskedClusters::maskedInFile);
	private static final Setting<MaskedClusters> KEPT = SettingTable.kept(MaskedClusters::keptInFile);

	/** What pages are. */
	public static final Setting<PageMeaning> PAGES = Setting
		.choice("pages",
			"what the pages of a TIFF file are: `frames`, each an image, or the `channels` of one image."
				+ " Files of ImageJ and OME-TIFF files tell it themselves",
			PageMeaning.values(), PageMeaning::of)
		.standard(PageMeaning.FRAMES.toString());

	/** All rows. */
	public static final List<Setting<?>> ALL = ofFiles(SettingTable.ALL);

	/** Those where clusters are learned. */
	public static final List<Setting<?>> LEARNING = ofFiles(SettingTable.LEARNING);

	/** Those where clusters are applied. */
	public static final List<Setting<?>> APPLYING = ofFiles(SettingTable.APPLYING);

	private FileSettings() {}

	private static List<Setting<?>> ofFiles(final List<Setting<?>> rows) {
		final Function<Setting<?>, Setting<?>> own = row -> row == SettingTable.MASKED
			? MASKED
			: row == SettingTable.KEPT ? KEPT : row;
		return Collections.unmodifiableList(
			Stream.concat(rows.stream().map(own), Stream.of(PAGES)).collect(Collectors.toList()));
	}
}
