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

	/** As short as {@code 2.6e8}. */
	private static final int LEAST_DIGITS = 2;
	/** All that a number has. */
	private static final int MOST_DIGITS = 17;

	private final String start;
	private final List<ImageClusters> steps;
	/** How many digits of the compactness of each are shown. */
	private final int[] digits;

	/** Of the frames that decide. */
	Trace(final SelectedFrames frames, final Progress progress) {
		start = frames.options().kMeans().initialization().toString();
		steps = new FrameLearning(frames).decisive(progress.part(0, 0.2))
			.plainRun(MOST, progress.part(0.2, 1));
		digits = new int[steps.size()];
		for (int i = 0; i < digits.length; i++)
			digits[i] = digits(i);
	}

	/** As few as tell all so far, and the next one, from those before them. */
	private int digits(final int iteration) {
		int number = iteration == 0 ? LEAST_DIGITS : digits[iteration - 1];
		while (number < MOST_DIGITS && isLikeTheNext(iteration, number))
			number++;
		return number;
	}

	/** Whether the next one is another number with the same digits. */
	private boolean isLikeTheNext(final int iteration, final int number) {
		return iteration + 1 < size() && compactness(iteration) != compactness(iteration + 1)
			&& text(iteration, number).equals(text(iteration + 1, number));
	}

	private String text(final int iteration, final int number) {
		return String.format(Locale.ROOT, "%." + (number - 1) + "e", compactness(iteration))
			.replaceFirst("e[+]?(-?)0*(\\d)", "e$1$2");
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
			+ text(iteration, digits[iteration]);
	}
}
