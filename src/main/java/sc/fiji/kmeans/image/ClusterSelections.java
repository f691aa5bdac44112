package sc.fiji.kmeans.image;

import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.Color;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Steps;

/** The pixels of each cluster of a label image as an area selection. */
public final class ClusterSelections {

	private static final String CLUSTER = "cluster ";

	private ClusterSelections() {}

	/**
	 * Tells the names of the selections of an image, of all its frames.
	 *
	 * @param title of the image
	 */
	public static Pattern names(final String title) {
		return Pattern.compile(Pattern.quote(title) + "( frame \\d+)? " + CLUSTER + "\\d+",
			Pattern.DOTALL);
	}

	/** @param frame 0 if there is but one */
	static String name(final String title, final int frame, final String cluster) {
		return title + (frame == 0 ? "" : " frame " + frame) + " " + cluster;
	}

	/**
	 * The selection of all pixels of a label: a traced outline if there is only one,
	 * or else composite.
	 *
	 * @param labels of 8 or 16 bits
	 * @return null if no pixel has the label
	 * @throws CancellationException if the thread is interrupted
	 */
	static Roi of(final ImageProcessor labels, final int label) {
		final ImageProcessor view = view(labels);
		view.setThreshold(label, label, ImageProcessor.NO_LUT_UPDATE);
		final Roi roi = new ThresholdToSelection().convert(view);
		// An interrupted conversion gives null, too.
		if (Thread.currentThread().isInterrupted()) throw new CancellationException();
		return roi;
	}

	/** The same pixels with thresholds of their own. */
	private static ImageProcessor view(final ImageProcessor labels) {
		final int width = labels.getWidth();
		final int height = labels.getHeight();
		final Object pixels = labels.getPixels();
		return pixels instanceof byte[]
			? new ByteProcessor(width, height, (byte[]) pixels)
			: new ShortProcessor(width, height, (short[]) pixels, null);
	}

	/**
	 * The selections of the labels 1 to k that have pixels, in turn, named
	 * {@code cluster 1} and so on, in the colours of labels. They belong to no slice.
	 *
	 * @param steps one for each label
	 */
	static Roi[] all(final ImageProcessor labels, final int k, final Steps steps) {
		return IntStream.rangeClosed(1, k).mapToObj(label -> {
			final Roi roi = Beside.get(() -> of(labels, label), steps::check);
			steps.done();
			return dressed(roi, label);
		}).filter(Objects::nonNull).toArray(Roi[]::new);
	}

	private static Roi dressed(final Roi roi, final int label) {
		if (roi == null) return null;
		roi.setName(CLUSTER + label);
		roi.setStrokeColor(new Color(Palette.colour(label)));
		return roi;
	}
}
