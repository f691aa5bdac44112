/**
 * Knows TIFF files: tiles and strips, BigTIFF, planes, and what is compressed, also
 * those that ImageJ does not read.
 * <p>
 * {@link sc.fiji.kmeans.files.tiff.TiffImage} reads bands of rows, or the whole image. What Java
 * does not decode itself, such as JPEG and fax, goes through a library that may be missing.
 */
package sc.fiji.kmeans.files.tiff;
