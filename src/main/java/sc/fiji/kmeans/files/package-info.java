/**
 * Knows image files and folders, no terminal: which files of a folder are images,
 * how they are opened, and how their results are named and written, all or none.
 * <p>
 * An {@link sc.fiji.kmeans.files.ImageFolder} finds the files. An
 * {@link sc.fiji.kmeans.files.ImageJob} opens, segments and writes one after
 * another, and never replaces one of the
 * {@link sc.fiji.kmeans.files.InputFiles}. Nothing here prints; errors are
 * exceptions whose messages are fit to be shown.
 */
package sc.fiji.kmeans.files;
