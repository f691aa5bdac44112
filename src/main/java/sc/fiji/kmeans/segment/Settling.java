package sc.fiji.kmeans.segment;

import ij.process.ImageProcessor;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.image.BandedFrames;
import sc.fiji.kmeans.image.Rows;
import sc.fiji.kmeans.region.RegionRows;

/** Gives all bands labels without small regions, and puts them into a file. */
final class Settling {

	/** Pixels between two times that regions are dissolved. */
	private static final int STRIDE = 1 << 20;
	/**
	 * Of numbers of four bytes that are kept meanwhile. Does not depend on the machine, so that an
	 * image is segmented on all or on none.
	 */
	private static final long MOST_KEPT = 32_000_000;

	private final Segmentation head;
	private final BandedFrames bands;
	private final LabelFile file;

	/** @param file that is empty */
	Settling(final Segmentation head, final BandedFrames bands, final LabelFile file) {
		this.head = head;
		this.bands = bands;
		this.file = file;
	}

	/** Labels all of them. */
	void run(final Progress progress) {
		final Steps steps = new Steps(progress, "small regions", (long) head.frames() * bands.size());
		for (int n = 1; n <= head.frames(); n++)
			label(n, steps);
	}

	private void label(final int frame, final Steps steps) {
		final FreshLabels fresh = new FreshLabels(head);
		final RegionRows regions = new RegionRows(bands.width(), head.options().minSize(),
			head.clustersOfFrame(frame).labels().largest(),
			(row, from, to, label) -> file.paint(row(frame, row), from, to, label));
		bands.each(head.numberOfFrame(frame), band -> {
			final ImageProcessor labels = fresh.of(frame, band).labels();
			file.write(row(frame, band.first()), labels);
			add(labels, regions);
			steps.done();
		});
		regions.finish();
	}

	private static void add(final ImageProcessor labels, final RegionRows regions) {
		final Rows rows = Rows.of(labels);
		final int[] row = new int[labels.getWidth()];
		for (int y = 0; y < labels.getHeight(); y++) {
			rows.read(y * row.length, row.length, row);
			regions.add(row);
			if ((y + 1) % (1 + STRIDE / row.length) == 0) regions.settle(MOST_KEPT);
		}
	}

	/** The rows of frames are below each other. */
	private long row(final int frame, final int row) {
		return (frame - 1L) * bands.height() + row;
	}
}
