package sc.fiji.kmeans.plugin.live;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import sc.fiji.kmeans.live.LiveOptions;
import sc.fiji.kmeans.live.PictureKind;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.plugin.dialog.Form;
import sc.fiji.kmeans.segment.MaskedClusters;
import sc.fiji.kmeans.settings.Group;
import sc.fiji.kmeans.settings.Kind;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;
import sc.fiji.kmeans.settings.SettingTexts;
import sc.fiji.kmeans.settings.Settings;
import sc.fiji.kmeans.settings.Trait;

/** What live segmentation asks for; immutable. */
final class LiveSettings {

	/** The source that is the active image. */
	static final String ACTIVE = "active";
	/** The source that is a camera. */
	static final String CAMERA = "camera";

	private static final Group SOURCES = Group
		.open("active (the image in front), camera, or http://...");
	private static final Group FRAMES = Group.open("How frames are segmented");
	private static final Group SHOWN = Group.open("What the live window shows");
	private static final Group END = Group.open("When it ends");

	static final Setting<String> SOURCE = Setting
		.of("source", Kind.TEXT,
			"what is segmented: `active`, the active image, whatever keeps changing it; `camera`; or"
				+ " the address of a network camera that serves MJPEG, such as"
				+ " `http://name:password@192.168.1.5:8080/video`",
			(key, text, before) -> source(key, text))
		.standard(ACTIVE)
		.with(Trait.RECIPE)
		.in(SOURCES);

	static final Setting<String> CAMERA_NAME = Setting
		.text("camera", Kind.TEXT, "the name of the camera, or a part of it; empty for the first one")
		.in(SOURCES);

	static final Setting<String> RESOLUTION = Setting
		.of("resolution", Kind.TEXT,
			"width and height of the camera's pictures, such as `640x480`; empty for the camera's own",
			(key, text, before) -> resolution(key, text))
		.in(SOURCES);

	static final Setting<PictureKind> SHOW = Setting
		.choice("show",
			"what the window shows: `segmented`, `labels`, or `masked`, the frame with the"
				+ " masked clusters turned black",
			PictureKind.values(), PictureKind::of)
		.standard(PictureKind.SEGMENTED.toString())
		.with(Trait.RECIPE)
		.in(SHOWN);

	static final Setting<MaskedClusters> MASKED = Setting
		.of("masked", Kind.TEXT,
			"which clusters are black where they are shown masked: `none`, or numbers such as `2` or"
				+ " `1,3`. In the window that opens, numbers show the frame masked, and `none` shows it"
				+ " as before",
			(key, text, before) -> MaskedClusters.given(text, before.options().kMeans().clusters()))
		.standard(MaskedClusters.NONE.toString())
		.with(Trait.RECIPE)
		.in(SHOWN);

	static final Setting<Integer> STOP_AFTER = Setting
		.of("stop_after", Kind.COUNT,
			"the number of frames after which it ends; 0: when the window is closed, or by K-Means"
				+ " Live Stop. The command waits for the end of a number of frames",
			(key, text, before) -> frames(key, text))
		.standard("0")
		.in(END);

	static final Setting<Boolean> MEASURE = Setting
		.toggle("measure",
			"at the end, the table KMeans-Live with a row for each frame: time,"
				+ " latency, percent of each cluster. Without a display it is ImageJ's results table")
		.in(END);

	/** The rows of the table for what is live. */
	static final List<Setting<?>> ROWS = Collections.unmodifiableList(Arrays.asList(SOURCE,
		CAMERA_NAME, RESOLUTION, SettingTable.FILM_CLUSTERS.standard("5").in(FRAMES),
		SettingTable.EPSILON.in(FRAMES), SettingTable.ITERATIONS.in(FRAMES),
		SettingTable.ATTEMPTS.in(FRAMES), SettingTable.INITIALIZATION.in(FRAMES),
		SettingTable.RANDOM_SEED.in(FRAMES), SettingTable.COLOR_SPACE.in(FRAMES),
		SettingTable.CHANNELS.in(FRAMES), SettingTable.TRANSFORM.in(FRAMES), SHOW, MASKED,
		SettingTable.FILM_NAMES.in(SHOWN), STOP_AFTER, MEASURE));

	/** The live recipe: what holds where a macro says nothing. */
	static final Map<String, String> DEFAULTS = Collections.unmodifiableMap(Form.defaults(ROWS));

	private final Settings settings;

	private LiveSettings(final UnaryOperator<String> text) {
		settings = Settings.read(ROWS, SegmentationOptions.defaults(), text);
	}

	private static String source(final String key, final String text) {
		if (text.equals(ACTIVE) || text.equals(CAMERA) || text.matches("(?i)https?://.+")) return text;
		throw SettingTexts.refused(key, text,
			ACTIVE + ", " + CAMERA + " or the address of a network camera, http://...");
	}

	private static String resolution(final String key, final String text) {
		if (text.matches("(\\d+x\\d+)?")) return text;
		throw SettingTexts.refused(key, text, "a width and a height such as 640x480");
	}

	private static int frames(final String key, final String text) {
		final int frames = SettingTexts.count(key, text);
		if (frames >= 0) return frames;
		throw SettingTexts.refused(key, text, "a whole number, 0 or more");
	}

	/**
	 * @param text gives the text for a key
	 * @throws IllegalArgumentException with the key, its text and what it takes
	 */
	static LiveSettings read(final UnaryOperator<String> text) {
		return new LiveSettings(text);
	}

	/** The text of each setting by its key, in the order of the macro contract. */
	Map<String, String> texts() {
		return settings.texts();
	}

	/** What a macro has to say to get these settings. */
	Map<Setting<?>, String> told() {
		return settings.told();
	}

	/** {@link #ACTIVE}, {@link #CAMERA} or an address. */
	String source() {
		return SOURCE.of(settings);
	}

	/** Name of the camera; empty for the first one. */
	String camera() {
		return CAMERA_NAME.of(settings);
	}

	/** Of the camera, such as 640x480; empty for its own. */
	String resolution() {
		return RESOLUTION.of(settings);
	}

	LiveOptions options() {
		return new LiveOptions(settings.options(), SHOW.of(settings), MASKED.of(settings));
	}

	/** Number of frames after which it ends; 0 for never. */
	long stopAfter() {
		return STOP_AFTER.of(settings);
	}

	/** Whether a table has a row for each frame. */
	boolean isMeasured() {
		return MEASURE.of(settings);
	}
}
