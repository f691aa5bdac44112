package sc.fiji.kmeans.cluster;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Centres anywhere in the range of the points, and somewhat beyond. */
final class RandomStarts implements Starts {

	private final SearchTree tree;
	private final int k;

	RandomStarts(final SearchTree tree, final int k) {
		this.tree = tree;
		this.k = k;
	}

	@Override
	public List<Centres> find(final Random random) {
		return Collections.singletonList(Centres.fill(k, tree.dimensions(), (j, q) -> {
			final double margin = (tree.max(q) - tree.min(q)) / tree.dimensions();
			final double low = tree.min(q) - margin;
			return low + random.nextDouble() * (tree.max(q) + margin - low);
		}).sorted());
	}
}
