package sc.fiji.kmeans.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cameras that a test plugs in, and the rules of their library, of which each
 * breach is counted.
 */
final class CameraStandIn implements CameraLibrary.CamerasOpener {

	private static final List<CameraFormat> FORMATS = Arrays.asList( //
		new CameraFormat(0, 640, 480, 15), new CameraFormat(1, 320, 240, 60),
		new CameraFormat(2, 640, 480, 30), new CameraFormat(3, 3840, 2160, 5));

	private final List<String> plugged = new ArrayList<>();
	private boolean busy;
	private boolean broken;
	private int openingTime;
	private int frames;
	private int color;
	private CameraFormat opened;
	private int openings;
	private int openLibraries;
	private int openStreams;
	private final List<String> breaches = new ArrayList<>();

	CameraStandIn(final String... names) {
		plugged.addAll(Arrays.asList(names));
	}

	synchronized void unplug(final String name) {
		plugged.remove(name);
	}

	/** Whether another program has the cameras. */
	synchronized void setBusy(final boolean has) {
		busy = has;
	}

	/** From now on, asking for frames fails. */
	synchronized void fail() {
		broken = true;
	}

	synchronized void setOpeningTime(final int milliseconds) {
		openingTime = milliseconds;
	}

	/** A new frame of one colour. */
	synchronized void give(final int rgb) {
		color = rgb;
		frames++;
	}

	/** The format that was opened last. */
	synchronized CameraFormat opened() {
		return opened;
	}

	/** Of streams so far. */
	synchronized int openings() {
		return openings;
	}

	synchronized boolean isFree() {
		return openLibraries == 0 && openStreams == 0;
	}

	synchronized void assertRulesWereKept() {
		assertEquals(new ArrayList<>(), breaches);
	}

	private synchronized void require(final boolean kept, final String rule) {
		if (!kept) breaches.add(rule);
	}

	@Override
	public synchronized CameraLibrary open() {
		require(openLibraries++ == 0, "opened once at a time");
		return new Library(new ArrayList<>(plugged));
	}

	private final class Library implements CameraLibrary {

		private final Thread owner = Thread.currentThread();
		private final List<String> names;

		Library(final List<String> names) {
			this.names = names;
		}

		private void requireOwner() {
			require(Thread.currentThread() == owner, "used by one thread");
		}

		@Override
		public List<String> names() {
			requireOwner();
			return names;
		}

		@Override
		public List<CameraFormat> formats(final int camera) {
			requireOwner();
			return FORMATS;
		}

		@Override
		public CameraStream open(final int camera, final CameraFormat format) {
			requireOwner();
			synchronized (CameraStandIn.this) {
				RecordingListener.pause(openingTime);
				if (busy) return null;
				opened = format;
				openings++;
				openStreams++;
				return new Stream(frames, format, owner);
			}
		}

		@Override
		public void close() {
			requireOwner();
			synchronized (CameraStandIn.this) {
				require(openStreams == 0, "closed after its streams");
				openLibraries--;
			}
		}
	}

	private final class Stream implements CameraStream {

		private final int first;
		private final CameraFormat format;
		private final Thread owner;
		private boolean closed;

		Stream(final int first, final CameraFormat format, final Thread owner) {
			this.first = first;
			this.format = format;
			this.owner = owner;
		}

		@Override
		public int frames() throws IOException {
			synchronized (CameraStandIn.this) {
				require(!closed && Thread.currentThread() == owner,
					"looked at while it is open, by one thread");
				if (broken) throw new IOException("the cable was cut");
				return frames - first;
			}
		}

		@Override
		public boolean capture(final int[] pixels) {
			synchronized (CameraStandIn.this) {
				require(!closed && pixels.length == format.pixels(),
					"captured while it is open, as large as it is");
				final boolean differs = pixels[0] != color;
				Arrays.fill(pixels, color);
				return differs;
			}
		}

		@Override
		public void close() {
			synchronized (CameraStandIn.this) {
				require(!closed && Thread.currentThread() == owner, "closed once, by one thread");
				closed = true;
				openStreams--;
			}
		}
	}
}
