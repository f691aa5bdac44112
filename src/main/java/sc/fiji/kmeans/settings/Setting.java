package sc.fiji.kmeans.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import sc.fiji.kmeans.model.SegmentationOptions;

/**
 * A row of the table of settings; immutable. Each method that says more of it gives
 * another row.
 *
 * @param <T> what its values are
 */
public final class Setting<T> {

	/** Of clusters that are applied: as it was when they were saved. */
	public static final String SAVED = "saved";

	private final String key;
	private final Kind kind;
	private final Reader<T> reader;
	private Function<T, String> writer = String::valueOf;
	/** Null if it is no part of {@link SegmentationOptions}. */
	private Function<SegmentationOptions, T> getter;
	private BiFunction<SegmentationOptions, T, SegmentationOptions> setter;
	private String help;
	private String standard = "";
	private Group group = Group.RECIPE;
	private List<String> choices = Collections.emptyList();
	private Set<Trait> traits = EnumSet.noneOf(Trait.class);
	private boolean takesSaved;

	/**
	 * How a text is read.
	 *
	 * @param <T> what it is read as
	 */
	@FunctionalInterface
	public interface Reader<T> {

		/**
		 * @param text without blanks around it
		 * @param before the settings that are read already: all options and the rows above
		 * @throws IllegalArgumentException with key, text and what it takes
		 */
		T read(String key, String text, Settings before);
	}

	private Setting(final String key, final Kind kind, final String help, final Reader<T> reader) {
		this.key = key;
		this.kind = kind;
		this.help = help;
		this.reader = reader;
	}

	private Setting(final Setting<T> other) {
		this(other.key, other.kind, other.help, other.reader);
		writer = other.writer;
		getter = other.getter;
		setter = other.setter;
		standard = other.standard;
		group = other.group;
		choices = other.choices;
		traits = other.traits;
		takesSaved = other.takesSaved;
	}

	/**
	 * @param key in macros; for ever
	 * @param help what it means, in words that follow its name: first a definition, then
	 *          sentences that tell more. What users write stands between backticks
	 */
	public static <T> Setting<T> of(final String key, final Kind kind, final String help,
		final Reader<T> reader)
	{
		return new Setting<>(key, kind, help, reader);
	}

	/** Any text. */
	public static Setting<String> text(final String key, final Kind kind, final String help) {
		return of(key, kind, help, (k, text, before) -> text);
	}

	/** A whole number. */
	static Setting<Integer> count(final String key, final String help) {
		return of(key, Kind.COUNT, help, (k, text, before) -> SettingTexts.count(k, text));
	}

	/** On or off. */
	public static Setting<Boolean> toggle(final String key, final String help) {
		return of(key, Kind.SWITCH, help, (k, text, before) -> Boolean.valueOf(text))
			.standard(Boolean.toString(false));
	}

	/**
	 * One of some values.
	 *
	 * @param reader gives the value that has a text, or refuses it
	 */
	public static <T> Setting<T> choice(final String key, final String help, final T[] values,
		final Function<String, T> reader)
	{
		return of(key, Kind.CHOICE, help, (k, text, before) -> reader.apply(text))
			.choices(Arrays.stream(values).map(Object::toString).collect(Collectors.toList()));
	}

	/** Where its value stands in options, whose default becomes its own. */
	Setting<T> in(final Function<SegmentationOptions, T> get,
		final BiFunction<SegmentationOptions, T, SegmentationOptions> set)
	{
		final Setting<T> row = new Setting<>(this);
		row.getter = get;
		row.setter = set;
		return row.standard(writer.apply(get.apply(SegmentationOptions.defaults())));
	}

	/** How a value is written. */
	Setting<T> written(final Function<T, String> value) {
		final Setting<T> row = new Setting<>(this);
		row.writer = value;
		return row;
	}

	Setting<T> choices(final List<String> value) {
		final Setting<T> row = new Setting<>(this);
		row.choices = Collections.unmodifiableList(value);
		return row;
	}

	/** @param value the text that holds where nothing is said */
	public Setting<T> standard(final String value) {
		final Setting<T> row = new Setting<>(this);
		row.standard = value;
		return row;
	}

	/** @param value where it stands in a dialog */
	public Setting<T> in(final Group value) {
		final Setting<T> row = new Setting<>(this);
		row.group = value;
		return row;
	}

	/** With more traits. */
	public Setting<T> with(final Trait... more) {
		final Setting<T> row = new Setting<>(this);
		row.traits = EnumSet.copyOf(traits);
		row.traits.addAll(Arrays.asList(more));
		return row;
	}

	/** The same for clusters that are applied: by default as it was saved. */
	Setting<T> orSaved() {
		final Setting<T> row = standard(SAVED);
		row.takesSaved = true;
		if (choices.isEmpty()) return row;
		final List<String> all = new ArrayList<>(Collections.singletonList(SAVED));
		all.addAll(choices);
		return row.choices(all);
	}

	/** In macros. */
	public String key() {
		return key;
	}

	/** On the command line. */
	public String option() {
		return "--" + key.replace('_', '-');
	}

	/** In dialogs, which ImageJ makes a recorded key of: for ever. */
	public String label() {
		return Character.toUpperCase(key.charAt(0)) + key.substring(1);
	}

	/** For people. */
	public String name() {
		return label().replace('_', ' ');
	}

	/** What it takes. */
	public Kind kind() {
		return kind;
	}

	/** What it means, in words that follow its name; what users write between backticks. */
	public String help() {
		return help;
	}

	/** The beginning of that: what it is. */
	public String definition() {
		return help.split("\\. ", 2)[0];
	}

	/** The text that holds where nothing is said. */
	public String standard() {
		return standard;
	}

	/** The texts that a choice takes; none if it is no choice. */
	public List<String> choices() {
		return choices;
	}

	/** Where it stands in a dialog. */
	public Group group() {
		return group;
	}

	/** Whether it has a trait. */
	public boolean is(final Trait trait) {
		return traits.contains(trait);
	}

	/** Whether it is on or off. */
	public boolean isSwitch() {
		return kind == Kind.SWITCH;
	}

	/** Whether it is a part of {@link SegmentationOptions}. */
	boolean isOfOptions() {
		return getter != null;
	}

	/** Its value among others. */
	@SuppressWarnings("unchecked")
	public T of(final Settings settings) {
		return isOfOptions() ? getter.apply(settings.options()) : (T) settings.value(key);
	}

	/** The text of its value among others. */
	String text(final Settings settings) {
		return takesSaved && SAVED.equals(settings.value(key)) ? SAVED : writer.apply(of(settings));
	}

	/** Those before with the value of a text. */
	Settings read(final Settings before, final String text) {
		if (takesSaved && text.equals(SAVED)) return before.with(key, SAVED);
		final T value = reader.read(key, text, before);
		return isOfOptions()
			? before.with(setter.apply(before.options(), value))
			: before.with(key, value);
	}

	@Override
	public String toString() {
		return key;
	}
}
