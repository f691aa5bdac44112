package sc.fiji.kmeans.segment;

import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.model.Background;

/** Draws the channels of pictures of a frame. */
final class FrameDrawings {

	private FrameDrawings() {}

	/** @param areWide whether labels of some frame take 16 bits */
	static ImageProcessor[] labels(final SegmentedFrame frame, final boolean areWide) {
		final ImageProcessor labels = areWide
			? frame.labels().convertToShort(false)
			: frame.labels().duplicate();
		Palette.showLabels(labels);
		return new ImageProcessor[] { labels };
	}

	static ImageProcessor[] masked(final SegmentedFrame frame, final BitSet removed,
		final Background background, final Steps steps)
	{
		return frame.masked(removed::get, background, steps);
	}

	/** @param selected 0 for pixels that stay as they are; nothing if there are none */
	static ImageProcessor[] kept(final SegmentedFrame frame, final BitSet kept,
		final Background background, final Optional<ImageProcessor> selected, final Steps steps)
	{
		final ImageProcessor[] picture = frame.masked(label -> !kept.get(label), background, steps);
		return selected.map(some -> frame.painter(steps).unchangedOutside(some, picture))
			.orElse(picture);
	}

	static BitSet numbers(final int... labels) {
		final BitSet numbers = new BitSet();
		Arrays.stream(labels).forEach(numbers::set);
		return numbers;
	}
}
