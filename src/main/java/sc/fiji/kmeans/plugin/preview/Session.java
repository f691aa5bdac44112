package sc.fiji.kmeans.plugin.preview;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageWindow;

import java.awt.EventQueue;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import sc.fiji.kmeans.live.FollowedImage;
import sc.fiji.kmeans.live.Frame;
import sc.fiji.kmeans.live.FrameSource;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.CountedFrame;
import sc.fiji.kmeans.segment.SegmentedFrame;
import sc.fiji.kmeans.segment.Suggestion;

/**
 * Finds the clusters of what an image shows, in a thread of its own, as often as other ones
 * are wanted, or the image shows something else. The newest wish counts: what is being made
 * for another is given up. Pixels are counted once, and clusters that were found are kept.
 */
public final class Session {

	/** Hears of it in the event thread. */
	public interface View {

		void show(LearnedPicture picture);

		/** What was asked for. */
		void suggest(Suggestion suggestion);

		/** There is no picture of what is wanted, and why. */
		void refuse(String message);

		/** No number can be suggested, and why. */
		void suggestNone(String message);
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
	/** For which a number is to be suggested; null if none is. */
	private SegmentationOptions puzzle;
	private boolean hasNews = true;
	private boolean isOver;
	// Of the worker.
	private final Frame frame = new Frame();
	/** Null before the first one. */
	private CountedFrame counted;
	private int number;
	private Object base;
	/** For the base; null if nobody asked. */
	private Suggestion suggestion;
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
			source.start(new SessionListener());
			worker.start();
		}
		catch (final IOException closed) {
			endFor(image.getTitle() + " was closed");
		}
	}

	/** Hears that the image shows something else, has another selection, or is closed. */
	private final class SessionListener implements FrameSource.Listener {

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
			endFor(why);
		}
	}

	/** Clusters are wanted, other than before. */
	public synchronized void want(final Recipe recipe) {
		wanted = recipe;
		isAsked = true;
		notifyAll();
	}

	/** A number of clusters is to be suggested. @param options as in the recipe */
	public synchronized void suggest(final SegmentationOptions options) {
		puzzle = options;
		notifyAll();
	}

	/** Nothing more is shown. */
	public synchronized void end() {
		isOver = true;
		source.stop();
		notifyAll();
	}

	private void endFor(final String why) {
		end();
		EventQueue.invokeLater(() -> view.refuse(why));
	}

	private void work() {
		try {
			for (Runnable task = take(); task != null; task = take())
				task.run();
		}
		catch (final InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** What is wanted comes first; null if it is over. */
	private synchronized Runnable take() throws InterruptedException {
		while (!isOver && !isAsked && puzzle == null)
			wait();
		if (isOver) return null;
		final boolean isWish = isAsked;
		isAsked = false;
		final Recipe recipe = wanted;
		final SegmentationOptions options = puzzle;
		return isWish
			? () -> tryTo(() -> make(recipe), view::refuse)
			: () -> tryTo(() -> solve(options), view::suggestNone);
	}

	/** @param refusals takes why it can not be done, in the event thread */
	private void tryTo(final Runnable task, final Consumer<String> refusals) {
		try {
			task.run();
		}
		catch (final CancellationException unwanted) {
			// The newest wish comes next.
		}
		catch (final IllegalArgumentException refusal) {
			giveUp();
			tell(() -> refusals.accept(refusal.getMessage()));
		}
		catch (final OutOfMemoryError full) {
			forget();
			giveUp();
			tell(() -> refusals.accept("There is not enough memory to show the clusters"));
		}
		catch (final RuntimeException fault) {
			forget();
			giveUp();
			IJ.handleException(fault);
			tell(() -> refusals.accept("The clusters can not be shown: the Log or the console says why"));
		}
	}

	/** What can not be suggested is not tried again and again. */
	private synchronized void giveUp() {
		puzzle = null;
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
		if (!isReady(recipe.base)) return;
		final int k = recipe.clusters == Recipe.SUGGESTED
			? suggested(recipe.base).clusters()
			: recipe.clusters;
		final ImageClusters clusters = learned(recipe, k);
		final LearnedPicture picture = new LearnedPicture(recipe, clusters,
			labelled(recipe, k, clusters), number);
		tell(() -> view.show(picture));
	}

	/** Whether there are pixels; what was learned of others is forgotten. */
	private boolean isReady(final SegmentationOptions options) {
		if (takeNews()) look();
		if (options != base) forget();
		base = options;
		return counted != null;
	}

	/** Who asked is answered once, if nobody asked anew meanwhile. */
	private void solve(final SegmentationOptions options) {
		if (isReady(options)) {
			final Suggestion solved = suggested(options);
			tell(() -> view.suggest(solved));
		}
		synchronized (this) {
			if (puzzle == options) puzzle = null;
		}
	}

	private Suggestion suggested(final SegmentationOptions options) {
		if (suggestion == null) suggestion = counted.suggested(options, this::checkWanted);
		return suggestion;
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
			: new CountedFrame(frame.channels(), frame.selection(), image, now);
	}

	/** The number of the frame that an image shows, from 1 on. */
	public static int frameNumber(final ImagePlus image) {
		return (image.getCurrentSlice() - 1) / image.getNChannels() + 1;
	}

	private void forget() {
		learned.clear();
		labelled.clear();
		kept = 0;
		suggestion = null;
	}

	private ImageClusters learned(final Recipe recipe, final int k) {
		final ImageClusters known = learned.get(k);
		if (known != null) return known;
		final ImageClusters found = counted.learned(recipe.learning(k), this::checkWanted);
		learned.put(k, found);
		return found;
	}

	private SegmentedFrame labelled(final Recipe recipe, final int k, final ImageClusters clusters) {
		final String key = k + " " + recipe.merge;
		final SegmentedFrame known = labelled.get(key);
		if (known != null) return known;
		final SegmentedFrame made = counted.labelled(clusters.merged(recipe.merge), recipe.learning(k),
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
