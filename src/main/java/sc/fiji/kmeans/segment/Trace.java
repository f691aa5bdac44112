package sc.fiji.kmeans.segment;

import java.util.List;
import java.util.Locale;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.model.ImageClusters;

/**
 * The iterations of a single plain run of k-means, to watch: without the search for a good start
 * that a segmentation makes, so it may end worse. Immutable.
 */
public final class Trace {

	/** The start and the iterations after it. */
	static final int MOST = 100;

	private final String start;
	private final List<ImageClusters> steps;

	/** Of the frames that decide. */
	Trace(final SelectedFrames frames, final Progress progress) {
		start = frames.options().kMeans().initialization().toString();
		steps = new FrameLearning(frames).decisive(progress.part(0, 0.2))
			.plainRun(MOST, progress.part(0.2, 1));
	}

	/** What follows the title of the image. */
	String title() {
		return "trace of one plain run, " + start + " start";
	}

	/** Number of iterations, and 1 for the start. */
	public int size() {
		return steps.size();
	}

	/** @param iteration 0 for the start */
	ImageClusters clusters(final int iteration) {
		return steps.get(iteration);
	}

	/**
	 * The sum over all pixels of the squared distance to the nearest centre.
	 *
	 * @param iteration 0 for the start
	 */
	public double compactness(final int iteration) {
		return clusters(iteration).found().compactness();
	}

	/** @param iteration 0 for the start */
	String label(final int iteration) {
		return (iteration == 0 ? "start" : "iteration " + iteration) + ", compactness "
			+ String.format(Locale.ROOT, "%.1e", compactness(iteration))
				.replaceFirst("e[+]?(-?)0*(\\d)", "e$1$2");
	}
}
