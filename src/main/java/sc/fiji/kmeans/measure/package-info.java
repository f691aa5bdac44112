/**
 * Knows what is measured in an image that was segmented: tables of its clusters, and
 * their selections.
 */
package sc.fiji.kmeans.measure;
