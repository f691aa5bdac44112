package sc.fiji.kmeans.benchmark;

import ij.IJ;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Search;
import sc.fiji.kmeans.image.ImagePixels;
import sc.fiji.kmeans.pixel.PixelHistogram;
import sc.fiji.kmeans.pixel.ValueHistogram;
import sc.fiji.kmeans.pixel.Workspace;
import sc.fiji.kmeans.plugin.explorer.Latencies;
import sc.fiji.kmeans.segment.Plane;

/**
 * Times cv::kmeans and this project side by side, in turn, on the same pixels:
 * 10 attempts, 100 iterations, epsilon 0.2. One line for each image and k, with
 * medians; a round of ours is itself the median of five runs, after one of
 * OpenCV. Ours is from the pixels to labels and segmented pixels in hand;
 * OpenCV's is cv::kmeans alone, with random attempts.
 */
public final class Benchmark {

	private static final int[] CLUSTERS = { 2, 3, 5, 8, 16, 64 };
	private static final int ROUNDS = 5;
	/** Where a round is short, more of them. */
	private static final int SHORT_ROUNDS = 9;
	/** Enough for the compiler, and for the heap to have been used all through. */
	private static final int FIRST_WARM_UP = 400;
	private static final int WARM_UP = 50;
	private static final int SHORT_WARM_UP = 5;
	static final int ATTEMPTS = 10;
	/** Up to here rounds are short. */
	private static final int SHORT = 3;
	/** From here on OpenCV gets one round, and then one attempt, counted tenfold. */
	private static final int LONG = 16;
	private static final int VERY_LONG = 64;

	/** What takes the arguments after a word. */
	private static final Map<String, Consumer<String>> MODES = modes();

	private final ImageProcessor image;
	private final OpenCv openCv;
	private final Plane plane = new Plane();
	private final Workspace counter = new Workspace();

	private Benchmark(final String path) {
		image = IJ.openImage(path).getProcessor().convertToRGB();
		openCv = new OpenCv((int[]) image.getPixels());
	}

	/**
	 * @param arguments paths of images; {@code types} and paths for images in all types,
	 *          with {@code -Dalone=true} without OpenCV; {@code suggest} and paths for suggested
	 *          numbers of clusters; {@code scale} for the growth table;
	 *          {@code methods} for single methods; {@code live} for live segmentation;
	 *          {@code endure} and {@code live}, {@code folder} or {@code stack} for what much work
	 *          holds; {@code cancel} and a photo for the time from Escape to the end; {@code panel}
	 *          and a number for every so-manieth of the generated images; {@code explorer} and the
	 *          path of a photo for the explorer, which needs a display; {@code study} and the path of
	 *          a page for how well regions are met, whose tables are made anew
	 */
	public static void main(final String... arguments) throws RunnerException {
		if (!arguments[0].equals("explorer")) System.setProperty("java.awt.headless", "true");
		final Consumer<String> named = MODES.get(arguments[0]);
		if (named != null) Arrays.stream(arguments).skip(1).forEach(named);
		else for (final String argument : arguments)
			if (argument.equals("scale")) Scale.print();
			else if (argument.equals("methods")) compareMethods();
			else if (argument.equals("live")) Live.print();
			else print(argument);
	}

	private static Map<String, Consumer<String>> modes() {
		final Map<String, Consumer<String>> modes = new HashMap<>();
		modes.put("types", path -> Types.print(path, !Boolean.getBoolean("alone")));
		modes.put("endure", Endurance::print);
		modes.put("cancel", Cancel::print);
		modes.put("suggest", Suggestions::print);
		modes.put("panel", part -> Panel.print(Integer.parseInt(part)));
		modes.put("explorer", Latencies::print);
		modes.put("study", OpenCvMethod::study);
		return modes;
	}

	/** In this JVM: one that JMH starts would not find what Maven has loaded. */
	private static void compareMethods() throws RunnerException {
		new Runner(new OptionsBuilder().forks(0).build()).run();
	}

	private static void print(final String path) {
		System.out.println("image=" + path);
		final Benchmark benchmark = new Benchmark(path);
		benchmark.warmUp(KMeansOptions.defaults(), FIRST_WARM_UP);
		for (final int k : CLUSTERS)
			System.out.println(benchmark.line(k));
	}

	private void warmUp(final KMeansOptions options, final int rounds) {
		for (int i = 0; i < rounds; i++)
			plane.segment(image, options);
	}

	private String line(final int k) {
		final KMeansOptions options = KMeansOptions.defaults().withClusters(k);
		warmUp(options, k < LONG ? WARM_UP : SHORT_WARM_UP);
		final int attempts = k < VERY_LONG ? ATTEMPTS : 1;
		final double[] ours = new double[k <= SHORT ? SHORT_ROUNDS : ROUNDS];
		final double[] theirs = new double[k < LONG ? ours.length : 1];
		final double[] compactness = new double[theirs.length];
		for (int round = 0; round < ours.length; round++) {
			final int r = round;
			if (r < theirs.length)
				theirs[r] = ATTEMPTS / attempts * millis(() -> compactness[r] = openCv.run(k, attempts));
			ours[r] = median(() -> plane.segment(image, options));
		}
		return line(k, options, median(theirs), median(ours),
			Arrays.stream(compactness).min().getAsDouble());
	}

	private String line(final int k, final KMeansOptions options, final double theirs,
		final double ours, final double theirCompactness)
	{
		final PixelHistogram histogram = PixelHistogram.of(new ImagePixels(image, null), Progress.NONE);
		final Clusters clusters = histogram.cluster(options, Progress.NONE);
		final Search search = new Search(histogram.points(), clusters);
		final double count = median(this::count);
		final double index = median(() -> Search.time(histogram.points()));
		final double cluster = median(() -> histogram.cluster(options, Progress.NONE));
		plane.segment(image, options);
		final double label = median(plane::label);
		return String.format(Locale.ROOT,
			"k=%d opencv_ms=%.0f ours_ms=%.1f ratio=%.0f compactness_ratio=%.5f"
				+ " count_ms=%.1f index_ms=%.1f iterate_ms=%.1f label_ms=%.1f"
				+ " nodes=%d colours=%d distinct=%d",
			k, theirs, ours, theirs / ours, clusters.compactness() / theirCompactness, count, index,
			cluster - index, label, search.nodes(), search.points(), histogram.distinct());
	}

	private ValueHistogram count() {
		return counter.count(new ImagePixels(image, null), Progress.NONE);
	}

	static double median(final Runnable work) {
		return median(IntStream.range(0, ROUNDS).mapToDouble(r -> millis(work)).toArray());
	}

	static double median(final double[] numbers) {
		final double[] sorted = numbers.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	static double millis(final Runnable work) {
		final long start = System.nanoTime();
		work.run();
		return (System.nanoTime() - start) / 1e6;
	}
}
