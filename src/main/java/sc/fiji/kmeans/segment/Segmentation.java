package sc.fiji.kmeans.segment;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.ImageAttributes;
import sc.fiji.kmeans.model.Background;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.LearningFigures;
import sc.fiji.kmeans.model.SegmentationOptions;

/**
 * An ImageJ image, its frames (slices, time points) clustered each on its own or
 * together, and the pictures that this gives: labels, segmented and masked images.
 * They carry calibration, dimensions, slice labels and properties of the original,
 * and know nothing of later changes to it. Pictures of a virtual stack are
 * virtual, and so are pictures that would take more than half of the free memory: each
 * frame is drawn when it is looked at.
 */
public final class Segmentation {

	/** Up to this label, the number of a slice is that of its cluster. */
	private static final int MOST_PLACES = 255;
	/** The share of a suggestion in the work. */
	private static final double SUGGESTED = 0.4;

	private final ImageAttributes attributes;
	private final SegmentationOptions options;
	private final SegmentedFrames frames;
	private final Painting painting;
	private final Progress progress;
	/** Null if the number of clusters was given. */
	private final Suggestion suggestion;
	/** By frame, the number of pixels of each label; null where labels tell. */
	private final List<long[]> pixels;

	/** @param suggestion null if the number of clusters was given */
	private Segmentation(final SegmentedFrames segmented, final Suggestion suggestion) {
		this.suggestion = suggestion;
		frames = segmented;
		options = frames.source().options();
		progress = Progress.NONE;
		pixels = null;
		attributes = frames.source().attributes();
		options.names().among(largestNumber());
		frames.describe(
			learned -> learned.withNames(valueNames()).withOptions(options).named(options.names()));
		painting = new Painting(frames.source().first(), attributes.luts(frames.source().channels()),
			IntStream.rangeClosed(1, frames.size())
				.mapToObj(frames::learned)
				.distinct()
				.flatMap(ImageClusters::allValues)
				.collect(Collectors.toList()));
	}

	/** The same segmentation, which reports to another progress. */
	private Segmentation(final Segmentation same, final Progress progress,
		final List<long[]> pixels)
	{
		options = same.options;
		frames = same.frames;
		attributes = same.attributes;
		painting = same.painting;
		suggestion = same.suggestion;
		this.progress = progress;
		this.pixels = pixels;
	}

	/**
	 * The same segmentation, whose pictures and selections tell how far they are.
	 *
	 * @param progress may end the making of any of them by a
	 *          {@link CancellationException}
	 */
	public Segmentation reportingTo(final Progress progress) {
		return new Segmentation(this, Objects.requireNonNull(progress, "progress"), pixels);
	}

	/**
	 * The iterations of a single plain run, for the pixels that a suggestion goes by.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public Trace trace() {
		return new Trace(frames.source(), progress);
	}

	/** Pictures of the iterations, drawn if they are looked at where memory is short. */
	public ImagePlus pictures(final Trace trace) {
		return pictures().trace(trace);
	}

	private FramePictures pictures() {
		return new FramePictures(attributes, frames, progress);
	}

	/**
	 * Segments the selected pixels of an image, or all of them where there is no
	 * area selection, each frame on its own.
	 *
	 * @param image of any type; a stack frame by frame
	 * @throws IllegalArgumentException if the selection is empty
	 */
	public static Segmentation of(final ImagePlus image, final KMeansOptions options) {
		return of(image, SegmentationOptions.defaults().with(options), Progress.NONE);
	}

	/**
	 * Segments an image with all options.
	 *
	 * @throws IllegalArgumentException if image and options do not fit
	 */
	public static Segmentation of(final ImagePlus image, final SegmentationOptions options) {
		return of(image, options, Progress.NONE);
	}

	/**
	 * Segments an image with all options, and reports progress.
	 *
	 * @throws IllegalArgumentException if image and options do not fit
	 * @throws CancellationException if the progress throws it
	 */
	public static Segmentation of(final ImagePlus image, final SegmentationOptions options,
		final Progress progress)
	{
		return of(SourceImage.of(image), options, progress);
	}

	static Segmentation of(final SourceImage image, final SegmentationOptions options,
		final Progress progress)
	{
		Objects.requireNonNull(progress, "progress");
		final FrameLearning learning = new FrameLearning(
			new SelectedFrames(image, Objects.requireNonNull(options, "options"), progress));
		if (!options.areClustersSuggested()) return new Segmentation(learning.learned(progress), null);
		final Suggestion suggestion = Suggestion.of(learning, progress.part(0, SUGGESTED));
		return new Segmentation(
			learning.with(suggestion.taken(options)).learned(progress.part(SUGGESTED, 1)), suggestion);
	}

	/**
	 * Applies clusters to an image as they were saved: to the image that they were
	 * learned from with the same labels.
	 *
	 * @throws IllegalArgumentException if image and clusters do not fit
	 */
	public static Segmentation apply(final ImageClusters clusters, final ImagePlus image) {
		return apply(clusters, image, Objects.requireNonNull(clusters, "clusters").options(),
			Progress.NONE);
	}

	/**
	 * Applies clusters to an image, all its frames; nothing is learned. Clusters of some
	 * channels fit an image of these alone, too.
	 *
	 * @param clusters for all frames, or of as many as the image has
	 * @param options of which selection, background, channels, smallest size and merging
	 *          hold
	 * @throws IllegalArgumentException if image and clusters do not fit
	 * @throws CancellationException if the progress throws it
	 */
	public static Segmentation apply(final ImageClusters clusters, final ImagePlus image,
		final SegmentationOptions options, final Progress progress)
	{
		return apply(clusters, SourceImage.of(image), options, progress);
	}

	static Segmentation apply(final ImageClusters clusters, final SourceImage image,
		final SegmentationOptions options, final Progress progress)
	{
		Objects.requireNonNull(clusters, "clusters");
		Objects.requireNonNull(options, "options");
		final SegmentationOptions own = clusters.isOfColours()
			? options.with(clusters.kind().colorSpace())
			: isOfTheSame(image.image(), clusters, options) ? options.withChannels("all") : options;
		final ImageClusters restored = clusters.restored().merged(options.merge());
		return apply(IntStream.rangeClosed(1, clusters.frames())
			.mapToObj(restored::frame)
			.collect(Collectors.toList()), image, own, progress);
	}

	/** Whether it has no channels but those that clusters are of and that are wanted. */
	private static boolean isOfTheSame(final ImagePlus image, final ImageClusters clusters,
		final SegmentationOptions options)
	{
		return image.getNChannels() == clusters.kind().dimensions()
			&& options.channels().equals(clusters.options().channels());
	}

	/**
	 * An image of a frame that was segmented, with its clusters.
	 *
	 * @param image of the same pixels, with the same selection
	 * @param options of the frame
	 */
	public static Segmentation of(final SegmentedFrame frame, final ImagePlus image,
		final SegmentationOptions options)
	{
		return apply(Collections.singletonList(frame.clusters()), SourceImage.of(image), options,
			Progress.NONE);
	}

	/** @param clusters for all frames, or of each */
	private static Segmentation apply(final List<ImageClusters> clusters, final SourceImage image,
		final SegmentationOptions options, final Progress progress)
	{
		final SelectedFrames frames = new SelectedFrames(image, options.with(FrameMode.EACH), progress);
		return new Segmentation(SegmentedFrames.of(frames, frames.worker(), clusters, progress), null);
	}

	/** The clusters of all frames, to be saved and applied to images. */
	public ImageClusters clusters() {
		final boolean areShared = IntStream.rangeClosed(1, frames())
			.mapToObj(frames::learned)
			.distinct()
			.count() == 1;
		return ImageClusters.joined(IntStream.rangeClosed(1, areShared ? 1 : frames())
			.mapToObj(this::clustersOfFrame)
			.collect(Collectors.toList()));
	}

	/**
	 * The clusters of one frame, to be saved and applied to images.
	 *
	 * @param frame 1 to frames
	 */
	public ImageClusters clustersOfFrame(final int frame) {
		requireFrame(frame);
		return frames.learned(frame);
	}

	/**
	 * A frame with its labels, made now if it is of a virtual stack.
	 *
	 * @param frame 1 to frames
	 */
	public SegmentedFrame frame(final int frame) {
		requireFrame(frame);
		return frames.frame(frame, progress.part(0, 0));
	}

	/**
	 * The number of a frame in the image, from 1 on.
	 *
	 * @param frame 1 to frames
	 */
	public int numberOfFrame(final int frame) {
		return frames.source().numbers()[frame - 1];
	}

	/** Labels frames of the kind of these. */
	FrameWorker worker() {
		return frames.source().worker();
	}

	/** Whether pixels are numbers of 32 bits. */
	boolean isReal() {
		return frames.source().first()[0] instanceof FloatProcessor;
	}

	/**
	 * The same where more pixels have labels than those that are here.
	 *
	 * @param numbers of each label, by frame
	 */
	public Segmentation withPixels(final List<long[]> numbers) {
		return new Segmentation(this, progress, numbers);
	}

	/**
	 * The number of pixels of each label; of label 0 none.
	 *
	 * @param frame 1 to frames
	 */
	public long[] pixelsOfLabels(final int frame) {
		final long[] numbers = new long[clustersOfFrame(frame).labels().largest() + 1];
		if (pixels == null) frame(frame).count(numbers);
		else System.arraycopy(pixels.get(frame - 1), 0, numbers, 0, numbers.length);
		numbers[0] = 0;
		return numbers;
	}

	private void requireFrame(final int frame) {
		if (frame < 1 || frame > frames())
			throw new IllegalArgumentException("frame = " + frame + ": takes 1 to " + frames());
	}

	/**
	 * Labels under the selection; ascending.
	 *
	 * @param key of the setting that asks, for the message
	 * @throws IllegalArgumentException if nothing segmented is selected
	 */
	int[] numbersUnderSelection(final String key) {
		return frames.numbersUnderSelection(key, progress.part(0, 0));
	}

	/** 1 for each pixel that is selected, 0 for the others; nothing if all are. */
	public Optional<ImageProcessor> selected() {
		return frames.source().selected();
	}

	/** The title of the image. */
	public String title() {
		return attributes.title();
	}

	/** Whether clusters are colours, and not values. */
	public boolean isOfColours() {
		return clustersOfFrame(1).isOfColours();
	}

	/** The unit of areas, such as µm². */
	public String areaUnit() {
		final Calibration calibration = attributes.calibration();
		final boolean hasUnit = !calibration.getUnit().trim().isEmpty();
		if (!calibration.scaled()
			|| !hasUnit && calibration.pixelWidth == 1 && calibration.pixelHeight == 1) return "pixels";
		return hasUnit ? calibration.getUnits() + "\u00b2" : "square units";
	}

	/** The unit of times. */
	public String timeUnit() {
		return attributes.calibration().getTimeUnit();
	}

	public ImageAttributes attributes() {
		return attributes;
	}

	/** What suggested the number of clusters, if it was not given. */
	public Optional<Suggestion> suggestion() {
		return Optional.ofNullable(suggestion);
	}

	/** How it was made; with the number of clusters if that was suggested. */
	public SegmentationOptions options() {
		return options;
	}

	/**
	 * What the numbers of a pixel's value are called: Red, Green and Blue, Value, or the
	 * names of the channels that are segmented. The same in all tables and files.
	 */
	public List<String> valueNames() {
		if (isOfColours()) return ColorSpace.RGB.names();
		return ValueNames.of(attributes, frames.source().channels());
	}

	/** Number of frames. */
	public int frames() {
		return frames.size();
	}

	/**
	 * The numbers of the clusters that a frame has, after merging; ascending.
	 *
	 * @param frame 1 to frames
	 */
	public int[] numbersOfFrame(final int frame) {
		return clustersOfFrame(frame).labels().all();
	}

	/**
	 * The frames whose clusters were learned: none where they were applied, and none
	 * without pixels, which has the clusters of another frame.
	 */
	public int[] learnedFrames() {
		return IntStream.rangeClosed(1, frames())
			.filter(n -> clustersOfFrame(n).found().attempts() > 0)
			.toArray();
	}

	/**
	 * What is to be said about the clusters of a frame.
	 *
	 * @param frame 1 to frames
	 */
	public LearningFigures figures(final int frame) {
		return clustersOfFrame(frame).figures();
	}

	/**
	 * The cluster's own colour, 0xRRGGBB: that of the segmented image, or of values
	 * one that does not depend on how the image is displayed.
	 *
	 * @param frame 1 to frames
	 * @param cluster a label that the frame has
	 * @throws IllegalArgumentException if it has none
	 */
	public int colourInFrame(final int frame, final int cluster) {
		if (clustersOfFrame(frame).labels().members(cluster).length == 0)
			throw new IllegalArgumentException("cluster = " + cluster + ": frame " + frame + " has "
				+ Arrays.toString(numbersOfFrame(frame)));
		return painting.colour(clustersOfFrame(frame).value(cluster));
	}

	/**
	 * Label image: the number of the cluster of each pixel, 0 outside the selection;
	 * 8-bit, 16-bit from 255 clusters on. Its look-up table are the colours of the
	 * {@link Palette}.
	 */
	public ImagePlus labels() {
		return pictures().labels(largestCluster());
	}

	/** The labels that clusters of any frame have; ascending, and maybe with gaps. */
	public int[] numbers() {
		return IntStream.rangeClosed(1, frames())
			.flatMap(n -> IntStream.of(clustersOfFrame(n).labels().all()))
			.sorted()
			.distinct()
			.toArray();
	}

	/** The largest label of any frame. */
	public int largestCluster() {
		return IntStream.rangeClosed(1, frames())
			.map(n -> clustersOfFrame(n).labels().largest())
			.max()
			.getAsInt();
	}

	/** The largest number that a cluster may have. */
	public int largestNumber() {
		return Math.max(options.labels(), largestCluster());
	}

	/**
	 * Each selected pixel in the colour of its cluster, rounded to the nearest
	 * integer; the others as they are. Of the type of the image, RGB for an indexed
	 * one; of channels it has those that are segmented.
	 */
	public ImagePlus segmented() {
		return pictures().segmented();
	}

	/**
	 * The image with the pixels of some clusters turned black, in all channels.
	 *
	 * @param removed numbers that clusters may have; a frame that has no such cluster
	 *          stays as it is
	 * @throws IllegalArgumentException if no cluster can have such a number
	 */
	public ImagePlus masked(final int... removed) {
		return masked(Background.BLACK, removed);
	}

	/** Masked as above, with another background. */
	public ImagePlus masked(final Background background, final int... removed) {
		Objects.requireNonNull(background, "background");
		requireNumbers(removed);
		return pictures().masked(background, removed);
	}

	/**
	 * One masked picture for each cluster, as a stack: slice j is without cluster
	 * j, also where a number is missing; with labels above 255 it is the j-th that there is.
	 * Of several frames, each has a row of such slices, and is a time point.
	 */
	public ImagePlus maskedEach() {
		return maskedEach(Background.BLACK);
	}

	/** Masked as above, with another background. */
	public ImagePlus maskedEach(final Background background) {
		return pictures().maskedEach(Objects.requireNonNull(background, "background"), places());
	}

	/**
	 * The image with nothing but some clusters: the other pixels of the selection are
	 * removed, also those that are not segmented.
	 *
	 * @param kept numbers that clusters may have
	 * @throws IllegalArgumentException if no cluster can have such a number
	 */
	public ImagePlus kept(final Background background, final int... kept) {
		Objects.requireNonNull(background, "background");
		requireNumbers(kept);
		return pictures().kept(background, kept);
	}

	/** One picture for each cluster, which is kept alone; a stack as {@link #maskedEach()}. */
	public ImagePlus keptEach(final Background background) {
		return pictures().keptEach(Objects.requireNonNull(background, "background"), places());
	}

	/**
	 * The label of each slice: its place, so that macros find it; but not of thousands that are not.
	 */
	private int[] places() {
		return largestCluster() <= MOST_PLACES
			? IntStream.rangeClosed(1, largestCluster()).toArray()
			: numbers();
	}

	private void requireNumbers(final int... numbers) {
		for (final int number : numbers)
			if (number < 1 || number > largestNumber())
				throw new IllegalArgumentException(
					"cluster = " + number + ": takes 1 to " + largestNumber());
	}

	/** What is said about it in a line. */
	@Override
	public String toString() {
		return title() + ": " + frames() + (frames() == 1 ? " frame, " : " frames, ") + largestCluster()
			+ (largestCluster() == 1 ? " cluster" : " clusters");
	}
}
