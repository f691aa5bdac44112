package sc.fiji.kmeans.model;

import java.util.Locale;

import sc.fiji.kmeans.base.Choices;

/** Which frames (slices, time points) of a stack share their clusters. */
public enum FrameMode {

	/** Every frame has its own, numbered after the frame before. */
	EACH,

	/** All frames are clustered together. */
	TOGETHER,

	/** The frame that is shown, or the one that is given, is segmented, and no other. */
	CURRENT,

	/** The clusters of that frame are applied to all. */
	APPLY;

	/** As users write it. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The mode of that name.
	 *
	 * @throws IllegalArgumentException if there is none; names the choices
	 */
	public static FrameMode of(final String label) {
		return Choices.of("frames", values(), label);
	}
}
