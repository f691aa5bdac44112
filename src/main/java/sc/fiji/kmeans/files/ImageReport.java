package sc.fiji.kmeans.files;

import java.nio.file.Path;
import java.util.Locale;

import sc.fiji.kmeans.base.Reason;
import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.LearningFigures;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Segmentation;

/** What is said about an image, a line for each figure. */
final class ImageReport {

	private final StringBuilder lines = new StringBuilder();

	private ImageReport() {}

	/**
	 * @param size of a frame
	 * @param seconds that it took
	 */
	static String of(final Path file, final String size, final Segmentation segmentation,
		final double seconds)
	{
		final ImageReport report = new ImageReport();
		report.add(file, size, segmentation);
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

	/** Of clusters that several images have together. */
	static String of(final long images, final ImageClusters clusters,
		final SegmentationOptions options)
	{
		final ImageReport report = new ImageReport();
		report.line("together", images + (images == 1 ? " image" : " images"));
		clusters.foundBy()
			.ifPresent(found -> found.suggestionKind()
				.ifPresent(how -> report.line("suggestion", how.sentence(found.kMeans().clusters()))));
		report.add(clusters,
			options.areClustersSuggested() ? clusters.found().size() : options.kMeans().clusters());
		return report.lines.toString();
	}

	private void add(final Path file, final String size, final Segmentation segmentation) {
		final int planes = segmentation.frames();
		line("image", file);
		line("size", size + (planes == 1 ? "" : " x " + planes));
		segmentation.suggestion().ifPresent(suggestion -> line("suggestion", suggestion));
		for (int plane = 1; plane <= planes; plane++) {
			if (planes > 1) line("frame", plane);
			add(segmentation.clustersOfFrame(plane), segmentation.options().kMeans().clusters());
		}
	}

	/**
	 * Of clusters that were not learned there is no more to say than their number.
	 *
	 * @param asked how many were asked for
	 */
	private void add(final ImageClusters clusters, final int asked) {
		final Clusters found = clusters.found();
		final LearningFigures figures = clusters.figures();
		final boolean isLearned = found.attempts() > 0;
		if (isLearned) line("distinct", figures.distinct());
		final int left = clusters.labels().all().length;
		line("clusters",
			(left < found.size() ? left + " (" + found.size() + " before merging)" : found.size())
				+ (isLearned && found.size() < asked
					? " (of " + asked + ": "
						+ (figures.warning().isPresent()
							? "others became equal by rounding"
							: "no more distinct values")
						+ ")"
					: ""));
		if (isLearned) addFigures(found, figures.agreement());
		figures.sample().ifPresent(note -> line("sample", note));
		figures.warning().ifPresent(note -> line("rounding", note));
		figures.hint().ifPresent(note -> line("channels", note));
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
