package sc.fiji.kmeans.segment;

import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.file.Path;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.image.Band;
import sc.fiji.kmeans.image.BandedFrames;
import sc.fiji.kmeans.image.Rows;

/** Labels of all bands without small regions, in a file. */
final class SettledLabels implements BandLabels {

	/** So many pixels come between two times that regions are dissolved. */
	private static final int STRIDE = 1 << 20;
	/**
	 * Of numbers of four bytes that are kept meanwhile. Does not depend on the machine, so that an
	 * image is segmented on all or on none.
	 */
	private static final long MOST_KEPT = 32_000_000;

	private final Segmentation head;
	private final FrameWorker worker;
	private final BandedFrames bands;
	private final LabelFile file;

	/**
	 * Labels all bands.
	 *
	 * @param folder where the file is until this is closed
	 */
	SettledLabels(final Segmentation head, final BandedFrames bands, final Path folder,
		final Progress progress) throws IOException
	{
		this.head = head;
		this.bands = bands;
		worker = head.worker();
		file = new LabelFile(folder, bands.width(), head.largestCluster() >= Labelling.WIDE_LABELS);
		try {
			final Steps steps = new Steps(progress, "small regions", (long) head.frames() * bands.size());
			for (int n = 1; n <= head.frames(); n++)
				label(n, steps);
		}
		catch (final RuntimeException e) {
			file.close();
			throw e;
		}
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

	@Override
	public SegmentedFrame of(final int frame, final Band band) {
		final ImageClusters clusters = head.clustersOfFrame(frame);
		final ImageProcessor plane = band.channels()[0];
		final ImageProcessor labels = Labelling.blank(plane.getWidth(), plane.getHeight(), clusters);
		file.read(row(frame, band.first()), labels);
		return worker.dressed(band.channels(), labels, clusters);
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}
