/**
 * Knows cameras: how frames come from cameras of this computer and of the
 * network, and what they do when something goes wrong.
 * <p>
 * {@link sc.fiji.kmeans.camera.Camera} and
 * {@link sc.fiji.kmeans.camera.NetworkCamera} are sources of frames. One class alone
 * knows the library for cameras, and few know the one for HTTP; each is loaded when
 * it is asked for, and may be missing.
 */
package sc.fiji.kmeans.camera;
