package sc.fiji.kmeans.model;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import sc.fiji.kmeans.base.Refusal;
import sc.fiji.kmeans.cluster.ClusterSeries;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.SuggestionKind;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.ChosenChannels;
import sc.fiji.kmeans.image.IgnoredValues;
import sc.fiji.kmeans.vector.Transform;

/**
 * How an image is segmented; immutable. Starts with the {@link #defaults()}, and
 * each {@code with} method gives a copy with one setting changed.
 */
public final class SegmentationOptions {

	private static final SegmentationOptions DEFAULTS = new SegmentationOptions();

	private KMeansOptions kMeans = KMeansOptions.defaults();
	private boolean suggesting;
	/** Of a number of clusters that was suggested; else null. */
	private SuggestionKind suggestionKind;
	private FrameMode frames = FrameMode.EACH;
	private OptionalInt frame = OptionalInt.empty();
	private ColorSpace colorSpace = ColorSpace.RGB;
	private ChosenChannels channels = ChosenChannels.ALL;
	private boolean scaled;
	private Transform transform = Transform.NONE;
	private boolean appliedToAll;
	private IgnoredValues ignored = IgnoredValues.NONE;
	private OptionalDouble noData = OptionalDouble.empty();
	private int minSize;
	private MergedClusters merge = MergedClusters.none(kMeans.clusters());
	private ClusterNames names = ClusterNames.NONE;
	/** Null for none. */
	private ImageClusters reference;

	private SegmentationOptions() {}

	private SegmentationOptions(final SegmentationOptions other) {
		kMeans = other.kMeans;
		suggesting = other.suggesting;
		suggestionKind = other.suggestionKind;
		frames = other.frames;
		frame = other.frame;
		colorSpace = other.colorSpace;
		channels = other.channels;
		scaled = other.scaled;
		transform = other.transform;
		appliedToAll = other.appliedToAll;
		ignored = other.ignored;
		noData = other.noData;
		minSize = other.minSize;
		merge = other.merge;
		names = other.names;
		reference = other.reference;
	}

	/**
	 * The defaults of {@link KMeansOptions}, each frame for itself, RGB, all channels as
	 * they are, no transform, the selection alone, no background, no smallest size, no merging,
	 * no names.
	 */
	public static SegmentationOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * How to cluster. Epsilon is in units of the pixel values, or of the colour space;
	 * but that of 32-bit images, of scaled channels and after a transform counts in 255ths of
	 * the spread of the points of the pixels, in the channel where it is widest (of the whole range,
	 * if that is 0). The spread is the least that is not 0 of the range of the middle 98 % of the
	 * pixels, and twice that of their lower half, upper half and middle half. So it means the same
	 * for the range of 8 bits and for any other, and values far off do not count, nor does one that
	 * up to half of the pixels have for "no data".
	 */
	public KMeansOptions kMeans() {
		return kMeans;
	}

	/**
	 * Whether the number of clusters is the one that the image suggests; that of
	 * {@link #kMeans()} is the most there may be until then.
	 */
	public boolean areClustersSuggested() {
		return suggesting;
	}

	/** How well the number of clusters stands out, if it is one that an image suggested. */
	public Optional<SuggestionKind> suggestionKind() {
		return Optional.ofNullable(suggestionKind);
	}

	/** Which frames share their clusters. */
	public FrameMode frames() {
		return frames;
	}

	/** The number of the frame that decides where one does; nothing for the one that is shown. */
	public OptionalInt frame() {
		return frame;
	}

	/**
	 * @throws IllegalArgumentException if an image of this number of frames does not have the one
	 *           that decides
	 */
	public void requireFrame(final int frames) {
		final int number = frame.orElse(1);
		Refusal.require(number <= frames, "frame", number,
			"shown, or 1 to " + frames + ", the frames of this image");
	}

	/** In which space colours are near each other. */
	public ColorSpace colorSpace() {
		return colorSpace;
	}

	/** The channels that are segmented, as if there were no others. */
	public ChosenChannels channels() {
		return channels;
	}

	/** Whether each channel is divided by its standard deviation. */
	public boolean isScaled() {
		return scaled;
	}

	/** What becomes of grey values and channels before they are clustered. */
	public Transform transform() {
		return transform;
	}

	/** Whether the clusters of the selection are applied to the whole image. */
	public boolean isAppliedToAll() {
		return appliedToAll;
	}

	/** Which values are no pixels. */
	public IgnoredValues ignored() {
		return ignored;
	}

	/** The value of a pixel that is none, whatever else is ignored. */
	public OptionalDouble noData() {
		return noData;
	}

	/** Smaller regions, in pixels, take the label that surrounds them most. */
	public int minSize() {
		return minSize;
	}

	/** Which clusters become one. */
	public MergedClusters merge() {
		return merge;
	}

	/** What the clusters that remain are called. */
	public ClusterNames names() {
		return names;
	}

	/** The largest label that there may be, after merging. */
	public int labels() {
		return merge.among(largestNumber()).size();
	}

	/** The largest number that a cluster may have, before merging. */
	public int largestNumber() {
		return reference == null
			? kMeans.clusters()
			: Math.max(kMeans.clusters(), reference.largestNumber());
	}

	/**
	 * Of these only what decides labels besides the centres of clusters, for clusters
	 * that are there already.
	 *
	 * @param number the largest one of a cluster
	 */
	SegmentationOptions ofLabels(final int number) {
		final int largest = Math.max(number, largestNumber());
		final SegmentationOptions copy = DEFAULTS.with(DEFAULTS.kMeans.withClusters(largest));
		copy.appliedToAll = appliedToAll;
		copy.ignored = ignored;
		copy.channels = channels;
		copy.minSize = minSize;
		copy.merge = merge.among(largest);
		return copy;
	}

	/** The same without a reference, whose numbers clusters may have nevertheless. */
	SegmentationOptions withoutReference() {
		return with(kMeans.withClusters(largestNumber())).withReference(null);
	}

	/** After whose numbers clusters are numbered. */
	public Optional<ImageClusters> reference() {
		return Optional.ofNullable(reference);
	}

	/** @param value whose numbers the nearest clusters get */
	public SegmentationOptions withReference(final ImageClusters value) {
		final SegmentationOptions copy = new SegmentationOptions(this);
		copy.reference = value;
		return copy;
	}

	/** @param value not null */
	public SegmentationOptions with(final KMeansOptions value) {
		final SegmentationOptions copy = new SegmentationOptions(this);
		copy.kMeans = Objects.requireNonNull(value, "options");
		if (value.clusters() != kMeans.clusters()) copy.suggestionKind = null;
		return copy;
	}

	/** @param value number of clusters, which is not suggested then */
	public SegmentationOptions withClusters(final int value) {
		final SegmentationOptions copy = with(kMeans.withClusters(value));
		copy.suggesting = false;
		copy.suggestionKind = null;
		return copy;
	}

	/**
	 * @param value number of clusters that an image suggested
	 * @param how well it stands out
	 */
	public SegmentationOptions withSuggested(final int value, final SuggestionKind how) {
		final SegmentationOptions copy = withClusters(value);
		copy.suggestionKind = Objects.requireNonNull(how, "suggestionKind");
		return copy;
	}

	/** With the number of clusters that the image suggests. */
	public SegmentationOptions withSuggestedClusters() {
		final SegmentationOptions copy = withClusters(ClusterSeries.MOST);
		copy.suggesting = true;
		return copy;
	}

	/** @param value not null */
	public SegmentationOptions with(final FrameMode value) {
		final SegmentationOptions copy = new SegmentationOptions(this);
		copy.frames = Objects.requireNonNull(value, "frames");
		return copy;
	}

	/** @param value 1 or more, or nothing for the frame that is shown */
	public SegmentationOptions withFrame(final OptionalInt value) {
		if (value.orElse(1) < 1)
			throw new IllegalArgumentException(
				"frame = " + value.getAsInt() + ": takes shown, or a number from 1 on");
		final SegmentationOptions copy = new SegmentationOptions(this);
		copy.frame = value;
		return copy;
	}

	/** @param value not null */
	public SegmentationOptions with(final ColorSpace value) {
		final SegmentationOptions copy = new SegmentationOptions(this);
		copy.colorSpace = Objects.requireNonNull(value, "color_space");
		return copy;
	}

	/** @param value not null */
	public SegmentationOptions with(final IgnoredValues value) {
		final SegmentationOptions copy = new SegmentationOptions(this);
		copy.ignored = Objects.requireNonNull(value, "ignore");
		return copy;
	}

	/**
	 * @param value as pixels hold it, before any calibration, of those that are no data; a pixel is
	 *          none if one of its components or channels has it
	 */
	public SegmentationOptions withNoData(final OptionalDouble value) {
		final SegmentationOptions copy = new SegmentationOptions(this);
		copy.noData = Objects.requireNonNull(value, "no data");
		return copy;
	}

	/** @param value {@code all}, or numbers of channels such as {@code 2} or {@code 1,3-5} */
	public SegmentationOptions withChannels(final String value) {
		final SegmentationOptions copy = new SegmentationOptions(this);
		copy.channels = ChosenChannels.of(value);
		return copy;
	}

	/** @param value whether each channel is divided by its standard deviation */
	public SegmentationOptions withScaled(final boolean value) {
		final SegmentationOptions copy = new SegmentationOptions(this);
		copy.scaled = value;
		return copy;
	}

	/**
	 * @param value what becomes of grey values and channels, before they are divided by their
	 *          deviation; colours take none
	 */
	public SegmentationOptions with(final Transform value) {
		final SegmentationOptions copy = new SegmentationOptions(this);
		copy.transform = Objects.requireNonNull(value, "transform");
		return copy;
	}

	/** @param value whether clusters are applied to pixels beyond the selection */
	public SegmentationOptions withAppliedToAll(final boolean value) {
		final SegmentationOptions copy = new SegmentationOptions(this);
		copy.appliedToAll = value;
		return copy;
	}

	/** @param value 0 or more; 0 and 1 change nothing */
	public SegmentationOptions withMinSize(final int value) {
		if (value < 0)
			throw new IllegalArgumentException(
				"min_size = " + value + ": takes a whole number, 0 or more");
		final SegmentationOptions copy = new SegmentationOptions(this);
		copy.minSize = value;
		return copy;
	}

	/**
	 * @param value groups of cluster numbers such as {@code 1+3} or
	 *          {@code 1+3,2+5}, or {@code none}
	 */
	public SegmentationOptions withMerge(final String value) {
		final SegmentationOptions copy = new SegmentationOptions(this);
		copy.merge = MergedClusters.of(value, largestNumber());
		return copy;
	}

	/**
	 * @param value what the clusters that remain are called, in the order of their numbers, such
	 *          as {@code epithelium,stroma}; a name with a comma stands in double quotes. Empty
	 *          for no names, or those that clusters had that are applied
	 */
	public SegmentationOptions withNames(final String value) {
		return with(ClusterNames.of(value).among(labels()));
	}

	/** @param value what the clusters that remain are called */
	public SegmentationOptions with(final ClusterNames value) {
		final SegmentationOptions copy = new SegmentationOptions(this);
		copy.names = value;
		return copy;
	}

	/** Like a macro, and briefly: the settings have their texts elsewhere. */
	@Override
	public String toString() {
		return kMeans + " " + frames + " " + colorSpace;
	}
}
