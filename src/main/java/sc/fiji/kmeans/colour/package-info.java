/**
 * Knows colours: where a colour becomes Lab, a*b* or a point of the cone of HSB
 * ({@link sc.fiji.kmeans.colour.ColorSpace}), and how different two of them look.
 */
package sc.fiji.kmeans.colour;
