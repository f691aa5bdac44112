package sc.fiji.kmeans.plugin.explorer;

import java.util.stream.IntStream;

import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.plugin.preview.LearnedPicture;
import sc.fiji.kmeans.segment.Palette;

/** How clusters are painted over the image; immutable. */
final class Look {

	private static final int BLACK = 0xff000000;
	private static final int OPAQUE = 255;

	/** What is seen. */
	enum Mode {

		/** A tint over the pixels of each cluster; hidden ones have none. */
		TINTED,
		/** The colour of each cluster in place of its pixels; pixels of hidden ones stay. */
		SEGMENTED,
		/** The pixels, black where clusters are hidden. */
		KEPT,
		/** The image as it is. */
		ORIGINAL;

		@Override
		public String toString() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}
	}

	final Mode shown;
	/** Of tints, in percent. */
	final int opacity;
	/** Whether colours are as in label images, and not the clusters' own. */
	final boolean isDistinct;

	Look(final Mode shown, final int opacity, final boolean isDistinct) {
		this.shown = shown;
		this.opacity = opacity;
		this.isDistinct = isDistinct;
	}

	/**
	 * The colour of each label, after merging, 0xRRGGBB.
	 *
	 * @param merged the clusters of the picture
	 */
	int[] colours(final LearnedPicture picture, final ImageClusters merged) {
		return isDistinct
			? IntStream.rangeClosed(0, merged.labels().largest()).map(Palette::colour).toArray()
			: picture.frame().colours(merged);
	}

	/**
	 * The paint of each label of a picture: 0xAARRGGBB.
	 *
	 * @param merged its clusters as the state merges them
	 */
	int[] paints(final LearnedPicture picture, final ImageClusters merged,
		final ExplorerState state)
	{
		final int[] colours = colours(picture, merged);
		final int[] firsts = state.groups().firsts(state.clusters());
		final int[] paints = new int[picture.frame().clusters().labels().largest() + 1];
		for (int label = 1; label < paints.length; label++) {
			final int cluster = picture.isMerged() ? firsts[label - 1] : label;
			paints[label] = paint(colours[Math.min(colours.length - 1, state.groups().label(cluster))],
				state, cluster);
		}
		return paints;
	}

	private int paint(final int colour, final ExplorerState state, final int cluster) {
		final boolean isHidden = state.isHidden(cluster);
		switch (shown) {
			case TINTED :
				return isHidden ? 0 : tint(state.isSelected(cluster)) << 24 | colour;
			case SEGMENTED :
				return isHidden ? 0 : BLACK | colour;
			case KEPT :
				return isHidden ? BLACK : 0;
			default :
				return 0;
		}
	}

	/** What is selected stands out: half as transparent as the others. */
	private int tint(final boolean isSelected) {
		final int percent = isSelected ? (100 + opacity) / 2 : opacity;
		return percent * OPAQUE / 100;
	}
}
