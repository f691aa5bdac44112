package sc.fiji.kmeans.live;

import ij.gui.Roi;
import ij.process.ImageProcessor;

/** A source whose frames come when a test says so. */
final class ScriptedSource implements FrameSource {

	private volatile Listener listener;
	private volatile ImageProcessor[] newest;
	private volatile Roi selection;
	private volatile int stops;

	@Override
	public String name() {
		return "scripted";
	}

	@Override
	public void start(final Listener hearer) {
		listener = hearer;
	}

	void show(final ImageProcessor... channels) {
		newest = channels;
		listener.arrived();
	}

	void select(final Roi roi) {
		selection = roi;
	}

	Listener listener() {
		return listener;
	}

	int stops() {
		return stops;
	}

	@Override
	public boolean read(final Frame frame) {
		return frame.copy(newest, selection);
	}

	@Override
	public void stop() {
		stops++;
	}
}
