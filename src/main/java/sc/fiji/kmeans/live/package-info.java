/**
 * Knows images that keep changing: frames that come one after another, as from
 * a window, and the thread that segments the newest.
 * <p>
 * {@link sc.fiji.kmeans.live.FrameSource} tells of frames,
 * {@link sc.fiji.kmeans.live.LiveSegmentation} segments them, and a
 * {@link sc.fiji.kmeans.live.LiveView} hears of the pictures.
 */
package sc.fiji.kmeans.live;
