package sc.fiji.kmeans.settings;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import sc.fiji.kmeans.cluster.Initialization;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.IgnoredValues;
import sc.fiji.kmeans.model.Background;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.MaskedClusters;
import sc.fiji.kmeans.vector.Transform;

/**
 * The table of settings. A key and what its texts mean are for ever, and so is the order
 * of the rows, which is that of dialogs and recorded macros.
 */
public final class SettingTable {

	private static final Group MADE = Group.open("Made besides the segmented image");
	private static final Group VALUES = Group.folded("Colour and values");
	private static final Group STARTS = Group.folded("How attempts start");
	private static final Group PIXELS = Group.folded("Selection and background");
	private static final Group REGIONS = Group.folded("Regions and merging");
	private static final Group FILM = Group.folded("Frames of a stack");
	private static final Group REUSE = Group.folded("The same clusters in other images");

	/** The file or image whose clusters are applied. */
	public static final Setting<String> FROM = Setting
		.text("from", Kind.CLUSTERS,
			"a file of clusters, or the title of an open image that was"
				+ " segmented: its clusters are applied to this image")
		.with(Trait.RECIPE, Trait.APPLYING, Trait.IMAGEJ);

	private static final String CLUSTERS_KEY = "clusters";
	private static final String GROUPS = "at most this many groups of similar pixels are made, 1 to"
		+ " 65,535";
	private static final String SUGGEST = "suggest";

	/** The number of clusters, or that the image suggests it: then there is none. */
	public static final Setting<OptionalInt> CLUSTERS = Setting
		.of(CLUSTERS_KEY, Kind.TEXT,
			GROUPS + ", or `suggest`: as many as the pixels suggest, 1 to 12, for each image or file"
				+ " anew. Of a stack the frame that is shown decides, with `frames=together` all of them."
				+ " The recorder writes the number",
			(key, text, before) -> text.equals(SUGGEST)
				? OptionalInt.empty()
				: OptionalInt.of(SettingTexts.clusters(key, text, ", or " + SUGGEST)))
		.written(number -> number.isPresent() ? Integer.toString(number.getAsInt()) : SUGGEST)
		.in(SettingTable::clusters,
			(options, number) -> number.isPresent()
				? options.withClusters(number.getAsInt())
				: options.withSuggestedClusters())
		.with(Trait.RECIPE, Trait.LEARNING);

	/** The number of clusters of a film, of which no image suggests it. */
	public static final Setting<Integer> FILM_CLUSTERS = Setting
		.of(CLUSTERS_KEY, Kind.COUNT, GROUPS,
			(key, text, before) -> SettingTexts.clusters(key, text, ""))
		.in(ofKMeans(KMeansOptions::clusters), SegmentationOptions::withClusters)
		.with(Trait.RECIPE, Trait.LEARNING);

	/** How far centres may still move where an attempt ends. */
	public static final Setting<Double> EPSILON = Setting
		.of("epsilon", Kind.NUMBER,
			"an attempt ends when no centre moves farther than this: in units of the pixel values,"
				+ " of 32-bit images, scaled channels and transformed values in 255ths of their spread; 0"
				+ " goes on until none moves",
			(key, text, before) -> SettingTexts.number(key, text))
		.written(value -> Double.toString(value).replaceFirst("\\.0$", ""))
		.in(ofKMeans(KMeansOptions::epsilon), toKMeans(KMeansOptions::withEpsilon))
		.with(Trait.RECIPE, Trait.LEARNING);

	/** The most moves in an attempt. */
	public static final Setting<Integer> ITERATIONS = Setting
		.count("iterations", "an attempt has at most this many moves of its centres")
		.in(ofKMeans(KMeansOptions::iterations), toKMeans(KMeansOptions::withIterations))
		.with(Trait.RECIPE, Trait.LEARNING);

	/** The number of starts. */
	public static final Setting<Integer> ATTEMPTS = Setting
		.count("attempts", "this many different starts are tried, and the best result is taken")
		.in(ofKMeans(KMeansOptions::attempts), toKMeans(KMeansOptions::withAttempts))
		.with(Trait.RECIPE, Trait.LEARNING);

	/** How an attempt starts. */
	public static final Setting<Initialization> INITIALIZATION = Setting
		.choice("initialization",
			"how an attempt chooses its first centres: `k-means++` among the"
				+ " pixels, `random` anywhere in their range",
			Initialization.values(), Initialization::of)
		.in(ofKMeans(KMeansOptions::initialization), toKMeans(KMeansOptions::withInitialization))
		.with(Trait.RECIPE, Trait.LEARNING)
		.in(STARTS);

	/** What starts depend on. */
	public static final Setting<Long> RANDOM_SEED = Setting
		.of("random_seed", Kind.WHOLE,
			"a number that the starts depend on: another number gives other"
				+ " starts, the same number always the same result",
			(key, text, before) -> SettingTexts.whole(key, text))
		.in(ofKMeans(KMeansOptions::randomSeed), toKMeans(KMeansOptions::withRandomSeed))
		.with(Trait.RECIPE, Trait.LEARNING)
		.in(STARTS);

	/** The clusters that are removed. */
	public static final Setting<MaskedClusters> MASKED = masked(
		" `selection` (the clusters under it),", MaskedClusters::of);

	/** The frames that share clusters. */
	public static final Setting<FrameMode> FRAMES = Setting
		.choice("frames",
			"which frames of a stack share their clusters: `each` has its own, numbered"
				+ " like the frames before; all `together`; the `current` one alone is"
				+ " segmented; or `apply` the clusters of the current one to all",
			FrameMode.values(), FrameMode::of)
		.in(SegmentationOptions::frames, SegmentationOptions::with)
		.with(Trait.LEARNING)
		.in(FILM);

	private static final String SHOWN = "shown";

	/** Which frame `current` and `apply` mean; nothing for the one that is shown. */
	public static final Setting<OptionalInt> FRAME = Setting
		.of("frame", Kind.TEXT,
			"which frame `current` and `apply` mean, and which one suggests a number of clusters or is"
				+ " traced: the one that is `shown`, or its number, from 1 on. Slices and time points"
				+ " count on, channels do not. A number that the image does not have is refused, whatever"
				+ " `frames` says",
			(key, text, before) -> text.equals(SHOWN)
				? OptionalInt.empty()
				: OptionalInt.of(SettingTexts.count(key, text, SHOWN)))
		.written(number -> number.isPresent() ? Integer.toString(number.getAsInt()) : SHOWN)
		.in(SegmentationOptions::frame, SegmentationOptions::withFrame)
		.with(Trait.LEARNING)
		.in(FILM);

	/** Where colours are near each other. */
	public static final Setting<ColorSpace> COLOR_SPACE = Setting
		.choice("color_space",
			"where colours are compared: `RGB`, `Lab` (as people see), `a*b*`"
				+ " (without lightness) or `HSB`. Lab is CIE L\\*a\\*b\\* with white point D65, HSB a cone,"
				+ " so that hue wraps round; images without colours take no other than `RGB`",
			ColorSpace.values(), ColorSpace::of)
		.in(SegmentationOptions::colorSpace, SegmentationOptions::with)
		.with(Trait.LEARNING)
		.in(VALUES);

	/** Whether the whole image gets labels. */
	public static final Setting<Boolean> APPLY_TO = area("selection", "image").in(PIXELS);

	/** What is no pixel. */
	public static final Setting<IgnoredValues> IGNORE = Setting
		.of("ignore", Kind.TEXT,
			"a background that is left out: `none`, `black`, `white`, a colour such as `#f0f0f0` or a"
				+ " value such as `12.5`, with a tolerance such as `white+10`. Of grey values a colour"
				+ " that is a grey, or a calibrated value such as `-12.5+0.5`; of multi-channel images"
				+ " pixels whose every channel is `black` (0), `white` (the largest) or the value; of"
				+ " 32-bit images `black` (0) or a value",
			(key, text, before) -> IgnoredValues.of(text))
		.in(SegmentationOptions::ignored, SegmentationOptions::with)
		.with(Trait.LABELS)
		.in(PIXELS);

	/** The channels that are segmented. */
	public static final Setting<String> CHANNELS = Setting
		.text("channels", Kind.TEXT,
			"which channels of a multi-channel image are segmented, as if it had no others: `all`, or"
				+ " numbers such as `2` or `1,3-5`. The segmented image and the tables have these channels,"
				+ " masked and kept images all of them; images of colours take no other than `all`")
		.in(options -> options.channels().toString(), SegmentationOptions::withChannels)
		.with(Trait.LABELS)
		.in(VALUES);

	/** Whether channels are divided by their standard deviations. */
	public static final Setting<Boolean> SCALE = Setting
		.toggle("scale",
			"divides each channel of a multi-channel or 32-bit image by its standard"
				+ " deviation; other images, whose values have one scale, are refused")
		.in(SegmentationOptions::isScaled, SegmentationOptions::withScaled)
		.with(Trait.LEARNING)
		.in(VALUES);

	/** What becomes of values before they are clustered. */
	public static final Setting<Transform> TRANSFORM = Setting
		.choice("transform",
			"what grey values and channels become before they are clustered: `none`, `sqrt` (the root:"
				+ " of counted photons the noise is the same then in dark and bright) or `log` (ratios:"
				+ " finds dim things on a dark background), above the smallest value. Results and tables"
				+ " stay in the image's own values; images of colours take no other than `none`",
			Transform.values(), Transform::of)
		.in(SegmentationOptions::transform, SegmentationOptions::with)
		.with(Trait.LEARNING)
		.in(VALUES);

	/** The smallest region. */
	public static final Setting<Integer> MIN_SIZE = Setting
		.count("min_size", "connected regions of fewer pixels take the label that surrounds them most")
		.in(SegmentationOptions::minSize, SegmentationOptions::withMinSize)
		.with(Trait.LABELS)
		.in(REGIONS);

	/** The clusters that become one. */
	public static final Setting<String> MERGE = Setting
		.text("merge", Kind.TEXT,
			"which clusters become one: `1+3`, several groups such as `1+3,2+4`,"
				+ " or `none`; the numbers close up")
		.in(options -> options.merge().toString(), SegmentationOptions::withMerge)
		.with(Trait.LABELS)
		.in(REGIONS);

	/** The clusters that are not removed. */
	public static final Setting<MaskedClusters> KEPT = kept(MaskedClusters::kept);

	/** What pixels without their cluster become. */
	public static final Setting<Background> BACKGROUND = Setting
		.choice("background",
			"what removed pixels become: `black`, `white` or `transparent` (NaN in"
				+ " 32-bit images, alpha 0 in RGB images and PNG files, else black)",
			Background.values(), Background::of)
		.standard("black")
		.in(PIXELS);

	/** What clusters are called. */
	public static final Setting<String> NAMES = Setting
		.text("names", Kind.TEXT,
			"what the clusters are called that are left after merging, in the order of their numbers:"
				+ " `epithelium,stroma`. There may be fewer names than clusters; a name with a comma stands"
				+ " in double quotes, and nothing between two commas is no name. Tables, selections, slice"
				+ " labels, the legend and saved clusters tell them. Clusters that are applied have the"
				+ " names that were saved, unless some are given")
		.in(options -> options.names().toString(), SegmentationOptions::withNames)
		.in(MADE);

	/** What the clusters of a film are called, whose number may change. */
	public static final Setting<String> FILM_NAMES = Setting
		.text(NAMES.key(), Kind.TEXT,
			"what the clusters are called, in the order of their numbers: `sky,roof`. The table and"
				+ " snapshots tell it; of more names than clusters the last ones wait for more clusters")
		.in(options -> options.names().toString(), SegmentationOptions::withNames);

	/** The label image. */
	public static final Setting<Boolean> LABELS = Setting
		.toggle("labels",
			"the label image: each pixel is the number of its cluster. The same number"
				+ " has the same colour in every image")
		.with(Trait.OUTPUT, Trait.IMAGEJ)
		.in(MADE);

	/** The table of the clusters, of a stack also one of areas over time. */
	public static final Setting<Boolean> MEASURE = Setting
		.toggle("measure",
			"tables of measurements: a row for each cluster and, of a stack, for each"
				+ " frame. Means and RMS are about the mean of the pixels. ImageJ adds the rows to the"
				+ " tables KMeans-Clusters and KMeans-Frames: close them to begin anew. Macros read"
				+ " KMeans-Clusters as ImageJ's results")
		.with(Trait.OUTPUT)
		.in(MADE);

	/** Of a stack, a plot of areas over time. */
	public static final Setting<Boolean> PLOT = Setting
		.toggle("plot", "of a stack, the area of each cluster over time")
		.with(Trait.OUTPUT, Trait.IMAGEJ)
		.in(MADE);

	/** A selection for each cluster in the ROI Manager. */
	public static final Setting<Boolean> ROIS = Setting
		.toggle("rois",
			"a selection for each cluster in the ROI Manager, in place of older ones of the same"
				+ " image. Without a display it is an overlay")
		.with(Trait.OUTPUT, Trait.IMAGEJ)
		.in(MADE);

	/** The same as an overlay. */
	public static final Setting<Boolean> OVERLAY = Setting
		.toggle("overlay", "the outlines of the clusters on the image itself")
		.with(Trait.OUTPUT, Trait.IMAGEJ)
		.in(MADE);

	/** A picture that tells the clusters. */
	public static final Setting<Boolean> LEGEND = Setting
		.toggle("legend",
			"a picture with number, colours, name and percent of each cluster: the colour of labels and"
				+ " its own. Of a stack it has a slice for each frame")
		.with(Trait.OUTPUT)
		.in(MADE);

	/** The same in the segmented image. */
	public static final Setting<Boolean> LEGEND_INSIDE = Setting
		.toggle("legend_inside",
			"the legend in a corner of the segmented image, as an overlay: its pixels stay as they are,"
				+ " and `Image>Overlay>Flatten` draws it into a copy")
		.with(Trait.OUTPUT, Trait.IMAGEJ)
		.in(MADE);

	/** A sentence in the Log. */
	public static final Setting<Boolean> METHODS = Setting
		.toggle("methods", "a sentence in the Log that can stand in a Methods section")
		.with(Trait.OUTPUT, Trait.IMAGEJ)
		.in(MADE);

	/** The iterations of a plain run, as pictures. */
	public static final Setting<Boolean> TRACE = Setting
		.toggle("trace",
			"the iterations of one plain run, to watch: a stack of segmented images and the table"
				+ " KMeans-Trace. The run begins as `initialization` says and does not search for a good"
				+ " start, so it may end worse than the result; 100 pictures at most. Of a stack it shows"
				+ " the frame that is shown")
		.with(Trait.LEARNING, Trait.OUTPUT)
		.in(MADE);

	/** The file or image after whose clusters they are numbered. */
	public static final Setting<String> MATCH = Setting
		.text("match", Kind.CLUSTERS,
			"a file of clusters: the nearest clusters get its numbers, others get free numbers. In"
				+ " ImageJ also the title of an image that was segmented. If its frames have their own"
				+ " clusters, a number is taken from the first frame that has it")
		.with(Trait.LEARNING)
		.in(REUSE);

	/** The file that clusters are saved to. */
	public static final Setting<String> SAVE = Setting
		.text("save", Kind.NEW_FILE, "a file that the clusters of all frames are saved to")
		.with(Trait.LEARNING, Trait.OUTPUT)
		.in(REUSE);

	/** All rows. */
	public static final List<Setting<?>> ALL = list(FROM, CLUSTERS, EPSILON, ITERATIONS, ATTEMPTS,
		INITIALIZATION, RANDOM_SEED, MASKED, FRAMES, FRAME, COLOR_SPACE, APPLY_TO, IGNORE, CHANNELS,
		SCALE, TRANSFORM, MIN_SIZE, MERGE, KEPT, BACKGROUND, NAMES, LABELS, MEASURE, PLOT, ROIS,
		OVERLAY, LEGEND, LEGEND_INSIDE, METHODS, TRACE, MATCH, SAVE);

	/** Those where clusters are learned. */
	public static final List<Setting<?>> LEARNING = rows(row -> !row.is(Trait.APPLYING));

	/** Those where clusters are applied. */
	public static final List<Setting<?>> APPLYING = Collections
		.unmodifiableList(rows(row -> !row.is(Trait.LEARNING)).stream()
			.map(row -> row.is(Trait.LABELS) ? row.orSaved() : row)
			.collect(Collectors.toList()));

	private SettingTable() {}

	/** All rows that have something in common. */
	public static List<Setting<?>> rows(final Predicate<Setting<?>> which) {
		return Collections.unmodifiableList(ALL.stream().filter(which).collect(Collectors.toList()));
	}

	private static List<Setting<?>> list(final Setting<?>... rows) {
		return Collections.unmodifiableList(Arrays.asList(rows));
	}

	private static OptionalInt clusters(final SegmentationOptions options) {
		return options.areClustersSuggested()
			? OptionalInt.empty()
			: OptionalInt.of(options.kMeans().clusters());
	}

	private static <T> Function<SegmentationOptions, T> ofKMeans(
		final Function<KMeansOptions, T> get)
	{
		return options -> get.apply(options.kMeans());
	}

	private static <T> BiFunction<SegmentationOptions, T, SegmentationOptions> toKMeans(
		final BiFunction<KMeansOptions, T, KMeansOptions> set)
	{
		return (options, value) -> options.with(set.apply(options.kMeans(), value));
	}

	/**
	 * The clusters that are removed.
	 *
	 * @param selection what it takes besides
	 */
	static Setting<MaskedClusters> masked(final String selection,
		final BiFunction<String, Integer, MaskedClusters> reader)
	{
		return Setting
			.of("masked", Kind.TEXT,
				"which clusters to remove: `each` (a stack, slice 1 without cluster 1, and so on),"
					+ " `none`," + selection + " or numbers such as `2` or `1,3`, which make one image. A"
					+ " number that an image or a frame does not have removes nothing there",
				(key, text, before) -> reader.apply(text, before.options().labels()))
			.standard("each")
			.with(Trait.RECIPE)
			.in(MADE);
	}

	/** The clusters that are not removed. */
	static Setting<MaskedClusters> kept(final BiFunction<String, Integer, MaskedClusters> reader) {
		return Setting
			.of("kept", Kind.TEXT,
				"more images, with nothing but these clusters: takes what `masked` takes. All other pixels"
					+ " of the selection become background, those that are left out, too",
				(key, text, before) -> reader.apply(text, before.options().labels()))
			.standard("none")
			.in(MADE);
	}

	/** Which pixels get labels. */
	private static Setting<Boolean> area(final String selection, final String image) {
		final List<String> words = Arrays.asList(selection, image);
		return Setting
			.of("apply_to", Kind.CHOICE,
				"which pixels are segmented: the `selection`, or the"
					+ " whole `image`, by the clusters of the selection",
				(key, text, before) -> SettingTexts.index(key, text, words) == 1)
			.choices(words)
			.written(isAll -> words.get(isAll ? 1 : 0))
			.in(SegmentationOptions::isAppliedToAll, SegmentationOptions::withAppliedToAll)
			.with(Trait.LABELS, Trait.IMAGEJ);
	}
}
