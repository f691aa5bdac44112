package sc.fiji.kmeans.files;

import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import sc.fiji.kmeans.files.format.NoData;
import sc.fiji.kmeans.image.WholeFiles;
import sc.fiji.kmeans.measure.Measurements;
import sc.fiji.kmeans.saved.ClusterFile;
import sc.fiji.kmeans.segment.Segmentation;

/** What is done with each image file: read, segment, write. */
public final class ImageJob {

	/** The table of the measurements of all images. */
	public static final String JOINT_TABLE = "measurements.csv";

	private final Segmenter segmenter;
	private final ResultKinds kinds;
	private final Path folder;
	private final InputFiles.Guard inputs;
	/** The file that each name of results was given to. */
	private final Map<String, Path> names = new HashMap<>();
	private final Csv measured = new Csv();

	/**
	 * @param folder for the results
	 * @param inputs in this folder, which no result may replace
	 */
	public ImageJob(final Segmenter segmenter, final ResultKinds kinds, final Path folder,
		final InputFiles.Guard inputs)
	{
		this.segmenter = segmenter;
		this.kinds = kinds;
		this.folder = folder;
		this.inputs = inputs;
	}

	/**
	 * Segments an image and writes its results.
	 *
	 * @throws IOException with the reason, if a file can not be read or written
	 */
	public SegmentedFile process(final Path file) throws IOException {
		final ImagePlus image = new ImageFile(file).open();
		final ResultFiles results = new ResultFiles(folder, claimName(file));
		inputs.requireUnharmed(results.names());
		final Segmentation segmentation = segmenter.segment(image, NoData.in(file));
		write(segmentation, results);
		return new SegmentedFile(image, segmentation);
	}

	/** The name of the file's results, if no other image has it yet. */
	private String claimName(final Path file) throws IOException {
		final String name = ResultFiles.name(file);
		final Path other = names.putIfAbsent(name, file);
		if (other != null) throw new IOException("its results would replace those of " + other);
		return name;
	}

	/** All results or none. */
	private void write(final Segmentation segmentation, final ResultFiles results)
		throws IOException
	{
		try (WholeFiles files = new WholeFiles()) {
			results.write(segmentation, kinds, files);
			final Optional<Measurements> measurements = kinds.isMeasured()
				? Optional.of(new Measurements(segmentation))
				: Optional.empty();
			if (measurements.isPresent()) results.write(measurements.get(), files);
			if (kinds.saved().isPresent())
				ClusterFile.write(segmentation.clusters(), kinds.saved().get());
			files.move();
			measurements.ifPresent(m -> measured.add(m.table()));
		}
		catch (final FileSystemException e) {
			throw unwritten(e);
		}
	}

	private static IOException unwritten(final FileSystemException e) {
		return new IOException("can not write " + e.getFile() + ": " + e.getReason(), e);
	}

	/**
	 * Writes the table of all images that were measured, if there are any.
	 *
	 * @throws IOException with the reason, if it can not be written
	 */
	public void writeJointTable() throws IOException {
		if (measured.isEmpty()) return;
		inputs.requireUnharmed(Pattern.compile(Pattern.quote(JOINT_TABLE)));
		try (WholeFiles files = new WholeFiles()) {
			ResultFiles.write(folder.resolve(JOINT_TABLE), measured, files);
			files.move();
		}
		catch (final FileSystemException e) {
			throw unwritten(e);
		}
	}
}
