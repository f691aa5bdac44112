/**
 * Knows how to show clusters over the window of an image, without a change of its pixels,
 * its overlay or its selection, while settings change: for the dialog and for the explorer.
 */
package sc.fiji.kmeans.plugin.preview;
