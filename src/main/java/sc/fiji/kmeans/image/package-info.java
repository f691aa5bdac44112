/**
 * Knows images, but no windows: how the pixels of ImageJ and ImgLib2 images are
 * read, and the pictures that labels make of them.
 * <p>
 * The data walk from {@link sc.fiji.kmeans.image.ImagePixels} or
 * {@link sc.fiji.kmeans.image.IntervalPixels} through the clustering of the
 * packages above to a {@link sc.fiji.kmeans.image.Segmentation}, which draws
 * labels, segmented and masked images. Numbers of 32 bits, and pixels of several
 * channels, become points by {@link sc.fiji.kmeans.image.ChannelVectors} and
 * {@link sc.fiji.kmeans.image.ChannelSpace}: exactly, or as finely as exact sums
 * allow. Nothing here shows a message; errors are
 * exceptions whose messages are fit to be shown.
 */
package sc.fiji.kmeans.image;
