/**
 * Knows cameras: how frames come from those of this computer and from those of the
 * network, and what they do when something goes wrong.
 * <p>
 * {@link sc.fiji.kmeans.camera.Camera} and
 * {@link sc.fiji.kmeans.camera.NetworkCamera} are sources of frames. One class alone
 * knows the library for cameras, which is loaded when one is asked for.
 */
package sc.fiji.kmeans.camera;
