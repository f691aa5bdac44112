/** Knows a terminal: reads options, segments image files, and reports in lines of text. */
package sc.fiji.kmeans.cli;
