package sc.fiji.kmeans.camera;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The cameras of this computer, and their library, which one at a time may use. */
final class Cameras {

	static final Cameras OF_THIS_COMPUTER = new Cameras(() -> new OpenPnpCameras(), 10_000);

	private static final String OPENPNP = "openpnp-capture-java-0.0.28-0.jar";
	private static final String JNA = "jna-5.14.0.jar";

	private final CameraLibrary.CamerasOpener opener;
	/** In milliseconds. */
	private final int patience;
	private boolean inUse;
	/** When the library was opened last; null before. */
	private FoundCameras found;

	Cameras(final CameraLibrary.CamerasOpener opener, final int patience) {
		this.opener = opener;
		this.patience = patience;
	}

	int patience() {
		return patience;
	}

	/**
	 * Looks for cameras; while one is in use, those that were found when it was
	 * opened. In a thread of its own: the library changes how the thread uses
	 * Windows, which must not happen to the event thread.
	 */
	FoundCameras find() throws IOException {
		final FutureTask<FoundCameras> search = new FutureTask<>(this::search);
		final Thread thread = new Thread(search, "K-means camera search");
		thread.setDaemon(true);
		thread.start();
		try {
			return search.get(patience, TimeUnit.MILLISECONDS);
		}
		catch (final ExecutionException e) {
			throw new IOException(e.getCause() instanceof IOException
				? e.getCause().getMessage()
				: "the cameras cannot be listed (" + e.getCause() + ")", e.getCause());
		}
		catch (final TimeoutException e) {
			throw new IOException("the cameras do not answer: connect them anew", e);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("the search for cameras was interrupted", e);
		}
	}

	private FoundCameras search() throws IOException {
		final FoundCameras known = foundByUser();
		if (known != null) return known;
		reserve();
		try {
			open().close();
			return found();
		}
		finally {
			release();
		}
	}

	/** Null if there is no user. */
	private synchronized FoundCameras foundByUser() {
		return inUse ? found : null;
	}

	/** What was found when the library was opened. */
	synchronized FoundCameras found() {
		return found;
	}

	/**
	 * Opens the library, for whoever reserved it, and finds the cameras.
	 *
	 * @throws IOException if it is missing, with a message for the user
	 */
	CameraLibrary open() throws IOException {
		final CameraLibrary library = load();
		try {
			setFound(new FoundCameras(library));
			return library;
		}
		catch (final RuntimeException e) {
			library.close();
			throw e;
		}
	}

	private CameraLibrary load() throws IOException {
		try {
			return opener.open();
		}
		catch (final LinkageError e) {
			throw new IOException(missing(String.valueOf(e.getMessage())), e);
		}
	}

	/**
	 * Waits a while for the last user, who may just be closing its camera: half as
	 * long as others wait for this.
	 *
	 * @throws IOException if it does not release it, with a message for the user
	 */
	synchronized void reserve() throws IOException {
		final long end = System.nanoTime() + patience * 500_000L;
		try {
			for (long rest = end - System.nanoTime(); inUse && rest > 0; rest = end - System.nanoTime())
				TimeUnit.NANOSECONDS.timedWait(this, rest);
		}
		catch (final InterruptedException e) {
			throw new IOException("the search for cameras was interrupted", e);
		}
		if (inUse) throw new IOException("another live view uses a camera: close it and try again");
		inUse = true;
	}

	private synchronized void setFound(final FoundCameras cameras) {
		found = cameras;
	}

	synchronized void release() {
		inUse = false;
		notifyAll();
	}

	/** @param what the message of the error: a class, or why a file cannot be read */
	private static String missing(final String what) {
		if (!what.matches("(com/sun/jna|org/openpnp)/\\S*"))
			return "the library of cameras cannot be used on this computer (" + what.split(":?\\R", 2)[0]
				+ "): take a network camera or an open image";
		return MissingLibrary.message("cameras", what.startsWith("com") ? JNA : OPENPNP);
	}
}
