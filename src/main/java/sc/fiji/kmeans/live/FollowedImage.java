package sc.fiji.kmeans.live;

import ij.CompositeImage;
import ij.ImageListener;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.gui.RoiListener;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import ij.process.LUT;

import java.awt.EventQueue;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Predicate;

import sc.fiji.kmeans.image.Titles;

/**
 * The frames of a window that something else keeps updating, or whose stack is
 * played or scrolled. Its image is not locked, and nothing of it is changed; the
 * plane that is shown is copied when it is looked at, for what is counted must not
 * change meanwhile.
 * <p>
 * ImageJ does not tell of everything: cropping drops the selection without a word, after
 * the word of the new pixels, and who was quick has read the new pixels with the old
 * selection. So what the image holds is also compared, now and then, with what it held
 * when there was word last.
 */
public final class FollowedImage implements FrameSource {

	private static final int LOOK_MILLIS = 50;

	private final ImagePlus image;
	private final Predicate<ImagePlus> isOpen;
	private final Listening ear = new Listening();
	/** Null before the start and after the end. */
	private volatile Listener listener;
	/**
	 * Whether the next frame is a new one, even if it looks like the last: that one
	 * was not, or not all, copied, or another area is selected.
	 */
	private volatile boolean isMissed;
	/** A plane that is new, and at which nobody has looked yet; else null. */
	private volatile ImageProcessor introduced;
	/** ImageJ tells that a selection is deleted before the image is without it. */
	private volatile Roi deleted;
	/** Whether the image was about to change while it was read. */
	private volatile boolean hasFailed;
	/** Null before the start. */
	private volatile Timer looks;
	/** What the image held when there was word last; null before the start. */
	private volatile ImageState told;

	/**
	 * @param image in a window
	 * @param isOpen tells whether its window is open
	 */
	public FollowedImage(final ImagePlus image, final Predicate<ImagePlus> isOpen) {
		this.image = image;
		this.isOpen = isOpen;
	}

	@Override
	public String name() {
		return image.getTitle();
	}

	/** Without the ending of a file. */
	@Override
	public String title() {
		return Titles.withoutEnding(image.getTitle());
	}

	/** Its window shows a frame already. */
	@Override
	public void start(final Listener hearer) throws IOException {
		if (!isOpen.test(image))
			throw new IOException(
				"source = active: takes" + " an image in a window; ImageJ tells of no changes of \""
					+ image.getTitle() + "\", which has none");
		listener = hearer;
		ImagePlus.addImageListener(ear);
		Roi.addRoiListener(ear);
		told = new ImageState(image);
		looks = new Timer("K-Means look", true);
		looks.schedule(new TimerTask() {

			@Override
			public void run() {
				EventQueue.invokeLater(FollowedImage.this::look);
			}
		}, LOOK_MILLIS, LOOK_MILLIS);
		hearer.arrived();
	}

	private void look() {
		if (listener == null) return;
		final ImageState now = new ImageState(image);
		final boolean isOther = !now.isSame(told);
		told = now;
		if (!isOther && !hasFailed) return;
		hasFailed = false;
		tell();
	}

	private void tell() {
		final Listener hearer = listener;
		if (hearer != null) hearer.arrived();
	}

	/** Hears of all images; our own window is one of them. */
	private final class Listening implements ImageListener, RoiListener {

		/** That of the last event; of the event thread. */
		private ImageProcessor last;

		@Override
		public void imageOpened(final ImagePlus opened) {}

		/**
		 * Who sets another plane and then draws the image makes two events of one
		 * frame. So a plane that is new is told of after the events that wait already,
		 * and those tell nothing new if nobody has looked since.
		 */
		@Override
		public void imageUpdated(final ImagePlus updated) {
			if (updated != image) return;
			final ImageProcessor plane = CurrentPlane.of(image);
			if (plane != null && plane == introduced) return;
			final boolean isNew = plane != last;
			introduced = isNew ? plane : null;
			last = plane;
			told = new ImageState(image);
			if (isNew) EventQueue.invokeLater(FollowedImage.this::tell);
			else tell();
		}

		@Override
		public void roiModified(final ImagePlus modified, final int kind) {
			if (modified != image) return;
			final Roi roi = image.getRoi();
			deleted = kind == DELETED ? roi : null;
			if (roi != null && roi.isArea()) isMissed = true;
			tell();
		}

		/** ImageJ says so, too, when another window takes the place of this one. */
		@Override
		public void imageClosed(final ImagePlus closed) {
			final Listener hearer = listener;
			if (closed == image && hearer != null && !isOpen.test(image))
				hearer.ended(name() + " was closed");
		}
	}

	/**
	 * Whoever updates the image may be about to give it another type or size while
	 * this reads it; then there will be word of another frame.
	 */
	@Override
	public boolean read(final Frame frame) {
		introduced = null;
		final boolean wasMissed = isMissed;
		isMissed = false;
		try {
			return frame.copy(planes(), selection()) || wasMissed;
		}
		catch (final IndexOutOfBoundsException | IllegalArgumentException
			| NullPointerException changing)
		{
			isMissed = true;
			hasFailed = true;
			return false;
		}
	}

	/** Null if no area is selected. */
	private Roi selection() {
		final Roi roi = image.getRoi();
		if (roi != deleted) deleted = null;
		return roi == null || roi == deleted || !roi.isArea() ? null : (Roi) roi.clone();
	}

	/** The channels of what is shown. */
	private ImageProcessor[] planes() {
		final int n = image.getNChannels();
		if (n == 1) return new ImageProcessor[] { Objects.requireNonNull(CurrentPlane.of(image)) };
		final ImageStack stack = image.getStack();
		final LUT[] luts = image.isComposite() ? image.getLuts() : new LUT[0];
		final ImageProcessor[] planes = new ImageProcessor[n];
		for (int c = 0; c < n; c++) {
			planes[c] = stack.getProcessor(image.getStackIndex(c + 1, image.getZ(), image.getT()));
			if (c < luts.length) planes[c].setLut(luts[c]);
		}
		return planes;
	}

	@Override
	public Optional<Calibration> calibration() {
		return Optional.of(image.getCalibration().copy());
	}

	@Override
	public ImagePlus image(final Frame frame) {
		final ImageProcessor[] planes = frame.channels();
		final ImageStack stack = new ImageStack(planes[0].getWidth(), planes[0].getHeight());
		for (final ImageProcessor plane : planes)
			stack.addSlice(plane.duplicate());
		final ImagePlus copy = new ImagePlus(name(), stack);
		copy.setCalibration(image.getCalibration().copy());
		if (planes.length == 1) return copy;
		copy.setDimensions(planes.length, 1, 1);
		final CompositeImage composite = new CompositeImage(copy, CompositeImage.COMPOSITE);
		composite.setLuts(Arrays.stream(planes).map(ImageProcessor::getLut).toArray(LUT[]::new));
		return composite;
	}

	@Override
	public void stop() {
		listener = null;
		if (looks != null) looks.cancel();
		EventQueue.invokeLater(this::remove);
	}

	/** In the thread that goes through the listeners, so that none is passed over. */
	private void remove() {
		ImagePlus.removeImageListener(ear);
		Roi.removeRoiListener(ear);
	}
}
