package sc.fiji.kmeans.files;

import ij.ImagePlus;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.files.format.Memory;
import sc.fiji.kmeans.files.format.NoData;
import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.files.tiff.TiffImage;
import sc.fiji.kmeans.image.ImageBands;
import sc.fiji.kmeans.image.PixelKind;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.saved.ClusterFile;
import sc.fiji.kmeans.segment.BandSegmentation;
import sc.fiji.kmeans.segment.CountedPixels;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.settings.FileSettings;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.Settings;
import sc.fiji.kmeans.settings.Trait;
import sc.fiji.kmeans.vector.PixelSample;
import sc.fiji.kmeans.vector.TooManyPixels;

/**
 * Learns the clusters of images, or applies saved ones to them; immutable. It goes to
 * other machines as texts, and is the same there.
 */
public final class Segmenter implements Serializable {

	private static final long serialVersionUID = 1;

	private final transient Settings settings;
	/** Null where clusters are learned. */
	private final transient ImageClusters applied;

	private Segmenter(final Settings settings, final ImageClusters applied) {
		this.settings = settings;
		this.applied = applied;
	}

	/**
	 * Learns.
	 *
	 * @param reference whose numbers the nearest clusters get; null for none
	 * @param texts of the settings, by their keys; the others are as by default
	 * @throws IllegalArgumentException with a key, its text and what it takes
	 */
	public static Segmenter learning(final ImageClusters reference, final Texts texts) {
		final SegmentationOptions defaults = SegmentationOptions.defaults();
		return new Segmenter(Settings.read(FileSettings.LEARNING,
			reference == null ? defaults : defaults.withReference(reference), texts::of), null);
	}

	/**
	 * Applies.
	 *
	 * @throws IllegalArgumentException as above
	 */
	public static Segmenter applying(final ImageClusters clusters, final Texts texts) {
		return new Segmenter(Settings.read(FileSettings.APPLYING, clusters.options(), texts::of),
			clusters);
	}

	/** Gives the text of the setting with a key; null if there is none. */
	@FunctionalInterface
	public interface Texts {

		String of(String key);
	}

	/**
	 * Applies clusters, as if they had been saved and given to another command: all that
	 * they do not tell is as it is here.
	 */
	public Segmenter applying(final ImageClusters clusters) {
		final Map<String, String> texts = settings.texts();
		FileSettings.APPLYING.stream()
			.filter(row -> row.is(Trait.LABELS))
			.forEach(row -> texts.put(row.key(), Setting.SAVED));
		return applying(ClusterFile.of(ClusterFile.text(clusters)), texts::get);
	}

	/** Whether all images together get one set of clusters. */
	public boolean isTogether() {
		return applied == null && settings.options().frames() == FrameMode.TOGETHER;
	}

	/** @throws IOException with the reason why the file can not be opened */
	ImagePlus open(final PlannedImage image) throws IOException {
		return new ImageFile(image.file(), FileSettings.PAGES.of(settings)).open();
	}

	/** Why it can not be opened, if it can not. */
	Optional<String> failure(final PlannedImage image) {
		return new ImageFile(image.file(), FileSettings.PAGES.of(settings)).failure();
	}

	/**
	 * The image if it is so large that it is segmented in bands.
	 *
	 * @throws IOException with the reason, if it is no file that can be read
	 */
	Optional<TiffImage> openLarge(final PlannedImage image) throws IOException {
		new ImageFile(image.file()).requireFile();
		final Optional<TiffImage> large = LargeImage.of(image.file(), FileSettings.PAGES.of(settings));
		if (large.isPresent()) requireRow(large.get());
		return large;
	}

	private static void requireRow(final TiffImage large) throws IOException {
		try {
			final boolean areValues = PixelKind.areValues(large.bitDepth(), large.channels());
			Memory.requireRow(large.width(), large.pixelBytes(), areValues ? 0 : large.channels());
		}
		catch (final IOException e) {
			large.close();
			throw e;
		}
	}

	/**
	 * Counts a sample of the pixels of an image, for clusters of all images together.
	 *
	 * @throws IOException with the reason, if the file can not be read
	 * @throws IllegalArgumentException if the image does not fit
	 * @throws TooManyPixels if a sparser sample is to be tried
	 */
	CountedPixels count(final PlannedImage image, final PixelSample sample) throws IOException {
		final Optional<TiffImage> large = openLarge(image);
		final CountedPixels.Sum sum = sum(image, sample);
		if (large.isPresent()) return counted(large.get(), bands -> counted(sum, bands, 0));
		sum.add(open(image), Progress.NONE);
		return sum.counted(Progress.NONE);
	}

	/** The same of some bands of an image that is large. */
	CountedPixels count(final ImagePart part, final PixelSample sample) throws IOException {
		final CountedPixels.Sum sum = sum(part.image(), sample);
		return counted(
			openLarge(part.image()).orElseThrow(() -> new IOException("this image was changed")),
			bands -> counted(sum, part.of(bands), part.first()));
	}

	private CountedPixels.Sum sum(final PlannedImage image, final PixelSample sample) {
		return new CountedPixels.Sum(settings.options().withNoData(NoData.in(image.file())), sample);
	}

	private static CountedPixels counted(final CountedPixels.Sum sum, final ImageBands bands,
		final int first)
	{
		sum.add(bands, first, Progress.NONE);
		return sum.counted(Progress.NONE);
	}

	/**
	 * The parts of an image that is large.
	 *
	 * @param most how many there may be
	 * @param condition that it has to meet
	 * @return nothing if it is not large, or does not meet it
	 */
	List<ImagePart> parts(final PlannedImage image, final int most,
		final Predicate<TiffImage> condition) throws IOException
	{
		final Optional<TiffImage> large = openLarge(image);
		return large.isPresent()
			? counted(large.get(),
				it -> condition.test(it)
					? ImagePart.of(image, it, most)
					: Collections.<ImagePart>emptyList())
			: Collections.emptyList();
	}

	private static <T> T counted(final TiffImage large, final Function<TiffImage, T> count)
		throws IOException
	{
		try (TiffImage image = large) {
			return count.apply(image);
		}
		catch (final UncheckedIOException e) {
			throw e.getCause();
		}
	}

	/**
	 * The clusters of all images whose pixels were counted and added, in whatever order.
	 *
	 * @throws IllegalArgumentException if there are no pixels
	 */
	public ImageClusters learned(final CountedPixels counted) {
		return counted.learned(settings.options(), Progress.NONE);
	}

	/**
	 * @param noData value of pixels that are none
	 * @throws IllegalArgumentException if the image does not fit
	 */
	Segmentation segment(final ImagePlus image, final OptionalDouble noData) {
		final SegmentationOptions own = settings.options().withNoData(noData);
		return applied == null
			? Segmentation.of(image, own, Progress.NONE)
			: Segmentation.apply(applied, image, own, Progress.NONE);
	}

	/**
	 * The same of an image in bands that learns from pixels that were counted, of its only frame.
	 */
	BandSegmentation segment(final ImageBands image, final CountedPixels counted,
		final OptionalDouble noData)
	{
		return BandSegmentation.of(image, counted, settings.options().withNoData(noData));
	}

	/** The same of an image in bands, all of whose pixels are read. */
	BandSegmentation segment(final ImageBands image, final OptionalDouble noData) {
		final SegmentationOptions own = settings.options().withNoData(noData);
		return applied == null
			? BandSegmentation.of(image, own, Progress.NONE)
			: BandSegmentation.apply(applied, image, own);
	}

	/** With what is made of each image. */
	public Settings settings() {
		return settings;
	}

	/** The clusters that are applied, if any are. */
	public Optional<ImageClusters> applied() {
		return Optional.ofNullable(applied);
	}

	private Object writeReplace() {
		return new WrittenSegmenter(this);
	}

	/** What goes to another machine. */
	private static final class WrittenSegmenter implements Serializable {

		private static final long serialVersionUID = 1;

		private final LinkedHashMap<String, String> texts;
		/** Null if there are none. */
		private final String applied;
		private final String reference;

		private WrittenSegmenter(final Segmenter segmenter) {
			texts = new LinkedHashMap<>(segmenter.settings.texts());
			applied = text(segmenter.applied);
			reference = text(segmenter.settings.options().reference().orElse(null));
		}

		private static String text(final ImageClusters clusters) {
			return clusters == null ? null : ClusterFile.text(clusters);
		}

		private Object readResolve() {
			if (applied != null) return applying(ClusterFile.of(applied), texts::get);
			return learning(reference == null ? null : ClusterFile.of(reference), texts::get);
		}
	}
}
