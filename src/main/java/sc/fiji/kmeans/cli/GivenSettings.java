package sc.fiji.kmeans.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

import sc.fiji.kmeans.files.list.ResultNames;
import sc.fiji.kmeans.settings.FileSettings;
import sc.fiji.kmeans.settings.Kind;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;
import sc.fiji.kmeans.settings.SettingTexts;
import sc.fiji.kmeans.settings.Trait;

/** The rows of the table of settings as options, and what a command says of them. */
final class GivenSettings {

	/** The file of clusters that are applied. */
	static final Setting<String> APPLY = Setting.text("apply", Kind.CLUSTERS,
		"a file of clusters: they are applied to all images, and nothing is learned. `--ignore`,"
			+ " `--channels`, `--min-size` and `--merge` are `saved` then: as they were when the"
			+ " clusters were saved");

	/** Where the results are written. */
	static final Setting<String> OUTPUT = Setting
		.text("output", Kind.FOLDER, "the folder for the results")
		.standard("segmentation");

	/** The file whose lines name images. */
	static final Setting<String> FILES_FROM = Setting.text("files_from", Kind.LIST,
		"a file with the names of more images, one a line: what an IMAGE may be. `-` is the standard"
			+ " input");

	/** Whether folders in folders are meant. */
	static final Setting<Boolean> RECURSIVE = Setting.toggle("recursive",
		"a folder stands for the images in its folders, too, each once, and results lie below the"
			+ " folder for the results as images do below theirs. The folder for the results is not"
			+ " looked into");

	/** How results are named. */
	static final Setting<String> OUTPUT_NAME = Setting
		.text("output_name", Kind.TEXT,
			"how results are named, without extensions: `{name}` is the name of the image,"
				+ " `{result}` that of the result, such as `labels`; `{folder}` the folder that the image"
				+ " lies in, `{extension}` that of the image, `{number}` which image it is, `{k}` what"
				+ " `--clusters` says")
		.standard(ResultNames.STANDARD);

	/** Whether complete results are kept. */
	static final Setting<Boolean> RESUME = Setting.toggle("resume",
		"skips images whose results are complete, all of them made of this image with the same"
			+ " settings. Where `settings.txt` tells other settings, nothing is done");

	/** How many images at a time. */
	static final Setting<Integer> THREADS = Setting
		.of("threads", Kind.COUNT,
			"this many images are processed at the same time, and need memory. The results and their"
				+ " order do not depend on it",
			(key, text, before) -> SettingTexts.count(key, text))
		.standard("1");

	/** The rows that ImageJ does not have. */
	static final List<Setting<?>> OWN = Collections.unmodifiableList(Arrays.asList(APPLY,
		FileSettings.PAGES, OUTPUT, OUTPUT_NAME, RECURSIVE, FILES_FROM, RESUME, THREADS));

	private final CommandSpec spec;

	/** @param spec whose command line was read */
	GivenSettings(final CommandSpec spec) {
		this.spec = spec;
	}

	/** The command that was read. */
	CommandLine command() {
		return spec.commandLine();
	}

	/** Adds an option for each row. */
	static void addTo(final CommandSpec spec) {
		final Stream<Setting<?>> shared = FileSettings.ALL.stream()
			.filter(row -> !row.is(Trait.IMAGEJ) && !OWN.contains(row));
		Stream.concat(shared, OWN.stream()).map(GivenSettings::option).forEach(spec::addOption);
	}

	private static OptionSpec option(final Setting<?> row) {
		final OptionSpec.Builder option = OptionSpec.builder(row.option())
			.description(description(row));
		if (row.isSwitch()) return option.type(boolean.class).build();
		option.paramLabel(takes(row)).type(row.kind().isPath() ? Path.class : String.class);
		// With clusters that are applied it is "saved" and not the default.
		if (!row.is(Trait.LABELS) && !row.standard().isEmpty()) option.defaultValue(row.standard());
		return option.build();
	}

	private static String takes(final Setting<?> row) {
		if (!row.kind().isPath()) return "<" + row.key() + ">";
		return row.kind() == Kind.FOLDER ? "DIR" : "FILE";
	}

	private static String description(final Setting<?> row) {
		final String definition = row.definition().replace("`", "").replace("%", "%%");
		final String saved = row.is(Trait.LABELS) ? "; with " + APPLY.option() + ": saved" : "";
		return definition.substring(0, 1).toUpperCase(Locale.ROOT) + definition.substring(1)
			+ (row.isSwitch() || row.standard().isEmpty() ? "" : " (" + row.standard() + saved + ")")
			+ ".";
	}

	/** Null if nothing is said; what can not be said is as by default. */
	String text(final String key) {
		final Setting<?> row = FileSettings.ALL.stream()
			.filter(one -> one.key().equals(key))
			.findFirst()
			.get();
		if (row.is(Trait.IMAGEJ)) return row.standard();
		final Object value = value(row);
		return value == null ? null : value.toString();
	}

	/** As above of a row; of rows of the command line alone, too. */
	String text(final Setting<?> row) {
		final Object value = value(row);
		return value == null ? "" : value.toString();
	}

	/** Whether a switch is on. */
	boolean isOn(final Setting<Boolean> row) {
		return Boolean.TRUE.equals(value(row));
	}

	/** A number that is said, or as by default. */
	int number(final Setting<Integer> row) {
		return SettingTexts.count(row.key(), value(row));
	}

	/** The file or folder that is said. */
	Optional<Path> path(final Setting<?> row) {
		return Optional.ofNullable(value(row));
	}

	private <V> V value(final Setting<?> row) {
		return spec.findOption(row.option()).getValue();
	}

	/** The options of the rows with a trait that are said; may be empty. */
	String said(final Trait trait) {
		return SettingTable.rows(row -> row.is(trait))
			.stream()
			.map(Setting::option)
			.filter(spec.commandLine().getParseResult()::hasMatchedOption)
			.collect(Collectors.joining(", "));
	}
}
