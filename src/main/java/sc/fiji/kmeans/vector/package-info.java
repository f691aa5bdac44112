/**
 * Knows pixels that are no single whole numbers: of several channels, and of 32
 * bits. {@link sc.fiji.kmeans.vector.FramePixels} takes each frame the right way.
 * <p>
 * The data walk from a {@link sc.fiji.kmeans.vector.VectorSource} by
 * {@link sc.fiji.kmeans.vector.ChannelVectors}, which counts them, to points in a
 * {@link sc.fiji.kmeans.vector.ChannelSpace}: exactly, or as finely as exact sums allow.
 */
package sc.fiji.kmeans.vector;
