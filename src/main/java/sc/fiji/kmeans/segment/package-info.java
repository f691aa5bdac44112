/**
 * Knows labels and pictures: clusters of an image are learned or applied, each pixel
 * gets a label, and the labels become pictures. No windows.
 * <p>
 * The data walk from {@link sc.fiji.kmeans.segment.Segmentation} or, of a film, from
 * {@link sc.fiji.kmeans.segment.FrameSegmenter} to one worker, which segments frame by
 * frame, and to {@link sc.fiji.kmeans.segment.SegmentedFrame}, which is a frame with its
 * labels. Errors are exceptions whose messages are fit to be shown.
 */
package sc.fiji.kmeans.segment;
