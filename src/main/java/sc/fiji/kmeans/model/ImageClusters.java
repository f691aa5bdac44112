package sc.fiji.kmeans.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import sc.fiji.kmeans.base.Refusal;
import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.ClusterKind;
import sc.fiji.kmeans.vector.ChannelMapping;

/**
 * The clusters of an image: all that it takes to apply them to images; immutable. They
 * hold for all frames of an image; or each frame has its own, then this is the first
 * frame, and {@link #frame} gives the others.
 * <p>
 * A cluster has a place, 1 to {@link #size()}, and a number. Numbers ascend, but some
 * may be missing. Pixels get labels: the numbers, after merging. Merging and naming
 * give other clusters, and learn nothing again.
 */
public final class ImageClusters {

	/** In the place of a colour that is made from the centre. */
	public static final int NO_COLOUR = PixelMeans.NO_COLOUR;

	/** More than the merging of the largest number of clusters takes. */
	private static final int MAX_OPTIONS = 1 << 19;

	private ClusterKind kind;
	/** In turn. */
	private Clusters clusters;
	/** Of each cluster. */
	private int[] numbers;
	/** Number of pixels that each cluster was learned from; all 0 if nobody knows. */
	private long[] pixels;
	/** What became of values before they were clustered. */
	private ChannelMapping mapping = ChannelMapping.NONE;
	private PixelMeans means;
	private NumberNames names = NumberNames.NONE;
	private LearningFigures figures = LearningFigures.NONE;
	private ClusterLabels labels;
	/** How they were found, as a line of a file; may be empty. */
	private String optionsText = "";
	/** How they were found; null if nobody knows. */
	private SegmentationOptions options;
	/** The clusters of frames 2, 3, ... */
	private List<ImageClusters> others = Collections.emptyList();

	private ImageClusters(final ImageClusters same) {
		kind = same.kind;
		clusters = same.clusters;
		numbers = same.numbers;
		pixels = same.pixels;
		mapping = same.mapping;
		means = same.means;
		names = same.names;
		figures = same.figures;
		labels = same.labels;
		optionsText = same.optionsText;
		options = same.options;
		others = same.others;
	}

	/** Numbered 1, 2, 3 and so on. */
	private ImageClusters(final ClusterKind kind, final Clusters clusters) {
		this.kind = kind;
		this.clusters = clusters;
		numbers = IntStream.rangeClosed(1, clusters.size()).toArray();
		pixels = IntStream.rangeClosed(1, clusters.size()).mapToLong(clusters::pixels).toArray();
		means = PixelMeans.none(clusters.size());
		labels = new ClusterLabels(numbers, MergedClusters.none(largest(numbers)));
	}

	/** Numbered 1, 2, 3 and so on. */
	public static ImageClusters of(final ClusterKind kind, final Clusters clusters) {
		return new ImageClusters(kind, clusters);
	}

	/** @param centres 1 to {@link KMeansOptions#MAX_CLUSTERS} of this kind */
	public static ImageClusters of(final ClusterKind kind, final double[][] centres) {
		Refusal.require(centres.length >= 1 && centres.length <= KMeansOptions.MAX_CLUSTERS, "clusters",
			centres.length, "1 to " + KMeansOptions.MAX_CLUSTERS);
		for (final double[] centre : centres)
			kind.requireCentre(centre);
		return of(kind, Clusters.of(centres));
	}

	/** The clusters of several frames in turn; their kinds and options are the same. */
	public static ImageClusters joined(final List<ImageClusters> frames) {
		final ImageClusters all = frames.get(0).frame(1);
		return frames.size() == 1
			? all
			: all.with(copy -> copy.others = new ArrayList<>(frames.subList(1, frames.size())));
	}

	/** A change of a copy before anyone else sees it. */
	private interface Change {

		void on(ImageClusters copy);
	}

	private ImageClusters with(final Change change) {
		final ImageClusters copy = new ImageClusters(this);
		change.on(copy);
		return copy;
	}

	/** The same change of each frame; frames count from 0. */
	private ImageClusters each(final BiFunction<ImageClusters, Integer, ImageClusters> change) {
		return joined(IntStream.range(0, frames())
			.mapToObj(f -> change.apply(frame(f + 1), f))
			.collect(Collectors.toList()));
	}

	private ImageClusters each(final UnaryOperator<ImageClusters> change) {
		return each((frame, f) -> change.apply(frame));
	}

	/** @param values one for each cluster; ascending, from 1 on */
	public ImageClusters withNumbers(final int... values) {
		requireOneEach("numbers", values.length);
		for (int j = 0; j < values.length; j++) {
			final int least = j == 0 ? 1 : values[j - 1] + 1;
			Refusal.require(values[j] >= least && values[j] <= KMeansOptions.MAX_CLUSTERS, "number",
				values[j], least + " to " + KMeansOptions.MAX_CLUSTERS);
		}
		return with(copy -> {
			copy.numbers = values.clone();
			copy.labels = new ClusterLabels(values, MergedClusters.none(largest(values)));
			copy.names = NumberNames.NONE;
		});
	}

	/**
	 * @param value what became of the values of channels of all frames
	 * @throws IllegalArgumentException if it gives a cluster no finite value
	 */
	public ImageClusters with(final ChannelMapping value) {
		value.requireKind(kind);
		return each(frame -> frame.with(copy -> copy.mapping = value).requireFinite());
	}

	private ImageClusters requireFinite() {
		for (int j = 1; j <= clusters.size() && !isOfColours(); j++)
			for (final double x : valueOfCluster(j))
				Refusal.require(Double.isFinite(x), "value of a cluster", x, "a finite number");
		return this;
	}

	/**
	 * @param values none, or the colour of each cluster of every frame, 0xRRGGBB or
	 *          NO_COLOUR
	 */
	public ImageClusters withColors(final int... values) {
		final PixelMeans colours = PixelMeans.ofColours(values);
		Refusal.require(values.length == 0 || kind.isOfColours(), "Hex", "a colour",
			"none with color_space " + ClusterKind.VALUES);
		return each(frame -> {
			if (values.length == 0) return frame.with(PixelMeans.none(frame.size()));
			frame.requireOneEach("colors", values.length);
			return frame.with(colours);
		});
	}

	private void requireOneEach(final String what, final int given) {
		Refusal.require(given == clusters.size(), what, given + " of them",
			clusters.size() + ", one for each cluster");
	}

	private ImageClusters with(final PixelMeans value) {
		return with(copy -> copy.means = value);
	}

	/** @param values the mean colour or value of the pixels of each cluster */
	public ImageClusters withMeans(final double[]... values) {
		return with(new PixelMeans(values));
	}

	/** @param values the means of the pixels of each cluster, before a transform */
	public ImageClusters withValues(final double[]... values) {
		requireOneEach("means", values.length);
		for (final double[] value : values)
			kind.requireCentre(value);
		return withMeans(Arrays.stream(values).map(double[]::clone).toArray(double[][]::new));
	}

	/** @param values of each cluster, 0 or more; all 0 if nobody knows */
	public ImageClusters withPixels(final long... values) {
		requireOneEach("pixels", values.length);
		for (final long value : values)
			Refusal.require(value >= 0, "pixels", value, "0 or more");
		return with(copy -> copy.pixels = values.clone());
	}

	public ImageClusters withFigures(final LearningFigures value) {
		return with(copy -> copy.figures = value);
	}

	/** @param coordinates what the coordinates of values are called */
	public ImageClusters withNames(final List<String> coordinates) {
		if (kind.isOfColours()) return this;
		final ClusterKind named = ClusterKind.of(ClusterKind.VALUES, coordinates);
		return each(frame -> frame.with(copy -> copy.kind = named));
	}

	/** @param value how they were found */
	public ImageClusters withOptions(final SegmentationOptions value) {
		return foundBy("", value.withoutReference());
	}

	private ImageClusters foundBy(final String text, final SegmentationOptions value) {
		return each(frame -> frame.with(copy -> {
			copy.optionsText = text;
			copy.options = value;
		}));
	}

	/**
	 * How they were found, as a file tells it.
	 *
	 * @param value one line of settings as in macros; other words are for people;
	 *          blanks around it, and commas and semicolons at its end, are dropped
	 * @param read says what the line means, given the largest number of a cluster
	 */
	public ImageClusters withOptions(final String value,
		final BiFunction<String, Integer, SegmentationOptions> read)
	{
		final String line = Refusal.line("options", withoutPadding(value), MAX_OPTIONS);
		if (line.isEmpty()) return foundBy("", null).merged(MergedClusters.none(largestNumber()));
		final SegmentationOptions meant = read.apply(line, largestNumber());
		return foundBy(line, meant).merged(meant.merge());
	}

	/** Without what spreadsheets add to the end of a line. */
	public static String withoutPadding(final String line) {
		int end = line.length();
		while (end > 0 && (line.charAt(end - 1) <= ' ' || ",;".indexOf(line.charAt(end - 1)) >= 0))
			end--;
		return line.substring(0, end).trim();
	}

	/**
	 * The same where some clusters are one.
	 *
	 * @param groups of numbers, such as {@code 1+3} or {@code 1+3,2+5}; {@code none} gives
	 *          each its own label again
	 * @throws IllegalArgumentException if the text is none of these
	 */
	public ImageClusters merged(final String groups) {
		final SegmentationOptions own = options().withMerge(groups);
		return merged(own.merge()).withOptions(own);
	}

	/** @param groups of numbers that are there or not */
	public ImageClusters merged(final MergedClusters groups) {
		final MergedClusters merged = groups.among(Math.max(groups.clusters(), largestNumber()));
		return each(frame -> frame.with(copy -> copy.labels = new ClusterLabels(copy.numbers, merged)));
	}

	/**
	 * The same where a cluster of all frames that have it is called something.
	 *
	 * @param number of the cluster, before merging
	 * @param name one line; empty for none
	 * @throws IllegalArgumentException if no frame has such a number
	 */
	public ImageClusters named(final int number, final String name) {
		Refusal.require(IntStream.rangeClosed(1, frames()).anyMatch(f -> frame(f).place(number) > 0),
			"cluster", number, "a number that there is");
		return named(Collections.singletonMap(number, name));
	}

	/**
	 * These clusters with names for some that are there.
	 *
	 * @param more by numbers before merging; one line each, empty for none
	 */
	public ImageClusters named(final Map<Integer, String> more) {
		return each(
			frame -> frame.with(copy -> copy.names = frame.names.and(more).among(frame.numbers)));
	}

	/** @return what the cluster with a number, before merging, is called; empty if nothing */
	public String name(final int number) {
		return names.name(number);
	}

	/**
	 * These clusters with other names for all, after merging.
	 *
	 * @param value none leaves the names that there are
	 */
	public ImageClusters named(final ClusterNames value) {
		return value.isNone() ? this : each(frame -> {
			final Map<Integer, String> all = new HashMap<>();
			for (final int number : frame.numbers)
				all.put(number, value.name(frame.label(number)));
			return frame.with(copy -> copy.names = NumberNames.NONE.and(all));
		});
	}

	/** Whether some cluster of any frame is called something. */
	public boolean isNamed() {
		return !names.isNone() || others.stream().anyMatch(ImageClusters::isNamed);
	}

	/** @return what a label is called: the names of its clusters, each once; may be empty */
	public String nameOfLabel(final int label) {
		return Arrays.stream(labels.members(label))
			.mapToObj(j -> name(numbers[j - 1]))
			.filter(name -> !name.isEmpty())
			.distinct()
			.collect(Collectors.joining(" + "));
	}

	/** @return a label and what it is called, such as {@code 2: stroma}; or {@code 2} alone */
	public String caption(final int label) {
		final String name = nameOfLabel(label);
		return label + (name.isEmpty() ? "" : ": " + name);
	}

	/** As they are for frames from which they were not learned: without statistics. */
	public ImageClusters applied() {
		return each(frame -> frame.with(copy -> {
			copy.clusters = Clusters.of(frame.centres());
			copy.figures = LearningFigures.NONE;
		}));
	}

	/** As they come back from a file: without statistics, colours of whole numbers. */
	public ImageClusters restored() {
		return kind.isOfColours()
			? applied().each(frame -> frame.withColors(frame.colors()))
			: applied();
	}

	public ClusterKind kind() {
		return kind;
	}

	/** RGB, Lab, a*b*, HSB, or values for grey and multi-channel images. */
	public String colorSpace() {
		return kind.colorSpaceText();
	}

	/** Whether they are colours, and not values. */
	public boolean isOfColours() {
		return kind.isOfColours();
	}

	/** The names of the coordinates. */
	public List<String> names() {
		return kind.names();
	}

	/** How they were found, as it stands in the file that was read; may be empty. */
	public String optionsText() {
		return optionsText;
	}

	/** How they were found; nothing if nobody knows. */
	public Optional<SegmentationOptions> foundBy() {
		return Optional.ofNullable(options);
	}

	/**
	 * How they are applied for the labels with which they were saved: number of
	 * clusters, background, smallest size, merging, and whether beyond the selection.
	 */
	public SegmentationOptions options() {
		final int largest = largestNumber();
		return options == null
			? SegmentationOptions.defaults().with(KMeansOptions.defaults().withClusters(largest))
			: options.ofLabels(largest);
	}

	/** Number of frames that have their own clusters; 1 if all have the same. */
	public int frames() {
		return 1 + others.size();
	}

	/** @param number 1 to frames */
	public ImageClusters frame(final int number) {
		Refusal.require(number >= 1 && number <= frames(), "frame", number, "1 to " + frames());
		if (number > 1) return others.get(number - 2);
		return others.isEmpty() ? this : with(copy -> copy.others = Collections.emptyList());
	}

	/** Number of clusters, of several frames the largest. */
	public int size() {
		return Math.max(clusters.size(), others.stream().mapToInt(ImageClusters::size).max().orElse(0));
	}

	/** The largest number of a cluster, of all frames. */
	int largestNumber() {
		return Math.max(largest(numbers),
			others.stream().mapToInt(ImageClusters::largestNumber).max().orElse(0));
	}

	private static int largest(final int[] numbers) {
		return numbers[numbers.length - 1];
	}

	/** What k-means found: before merging, numbered in turn. */
	public Clusters found() {
		return clusters;
	}

	public LearningFigures figures() {
		return figures;
	}

	/** Of each cluster; ascending, but some may be missing. */
	public int[] numbers() {
		return numbers.clone();
	}

	/** The place of the cluster with a number, or less than 1. */
	private int place(final int number) {
		return Arrays.binarySearch(numbers, number) + 1;
	}

	/** Of each cluster; a new array. */
	public double[][] centres() {
		return IntStream.rangeClosed(1, clusters.size())
			.mapToObj(clusters::centre)
			.toArray(double[][]::new);
	}

	/** How many each cluster was learned from; all 0 if nobody knows. */
	public long[] pixels() {
		return pixels.clone();
	}

	/** What became of the values of channels before they were clustered. */
	public ChannelMapping mapping() {
		return mapping;
	}

	/** In which clusters are painted; empty if all are made from the centres. */
	public int[] colors() {
		return kind.isOfColours() ? means.colours() : new int[0];
	}

	public ClusterLabels labels() {
		return labels;
	}

	/** The label of the cluster with a number: its number after merging; 0 if there is none. */
	public int label(final int number) {
		return labels.ofClusters()[Math.max(0, place(number))];
	}

	/** Number of pixels that the clusters of a label were learned from. */
	public long pixels(final int label) {
		return Arrays.stream(labels.members(label)).mapToLong(clusters::pixels).sum();
	}

	/** The mean of the pixels of a label, one number a channel, three for a colour. */
	public double[] value(final int label) {
		return mean(label, this::valueOfCluster);
	}

	/** Where the pixels of a label are in the mean. */
	public double[] centre(final int label) {
		return mean(label, clusters::centre);
	}

	/**
	 * The mean of vectors of the clusters of a label, weighted by the pixels that they
	 * were learned from; if nobody knows these, all weigh the same.
	 */
	private double[] mean(final int label, final IntFunction<double[]> vectors) {
		final int[] members = labels.members(label);
		if (members.length == 0) throw Refusal.of("label", label, Arrays.toString(labels.all()));
		if (members.length == 1) return vectors.apply(members[0]);
		final long known = Arrays.stream(members).mapToLong(j -> pixels[j - 1]).sum();
		final double[] sum = new double[vectors.apply(members[0]).length];
		for (final int j : members)
			for (int c = 0; c < sum.length; c++)
				sum[c] += vectors.apply(j)[c] * (known == 0 ? 1 : pixels[j - 1]);
		for (int c = 0; c < sum.length; c++)
			sum[c] /= known == 0 ? members.length : known;
		return sum;
	}

	/** Of every cluster before merging, the mean of its pixels. */
	public Stream<double[]> allValues() {
		return IntStream.rangeClosed(1, clusters.size()).mapToObj(this::valueOfCluster);
	}

	/** The mean of the pixels of a cluster before merging. */
	public double[] valueOfCluster(final int cluster) {
		return means.of(cluster, this::valueOfCentre);
	}

	private double[] valueOfCentre(final int cluster) {
		return kind.isMapped()
			? kind.colorSpace().colour(clusters.centre(cluster))
			: mapping.values(clusters.centre(cluster));
	}

	/** The centre of a cluster where channels are as they are: of a transform, the mean. */
	public double[] ownCentre(final int cluster) {
		return kind.isOfColours() ? clusters.centre(cluster) : valueOfCluster(cluster);
	}

	/** What was found, as centres where channels are transformed otherwise. */
	public Clusters in(final ChannelMapping others) {
		if (others.transform().equals(mapping.transform())) return clusters;
		final double[][] centres = new double[clusters.size()][];
		Arrays.setAll(centres, j -> others.point(ownCentre(j + 1)));
		return clusters.moved(centres);
	}

	@Override
	public String toString() {
		return size() + (size() == 1 ? " cluster" : " clusters") + " of " + frames()
			+ (frames() == 1 ? " frame, " : " frames, ") + colorSpace() + " " + names();
	}
}
