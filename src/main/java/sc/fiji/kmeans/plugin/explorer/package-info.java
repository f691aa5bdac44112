/**
 * Knows the K-Means Explorer: a panel that follows the active image and shows its clusters
 * over it while they are chosen, hidden, merged and named.
 */
package sc.fiji.kmeans.plugin.explorer;
