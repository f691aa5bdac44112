package sc.fiji.kmeans.plugin.live;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import sc.fiji.kmeans.live.FrameSource;
import sc.fiji.kmeans.live.LiveFigures;
import sc.fiji.kmeans.live.LiveSegmentation;
import sc.fiji.kmeans.live.LiveView;
import sc.fiji.kmeans.plugin.Tables;
import sc.fiji.kmeans.segment.SegmentedFrame;

/**
 * A live segmentation with its window, or without one in batch mode and where there
 * is no display: then its last picture opens as a normal image when it ends.
 */
final class LiveSession implements LiveView {

	/** All that run, the first one first. */
	private static final List<LiveSession> RUNNING = new CopyOnWriteArrayList<>();

	private final LiveSettings settings;
	private final LiveSegmentation live;
	private final boolean hasWindow = !GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode();
	private final LiveTable table = new LiveTable();
	/** Open until there is a picture, or none will come. */
	private final CountDownLatch begun = new CountDownLatch(1);
	/** Open until all is over. */
	private final CountDownLatch ended = new CountDownLatch(1);
	/** Whether the event thread is about to show the newest picture. */
	private final AtomicBoolean isShowing = new AtomicBoolean();
	/** What is or was the matter; empty if nothing. */
	private volatile String message = "";
	/** For the event thread; null before the first picture. */
	private volatile LiveWindow window;
	/** Opened at the end where there is no window; null before. */
	private volatile ImagePlus last;

	private LiveSession(final FrameSource source, final LiveSettings settings) {
		this.settings = settings;
		live = new LiveSegmentation(source, settings.options(), this);
	}

	/**
	 * Starts one, and waits until its first picture is there, or word of why not; so
	 * it must not be called in the event thread.
	 *
	 * @throws IOException if the source can not be started
	 * @throws IllegalArgumentException if the first frame is refused
	 */
	static LiveSession start(final FrameSource source, final LiveSettings settings)
		throws IOException
	{
		final LiveSession session = new LiveSession(source, settings);
		RUNNING.add(session);
		try {
			session.connect();
		}
		catch (final IOException | RuntimeException failed) {
			RUNNING.remove(session);
			throw failed;
		}
		session.awaitBegin();
		return session;
	}

	/** In a thread of its own, so that Escape can end it. */
	private void connect() throws IOException {
		final AtomicReference<Exception> failure = new AtomicReference<>();
		final CountDownLatch connected = new CountDownLatch(1);
		final Thread thread = new Thread(() -> {
			try {
				live.start();
			}
			catch (final IOException | RuntimeException failed) {
				failure.set(failed);
			}
			connected.countDown();
		}, "K-Means Live start");
		thread.setDaemon(true);
		thread.start();
		await(connected);
		if (failure.get() instanceof IOException) throw (IOException) failure.get();
		if (failure.get() != null) throw (RuntimeException) failure.get();
	}

	/** A macro goes on when the window is active, as with all windows. */
	private void awaitBegin() {
		await(begun);
		if (window != null) window.awaitActivation();
		if (live.figures().frames() > 0 || message.isEmpty()) return;
		live.stop();
		throw new IllegalArgumentException(message);
	}

	/** All that run. */
	static List<LiveSession> running() {
		return new ArrayList<>(RUNNING);
	}

	LiveSegmentation live() {
		return live;
	}

	/** Waits for its end; Escape brings it. */
	void awaitEnd() {
		await(ended);
		if (last != null) WindowManager.setTempCurrentImage(last);
	}

	/** Must not be called in the event thread, which opens some of them. */
	private void await(final CountDownLatch latch) {
		try {
			while (!latch.await(50, TimeUnit.MILLISECONDS))
				if (IJ.escapePressed()) live.stop();
		}
		catch (final InterruptedException interrupted) {
			live.stop();
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void segmented(final SegmentedFrame frame, final LiveFigures figures) {
		if (settings.isMeasured()) table.add(frame.clusters(), figures);
		if (figures.frames() == settings.stopAfter()) live.stop();
		repainted();
	}

	@Override
	public void repainted() {
		if (hasWindow && isShowing.compareAndSet(false, true)) EventQueue.invokeLater(this::show);
		else if (!hasWindow) begun.countDown();
	}

	private void show() {
		isShowing.set(false);
		if (window == null) open();
		else window.update();
	}

	private void open() {
		window = new LiveWindow(live, new LivePicture(live, live.takePicture()),
			WindowManager.getCurrentWindow());
		window.tell(message);
		begun.countDown();
	}

	/** Without a window, the status line tells. */
	@Override
	public void told(final String text) {
		message = text;
		if (!text.isEmpty()) begun.countDown();
		if (!hasWindow) IJ.showStatus(text);
		else EventQueue.invokeLater(() -> {
			if (window != null) window.tell(text);
			else IJ.showStatus(text);
		});
	}

	@Override
	public void ended(final String why) {
		RUNNING.remove(this);
		if (hasWindow) EventQueue.invokeLater(() -> end(why));
		else end(why);
	}

	private void end(final String why) {
		if (window != null) window.end(why);
		else if (live.takePicture() != null) {
			last = new LivePicture(live, live.takePicture()).image();
			last.show();
		}
		if (!why.isEmpty()) {
			message = why;
			IJ.showStatus(why);
		}
		if (settings.isMeasured() && live.figures().frames() > 0)
			Tables.show(table.table(), "KMeans-Live");
		begun.countDown();
		ended.countDown();
	}
}
