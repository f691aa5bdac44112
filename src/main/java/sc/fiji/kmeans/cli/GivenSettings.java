package sc.fiji.kmeans.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

import sc.fiji.kmeans.settings.Kind;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;
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

	/** The rows that ImageJ does not have. */
	static final List<Setting<?>> OWN = Collections.unmodifiableList(Arrays.asList(APPLY, OUTPUT));

	private final CommandSpec spec;

	/** @param spec whose command line was read */
	GivenSettings(final CommandSpec spec) {
		this.spec = spec;
	}

	/** Adds an option for each row. */
	static void addTo(final CommandSpec spec) {
		Stream.concat(SettingTable.ALL.stream().filter(row -> !row.is(Trait.IMAGEJ)), OWN.stream())
			.map(GivenSettings::option)
			.forEach(spec::addOption);
	}

	private static OptionSpec option(final Setting<?> row) {
		final OptionSpec.Builder option = OptionSpec.builder(name(row)).description(description(row));
		if (row.isSwitch()) return option.type(boolean.class).build();
		option.paramLabel(takes(row)).type(row.is(Trait.LABELS) ? String.class : row.kind().type());
		// With clusters that are applied it is "saved" and not the default.
		if (!row.is(Trait.LABELS) && !row.standard().isEmpty()) option.defaultValue(row.standard());
		return option.build();
	}

	/** As it stands on the command line. */
	static String name(final Setting<?> row) {
		return "--" + row.key().replace('_', '-');
	}

	private static String takes(final Setting<?> row) {
		final boolean isFile = row.kind().type() == Path.class;
		return isFile ? row.kind() == Kind.FOLDER ? "DIR" : "FILE" : "<" + row.key() + ">";
	}

	private static String description(final Setting<?> row) {
		final String definition = row.definition().replace("`", "").replace("%", "%%");
		final String saved = row.is(Trait.LABELS) ? "; with " + name(APPLY) + ": saved" : "";
		return definition.substring(0, 1).toUpperCase(Locale.ROOT) + definition.substring(1)
			+ (row.isSwitch() || row.standard().isEmpty() ? "" : " (" + row.standard() + saved + ")")
			+ ".";
	}

	/** Null if nothing is said; what can not be said is as by default. */
	String text(final String key) {
		final Setting<?> row = SettingTable.rows(one -> one.key().equals(key)).get(0);
		if (row.is(Trait.IMAGEJ)) return row.standard();
		final Object value = value(row);
		return value == null ? null : value.toString();
	}

	/** The file or folder that is said. */
	Optional<Path> path(final Setting<?> row) {
		return Optional.ofNullable(value(row));
	}

	private <V> V value(final Setting<?> row) {
		return spec.findOption(name(row)).getValue();
	}

	/** The options of the rows with a trait that are said; may be empty. */
	String said(final Trait trait) {
		return SettingTable.rows(row -> row.is(trait))
			.stream()
			.map(GivenSettings::name)
			.filter(spec.commandLine().getParseResult()::hasMatchedOption)
			.collect(Collectors.joining(", "));
	}
}
