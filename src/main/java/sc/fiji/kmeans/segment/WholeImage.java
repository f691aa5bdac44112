package sc.fiji.kmeans.segment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import sc.fiji.kmeans.image.BandedFrames;
import sc.fiji.kmeans.model.Background;

/** What pictures of a band have to know of all others. For one thread at a time. */
final class WholeImage {

	private final Segmentation head;
	private final BandedFrames bands;
	/** By frame, of each channel. */
	private final Map<Integer, double[]> largest = new HashMap<>();

	WholeImage(final Segmentation head, final BandedFrames bands) {
		this.head = head;
		this.bands = bands;
	}

	/** Whether labels of some frame take 16 bits. */
	boolean isWide() {
		return head.largestCluster() >= LabelPlanes.WIDE;
	}

	/** Whether no pixel is beyond a selection. */
	boolean isSelected() {
		return head.options().isAppliedToAll();
	}

	/** The largest finite number of each channel of a frame; 0 where it does not matter. */
	double[] largest(final int frame) {
		return largest.computeIfAbsent(frame, n -> {
			final double[] of = new double[head.attributes().channels()];
			Arrays.fill(of, Double.NEGATIVE_INFINITY);
			if (head.isReal()) bands.each(head.numberOfFrame(n), band -> {
				for (int c = 0; c < of.length; c++)
					of[c] = Math.max(of[c], Background.largest(band.channels()[c]).orElse(of[c]));
			});
			return Arrays.stream(of).map(it -> Double.isInfinite(it) ? 0 : it).toArray();
		});
	}
}
