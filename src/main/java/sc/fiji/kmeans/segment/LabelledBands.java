package sc.fiji.kmeans.segment;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.image.BandedFrames;

/** The bands of an image with their labels, from top to bottom of one frame after another. */
public final class LabelledBands implements Closeable {

	private final Segmentation head;
	private final BandedFrames bands;
	private final BandLabels labels;
	private final WholeImage whole;
	/** By frame, the number of pixels of each label; null before all bands were there. */
	private List<long[]> pixels;

	LabelledBands(final Segmentation head, final BandedFrames bands, final BandLabels labels) {
		this.head = head;
		this.bands = bands;
		this.labels = labels;
		whole = new WholeImage(head, bands);
	}

	/** Takes one band after another. */
	@FunctionalInterface
	public interface LabelledBandUse {

		void on(LabelledBand band) throws IOException;
	}

	/**
	 * Goes through all of them; may be done again.
	 *
	 * @throws UncheckedIOException if they can not be read or used
	 * @throws CancellationException if the progress throws it
	 */
	public void each(final LabelledBandUse use, final Progress progress) {
		final Steps steps = new Steps(progress, "drawing", (long) head.frames() * bands.size());
		final List<long[]> counts = new ArrayList<>();
		for (int n = 1; n <= head.frames(); n++) {
			final int frame = n;
			final long[] count = new long[head.clustersOfFrame(n).labels().largest() + 1];
			bands.each(head.numberOfFrame(n), band -> {
				final SegmentedFrame rows = labels.of(frame, band);
				if (pixels == null) rows.count(count);
				use.on(new LabelledBand(frame, band, rows, whole));
				steps.done();
			});
			counts.add(count);
		}
		if (pixels == null) pixels = counts;
	}

	/** The head, with the number of pixels of each label, when all bands were there once. */
	public Segmentation counted() {
		if (pixels == null) throw new IllegalStateException("counted() before each()");
		return head.withPixels(pixels);
	}

	/** Gives up what was kept beside; there are no bands any more then. */
	@Override
	public void close() throws IOException {
		labels.close();
	}
}
