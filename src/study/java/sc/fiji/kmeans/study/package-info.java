/**
 * Knows pictures whose true regions are known, how well a segmentation meets them, and other ways
 * to segment them. The page {@code study.md} comes from here.
 */
package sc.fiji.kmeans.study;
