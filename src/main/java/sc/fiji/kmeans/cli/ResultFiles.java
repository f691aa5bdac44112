package sc.fiji.kmeans.cli;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import sc.fiji.kmeans.image.ClusterTable;
import sc.fiji.kmeans.image.MaskedClusters;
import sc.fiji.kmeans.image.Segmentation;

/**
 * The files that are written for one image: PNG pictures, TIFF for a stack, and
 * the table of the clusters.
 */
final class ResultFiles {

	private final Path folder;
	private final String name;

	/** @param name that the names of all files begin with */
	ResultFiles(final Path folder, final String name) {
		this.folder = folder;
		this.name = name;
	}

	/** @throws IOException if writing would replace one of these images */
	void requireUnharmed(final List<Path> images) throws IOException {
		final Pattern result = Pattern.compile(Pattern.quote(name) +
			"-(segmented|labels|masked-[0-9+]+)\\.(png|tif)");
		try (Stream<Path> files = Files.list(folder)) {
			for (final Path file : files.filter(f -> result.matcher(f.getFileName()
				.toString()).matches()).collect(Collectors.toList()))
				for (final Path input : images)
					if (isSame(file, input)) throw new IOException(
						"its results would replace the image " + input);
		}
	}

	/** By whatever name or link. */
	private static boolean isSame(final Path file, final Path input)
		throws IOException
	{
		return Files.exists(file) && Files.exists(input) && Files.isSameFile(file,
			input);
	}

	void write(final Segmentation segmentation, final MaskedClusters masked)
		throws IOException
	{
		try {
			save(segmentation.segmented(), "segmented");
			save(segmentation.labels(), "labels");
			for (final int[] removed : masked.removals(segmentation))
				save(segmentation.masked(removed), "masked-" + joined(removed));
			saveTable(ClusterTable.of(segmentation));
		}
		catch (final FileSystemException e) {
			throw new IOException("can not write " + e.getFile() + ": " + e.getClass()
				.getSimpleName(), e);
		}
	}

	private void saveTable(final ResultsTable table) throws IOException {
		Files.write(folder.resolve(name + "-clusters.csv"), csv(table).getBytes(
			StandardCharsets.UTF_8));
	}

	private static String joined(final int[] numbers) {
		return Arrays.stream(numbers).mapToObj(String::valueOf).collect(Collectors
			.joining("+"));
	}

	private void save(final ImagePlus picture, final String kind)
		throws IOException
	{
		final String base = name + "-" + kind;
		if (picture.getStackSize() > 1 || picture.getBitDepth() == 32) saveTiff(picture, folder.resolve(base +
			".tif"));
		else savePng(picture.getProcessor(), folder.resolve(base + ".png"));
	}

	private static void savePng(final ImageProcessor picture, final Path file)
		throws IOException
	{
		final BufferedImage image = picture instanceof ShortProcessor
			? ((ShortProcessor) picture).get16BitBufferedImage() : picture
				.getBufferedImage();
		try (OutputStream stream = Files.newOutputStream(file)) {
			ImageIO.write(image, "png", stream);
		}
	}

	private static void saveTiff(final ImagePlus picture, final Path file)
		throws IOException
	{
		// ImageJ tells the user, not the caller, why it can not write.
		Files.newOutputStream(file).close();
		final FileSaver saver = new FileSaver(picture);
		if (!(picture.getStackSize() > 1 ? saver.saveAsTiffStack(file.toString())
			: saver.saveAsTiff(file.toString())))
			throw new IOException("can not write " + file);
	}

	/** By hand: ImageJ's own export obeys the preferences of whoever runs it. */
	private static String csv(final ResultsTable table) {
		final StringBuilder text = new StringBuilder();
		text.append(String.join(",", table.getHeadings())).append('\n');
		for (int row = 0; row < table.size(); row++) {
			final int r = row;
			text.append(Arrays.stream(table.getHeadings()).map(heading -> table
				.getStringValue(heading, r)).collect(Collectors.joining(","))).append(
					'\n');
		}
		return text.toString();
	}
}
