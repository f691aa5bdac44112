/**
 * Knows a terminal: reads image files, writes the pictures and the tables that a
 * segmentation makes of them, and says so in lines of text.
 */
package sc.fiji.kmeans.cli;
