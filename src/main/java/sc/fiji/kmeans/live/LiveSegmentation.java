package sc.fiji.kmeans.live;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import sc.fiji.kmeans.segment.FrameSegmenter;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.segment.SegmentedFrame;

/**
 * Segments the newest frame of a source, again and again, in a thread of its own,
 * until it is stopped or the source ends. All methods return at once but the one
 * that starts and the one that waits.
 */
public final class LiveSegmentation {

	/** So much lower is the priority of the thread, that windows stay alive. */
	private static final int LOWER = 2;

	private final FrameSource source;
	private final LiveView view;
	private final Inbox inbox;
	private final Thread worker;
	private final PictureExchange pictures = new PictureExchange();
	private final FrameStatistics statistics = new FrameStatistics();
	private final Frame frame = new Frame();

	// Of the worker alone.
	private LiveOptions options;
	/** Null before the first frame, and where it was cancelled. */
	private FrameSegmenter segmenter;
	/** Null before the first frame. */
	private SegmentedFrame segmented;
	/** Whether the current frame was not segmented yet. */
	private boolean isNew;
	/** Number of snapshots so far. */
	private int snapshots;
	/** Whether the last frame could not be segmented. */
	private boolean isRefused;

	/** @param view hears of what happens */
	public LiveSegmentation(final FrameSource source, final LiveOptions options,
		final LiveView view)
	{
		this.source = source;
		this.options = options;
		this.view = view;
		inbox = new Inbox(options);
		worker = new Thread(this::work, "K-Means Live: " + source.name());
		worker.setDaemon(true);
		worker.setPriority(Thread.NORM_PRIORITY - LOWER);
	}

	/**
	 * Starts the source, and then segments its frames; once only.
	 *
	 * @throws IOException if the source can not be started, with a message for the
	 *           user; then nothing is left of it, and the view hears nothing
	 */
	public void start() throws IOException {
		try {
			source.start(new FrameListener());
		}
		catch (final IOException | RuntimeException failed) {
			source.stop();
			throw failed;
		}
		worker.start();
	}

	/** Passes on what the source tells. */
	private final class FrameListener implements FrameSource.Listener {

		@Override
		public void arrived() {
			inbox.arrived();
		}

		@Override
		public void trouble(final String message) {
			view.told(message);
		}

		@Override
		public void ended(final String why) {
			inbox.end(why);
		}
	}

	/** What images that are made of the source are called after. */
	public String title() {
		return source.title();
	}

	/** The size of the source's pixels, as it is now; nothing if it is not known. */
	public Optional<Calibration> calibration() {
		return source.calibration();
	}

	/** The options that hold, or will in a moment. */
	public LiveOptions options() {
		return inbox.options();
	}

	/** Other options hold from now on, for the current frame, too. */
	public void set(final LiveOptions value) {
		inbox.set(value);
	}

	/** Stops looking at frames, or goes on with the next one that comes. */
	public void pause(final boolean isPaused) {
		inbox.pause(isPaused);
	}

	/**
	 * Takes a snapshot of the frame that was segmented last.
	 *
	 * @param taker gets it once, mostly in the thread of the worker; nothing if there
	 *          is no such frame, or the end comes before
	 */
	public void snapshot(final Consumer<Optional<Snapshot>> taker) {
		if (!inbox.snapshot(taker)) taker.accept(Optional.empty());
	}

	/** Ends, and frees the source, also one that is still starting. */
	public void stop() {
		inbox.end("");
		if (worker.getState() == Thread.State.NEW) source.stop();
	}

	/** Waits until all has ended. */
	public void awaitEnd() throws InterruptedException {
		worker.join();
	}

	/**
	 * The newest picture, which stays as it is until the next one is taken; null
	 * before the first one.
	 */
	public ImageProcessor takePicture() {
		return pictures.take();
	}

	/** How it does at this moment. */
	public LiveFigures figures() {
		return statistics.figures(inbox.dropped());
	}

	private void work() {
		try {
			for (Optional<Tasks> tasks = inbox.take(); tasks.isPresent(); tasks = inbox.take())
				work(tasks.get());
		}
		catch (final InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
		catch (final OutOfMemoryError full) {
			inbox.end("There is not enough memory for these frames");
		}
		finally {
			inbox.end("An error ended it; the console says which");
			source.stop();
			inbox.takeSnapshots().forEach(taker -> taker.accept(Optional.empty()));
			view.ended(inbox.why());
		}
	}

	private void work(final Tasks tasks) {
		final LiveOptions before = options;
		options = tasks.options;
		final boolean isOther = segmenter == null || options.segmentation() != before.segmentation();
		if (isOther) segmenter = new FrameSegmenter(options.named(), this::checkWanted, pictures);
		try {
			isNew |= tasks.hasFrame && source.read(frame);
			if (isNew || isOther && frame.channels().length > 0) segment(tasks.came);
			else if (options != before && segmented != null) repaint();
		}
		catch (final IllegalArgumentException refusal) {
			isRefused = true;
			isNew = false;
			segmented = null;
			view.told(refusal.getMessage());
		}
		catch (final CancellationException unwanted) {
			segmenter = null;
			tasks.snapshots.forEach(this::snapshot);
			return;
		}
		tasks.snapshots
			.forEach(taker -> taker.accept(Optional.ofNullable(segmented).map(this::snapshotOf)));
	}

	/** A frame may take long, if its scene or the options are new. */
	private void checkWanted(final double fraction, final String word) {
		if (inbox.isOver() || inbox.options().segmentation() != options.segmentation())
			throw new CancellationException();
	}

	/** A frame that is segmented anew, with other options, is not counted again. */
	private void segment(final long came) {
		segmented = null;
		segmented = segmenter.segment(frame.channels(), frame.selection());
		paint();
		if (isNew) statistics.add(came);
		if (isNew) view.segmented(segmented, figures());
		else view.repainted();
		if (isRefused) view.told("");
		isNew = false;
		isRefused = false;
	}

	private void repaint() {
		paint();
		view.repainted();
	}

	private void paint() {
		pictures.put(options.shown().picture(segmented, options.maskedNumbers()));
	}

	private Snapshot snapshotOf(final SegmentedFrame newest) {
		final ImagePlus image = source.image(frame);
		image.setTitle(title() + "-snapshot-" + ++snapshots);
		image.setRoi(frame.selection());
		return new Snapshot(image, Segmentation.of(newest, image, options.named()));
	}
}
