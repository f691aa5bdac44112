/**
 * Knows the user: the dialog, the windows, the progress bar, the status line and
 * the macro recorder of ImageJ. What is computed, and how, is left to the image
 * package.
 */
package sc.fiji.kmeans.plugin;
