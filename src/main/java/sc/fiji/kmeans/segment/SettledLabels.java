package sc.fiji.kmeans.segment;

import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import sc.fiji.kmeans.base.WholeFiles;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.Band;
import sc.fiji.kmeans.image.BandedFrames;
import sc.fiji.kmeans.model.ImageClusters;

/** Labels of all bands without small regions, from a file. */
final class SettledLabels implements BandLabels {

	private final Segmentation head;
	private final FrameWorker worker;
	private final LabelFile file;
	private final int height;
	/** The row of the file with which the first band begins. */
	private final int first;

	private SettledLabels(final Segmentation head, final LabelFile file, final int height,
		final int first)
	{
		this.head = head;
		this.file = file;
		this.height = height;
		this.first = first;
		worker = head.worker();
	}

	/**
	 * Labels all bands.
	 *
	 * @param folder where the file is until this is closed
	 */
	static SettledLabels of(final Segmentation head, final BandedFrames bands, final Path folder,
		final Progress progress) throws IOException
	{
		final LabelFile file = file(head, bands, WholeFiles.scratch(folder));
		try {
			new Settling(head, bands, file).run(progress);
			return new SettledLabels(head, file, bands.height(), 0);
		}
		catch (final RuntimeException e) {
			file.close();
			throw e;
		}
	}

	/** Labels all bands, for others to read. */
	static void write(final Segmentation head, final BandedFrames bands, final Path settled)
		throws IOException
	{
		try (LabelFile file = file(head, bands,
			FileChannel.open(settled, StandardOpenOption.READ, StandardOpenOption.WRITE)))
		{
			new Settling(head, bands, file).run(Progress.NONE);
			file.flush();
		}
	}

	/**
	 * Labels that were written.
	 *
	 * @param bands of the only frame, or of some of its rows
	 * @param first the row with which they begin
	 */
	static SettledLabels read(final Segmentation head, final BandedFrames bands, final Path settled,
		final int first) throws IOException
	{
		return new SettledLabels(head,
			file(head, bands, FileChannel.open(settled, StandardOpenOption.READ)), 0, first);
	}

	private static LabelFile file(final Segmentation head, final BandedFrames bands,
		final FileChannel channel)
	{
		return new LabelFile(channel, bands.width(), head.largestCluster() >= LabelPlanes.WIDE);
	}

	@Override
	public SegmentedFrame of(final int frame, final Band band) {
		final ImageClusters clusters = head.clustersOfFrame(frame);
		final ImageProcessor plane = band.channels()[0];
		final ImageProcessor labels = LabelPlanes.blankOf(plane.getWidth(), plane.getHeight(),
			clusters);
		file.read((frame - 1L) * height + first + band.first(), labels);
		return worker.dressed(band.channels(), labels, clusters);
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}
