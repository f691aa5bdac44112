package sc.fiji.kmeans.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.kmeans.base.Reason;
import sc.fiji.kmeans.files.Segmenter;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.saved.ClusterFile;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;
import sc.fiji.kmeans.settings.Trait;

/** The options that say how to segment. */
final class SegmentationArguments {

	private final GivenSettings given;

	SegmentationArguments(final GivenSettings given) {
		this.given = given;
	}

	/** @throws IllegalArgumentException with an option, its value and what it takes */
	Segmenter segmenter() {
		final Optional<Path> applied = given.path(GivenSettings.APPLY);
		return applied.isPresent() ? applying(applied.get()) : learning();
	}

	private Segmenter learning() {
		return Segmenter.learning(
			given.path(SettingTable.MATCH).map(file -> read(SettingTable.MATCH, file)).orElse(null),
			given::text);
	}

	private Segmenter applying(final Path file) {
		final String useless = given.said(Trait.LEARNING);
		if (!useless.isEmpty())
			throw new IllegalArgumentException(
				"apply = " + file + ": takes no " + useless + ", because nothing is learned");
		return Segmenter.applying(read(GivenSettings.APPLY, file), given::text);
	}

	private static ImageClusters read(final Setting<?> row, final Path file) {
		try {
			return ClusterFile.read(file);
		}
		catch (final IOException e) {
			throw new IllegalArgumentException(row.key() + " = " + file + ": takes a file of clusters ("
				+ Reason.of(e, "it can not be read") + ")", e);
		}
	}

	/** The files of clusters that are read. */
	List<Path> files() {
		return Stream.of(SettingTable.MATCH, GivenSettings.APPLY, GivenSettings.FILES_FROM)
			.map(given::path)
			.filter(Optional::isPresent)
			.map(Optional::get)
			.collect(Collectors.toList());
	}
}
