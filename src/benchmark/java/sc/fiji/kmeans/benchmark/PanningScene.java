package sc.fiji.kmeans.benchmark;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import sc.fiji.kmeans.live.Frame;
import sc.fiji.kmeans.live.FrameSource;

/**
 * A camera that pans over a photo, to and fro, with noise; each frame differs from
 * the one before. The frames are made beforehand and come at a fixed rate, or each
 * as soon as the one before is read.
 */
final class PanningScene implements FrameSource {

	private static final int FRAMES = 32;
	private static final int STEP = 4;
	private static final int NOISE = 3;
	private static final long SECOND = 1_000_000_000;

	private final ImageProcessor[] frames = new ImageProcessor[FRAMES];
	private final int perSecond;
	private volatile boolean isStopped;
	private volatile int newest = -1;
	private volatile Thread thread;

	/** @param perSecond 0 for as fast as they are read */
	PanningScene(final ImageProcessor photo, final int width, final int height, final int perSecond) {
		this(photo, width, height, perSecond, null);
	}

	private PanningScene(final ImageProcessor photo, final int width, final int height,
		final int perSecond, final PanningScene same)
	{
		this.perSecond = perSecond;
		final Random random = new Random(1);
		for (int n = 0; n < FRAMES; n++)
			frames[n] = same == null ? frame(photo, n * STEP, width, height, random) : same.frames[n];
	}

	/** The same frames at another rate. */
	PanningScene at(final int rate) {
		return new PanningScene(null, 0, 0, rate, this);
	}

	/** Mirrored where it is larger than the photo. */
	private static ImageProcessor frame(final ImageProcessor photo, final int offset, final int width,
		final int height, final Random random)
	{
		final ImageProcessor frame = new ColorProcessor(width, height);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				frame.set(x, y, noisy(photo.get(mirrored(x + offset, photo.getWidth()),
					mirrored(y + offset / 2, photo.getHeight())), random));
		return frame;
	}

	private static int mirrored(final int x, final int size) {
		final int inTwo = x % (2 * size);
		return inTwo < size ? inTwo : 2 * size - 1 - inTwo;
	}

	private static int noisy(final int rgb, final Random random) {
		int noisy = 0;
		for (int shift = 16; shift >= 0; shift -= 8)
			noisy = noisy << 8
				| Math.max(0, Math.min(255, (rgb >> shift & 0xff) + random.nextInt(2 * NOISE + 1) - NOISE));
		return noisy;
	}

	/** To and fro. */
	ImageProcessor frame(final int n) {
		return frames[mirrored(n, FRAMES)];
	}

	@Override
	public String name() {
		return "panning scene";
	}

	@Override
	public void start(final Listener listener) {
		thread = new Thread(() -> play(listener), name());
		thread.setDaemon(true);
		thread.start();
	}

	private void play(final Listener listener) {
		final long start = System.nanoTime();
		for (int n = 0; !isStopped; n++) {
			if (perSecond > 0) awaitTime(start + n * SECOND / perSecond);
			else if (n > 0) LockSupport.park();
			newest = n;
			listener.arrived();
		}
	}

	private static void awaitTime(final long time) {
		for (long rest = time - System.nanoTime(); rest > 0; rest = time - System.nanoTime())
			LockSupport.parkNanos(rest);
	}

	@Override
	public boolean read(final Frame frame) {
		final boolean isNew = frame.copy(new ImageProcessor[] { frame(newest) }, null);
		if (perSecond == 0) LockSupport.unpark(thread);
		return isNew;
	}

	@Override
	public void stop() {
		isStopped = true;
		LockSupport.unpark(thread);
	}
}
