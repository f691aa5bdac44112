/**
 * Knows regions: connected pixels of one label, and which of them are small.
 * <p>
 * {@link sc.fiji.kmeans.region.SmallRegions} gives the pixels of small ones the label that
 * surrounds them most, in an image; {@link sc.fiji.kmeans.region.RegionRows} finds the same labels
 * row by row, where an image is larger than memory.
 */
package sc.fiji.kmeans.region;
