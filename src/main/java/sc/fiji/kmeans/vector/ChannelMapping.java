package sc.fiji.kmeans.vector;

import java.util.Arrays;

import sc.fiji.kmeans.base.Refusal;
import sc.fiji.kmeans.image.ClusterKind;

/**
 * What becomes of the values of channels before they are clustered: they are transformed,
 * divided by scales, and rounded; and the way back. Immutable.
 */
public final class ChannelMapping {

	/** Values are taken as they are. */
	public static final ChannelMapping NONE = new ChannelMapping(ChannelTransform.NONE, new double[0],
		0);

	private static final int MAX_FRACTION_BITS = 1100;

	private final ChannelTransform transform;
	/** None if values are not divided. */
	private final double[] scales;
	private final int fractionBits;

	private ChannelMapping(final ChannelTransform transform, final double[] scales,
		final int fractionBits)
	{
		this.transform = transform;
		this.scales = scales;
		this.fractionBits = fractionBits;
	}

	/** This mapping with another transform. */
	public ChannelMapping transformedBy(final ChannelTransform value) {
		return new ChannelMapping(value, scales, fractionBits);
	}

	/** @param values none, or the number that each channel is divided by */
	public ChannelMapping dividedBy(final double... values) {
		for (final double scale : values)
			Refusal.require(scale > 0 && Double.isFinite(scale), "scales", scale,
				"finite numbers above 0");
		return new ChannelMapping(transform, values.clone(), fractionBits);
	}

	/**
	 * @param bits number of binary digits after the point that coordinates are rounded to,
	 *          or 0 for as many as they need
	 */
	public ChannelMapping roundedTo(final int bits) {
		Refusal.require(Math.abs(bits) <= MAX_FRACTION_BITS, "fraction_bits", bits,
			"whole numbers up to " + MAX_FRACTION_BITS);
		return new ChannelMapping(transform, scales, bits);
	}

	/** @throws IllegalArgumentException if clusters of a kind can not have been mapped so */
	public void requireKind(final ClusterKind kind) {
		final int d = kind.dimensions();
		Refusal.require(scales.length == 0 || scales.length == d, "scales", scales.length + " of them",
			d + ", one for each coordinate");
		if (transform.isNone()) return;
		Refusal.require(!kind.isOfColours(), "transform", transform.kind(),
			"none with color_space " + kind.colorSpaceText());
		Refusal.require(transform.offsets().length == d, "offsets",
			transform.offsets().length + " of them", d + ", one for each coordinate");
	}

	public ChannelTransform transform() {
		return transform;
	}

	/** What each channel is divided by; empty if they are taken as they are. */
	public double[] scales() {
		return scales.clone();
	}

	/** Of coordinates; 0 if as many as they need. */
	public int fractionBits() {
		return fractionBits;
	}

	/** Where values are: transformed and divided, not rounded. */
	public double[] point(final double[] values) {
		final double[] x = transform.of(values);
		for (int c = 0; c < scales.length; c++)
			x[c] /= scales[c];
		return x;
	}

	/** The values that are at a point. */
	public double[] values(final double[] point) {
		return transform.back(ChannelSpace.unscaled(point, scales));
	}

	/** In which vectors, transformed before, are near each other. */
	public ChannelSpace space(final int dimensions) {
		final double[] ones = new double[dimensions];
		Arrays.fill(ones, 1);
		return ChannelSpace.of(scales.length == 0 ? ones : scales, fractionBits);
	}
}
