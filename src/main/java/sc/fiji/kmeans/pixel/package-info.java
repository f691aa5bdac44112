/**
 * Knows pixel values besides numbers: how a value is packed into a
 * {@code long}, how often each occurs, and which label each gets. Where the
 * values come from is left to the {@link sc.fiji.kmeans.pixel.PixelSource}s of
 * the image package.
 * <p>
 * The data walk from a {@link sc.fiji.kmeans.pixel.PixelSource} into a
 * {@link sc.fiji.kmeans.pixel.PixelHistogram}, which is clustered, and back
 * through a {@link sc.fiji.kmeans.pixel.PixelLabeler}.
 */
package sc.fiji.kmeans.pixel;
