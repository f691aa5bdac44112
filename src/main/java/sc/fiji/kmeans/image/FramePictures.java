package sc.fiji.kmeans.image;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/**
 * Pictures of frames that are segmented, as images of the shape of the original.
 * Those of virtual frames are virtual: made when they are looked at.
 */
final class FramePictures {

	private final ImageAttributes attributes;
	private final SegmentedFrames frames;

	FramePictures(final ImageAttributes attributes,
		final SegmentedFrames frames)
	{
		this.attributes = attributes;
		this.frames = frames;
	}

	/**
	 * @param colour of each label
	 * @param largest label
	 */
	ImagePlus labels(final IntUnaryOperator colour, final int largest) {
		final boolean wide = largest >= Labelling.WIDE_LABELS;
		final ImagePlus result = picture("labels", 1, plane -> new ImageProcessor[] {
			wide ? plane.labels().convertToShort(false) : plane.labels().duplicate() });
		final int top = wide ? largest : 255;
		result.getCalibration().disableDensityCalibration();
		result.setLut(Painting.legend(colour, largest, top));
		result.setDisplayRange(0, top);
		return result;
	}

	ImagePlus segmented() {
		return picture("segmented", attributes.channels(), SegmentedPlane::segmented);
	}

	ImagePlus masked(final Background background, final int... removed) {
		final BitSet numbers = numbers(removed);
		return picture("masked", attributes.channels(), plane -> plane.masked(
			numbers::get, background));
	}

	ImagePlus kept(final Background background, final int... kept) {
		final BitSet numbers = numbers(kept);
		return picture("kept", attributes.channels(), plane -> frames.unchangedOutside(
			plane.masked(label -> !numbers.get(label), background), plane));
	}

	private static BitSet numbers(final int... labels) {
		final BitSet numbers = new BitSet();
		Arrays.stream(labels).forEach(numbers::set);
		return numbers;
	}

	/** @param k a picture of each frame for each label up to this */
	ImagePlus maskedEach(final Background background, final int k) {
		final int c = attributes.channels();
		return attributes.expanded("masked", k, new FrameStack(frames.size() * k, c,
			n -> frames.plane((n - 1) / k + 1).masked(label -> label == (n - 1) % k + 1,
				background), n -> without(attributes.sliceLabel((n - 1) / (c * k) + 1, (n -
					1) % c + 1), (n - 1) / c % k + 1)));
	}

	/** Before the first line break, because ImageJ shows the first line. */
	private static String without(final String label, final int removed) {
		final String without = "without " + removed;
		return label == null ? without : label.replaceFirst("(?s)^([^\n]*)", "$1 " +
			without);
	}

	/** @param channels of the picture */
	private ImagePlus picture(final String kind, final int channels,
		final Function<SegmentedPlane, ImageProcessor[]> draw)
	{
		final FrameStack made = new FrameStack(frames.size(), channels, n -> draw.apply(
			frames.plane(n)), n -> attributes.sliceLabel((n - 1) / channels + 1, (n -
				1) % channels + 1));
		return attributes.picture(kind, channels, frames.areVirtual() ? made : made
			.copy());
	}
}
