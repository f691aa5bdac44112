package sc.fiji.kmeans.segment;

import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.PixelKind;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.pixel.LocatedHistogram;
import sc.fiji.kmeans.pixel.ValueHistogram;
import sc.fiji.kmeans.pixel.ValueSpace;
import sc.fiji.kmeans.pixel.Workspace;
import sc.fiji.kmeans.vector.ChannelVectors;
import sc.fiji.kmeans.vector.LearnedVectors;
import sc.fiji.kmeans.vector.PixelSample;
import sc.fiji.kmeans.vector.Transform;
import sc.fiji.kmeans.vector.TransformedVectors;

/** Pixels as points that are clustered, which the number of clusters does not change; immutable. */
final class ClusteredPoints {

	// Where in the work of making them these end.
	private static final double TRANSFORMED = 1 / 6.0;
	private static final double FIGURED = 1 / 3.0;

	/** What was counted. */
	static final class Counts {

		final ValueHistogram values;
		final ChannelVectors vectors;
		final PixelKind kind;
		/** Of vectors. */
		final PixelSample sample;

		/**
		 * @param values null where pixels are vectors
		 * @param vectors null where they are values
		 * @param kind of the pixels that were counted
		 */
		Counts(final ValueHistogram values, final ChannelVectors vectors, final PixelKind kind,
			final PixelSample sample)
		{
			this.sample = sample;
			this.values = values;
			this.vectors = vectors;
			this.kind = kind;
		}
	}

	/** Null where there is no transform. */
	final TransformedVectors transformed;
	/** Null where pixels are clustered as values. */
	final LearnedVectors learned;
	/** Null where they are vectors. */
	final ValueSpace space;
	final LocatedHistogram located;
	private final SegmentationOptions options;

	/** @throws CancellationException if the progress throws it */
	ClusteredPoints(final SegmentationOptions options, final Counts counts, final Workspace workspace,
		final Progress progress)
	{
		this.options = options;
		final ChannelVectors vectors = vectors(counts);
		transformed = options.transform() == Transform.NONE
			? null
			: new TransformedVectors(vectors, options.transform(), counts.kind.areReal(),
				progress.part(0, TRANSFORMED));
		learned = learned(vectors, counts.kind.areReal(), progress.part(TRANSFORMED, FIGURED));
		space = counts.kind.areColours()
			? options.colorSpace().space()
			: learned == null ? counts.kind.format() : null;
		final Progress locating = progress.part(FIGURED, 1);
		located = learned == null
			? counts.values.in(space, locating)
			: learned.located(workspace, locating);
	}

	/** Null where pixels are clustered as values. */
	private ChannelVectors vectors(final Counts counts) {
		if (counts.vectors != null) return counts.vectors;
		return options.transform() == Transform.NONE && !options.isScaled()
			? null
			: ChannelVectors.of(counts.values.points());
	}

	private LearnedVectors learned(final ChannelVectors vectors, final boolean areReal,
		final Progress progress)
	{
		if (transformed != null) return new LearnedVectors(transformed, options.isScaled(), progress);
		return vectors == null
			? null
			: new LearnedVectors(vectors, areReal, options.isScaled(), progress);
	}

	/** Whether other options give the same points. */
	boolean isFor(final SegmentationOptions others) {
		return options.transform() == others.transform() && options.colorSpace() == others.colorSpace()
			&& options.isScaled() == others.isScaled();
	}
}
