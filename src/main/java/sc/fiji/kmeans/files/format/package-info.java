/**
 * Knows the formats of image files: whether all of a file is there, in a way that
 * ImageJ or ImageIO reads right.
 * <p>
 * {@link sc.fiji.kmeans.files.format.ImageKind} is the door: it tells the formats
 * apart, gives the {@link sc.fiji.kmeans.files.format.FileCheck} of a file and reads it.
 * {@link sc.fiji.kmeans.files.format.FileFormat} tells what any file is, by name.
 * {@link sc.fiji.kmeans.files.format.NoData} reads what a TIFF file calls no data.
 */
package sc.fiji.kmeans.files.format;
