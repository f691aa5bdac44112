/**
 * Knows how pictures become files: whole ones, and ones that are drawn row by row.
 */
package sc.fiji.kmeans.files.picture;
