/**
 * Knows pixel values: how a value is packed into a {@code long}, how often each occurs,
 * and which label each gets. Values come from the {@link
 * sc.fiji.kmeans.pixel.PixelSource}s of other packages.
 * <p>
 * The data walk from a {@link sc.fiji.kmeans.pixel.PixelSource} into a {@link
 * sc.fiji.kmeans.pixel.PixelHistogram}, which is clustered, and back through a {@link
 * sc.fiji.kmeans.pixel.PixelLabeler}.
 */
package sc.fiji.kmeans.pixel;
