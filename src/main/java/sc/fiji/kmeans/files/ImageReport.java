package sc.fiji.kmeans.files;

import ij.ImagePlus;

import java.nio.file.Path;
import java.util.Locale;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.image.Reason;
import sc.fiji.kmeans.segment.Segmentation;

/** What is said about an image, a line for each figure. */
final class ImageReport {

	private final StringBuilder lines = new StringBuilder();

	private ImageReport() {}

	/** @param seconds that it took */
	static String of(final Path file, final ImagePlus image, final Segmentation segmentation,
		final double seconds)
	{
		final ImageReport report = new ImageReport();
		report.add(file, image, segmentation);
		report.line("time", String.format(Locale.ROOT, "%.3f s", seconds));
		return report.lines.toString();
	}

	/** Of an image whose results are there already. */
	static String skipped(final Path file) {
		final ImageReport report = new ImageReport();
		report.line("image", file);
		report.line("skipped", "its results are complete");
		return report.lines.toString();
	}

	private void add(final Path file, final ImagePlus image, final Segmentation segmentation) {
		final int planes = segmentation.frames();
		line("image", file);
		line("size",
			image.getWidth() + " x " + image.getHeight() + (planes == 1 ? "" : " x " + planes));
		segmentation.suggestion().ifPresent(suggestion -> line("suggestion", suggestion));
		for (int plane = 1; plane <= planes; plane++) {
			if (planes > 1) line("frame", plane);
			addClusters(segmentation, plane);
			segmentation.figures(plane).warning().ifPresent(note -> line("rounding", note));
			segmentation.figures(plane).hint().ifPresent(note -> line("channels", note));
		}
	}

	/** Of clusters that were not learned there is no more to say than their number. */
	private void addClusters(final Segmentation segmentation, final int plane) {
		final Clusters clusters = segmentation.clustersOfFrame(plane).found();
		final boolean isLearned = clusters.attempts() > 0;
		if (isLearned) line("distinct", segmentation.figures(plane).distinct());
		final int asked = segmentation.options().kMeans().clusters();
		final boolean areFewer = isLearned && clusters.size() < asked;
		final int left = segmentation.numbersOfFrame(plane).length;
		line("clusters",
			(left < clusters.size()
				? left + " (" + clusters.size() + " before merging)"
				: clusters.size())
				+ (areFewer
					? " (of " + asked + ": "
						+ (segmentation.figures(plane).warning().isPresent()
							? "others became equal by rounding"
							: "no more distinct values")
						+ ")"
					: ""));
		if (isLearned) addFigures(clusters, segmentation.figures(plane).agreement());
	}

	private void addFigures(final Clusters clusters, final String agreement) {
		line("compactness", String.format(Locale.ROOT, "%.9e", clusters.compactness()));
		line("iterations", clusters.iterations() + (clusters.limitReached() ? " (the limit)" : ""));
		line("agreement", agreement + (clusters.isOptimal() ? "" : " attempts"));
	}

	private void line(final String name, final Object value) {
		lines.append(name).append(": ").append(Reason.line(value)).append(System.lineSeparator());
	}
}
