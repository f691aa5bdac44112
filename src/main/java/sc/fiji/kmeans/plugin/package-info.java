/**
 * Knows the user: the commands of ImageJ's menu, their forms, the windows, the progress bar
 * and the status line. What is computed, and how, is left to the packages below.
 */
package sc.fiji.kmeans.plugin;
