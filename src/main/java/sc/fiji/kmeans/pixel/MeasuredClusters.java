package sc.fiji.kmeans.pixel;

import sc.fiji.kmeans.cluster.Clusters;

/** Clusters, and what their pixels are in the mean; immutable. */
public final class MeasuredClusters {

	private final Clusters clusters;
	private final ClusterMeans means;

	MeasuredClusters(final Clusters clusters, final ClusterMeans means) {
		this.clusters = clusters;
		this.means = means;
	}

	public Clusters clusters() {
		return clusters;
	}

	/** Of the pixels of each cluster. */
	public ClusterMeans means() {
		return means;
	}
}
