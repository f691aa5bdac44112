package sc.fiji.kmeans.image;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Progress;

/**
 * The frames of an image, that is all slices of all time points, each with its
 * channels. Frames of a virtual stack are read when they are asked for; of all
 * other images these are copies, so that the image may change afterwards.
 */
public final class Frames {

	private final ImagePlus image;
	private final boolean mayChange;
	private final int channels;
	private final int size;
	/** Null for a virtual stack, and for an image that does not change. */
	private final List<ImageProcessor[]> copies;

	/**
	 * As they are now.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public Frames(final ImagePlus image, final Progress progress) {
		this(image, true, progress);
	}

	/** @param mayChange whether the image may change afterwards */
	private Frames(final ImagePlus image, final boolean mayChange, final Progress progress) {
		this.image = image;
		this.mayChange = mayChange;
		channels = image.getNChannels();
		size = image.getStackSize() / channels;
		copies = isVirtual() || !mayChange ? null : new ArrayList<>();
		for (int n = 1; copies != null && n <= size; n++)
			copies.add(read(n, progress));
	}

	/** The frames of an image that nobody changes meanwhile, without copies. */
	public static Frames of(final ImagePlus image) {
		return new Frames(image, false, Progress.NONE);
	}

	public boolean isVirtual() {
		return image.getStackSize() > 1 && image.getStack().isVirtual();
	}

	public int size() {
		return size;
	}

	/** Of each frame, 1 for an RGB image. */
	public int channels() {
		return channels;
	}

	/** The number of the frame that is shown. */
	public int current() {
		return image.getStackSize() == 1 ? 1 : (image.getCurrentSlice() - 1) / channels + 1;
	}

	/**
	 * The channels of a frame, one for an RGB image; not to be changed.
	 *
	 * @param n 1 to size
	 */
	public ImageProcessor[] frame(final int n) {
		return frame(n, Progress.NONE);
	}

	/**
	 * The same, which may take long in a virtual stack.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public ImageProcessor[] frame(final int n, final Progress progress) {
		return copies == null ? read(n, progress) : copies.get(n - 1);
	}

	private ImageProcessor[] read(final int n, final Progress progress) {
		final ImageProcessor[] frame = new ImageProcessor[channels];
		for (int c = 0; c < channels; c++) {
			final ImageProcessor plane = plane((n - 1) * channels + c + 1);
			progress.report(0, "reading");
			frame[c] = isShared() ? plane : plane.duplicate();
			progress.report(0, "reading");
		}
		return frame;
	}

	/** A virtual stack may read each plane into the same pixels. */
	private boolean isShared() {
		return !mayChange && !isVirtual();
	}

	private ImageProcessor plane(final int n) {
		return image.getStackSize() == 1 ? image.getProcessor() : image.getStack().getProcessor(n);
	}
}
