/**
 * Knows numbers: weighted points, centres, and the k-means clustering of the
 * ones around the others. Pixels and images are strangers here.
 * <p>
 * The data walk from {@link sc.fiji.kmeans.cluster.WeightedPoints} through
 * {@link sc.fiji.kmeans.cluster.KMeans}, which is configured by
 * {@link sc.fiji.kmeans.cluster.KMeansOptions}, to
 * {@link sc.fiji.kmeans.cluster.Clusters}. Every result is a function of the
 * points and the options alone, to the last bit: sums are exact integers, so
 * neither the number of threads nor the order of the work can be seen in it.
 */
package sc.fiji.kmeans.cluster;
