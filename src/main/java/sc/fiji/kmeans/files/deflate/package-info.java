/**
 * Knows how the bytes of pictures get small, fast.
 * <p>
 * {@link sc.fiji.kmeans.files.deflate.PixelDeflate} writes what every reader of Deflate reads:
 * runs of equal pixels, and all else by how often each byte occurs.
 */
package sc.fiji.kmeans.files.deflate;
