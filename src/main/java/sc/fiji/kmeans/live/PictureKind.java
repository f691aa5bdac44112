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
		ImageProcessor picture(final SegmentedFrame frame, final BitSet masked) {
			return frame.segmented();
		}
	},

	/** The number of the cluster of each pixel. */
	LABELS {

		@Override
		ImageProcessor picture(final SegmentedFrame frame, final BitSet masked) {
			return frame.colouredLabels();
		}
	},

	/** The frame with chosen clusters turned black. */
	MASKED {

		@Override
		ImageProcessor picture(final SegmentedFrame frame, final BitSet masked) {
			return frame.masked(masked);
		}
	};

	/** @param masked numbers of the chosen clusters */
	abstract ImageProcessor picture(SegmentedFrame frame, BitSet masked);

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
