package sc.fiji.kmeans.plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.filter.ExtendedPlugInFilter;
import ij.plugin.filter.PlugInFilterRunner;
import ij.process.ImageProcessor;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.image.Segmentation;

/**
 * Plugins &gt; Segmentation &gt; K-Means Segmentation...: segments the active
 * image, every plane of a stack on its own, and opens the segmented image and
 * the masked images as new windows.
 */
public final class KMeansPlugIn implements ExtendedPlugInFilter {

	private static final String TITLE = "K-Means Segmentation";

	private ImagePlus image;
	private KMeansSettings settings;

	@Override
	public int setup(final String arg, final ImagePlus imp) {
		image = imp;
		return DOES_8G | DOES_8C | DOES_16 | DOES_RGB | NO_CHANGES;
	}

	/**
	 * Exceptions must not leave this method: ImageJ would run the filter as if the
	 * user had pressed OK.
	 */
	@Override
	public int showDialog(final ImagePlus imp, final String command,
		final PlugInFilterRunner runner)
	{
		try {
			Segmentation.requireSupported(imp);
			settings = KMeansDialog.ask(TITLE).orElse(null);
		}
		catch (final IllegalArgumentException refusal) {
			refuse(refusal);
		}
		return settings == null ? DONE : setup("", imp);
	}

	@Override
	public void setNPasses(final int passes) {}

	/** @param plane the current one; all planes are read from the image */
	@Override
	public void run(final ImageProcessor plane) {
		IJ.resetEscape();
		try {
			segment();
		}
		catch (final CancellationException cancelled) {
			IJ.beep();
			awaitEvents();
			lastStatus(TITLE + "... INTERRUPTED");
		}
		catch (final IllegalArgumentException refusal) {
			refuse(refusal);
		}
		finally {
			IJ.showProgress(1.0);
		}
	}

	/** A window that is closing clears the status line when it is done. */
	private static void awaitEvents() {
		if (GraphicsEnvironment.isHeadless() || EventQueue.isDispatchThread()) return;
		try {
			EventQueue.invokeAndWait(() -> {});
		}
		catch (final InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
		catch (final InvocationTargetException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/** In a macro the message does not return, so the image is unlocked before. */
	private void refuse(final IllegalArgumentException refusal) {
		image.unlock();
		IJ.error(TITLE, refusal.getMessage());
	}

	private void segment() {
		final long start = System.nanoTime();
		final StatusProgress progress = new StatusProgress(image);
		final Segmentation segmentation = Segmentation.of(image, settings.options(),
			progress);
		final ImagePlus segmented = segmentation.segmented();
		final Optional<ImagePlus> masked = settings.masked().of(segmentation);
		progress.report(1, "opening windows");
		final double seconds = (System.nanoTime() - start) / 1e9;
		segmented.show();
		masked.ifPresent(ImagePlus::show);
		lastStatus(Summary.of(segmentation, settings.options().clusters(),
			seconds));
	}

	/** The exclamation mark keeps ImageJ from writing its own time over it. */
	private static void lastStatus(final String text) {
		IJ.showStatus("!" + text);
	}
}
