/**
 * Knows which image files are meant, and what their results are called.
 * <p>
 * An {@link sc.fiji.kmeans.files.list.ImageList} finds the files that folders, globs and lists
 * name; a {@link sc.fiji.kmeans.files.list.PlannedImage} is one of them with the place of its
 * results, which have {@link sc.fiji.kmeans.files.list.ResultNames}. A
 * {@link sc.fiji.kmeans.files.list.SourceMark} in a result tells of which file it is.
 */
package sc.fiji.kmeans.files.list;
