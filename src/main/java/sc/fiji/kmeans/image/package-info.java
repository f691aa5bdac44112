/**
 * Knows images, but no windows: how the pixels of ImageJ and ImgLib2 images are read,
 * and which of them count.
 * <p>
 * The data walk from {@link sc.fiji.kmeans.image.ImagePixels} or
 * {@link sc.fiji.kmeans.image.IntervalPixels} to the clustering of the packages above.
 */
package sc.fiji.kmeans.image;
