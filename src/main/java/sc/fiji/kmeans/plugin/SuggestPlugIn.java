package sc.fiji.kmeans.plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.PlugIn;

import java.util.Optional;
import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.image.Titles;
import sc.fiji.kmeans.measure.SuggestionTable;
import sc.fiji.kmeans.plugin.dialog.Command;
import sc.fiji.kmeans.plugin.dialog.SettingsDialog;
import sc.fiji.kmeans.segment.Suggestion;
import sc.fiji.kmeans.settings.Settings;

/**
 * Plugins &gt; Segmentation &gt; K-Means Suggest Clusters...: suggests a number of clusters for
 * the active image. The sentence stands in the Log and in the status line, the figures in the
 * table KMeans-Suggestion.
 */
public final class SuggestPlugIn implements PlugIn {

	private static final String TITLE = Command.SUGGEST.title();

	/** The last number. */
	private static volatile int last;

	/** For macros: the number that was suggested last, 0 before the first. */
	public static String clusters() {
		return Integer.toString(last);
	}

	@Override
	public void run(final String argument) {
		Escape.forgetOlder();
		final ImagePlus image = WindowManager.getCurrentImage();
		if (image == null) {
			IJ.noImage();
			return;
		}
		try {
			final Optional<Settings> settings = SettingsDialog.ask(new SuggestForm(TITLE, image));
			settings.ifPresent(chosen -> suggest(image, chosen));
		}
		catch (final CancellationException cancelled) {
			IJ.beep();
			IJ.showStatus("!" + TITLE + "... INTERRUPTED");
		}
		catch (final IllegalArgumentException refusal) {
			IJ.error(TITLE, refusal.getMessage());
		}
		finally {
			IJ.showProgress(1.0);
		}
	}

	private static void suggest(final ImagePlus image, final Settings settings) {
		final StatusProgress progress = new StatusProgress(image);
		final Suggestion suggestion = LongWork.result(
			() -> Suggestion.of(image, SourceFile.withNoData(settings.options(), image), progress),
			progress);
		last = suggestion.clusters();
		IJ.log(image.getTitle() + ": " + suggestion);
		Tables.addSuggestion(SuggestionTable.of(image.getTitle(), suggestion));
		if (SuggestForm.PLOT.of(settings))
			SuggestionPlot.of(Titles.of(image.getTitle(), "clusters"), suggestion).show();
		Events.await();
		IJ.showStatus("!" + suggestion);
	}
}
