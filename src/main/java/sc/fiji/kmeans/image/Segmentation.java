package sc.fiji.kmeans.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import ij.process.LUT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.pixel.PixelCounter;

/**
 * An ImageJ image, each of its planes (slices, frames) clustered on its own, and
 * the pictures that this gives: labels, segmented and masked images. They carry
 * calibration, dimensions, slice labels and properties of the original, and know
 * nothing of later changes to it.
 */
public final class Segmentation {

	private final ImageAttributes attributes;
	private final List<SegmentedPlane> planes;

	private Segmentation(final ImageAttributes attributes,
		final List<SegmentedPlane> planes)
	{
		this.attributes = attributes;
		this.planes = planes;
	}

	/**
	 * Segments the selected pixels of an image, or all of them where there is no
	 * area selection.
	 *
	 * @param image 8-bit, 16-bit, RGB or indexed; a stack plane by plane
	 * @throws IllegalArgumentException if the image is of another type or the
	 *           selection is empty
	 */
	public static Segmentation of(final ImagePlus image,
		final KMeansOptions options)
	{
		return of(image, options, Progress.NONE);
	}

	/**
	 * The same with progress.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public static Segmentation of(final ImagePlus image,
		final KMeansOptions options, final Progress progress)
	{
		requireSupported(image);
		final ImageAttributes attributes = new ImageAttributes(image);
		final Roi selection = image.getRoi() == null ? null : (Roi) image.getRoi()
			.clone();
		final int n = image.getStackSize();
		final PixelCounter counter = new PixelCounter();
		final List<SegmentedPlane> planes = new ArrayList<>();
		for (int i = 0; i < n; i++)
			planes.add(new SegmentedPlane(plane(image, i + 1), selection, counter, options,
				progress.part((double) i / n, (i + 1.0) / n)));
		return new Segmentation(attributes, planes);
	}

	/**
	 * Does nothing if the image is of a kind that can be segmented.
	 *
	 * @throws IllegalArgumentException if it is not
	 */
	public static void requireSupported(final ImagePlus image) {
		if (image.getNChannels() > 1) throw new IllegalArgumentException(image
			.getNChannels() + " channels: takes images of one channel, and RGB");
	}

	/** A copy, so that the image may change afterwards. */
	private static ImageProcessor plane(final ImagePlus image, final int n) {
		final ImageProcessor plane = image.getStackSize() == 1 ? image.getProcessor()
			: image.getStack().getProcessor(n);
		return plane.duplicate();
	}

	/** Number of planes. */
	public int planes() {
		return planes.size();
	}

	/**
	 * The clusters of a plane.
	 *
	 * @param plane 1 to planes
	 */
	public Clusters clusters(final int plane) {
		return planes.get(plane - 1).clusters();
	}

	/**
	 * Number of distinct values among the selected pixels of a plane.
	 *
	 * @param plane 1 to planes
	 */
	public int distinct(final int plane) {
		return planes.get(plane - 1).distinct();
	}

	/**
	 * The colour of a cluster as the segmented image shows it, 0xRRGGBB.
	 *
	 * @param plane 1 to planes
	 * @param cluster 1 to number of clusters
	 */
	int colour(final int plane, final int cluster) {
		return planes.get(plane - 1).colour(cluster);
	}

	/**
	 * Label image: the number of the cluster of each pixel, 0 outside the
	 * selection; 8-bit, 16-bit from 255 clusters on. Its look-up table are the
	 * colours of the clusters (of a stack: of those of the first plane).
	 */
	public ImagePlus labels() {
		final boolean wide = planes.stream().anyMatch(p -> p.labels()
			.getBitDepth() == 16);
		final ImagePlus result = picture("labels", plane -> wide ? plane.labels()
			.convertToShort(false) : plane.labels().duplicate());
		final int top = wide ? largestCluster() : 255;
		result.getCalibration().disableDensityCalibration();
		result.setLut(legend(top));
		result.setDisplayRange(0, top);
		return result;
	}

	/** The largest number that a cluster of any plane has. */
	int largestCluster() {
		return planes.stream().mapToInt(p -> p.clusters().size()).max().getAsInt();
	}

	/** @param top the label at the upper end of the display range */
	private LUT legend(final int top) {
		final byte[] red = new byte[256];
		final byte[] green = new byte[256];
		final byte[] blue = new byte[256];
		for (int i = 0; i < 256; i++) {
			final int label = (int) Math.round(i * top / 255.0);
			if (label < 1 || label > clusters(1).size()) continue;
			final int colour = colour(1, label);
			red[i] = (byte) (colour >> 16);
			green[i] = (byte) (colour >> 8);
			blue[i] = (byte) colour;
		}
		return new LUT(red, green, blue);
	}

	/**
	 * Each selected pixel in the colour of its cluster, rounded to the nearest
	 * integer; the others as they are. Of the type of the image, RGB for an indexed
	 * one.
	 */
	public ImagePlus segmented() {
		return picture("segmented", SegmentedPlane::segmented);
	}

	/**
	 * The image with the pixels of some clusters turned black.
	 *
	 * @param removed numbers of clusters; a plane that has no such cluster stays as
	 *          it is
	 */
	public ImagePlus masked(final int... removed) {
		final Set<Integer> numbers = Arrays.stream(removed).boxed().collect(
			Collectors.toSet());
		return picture("masked", plane -> plane.masked(numbers));
	}

	/**
	 * One masked picture for each cluster, as a stack: slice j is without cluster
	 * j. For a stack of several planes these are the frames. The slices are made
	 * when they are looked at, so changes made to them do not last.
	 */
	public ImagePlus maskedEach() {
		return attributes.expanded("masked", new MaskedStack(planes, attributes,
			largestCluster()));
	}

	private ImagePlus picture(final String kind,
		final Function<SegmentedPlane, ImageProcessor> draw)
	{
		final ImageProcessor first = planes.get(0).labels();
		final ImageStack stack = new ImageStack(first.getWidth(), first
			.getHeight());
		for (int n = 1; n <= planes.size(); n++)
			stack.addSlice(attributes.sliceLabel(n), draw.apply(planes.get(n - 1)));
		return attributes.picture(kind, stack);
	}
}
