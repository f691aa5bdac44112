/**
 * Knows what all rooms need and Java does not have: refusals in words for people, values
 * that are chosen by name, lines of CSV, files that are written whole or not at all, the
 * memory that is free.
 */
package sc.fiji.kmeans.base;
