/**
 * Knows what is measured in an image that was segmented: tables of its clusters,
 * their selections, and a legend.
 */
package sc.fiji.kmeans.measure;
