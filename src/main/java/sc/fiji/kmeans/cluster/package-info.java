/**
 * Knows numbers: weighted points, centres, and k-means clustering; no pixels and no
 * images.
 * <p>
 * The data walk from {@link sc.fiji.kmeans.cluster.WeightedPoints} through {@link
 * sc.fiji.kmeans.cluster.KMeans}, with its {@link
 * sc.fiji.kmeans.cluster.KMeansOptions}, to {@link sc.fiji.kmeans.cluster.Clusters}. A
 * result depends on the points and the options alone, to the last bit: sums are exact
 * integers, so neither the number of threads nor the order of the work changes it.
 * <p>
 * How many clusters there should be is another question: {@link
 * sc.fiji.kmeans.cluster.SeriesSearch} clusters the points by 1 to 12, and {@link
 * sc.fiji.kmeans.cluster.SuggestedNumber} has the rule.
 */
package sc.fiji.kmeans.cluster;
