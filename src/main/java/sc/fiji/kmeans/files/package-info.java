/**
 * Knows image files and folders, no terminal: which files are meant, how they are opened,
 * and how their results are named and written, all or none.
 * <p>
 * An {@link sc.fiji.kmeans.files.list.ImageList} finds the files. A
 * {@link sc.fiji.kmeans.files.JobPlan} gives each its place for results, and refuses what
 * would replace another's or one of the {@link sc.fiji.kmeans.files.list.InputFiles}. A
 * {@link sc.fiji.kmeans.files.Segmenter} may count images for clusters that all have
 * {@link sc.fiji.kmeans.files.SharedClusters}. An {@link sc.fiji.kmeans.files.ImageJob} opens,
 * segments and writes each; the {@link sc.fiji.kmeans.files.Outcome}s,
 * {@link sc.fiji.kmeans.files.InOrder}, go into the
 * {@link sc.fiji.kmeans.files.JobTables}. Every step may run on any thread or machine, and
 * again: the files are the same, byte for byte. Nothing here prints; what fails is a value,
 * or an exception, with a message fit to be shown.
 */
package sc.fiji.kmeans.files;
