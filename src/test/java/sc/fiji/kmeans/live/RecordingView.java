package sc.fiji.kmeans.live;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.segment.SegmentedFrame;

/** Writes down what a live segmentation says; can hold it up. */
final class RecordingView implements LiveView {

	private static final int PATIENCE_SECONDS = 20;

	private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
	private volatile Clusters clusters;
	private volatile LiveFigures figures;
	private volatile Runnable meanwhile = () -> {};

	/** What happens while each frame is being reported. */
	void meanwhile(final Runnable work) {
		meanwhile = work;
	}

	@Override
	public void segmented(final SegmentedFrame frame, final LiveFigures newFigures) {
		clusters = frame.clusters().found();
		figures = newFigures;
		meanwhile.run();
		said.add("segmented");
	}

	@Override
	public void repainted() {
		said.add("repainted");
	}

	@Override
	public void told(final String message) {
		said.add("told " + message);
	}

	@Override
	public void ended(final String why) {
		said.add("ended " + why);
	}

	/** What is said next. */
	String next() throws InterruptedException {
		final String next = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
		if (next == null) throw new AssertionError("nothing was said");
		return next;
	}

	/** Whether nothing more was said so far. */
	boolean isSilent() {
		return said.isEmpty();
	}

	Clusters clusters() {
		return clusters;
	}

	LiveFigures figures() {
		return figures;
	}
}
