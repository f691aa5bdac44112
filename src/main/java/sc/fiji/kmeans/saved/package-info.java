/**
 * Knows files of clusters besides: {@link sc.fiji.kmeans.saved.ClusterFile} writes
 * the clusters of an image as CSV that people can edit, and reads them again.
 */
package sc.fiji.kmeans.saved;
