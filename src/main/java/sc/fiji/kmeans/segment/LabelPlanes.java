package sc.fiji.kmeans.segment;

import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.Arrays;

import sc.fiji.kmeans.model.ImageClusters;

/** Where labels get their planes: a new one for each frame, or one for all frames of a film. */
final class LabelPlanes {

	/** From this number of clusters on, labels have 16 bits. */
	static final int WIDE = 255;

	private final boolean areOfFilm;
	/** The plane of a film; null before its first frame. */
	private ImageProcessor last;

	LabelPlanes(final boolean areOfFilm) {
		this.areOfFilm = areOfFilm;
	}

	/**
	 * A plane without labels.
	 *
	 * @return in a film to be used until the next one is asked for
	 */
	ImageProcessor blank(final int width, final int height, final ImageClusters clusters) {
		if (!areOfFilm) return blankOf(width, height, clusters);
		if (fits(width, height, isWide(clusters))) clear();
		else last = blankOf(width, height, clusters);
		return last;
	}

	private boolean fits(final int width, final int height, final boolean isWide) {
		return last != null && last.getWidth() == width && last.getHeight() == height
			&& last instanceof ShortProcessor == isWide;
	}

	private void clear() {
		if (last instanceof ShortProcessor) Arrays.fill((short[]) last.getPixels(), (short) 0);
		else Arrays.fill((byte[]) last.getPixels(), (byte) 0);
	}

	/** A new plane without labels. */
	static ImageProcessor blankOf(final int width, final int height, final ImageClusters clusters) {
		return isWide(clusters) ? new ShortProcessor(width, height) : new ByteProcessor(width, height);
	}

	private static boolean isWide(final ImageClusters clusters) {
		return clusters.labels().largest() >= WIDE;
	}
}
