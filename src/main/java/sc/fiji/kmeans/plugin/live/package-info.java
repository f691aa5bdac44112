/**
 * Knows live segmentation: its commands, its window with a panel, and what it records.
 */
package sc.fiji.kmeans.plugin.live;
