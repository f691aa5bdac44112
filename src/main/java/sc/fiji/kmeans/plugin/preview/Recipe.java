package sc.fiji.kmeans.plugin.preview;

import sc.fiji.kmeans.model.MergedClusters;
import sc.fiji.kmeans.model.SegmentationOptions;

/** What is wanted of an image; immutable. Recipes of the same base share what was learned. */
public final class Recipe {

	/** In place of a number of clusters that the pixels suggest. */
	static final int SUGGESTED = 0;

	final SegmentationOptions base;
	final int clusters;
	final MergedClusters merge;

	private Recipe(final SegmentationOptions base, final int clusters, final MergedClusters merge) {
		this.base = base;
		this.clusters = clusters;
		this.merge = merge;
	}

	/** All that options say. */
	static Recipe of(final SegmentationOptions options) {
		return new Recipe(options.withMerge("none"),
			options.areClustersSuggested() ? SUGGESTED : options.kMeans().clusters(), options.merge());
	}

	/**
	 * @param base without merging; the number of clusters in it does not count
	 */
	public static Recipe of(final SegmentationOptions base, final int clusters,
		final MergedClusters merge)
	{
		return new Recipe(base, clusters, merge);
	}

	/** The options that find a number of clusters, which are not merged yet. */
	SegmentationOptions learning(final int number) {
		return base.withClusters(number);
	}

	/** Whether another one is the same. */
	public boolean isSame(final Recipe other) {
		return base == other.base && clusters == other.clusters && merge.equals(other.merge);
	}

	/** Whether the pixels that get labels are those that are learned from, with the same labels. */
	boolean areLearnedAlone() {
		return base.minSize() <= 1 && !base.isAppliedToAll();
	}

	@Override
	public String toString() {
		return clusters + " clusters, merge = " + merge;
	}
}
