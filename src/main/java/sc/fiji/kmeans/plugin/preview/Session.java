package sc.fiji.kmeans.plugin.preview;

import ij.ImagePlus;
import ij.gui.ImageWindow;

import java.awt.EventQueue;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.live.FollowedImage;
import sc.fiji.kmeans.live.Frame;
import sc.fiji.kmeans.live.FrameSource;
import sc.fiji.kmeans.segment.CountedFrame;
import sc.fiji.kmeans.segment.ImageClusters;
import sc.fiji.kmeans.segment.SegmentedFrame;

/**
 * Finds the clusters of what an image shows, in a thread of its own, as often as other ones
 * are wanted, or the image shows something else. The newest wish counts: what is being made
 * for another is given up. Pixels are counted once, and clusters that were found are kept.
 */
public final class Session {

	/** Hears of it in the event thread. */
	public interface View {

		void show(LearnedPicture picture);

		/** There is no picture, and why; the last one holds. */
		void refuse(String message);
	}

	/** Of all labels that are kept, at most this part of the memory. */
	private static final int MEMORY_PART = 8;

	private final ImagePlus image;
	private final View view;
	private final FollowedImage source;
	private final Thread worker = new Thread(this::work, "K-Means Explorer");
	// Guarded by this.
	private Recipe wanted;
	private boolean isAsked;
	private boolean hasNews = true;
	private boolean isOver;
	// Of the worker.
	private final Frame frame = new Frame();
	/** Null before the first one. */
	private CountedFrame counted;
	private int number;
	private Object base;
	private final Map<Integer, ImageClusters> learned = new HashMap<>();
	private final Map<String, SegmentedFrame> labelled = new HashMap<>();
	private long kept;

	/** @param image in a window */
	public Session(final ImagePlus image, final View view) {
		this.image = image;
		this.view = view;
		source = new FollowedImage(image, Session::isOpen);
		worker.setDaemon(true);
	}

	/** Whether an image has a window. */
	static boolean isOpen(final ImagePlus image) {
		final ImageWindow window = image.getWindow();
		return window != null && !window.isClosed();
	}

	/** Begins; once only. Nothing is made before something is wanted. */
	public void start() {
		try {
			source.start(new Ear());
			worker.start();
		}
		catch (final IOException closed) {
			end();
		}
	}

	/** Hears that the image shows something else, has another selection, or is closed. */
	private final class Ear implements FrameSource.Listener {

		@Override
		public void arrived() {
			synchronized (Session.this) {
				hasNews = true;
				isAsked = wanted != null;
				Session.this.notifyAll();
			}
		}

		@Override
		public void trouble(final String message) {}

		@Override
		public void ended(final String why) {
			end();
		}
	}

	/** Clusters are wanted, other than before. */
	public synchronized void want(final Recipe recipe) {
		wanted = recipe;
		isAsked = true;
		notifyAll();
	}

	/** Nothing more is shown. */
	public synchronized void end() {
		isOver = true;
		source.stop();
		notifyAll();
	}

	private void work() {
		try {
			for (Recipe recipe = take(); recipe != null; recipe = take())
				tryToMake(recipe);
		}
		catch (final InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** Null if it is over. */
	private synchronized Recipe take() throws InterruptedException {
		while (!isOver && !isAsked)
			wait();
		isAsked = false;
		return isOver ? null : wanted;
	}

	private void tryToMake(final Recipe recipe) {
		try {
			make(recipe);
		}
		catch (final CancellationException unwanted) {
			// The newest wish comes next.
		}
		catch (final IllegalArgumentException refusal) {
			tell(() -> view.refuse(refusal.getMessage()));
		}
		catch (final OutOfMemoryError full) {
			forget();
			tell(() -> view.refuse("There is not enough memory to show the clusters"));
		}
	}

	private void tell(final Runnable word) {
		EventQueue.invokeLater(() -> {
			if (!hasEnded()) word.run();
		});
	}

	private synchronized boolean hasEnded() {
		return isOver;
	}

	private void make(final Recipe recipe) {
		if (takeNews()) look();
		if (counted == null) return;
		if (recipe.base != base) forget();
		base = recipe.base;
		final ImageClusters clusters = learned(recipe);
		final LearnedPicture picture = new LearnedPicture(recipe, clusters, labelled(recipe, clusters),
			number);
		tell(() -> view.show(picture));
	}

	private synchronized boolean takeNews() {
		final boolean had = hasNews;
		hasNews = false;
		return had;
	}

	/** Where another frame comes while this reads, there will be word of it. */
	private void look() {
		final int now = frameNumber(image);
		number = now;
		if (!source.read(frame) && counted != null) return;
		forget();
		counted = frame.channels().length == 0
			? null
			: new CountedFrame(frame.channels(), frame.selection(), image.getCalibration().copy());
	}

	/** The number of the frame that an image shows, from 1 on. */
	static int frameNumber(final ImagePlus image) {
		return (image.getCurrentSlice() - 1) / image.getNChannels() + 1;
	}

	private void forget() {
		learned.clear();
		labelled.clear();
		kept = 0;
	}

	private ImageClusters learned(final Recipe recipe) {
		final ImageClusters known = learned.get(recipe.clusters);
		if (known != null) return known;
		final ImageClusters found = counted.learned(recipe.learning(), this::checkWanted);
		learned.put(recipe.clusters, found);
		return found;
	}

	private SegmentedFrame labelled(final Recipe recipe, final ImageClusters clusters) {
		final String key = recipe.toString();
		final SegmentedFrame known = labelled.get(key);
		if (known != null) return known;
		final SegmentedFrame made = counted.labelled(clusters.merged(recipe.merge), recipe.learning(),
			this::checkWanted);
		makeRoom(made.labels().getPixelCount());
		labelled.put(key, made);
		return made;
	}

	private void makeRoom(final int pixels) {
		if (kept + pixels > Runtime.getRuntime().maxMemory() / MEMORY_PART) {
			labelled.clear();
			kept = 0;
		}
		kept += pixels;
	}

	private synchronized void checkWanted(final double fraction, final String word) {
		if (isOver || isAsked) throw new CancellationException();
	}
}
