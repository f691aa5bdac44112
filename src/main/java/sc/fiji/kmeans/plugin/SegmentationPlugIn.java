package sc.fiji.kmeans.plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.plugin.filter.ExtendedPlugInFilter;
import ij.plugin.filter.PlugInFilterRunner;
import ij.plugin.frame.Recorder;
import ij.process.ImageProcessor;

import java.util.Optional;
import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.plugin.dialog.SettingsDialog;
import sc.fiji.kmeans.plugin.preview.Preview;
import sc.fiji.kmeans.segment.Segmentation;

/**
 * A command that segments the active image, and opens the segmented image and the
 * masked images as new windows, and whatever else is asked for.
 */
abstract class SegmentationPlugIn implements ExtendedPlugInFilter {

	private static final int FLAGS = DOES_ALL | NO_CHANGES;

	private final String title;
	private ImagePlus image;
	private KMeansSettings settings;

	/** @param title of the dialog and of messages */
	SegmentationPlugIn(final String title) {
		this.title = title;
	}

	/** Asks for the settings; nothing if the user cancelled. */
	abstract Optional<KMeansSettings> ask(ImagePlus imp);

	abstract Segmentation segment(ImagePlus imp, KMeansSettings chosen, Progress progress);

	@Override
	public final int setup(final String arg, final ImagePlus imp) {
		Escape.forgetOlder();
		image = imp;
		return FLAGS;
	}

	/**
	 * Exceptions must not leave this method: ImageJ would run the filter as if the
	 * user had pressed OK.
	 */
	@Override
	public final int showDialog(final ImagePlus imp, final String command,
		final PlugInFilterRunner runner)
	{
		try {
			settings = asked(imp).orElse(null);
		}
		catch (final IllegalArgumentException refusal) {
			refuse(refusal);
		}
		return settings == null ? DONE : FLAGS;
	}

	/** @throws IllegalArgumentException if the image was closed meanwhile */
	private Optional<KMeansSettings> asked(final ImagePlus imp) {
		final boolean wasOpen = Preview.canShow(imp);
		final Optional<KMeansSettings> asked = ask(imp);
		if (asked.isPresent() && wasOpen && !Preview.canShow(imp))
			throw new IllegalArgumentException(
				imp.getTitle() + " was closed: there is nothing to segment");
		return asked;
	}

	@Override
	public final void setNPasses(final int passes) {}

	/** @param plane the current one; all planes are read from the image */
	@Override
	public final void run(final ImageProcessor plane) {
		try {
			segment();
		}
		catch (final CancellationException cancelled) {
			IJ.beep();
			Events.await();
			lastStatus(title + "... INTERRUPTED");
		}
		catch (final IllegalArgumentException refusal) {
			refuse(refusal);
		}
		finally {
			IJ.showProgress(1.0);
		}
	}

	/** In a macro the message does not return, so the image is unlocked before. */
	private void refuse(final IllegalArgumentException refusal) {
		image.unlock();
		IJ.error(title, refusal.getMessage());
	}

	/** Nothing is saved or opened before all is made. */
	private void segment() {
		if (!settings.save().isEmpty()) ClusterSource.requireFolder(settings.save());
		final long start = System.nanoTime();
		final StatusProgress progress = new StatusProgress(image);
		final Results results = LongWork
			.result(new SegmentationWork(this::segment, image, settings, progress)::results, progress);
		final double seconds = (System.nanoTime() - start) / 1e9;
		if (settings.options().areClustersSuggested()) recordNumber(results.settings());
		if (!settings.save().isEmpty()) ClusterSource.save(results.clusters(), settings.save());
		ClusterSource.keep(image, results.clusters());
		results.show();
		lastStatus(results.summary(seconds));
	}

	/** So that the macro gives the same again, whatever a later version suggests. */
	private static void recordNumber(final KMeansSettings settled) {
		if (Recorder.record && (Macro.getOptions() == null || Recorder.recordInMacros))
			SettingsDialog.record(settled.told());
	}

	/** The exclamation mark keeps ImageJ from writing its own time over it. */
	private static void lastStatus(final String text) {
		IJ.showStatus("!" + text);
	}
}
