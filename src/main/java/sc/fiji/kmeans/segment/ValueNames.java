package sc.fiji.kmeans.segment;

import java.util.Arrays;
import java.util.List;

import sc.fiji.kmeans.image.ChannelNames;
import sc.fiji.kmeans.image.ImageAttributes;

/** What the values of grey and multi-channel images are called, in all tables and files. */
final class ValueNames {

	/** Columns of tables that no channel can be called after. */
	private static final List<String> TAKEN = Arrays.asList("Image", "Frame", "Cluster", "Name",
		"Pixels", "Percent", "Hex", "RMS to Mean", "Compactness", "Agreement");

	private ValueNames() {}

	/**
	 * Of each channel that is segmented.
	 *
	 * @param chosen their numbers
	 */
	static List<String> of(final ImageAttributes attributes, final int... chosen) {
		return attributes.channels() == 1
			? ChannelNames.single()
			: attributes.channelNames(chosen, TAKEN);
	}
}
