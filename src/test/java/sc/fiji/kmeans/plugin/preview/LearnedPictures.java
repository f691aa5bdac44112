package sc.fiji.kmeans.plugin.preview;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.CountedFrame;

/** Pictures as a session makes them, without a window, for tests. */
public final class LearnedPictures {

	private LearnedPictures() {}

	/** Of the first frame of an image of one channel. */
	public static LearnedPicture of(final ImagePlus image, final SegmentationOptions base,
		final int clusters, final String merge)
	{
		return of(image, recipe(base, clusters, merge), 1);
	}

	/** @param merge as the setting has it */
	static Recipe recipe(final SegmentationOptions base, final int clusters, final String merge) {
		return Recipe.of(base, clusters, base.withClusters(clusters).withMerge(merge).merge());
	}

	static LearnedPicture of(final ImagePlus image, final Recipe recipe, final int number) {
		final SegmentationOptions options = recipe.learning(recipe.clusters);
		final CountedFrame frame = new CountedFrame(
			new ImageProcessor[] { image.getProcessor().duplicate() }, image.getRoi(), image, number);
		final ImageClusters learned = frame.learned(options, Progress.NONE);
		return new LearnedPicture(recipe, learned,
			frame.labelled(learned.merged(recipe.merge), options, Progress.NONE), number);
	}
}
