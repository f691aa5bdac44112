/**
 * Knows the clusters of an image and what was asked for:
 * {@link sc.fiji.kmeans.model.ImageClusters} is the one model of clusters, which are learned,
 * numbered, merged, named, saved and applied; {@link sc.fiji.kmeans.model.SegmentationOptions}
 * tells how. All is immutable; no pixels.
 */
package sc.fiji.kmeans.model;
