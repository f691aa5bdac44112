package sc.fiji.kmeans.benchmark;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Parallel;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Segmentation;

/**
 * Times cv::kmeans and this project side by side on a photo in other types: from the
 * ImagePlus to labels and segmented pixels in hand, and cv::kmeans alone on the vectors.
 * Medians of five, of OpenCV of three where it is quick; both with the same epsilon. From 8
 * clusters on, OpenCV gets two attempts, counted fivefold. {@code -Donly=RGB,3x16} takes some
 * types.
 */
final class Types {

	private static final int[] CLUSTERS = { 3, 8, 16 };
	private static final int ROUNDS = 5;
	/** Of OpenCV, whose result serves for the second digit. */
	private static final int SLOW_ROUNDS = 3;
	private static final double SLOW_MILLIS = 4000;
	/** From here on OpenCV gets few attempts, counted as ten. */
	private static final int MANY_CLUSTERS = 8;
	private static final int FEW_ATTEMPTS = 2;
	private static final double WARM_UP_MILLIS = 4000;
	private static final int SMALL_WIDTH = 672;

	private final ImagePlus image;
	private final String type;
	private final SegmentationOptions options;
	private final boolean isJudged;

	private Types(final ImagePlus image, final String type, final ColorSpace space,
		final boolean isJudged)
	{
		this.image = image;
		this.type = type;
		this.isJudged = isJudged;
		options = SegmentationOptions.defaults().with(space);
	}

	/** @param isJudged whether OpenCV runs, too */
	static void print(final String path, final boolean isJudged) {
		System.out.println("image=" + path);
		final ImageProcessor photo = IJ.openImage(path).getProcessor().convertToRGB();
		final TypedImages images = new TypedImages(photo);
		for (final ColorSpace space : ColorSpace.values())
			new Types(images.rgb(), space.toString(), space, isJudged).print();
		for (final int[] type : new int[][] { { 1, 8 }, { 1, 16 }, { 3, 8 }, { 1, 32 }, { 3, 16 },
			{ 3, 32 }, { 5, 16 }, { 8, 32 } })
			print(images, type[0], type[1], isJudged);
		photo.setInterpolationMethod(ImageProcessor.BILINEAR);
		print(new TypedImages((ColorProcessor) photo.resize(SMALL_WIDTH)), 31, 16, isJudged);
	}

	private static void print(final TypedImages images, final int channels, final int bits,
		final boolean isJudged)
	{
		new Types(images.channels(channels, bits), channels + "x" + bits, ColorSpace.RGB, isJudged)
			.print();
	}

	private void print() {
		final String only = System.getProperty("only", type);
		if (!Arrays.asList(only.split(",")).contains(type)) return;
		final OpenCv openCv = isJudged ? new OpenCv(vectors(), dimensions()) : null;
		for (final int k : CLUSTERS)
			System.out.println(line(k, openCv));
	}

	private String line(final int k, final OpenCv openCv) {
		final SegmentationOptions of = options.with(KMeansOptions.defaults().withClusters(k));
		for (double spent = 0; spent < WARM_UP_MILLIS;)
			spent += Benchmark.millis(() -> run(of, new Stages()));
		final double[] ours = new double[ROUNDS];
		final Stages[] stages = new Stages[ROUNDS];
		for (int round = 0; round < ROUNDS; round++) {
			final Stages own = new Stages();
			stages[round] = own;
			ours[round] = Benchmark.millis(() -> run(of, own));
		}
		final Segmentation found = Segmentation.of(image, of);
		final double[] theirs = isJudged
			? theirs(openCv, k, found.figures(1).epsilon())
			: new double[2];
		final Clusters clusters = found.clusters().found();
		return String.format(Locale.ROOT,
			"type=%s k=%d opencv_ms=%.0f ours_ms=%.1f ratio=%.0f compactness_ratio=%.5f"
				+ " count_ms=%.1f index_ms=%.1f search_ms=%.1f label_ms=%.1f paint_ms=%.1f pass_ms=%.1f"
				+ " agreement=%s",
			type, k, theirs[0], Benchmark.median(ours), theirs[0] / Benchmark.median(ours),
			clusters.compactness() / theirs[1], median(stages, Stages.COUNT),
			median(stages, Stages.INDEX), median(stages, Stages.SEARCH), median(stages, Stages.LABEL),
			median(stages, Stages.PAINT), pass(), clusters.agreement());
	}

	/** A single pass over all pixels by as many threads as a segmentation has. */
	private double pass() {
		final double[] millis = new double[ROUNDS];
		final AtomicInteger sum = new AtomicInteger();
		for (int round = 0; round < ROUNDS; round++)
			millis[round] = Benchmark.millis(() -> {
				for (int n = 1; n <= image.getStackSize(); n++) {
					final ImageProcessor plane = image.getStack().getProcessor(n);
					Parallel.ranges(image.getHeight(), (from, to) -> sum.addAndGet(sum(plane, from, to)));
				}
			});
		return Benchmark.median(millis);
	}

	private int sum(final ImageProcessor plane, final int from, final int to) {
		final Object pixels = plane.getPixels();
		int sum = 0;
		for (int i = from * image.getWidth(); i < to * image.getWidth(); i++)
			if (pixels instanceof byte[]) sum += ((byte[]) pixels)[i];
			else if (pixels instanceof short[]) sum += ((short[]) pixels)[i];
			else if (pixels instanceof int[]) sum += ((int[]) pixels)[i];
			else sum += Float.floatToRawIntBits(((float[]) pixels)[i]);
		return sum;
	}

	private static double median(final Stages[] stages, final int stage) {
		return Benchmark.median(Arrays.stream(stages).mapToDouble(s -> s.millis(stage)).toArray());
	}

	private Object run(final SegmentationOptions of, final Stages stages) {
		stages.begin();
		final Segmentation segmentation = Segmentation.of(image, of, stages);
		stages.paint();
		final Object[] pictures = { segmentation.labels(), segmentation.segmented() };
		stages.end();
		return pictures;
	}

	/** Milliseconds and the smallest compactness. */
	private static double[] theirs(final OpenCv openCv, final int k, final double epsilon) {
		final int attempts = k < MANY_CLUSTERS ? Benchmark.ATTEMPTS : FEW_ATTEMPTS;
		final double[] millis = new double[SLOW_ROUNDS];
		double compactness = Double.POSITIVE_INFINITY;
		int rounds = 0;
		while (rounds == 0 || rounds < SLOW_ROUNDS && millis[0] < SLOW_MILLIS) {
			final double[] found = new double[1];
			millis[rounds++] = Benchmark.ATTEMPTS / attempts
				* Benchmark.millis(() -> found[0] = openCv.run(k, attempts, epsilon));
			compactness = Math.min(compactness, found[0]);
		}
		return new double[] { Benchmark.median(Arrays.copyOf(millis, rounds)), compactness };
	}

	private int dimensions() {
		return isOfColours() ? options.colorSpace().names().size() : image.getStackSize();
	}

	private boolean isOfColours() {
		return image.getProcessor() instanceof ColorProcessor;
	}

	/** One row a pixel. */
	private float[] vectors() {
		final int d = dimensions();
		final float[] vectors = new float[image.getWidth() * image.getHeight() * d];
		final double[] x = new double[d];
		for (int i = 0; i < vectors.length / d; i++)
			for (int q = 0; q < d; q++) {
				if (isOfColours() && q == 0)
					options.colorSpace().space().locate(image.getProcessor().get(i) & 0xffffff, x);
				vectors[i * d + q] = isOfColours()
					? (float) x[q]
					: image.getStack().getProcessor(q + 1).getf(i);
			}
		return vectors;
	}
}
