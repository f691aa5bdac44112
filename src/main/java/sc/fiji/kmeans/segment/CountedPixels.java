package sc.fiji.kmeans.segment;

import ij.ImagePlus;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.image.BandedFrames;
import sc.fiji.kmeans.image.ChannelNames;
import sc.fiji.kmeans.image.Frames;
import sc.fiji.kmeans.image.IgnoredPixels;
import sc.fiji.kmeans.image.ImageAttributes;
import sc.fiji.kmeans.image.ImageBands;
import sc.fiji.kmeans.image.PixelKind;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.Numbering;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.pixel.CheckedInput;
import sc.fiji.kmeans.pixel.CheckedOutput;
import sc.fiji.kmeans.pixel.PixelHistogram;
import sc.fiji.kmeans.pixel.PixelSum;
import sc.fiji.kmeans.vector.ChannelVectors;
import sc.fiji.kmeans.vector.FramePixels;
import sc.fiji.kmeans.vector.PixelSample;
import sc.fiji.kmeans.vector.SortedVectors;
import sc.fiji.kmeans.vector.TooManyPixels;

/**
 * The pixels of one image or of many, counted; immutable. All that clustering needs: the clusters
 * are, to the last bit, those that {@link Segmentation} finds for a stack of all the images whose
 * frames are clustered together, in whatever order and on whatever machines parts were counted
 * and added. A {@link Sum} counts many images, or one band by band.
 */
public final class CountedPixels {

	private static final double SUGGESTED = 0.4;

	private final PixelKind kind;
	private final ChannelNames names;
	/** Null where pixels are vectors. */
	private final PixelHistogram values;
	/** Null where they are values. */
	private final SortedVectors vectors;
	/** Of vectors. */
	private PixelSample sample = PixelSample.ALL;

	/**
	 * @param values null where pixels are vectors
	 * @param vectors null where they are values
	 */
	private CountedPixels(final PixelKind kind, final ChannelNames names, final PixelHistogram values,
		final SortedVectors vectors)
	{
		this.kind = kind;
		this.names = names;
		this.values = values;
		this.vectors = vectors;
	}

	/**
	 * Counts the pixels of all frames of an image, which nobody changes meanwhile.
	 *
	 * @param options of which what is ignored, no data and the channels matter
	 * @throws IllegalArgumentException if image and options do not fit
	 * @throws CancellationException if the progress throws it
	 */
	public static CountedPixels of(final ImagePlus image, final SegmentationOptions options,
		final Progress progress)
	{
		final Sum sum = new Sum(options);
		sum.add(image, progress);
		return sum.counted(progress.part(1, 1));
	}

	/**
	 * Counts the pixels of all frames of an image in bands.
	 *
	 * @param options as above
	 * @throws java.io.UncheckedIOException if a band can not be read
	 * @throws IllegalArgumentException if image and options do not fit
	 * @throws CancellationException if the progress throws it
	 */
	public static CountedPixels of(final ImageBands image, final SegmentationOptions options,
		final Progress progress)
	{
		final Sum sum = new Sum(options);
		sum.add(image, 0, progress);
		return sum.counted(progress.part(1, 1));
	}

	/**
	 * All pixels of both.
	 *
	 * @throws IllegalArgumentException if they are of different kinds
	 */
	public CountedPixels plus(final CountedPixels other) {
		return plus(other, Progress.NONE);
	}

	/**
	 * All pixels of both; takes time by the number of distinct values alone.
	 *
	 * @throws IllegalArgumentException if they are of different kinds
	 * @throws CancellationException if the progress throws it
	 */
	public CountedPixels plus(final CountedPixels other, final Progress progress) {
		requireKind(kind, other.kind);
		return new CountedPixels(kind, names.and(other.names),
			values == null ? null : values.plus(other.values, progress),
			vectors == null ? null : vectors.plus(other.vectors, progress)).of(sample);
	}

	private static void requireKind(final PixelKind counted, final PixelKind other) {
		if (!other.equals(counted))
			throw new IllegalArgumentException(
				"pixels = " + other + ": takes " + counted + ", as those counted before");
	}

	/** The same, which are a sample of the pixels that are meant. */
	public CountedPixels of(final PixelSample some) {
		final CountedPixels sampled = new CountedPixels(kind, names, values, vectors);
		sampled.sample = some;
		return sampled;
	}

	/** Which of the pixels that are meant these are, where they are no values. */
	public PixelSample sample() {
		return sample;
	}

	/** What they are. */
	public PixelKind kind() {
		return kind;
	}

	/** Whether no pixel counts. */
	public boolean isEmpty() {
		return distinct() == 0;
	}

	/** Number of pixels that count. */
	public long pixels() {
		return values == null ? vectors.pixels() : values.pixels();
	}

	/** Number of different values. */
	public int distinct() {
		return values == null ? vectors.distinct() : values.distinct();
	}

	/**
	 * The clusters of all pixels.
	 *
	 * @param options as in counting, with any others; which frames share their clusters does
	 *          not matter
	 * @throws IllegalArgumentException if there are no pixels, or they and options do not fit
	 * @throws CancellationException if the progress throws it
	 */
	public ImageClusters learned(final SegmentationOptions options, final Progress progress) {
		final SegmentationOptions together = options.with(FrameMode.TOGETHER);
		final Learning learning = learning(together);
		if (!options.areClustersSuggested()) return clusters(learning, together, progress);
		final Suggestion suggested = learning.series(Suggestion::new, progress.part(0, SUGGESTED));
		final SegmentationOptions settled = suggested.taken(together);
		return clusters(learning.with(settled), settled, progress.part(SUGGESTED, 1));
	}

	private ImageClusters clusters(final Learning learning, final SegmentationOptions options,
		final Progress progress)
	{
		options.names().among(options.labels());
		return learning.learned(options.reference().map(Numbering::known), progress)
			.withNames(names.names())
			.withOptions(options)
			.named(options.names());
	}

	private Learning learning(final SegmentationOptions options) {
		return new Learning(Objects.requireNonNull(options, "options"), counts());
	}

	ClusteredPoints.Counts counts() {
		return new ClusteredPoints.Counts(values, vectors == null ? null : vectors.vectors(), kind,
			sample);
	}

	/**
	 * Writes all of it, as few bytes, the same for the same pixels: about two for each distinct
	 * colour. The stream stays open.
	 */
	public void write(final OutputStream out) throws IOException {
		out.write(CountedBytes.BEGINNING);
		final CheckedOutput numbers = new CheckedOutput(out);
		kind.write(numbers);
		names.write(numbers);
		if (values != null) values.write(numbers);
		else vectors.write(kind, numbers);
		numbers.finish();
	}

	/**
	 * Reads what {@link #write} wrote, and not a byte more.
	 *
	 * @throws IOException if the bytes are damaged, of another version or something else
	 */
	public static CountedPixels read(final InputStream in) throws IOException {
		CountedBytes.requireBeginning(in);
		final CheckedInput numbers = new CheckedInput(in);
		final PixelKind kind = PixelKind.read(numbers);
		final ChannelNames names = ChannelNames.read(kind.areColours() ? 0 : kind.channels(), numbers);
		final CountedPixels read = new CountedPixels(kind, names,
			kind.areValues() ? PixelHistogram.read(kind.format(), numbers) : null,
			kind.areValues() ? null : SortedVectors.read(kind, numbers));
		numbers.finish();
		return read;
	}

	@Override
	public String toString() {
		return pixels() + " pixels of " + kind + ", " + distinct() + " different";
	}

	/**
	 * Counts the pixels of one image after another, or of one band of rows of an image after
	 * another, and adds what was counted elsewhere. Memory is bounded by the distinct values and
	 * the largest image or band. For one thread at a time; an addition counts with several.
	 */
	public static final class Sum {

		private final SegmentationOptions options;
		private final PixelSample sample;
		/** Null before the first addition. */
		private PixelKind kind;
		private ChannelNames names;
		/** Null where pixels are vectors. */
		private PixelSum values;
		/** Null where they are values. */
		private ChannelVectors vectors;

		/** @param options of which what is ignored, no data and the channels matter */
		public Sum(final SegmentationOptions options) {
			this(options, PixelSample.ALL);
		}

		/** @param sample of which pixels are counted; where it has too many, {@link TooManyPixels} */
		public Sum(final SegmentationOptions options, final PixelSample sample) {
			this.options = Objects.requireNonNull(options, "options");
			this.sample = sample;
		}

		/**
		 * Counts the pixels of all frames of an image or a band, which nobody changes meanwhile,
		 * and needs it no more then.
		 *
		 * @throws IllegalArgumentException if image and options do not fit, or it is of another
		 *           kind; nothing was added then
		 * @throws CancellationException if the progress throws it; this is of no use any more
		 *           then
		 */
		public void add(final ImagePlus image, final Progress progress) {
			final Frames frames = Frames.of(image);
			final IgnoredPixels ignored = new IgnoredPixels(options.ignored(), options.noData(),
				image.getCalibration());
			for (int n = 1; n <= frames.size(); n++) {
				final FramePixels frame = FramePixels.of(options.channels().of(frames.frame(n)),
					image.getRoi(), ignored);
				if (n == 1)
					begin(frame.kind().with(image.getCalibration()), names(frame.kind(), image, frames));
				add(frame.at(n, 0), progress.part((n - 1.0) / frames.size(), (double) n / frames.size()));
			}
		}

		/**
		 * Counts the pixels of all frames of an image in bands, or of some of its bands.
		 *
		 * @param first the row of the image with which they begin
		 * @throws java.io.UncheckedIOException if a band can not be read
		 * @throws IllegalArgumentException as above
		 */
		public void add(final ImageBands image, final int first, final Progress progress) {
			final ImagePlus head = image.head();
			final Frames frames = Frames.of(head);
			final IgnoredPixels ignored = new IgnoredPixels(options.ignored(), options.noData(),
				head.getCalibration());
			final PixelKind own = FramePixels.of(options.channels().of(frames.frame(1)), null, ignored)
				.kind()
				.with(head.getCalibration());
			begin(own, names(own, head, frames));
			final BandedFrames bands = new BandedFrames(image);
			final Steps steps = new Steps(progress, "counting", (long) frames.size() * bands.size());
			for (int n = 1; n <= frames.size(); n++) {
				final int frame = n;
				bands.each(n, band -> {
					if (!band.isEmpty())
						add(FramePixels.of(options.channels().of(band.channels()), band.selection(), ignored)
							.at(frame, first + band.first()), Progress.NONE);
					steps.done();
				});
			}
		}

		private ChannelNames names(final PixelKind added, final ImagePlus image, final Frames frames) {
			if (added.areColours()) return ChannelNames.of(new int[0], Collections.emptyList());
			final int[] numbers = options.channels().numbers(frames.channels());
			return ChannelNames.of(numbers, ValueNames.of(
				new ImageAttributes(image, IntStream.rangeClosed(1, frames.size()).toArray()), numbers));
		}

		private void begin(final PixelKind added, final ChannelNames called) {
			if (kind == null) {
				kind = added;
				names = called;
				values = kind.areValues() ? new PixelSum(kind.format()) : null;
				vectors = kind.areValues() ? null : new ChannelVectors(kind.channels());
			}
			requireKind(kind, added);
			names = names.and(called);
		}

		private void add(final FramePixels frame, final Progress progress) {
			if (values != null) values.add(frame.values(), progress);
			else vectors.add(frame.vectors(), sample, progress);
		}

		/**
		 * Adds what was counted with the same options.
		 *
		 * @throws IllegalArgumentException if it is of another kind; nothing was added then
		 * @throws CancellationException if the progress throws it; this is of no use any more
		 *           then
		 */
		public void add(final CountedPixels counted, final Progress progress) {
			begin(counted.kind, counted.names);
			if (values != null) values.add(counted.values, progress);
			else vectors.add(counted.vectors.vectors(), sample, progress);
		}

		/**
		 * All that was added so far.
		 *
		 * @throws IllegalStateException if that was nothing
		 * @throws CancellationException if the progress throws it
		 */
		public CountedPixels counted(final Progress progress) {
			if (kind == null) throw new IllegalStateException("Nothing was added");
			if (vectors != null) vectors.end(sample, progress);
			return new CountedPixels(kind, names, values == null ? null : values.histogram(progress),
				vectors == null ? null : SortedVectors.of(vectors, progress)).of(sample);
		}
	}
}
