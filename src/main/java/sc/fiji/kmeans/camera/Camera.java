package sc.fiji.kmeans.camera;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

import ij.process.ImageProcessor;

import sc.fiji.kmeans.live.Frame;
import sc.fiji.kmeans.live.FrameSource;

/** A camera of this computer. */
public final class Camera implements FrameSource {

	/** Between two looks for a frame, in milliseconds. */
	private static final int LOOK = 2;
	/** Without a frame, in milliseconds. */
	private static final int STALL = 5_000;

	private final Cameras cameras;
	private final String name;
	private final CameraFormat format;
	private final int stall;
	private final FrameThread thread = new FrameThread("K-means camera", this::run);
	/** Held while a frame is copied: the stream must not be closed meanwhile. */
	private final Object copying = new Object();
	/** Null if it is closed. */
	private CameraStream stream;
	/** Whether a frame came that was not read. */
	private boolean isNew;

	Camera(final Cameras cameras, final String name, final CameraFormat format, final int stall) {
		this.cameras = cameras;
		this.name = name;
		this.format = format;
		this.stall = stall;
	}

	/**
	 * The cameras that are there; may be none.
	 *
	 * @throws IOException if the library for cameras is missing, with a message for
	 *           the user
	 */
	public static List<String> names() throws IOException {
		return names(Cameras.OF_THIS_COMPUTER);
	}

	static List<String> names(final Cameras cameras) throws IOException {
		return Collections.unmodifiableList(cameras.find().names());
	}

	/**
	 * The resolutions of a camera as 640x480, large ones first.
	 *
	 * @param name of the camera; empty for the first
	 * @throws IOException if there is no such camera, with a message for the user
	 */
	public static List<String> resolutions(final String name) throws IOException {
		return resolutions(Cameras.OF_THIS_COMPUTER, name);
	}

	static List<String> resolutions(final Cameras cameras, final String name) throws IOException {
		final FoundCameras found = cameras.find();
		return found.resolutions(found.name(name));
	}

	/**
	 * Finds a camera; its start opens it.
	 *
	 * @param name of the camera; empty for the first
	 * @param resolution as 640x480; empty for the largest up to 1920x1080
	 * @throws IOException if there is none, with a message for the user
	 */
	public static Camera open(final String name, final String resolution) throws IOException {
		return open(Cameras.OF_THIS_COMPUTER, name, resolution, STALL);
	}

	static Camera open(final Cameras cameras, final String name, final String resolution,
		final int stall) throws IOException
	{
		final FoundCameras found = cameras.find();
		final String chosen = found.name(name);
		return new Camera(cameras, chosen, found.format(chosen, resolution), stall);
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public void start(final Listener listener) throws IOException {
		try {
			thread.start(listener, cameras.patience(),
				() -> new IOException("the camera " + name + " does not answer: connect it anew"));
		}
		catch (final IOException e) {
			stop();
			throw e;
		}
	}

	private void run() {
		try {
			cameras.reserve();
			watchUntilStopped();
		}
		catch (final IOException e) {
			end(e);
		}
		catch (final RuntimeException e) {
			end(new IOException("the camera " + name + " failed (" + e + ")", e));
		}
	}

	/** A camera that gives no frames is opened anew; often that brings it back. */
	private void watchUntilStopped() throws IOException {
		try {
			while (thread.pause(0))
				watch();
		}
		finally {
			cameras.release();
		}
	}

	private void end(final IOException why) {
		if (thread.hasBegun()) thread.ended(why.getMessage());
		else thread.fail(why);
	}

	/** Returns when it was stopped, or no frames come. */
	private void watch() throws IOException {
		final CameraLibrary library = cameras.open();
		try {
			final CameraStream opened = open(library, cameras.found());
			try {
				look(opened);
			}
			finally {
				setStream(null);
				opened.close();
			}
		}
		finally {
			library.close();
		}
	}

	private CameraStream open(final CameraLibrary library, final FoundCameras found)
		throws IOException
	{
		if (found.index(name) < 0) throw new IOException("the camera " + name + " was unplugged");
		final String resolution = format.resolution();
		final CameraStream opened = library.open(found.index(name), found.format(name, resolution));
		if (opened == null)
			throw new IOException("the camera " + name + " cannot be opened at " + resolution
				+ ": close other programs that use it and try again");
		return opened;
	}

	private void look(final CameraStream opened) throws IOException {
		setStream(opened);
		thread.begin();
		int frames = 0;
		long last = System.nanoTime();
		while (thread.pause(LOOK) && System.nanoTime() - last < stall * 1_000_000L) {
			if (opened.frames() == frames) continue;
			frames = opened.frames();
			last = System.nanoTime();
			arrived();
		}
		if (thread.pause(0)) thread.tell(name + ": no frames come, trying again");
	}

	private void arrived() {
		synchronized (copying) {
			isNew = true;
		}
		thread.arrived();
	}

	private void setStream(final CameraStream opened) {
		synchronized (copying) {
			stream = opened;
			isNew = false;
		}
	}

	@Override
	public boolean read(final Frame frame) {
		synchronized (copying) {
			if (!isNew) return false;
			isNew = false;
			return capture(frame);
		}
	}

	private boolean capture(final Frame frame) {
		final ImageProcessor[] before = frame.channels();
		final int[] pixels = frame.colours(format.width, format.height);
		try {
			return stream.capture(pixels) | PixelBytes.areNew(pixels, before);
		}
		catch (final IOException e) {
			// The thread sees why when it looks again.
			return false;
		}
	}

	@Override
	public void stop() {
		thread.stop();
	}
}
