package sc.fiji.kmeans.measure;

import ij.gui.ImageRoi;
import ij.gui.Roi;

import java.awt.Dimension;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.segment.Segmentation;

/** The legend in a corner of a picture of the clusters, over its pixels. */
public final class LegendInset {

	private static final int LEAST_LETTERS = 6;
	/** Letters in the shorter side of a picture, one above the other. */
	private static final int LETTERS = 36;
	private static final String NAME = "K-Means legend";

	private LegendInset() {}

	/**
	 * For an overlay of a picture of the size of a segmentation, with as many frames: one for each.
	 *
	 * @throws java.util.concurrent.CancellationException if the progress throws it
	 */
	public static List<Roi> of(final Segmentation segmentation, final Progress progress) {
		final List<Roi> insets = new ArrayList<>();
		final Steps steps = new Steps(progress, "legend", segmentation.frames());
		final Segmentation heard = segmentation.reportingTo(steps.within());
		for (int n = 1; n <= segmentation.frames(); n++) {
			insets.add(inset(heard, n));
			steps.done();
		}
		return insets;
	}

	private static ImageRoi inset(final Segmentation segmentation, final int n) {
		final Dimension room = new Dimension(segmentation.frame(n).labels().getWidth(),
			segmentation.frame(n).labels().getHeight());
		final Legend legend = fitting(LegendLine.ofFrame(segmentation, n), room);
		final ImageRoi inset = new ImageRoi(0, 0,
			legend.drawn(legend.size().width, legend.size().height));
		inset.setName(NAME);
		if (segmentation.frames() > 1) segmentation.attributes().setPosition(inset, n);
		return inset;
	}

	/** In letters that are as large as there is room for, and fit the picture. */
	private static Legend fitting(final List<LegendLine> lines, final Dimension room) {
		int letters = Math.max(LEAST_LETTERS, Math.min(room.width, room.height) / LETTERS);
		Legend legend = legend(lines, letters);
		while (letters > LEAST_LETTERS && !fits(legend.size(), room))
			legend = legend(lines, --letters);
		return legend;
	}

	private static Legend legend(final List<LegendLine> lines, final int letters) {
		return new Legend(lines, new Font(Font.SANS_SERIF, Font.PLAIN, letters));
	}

	private static boolean fits(final Dimension size, final Dimension room) {
		return size.width <= room.width && size.height <= room.height;
	}
}
