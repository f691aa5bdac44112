package sc.fiji.kmeans.live;

import ij.process.ImageProcessor;

import java.util.BitSet;
import java.util.Locale;

import sc.fiji.kmeans.base.Choices;
import sc.fiji.kmeans.segment.SegmentedFrame;

/** What a live picture shows of a frame. */
public enum PictureKind {

	/** Each pixel in the colour of its cluster. */
	SEGMENTED {

		@Override
		ImageProcessor picture(final SegmentedFrame frame, final BitSet masked,
			final ImageProcessor spare)
	{
			return frame.segmented(spare);
		}
	},

	/** The number of the cluster of each pixel. */
	LABELS {

		@Override
		ImageProcessor picture(final SegmentedFrame frame, final BitSet masked,
			final ImageProcessor spare)
	{
			return frame.labels(spare);
		}
	},

	/** The frame with chosen clusters turned black. */
	MASKED {

		@Override
		ImageProcessor picture(final SegmentedFrame frame, final BitSet masked,
			final ImageProcessor spare)
	{
			return frame.masked(masked, spare);
		}
	};

	/**
	 * @param masked numbers of the chosen clusters
	 * @param spare an earlier picture that may be painted over, or null
	 */
	abstract ImageProcessor picture(SegmentedFrame frame, BitSet masked, ImageProcessor spare);

	/** As a user writes it. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * @throws IllegalArgumentException if the text is none of these
	 */
	public static PictureKind of(final String text) {
		return Choices.of("show", values(), text);
	}
}
