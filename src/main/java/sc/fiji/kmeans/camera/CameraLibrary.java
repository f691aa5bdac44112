package sc.fiji.kmeans.camera;

import java.util.List;

/**
 * What knows the cameras of this computer. Not to be opened twice at once, and to
 * be used and closed by the thread that opened it: that is how Windows wants it.
 */
interface CameraLibrary {

	/** Of the cameras, some of which may have the same. */
	List<String> names();

	/** @param camera its place in the names */
	List<CameraFormat> formats(int camera);

	/**
	 * @param camera its place in the names
	 * @return its frames, or null if it is in use or does not answer
	 */
	CameraStream open(int camera, CameraFormat format);

	/** To be called after its streams were closed. */
	void close();

	/** Loads and opens it. */
	interface CamerasOpener {

		/** @throws LinkageError if it is not there, or not for this computer */
		CameraLibrary open();
	}
}
