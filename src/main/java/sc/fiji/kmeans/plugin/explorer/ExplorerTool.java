package sc.fiji.kmeans.plugin.explorer;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Toolbar;
import ij.plugin.frame.Recorder;
import ij.plugin.tool.PlugInTool;

import java.awt.event.MouseEvent;
import java.util.function.IntConsumer;

/**
 * The tool in ImageJ's toolbar: a click selects the cluster, with shift also others, with
 * ctrl or cmd it hides or shows it, with alt it merges it into those that are selected.
 */
final class ExplorerTool extends PlugInTool {

	/** ImageJ tells what comes before a hyphen. */
	private static final String NAME = "KMeans Explorer Tool";
	/** Three fields of colour and a pointer. */
	private static final String ICON = "C59fF0088C0a7F8088Ce93F0888C000L8effL8e8fL8edf";

	private final Actions actions;
	private final Runnable opening;
	/** The tool before. */
	private int before;

	/** @param opening of the panel */
	ExplorerTool(final Actions actions, final Runnable opening) {
		this.actions = actions;
		this.opening = opening;
	}

	void install() {
		before = Toolbar.getToolId();
		unrecorded(() -> Toolbar.addPlugInTool(this));
	}

	/** The tool before is back, if this one is still chosen. */
	void remove() {
		if (Toolbar.getPlugInTool() == this) unrecorded(() -> Toolbar.getInstance().setTool(before));
	}

	/** No macro needs the tool, and none could find it. */
	private static void unrecorded(final Runnable choice) {
		Recorder.suspendRecording();
		try {
			choice.run();
		}
		finally {
			Recorder.resumeRecording();
		}
	}

	@Override
	public String getToolName() {
		return NAME;
	}

	@Override
	public String getToolIcon() {
		return ICON;
	}

	@Override
	public void mousePressed(final ImagePlus image, final MouseEvent e) {
		if (actions.explorer() == null) IJ.showStatus("Double-click on the tool to open the explorer");
		if (actions.explorer() == null || actions.explorer().image() != image) return;
		e.consume();
		final ImageCanvas canvas = image.getCanvas();
		actions.at(canvas.offScreenX(e.getX()), canvas.offScreenY(e.getY()), what(e));
	}

	private IntConsumer what(final MouseEvent e) {
		if (e.isControlDown() || e.isMetaDown()) return actions::toggle;
		if (e.isAltDown()) return actions::mergeInto;
		return first -> actions.select(first, e.isShiftDown());
	}

	/** A double click on it. */
	@Override
	public void showOptionsDialog() {
		opening.run();
	}
}
