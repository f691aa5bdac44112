package sc.fiji.kmeans.cli;

import ij.ImagePlus;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.MaskedClusters;
import sc.fiji.kmeans.image.Segmentation;

/** What is done with each image file: read, segment, write, report. */
final class ImageJob {

	private final KMeansOptions options;
	private final MaskedClusters masked;
	private final Path folder;
	private final PrintWriter out;
	/** The file that each name of results was given to. */
	private final Map<String, Path> names = new HashMap<>();

	/** @param folder for the results */
	ImageJob(final KMeansOptions options, final MaskedClusters masked,
		final Path folder, final PrintWriter out)
	{
		this.options = options;
		this.masked = masked;
		this.folder = folder;
		this.out = out;
	}

	/**
	 * @param all images of the command, which no result may replace
	 * @throws IOException with the reason, if a file can not be read or written
	 */
	void process(final Path file, final List<Path> all) throws IOException {
		final long start = System.nanoTime();
		final ImagePlus image = new ImageFile(file).open();
		final String name = claimName(file);
		final ResultFiles results = new ResultFiles(folder, name);
		results.requireUnharmed(all);
		final Segmentation segmentation = Segmentation.of(image, options);
		results.write(segmentation, masked);
		report(file, image, segmentation, (System.nanoTime() - start) / 1e9);
	}

	/** The file's name without its extension, if no other image has it yet. */
	private String claimName(final Path file) throws IOException {
		final String full = file.getFileName().toString();
		final int dot = full.lastIndexOf('.');
		final String name = dot > 0 ? full.substring(0, dot) : full;
		final Path other = names.putIfAbsent(name, file);
		if (other != null) throw new IOException("its results would replace those of " +
			other);
		return name;
	}

	private void report(final Path file, final ImagePlus image,
		final Segmentation segmentation, final double seconds)
	{
		final int planes = segmentation.planes();
		line("image", file);
		line("size", image.getWidth() + " x " + image.getHeight() + (planes == 1 ? ""
			: " x " + planes));
		for (int plane = 1; plane <= planes; plane++) {
			if (planes > 1) line("frame", plane);
			report(segmentation.distinct(plane), segmentation.clusters(plane));
		}
		line("time", String.format(Locale.ROOT, "%.3f s", seconds));
		out.flush();
	}

	private void report(final int distinct, final Clusters clusters) {
		line("distinct", distinct);
		line("clusters", clusters.size() + (clusters.size() < options.clusters()
			? " (of " + options.clusters() + ": no more distinct values)" : ""));
		line("compactness", String.format(Locale.ROOT, "%.9e", clusters
			.compactness()));
		line("iterations", clusters.iterations() + (clusters.limitReached()
			? " (the limit)" : ""));
		line("agreement", clusters.agreeing() + " of " + clusters.attempts() +
			" attempts");
	}

	private void line(final String name, final Object value) {
		out.println(name + ": " + value);
	}
}
