package sc.fiji.kmeans.live;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What there is to do at one moment; immutable. */
final class Tasks {

	/** Whether there is a new frame. */
	final boolean hasFrame;
	/** When it came, in nanoseconds. */
	final long came;
	final LiveOptions options;
	/** Who wants a snapshot. */
	final List<Consumer<Optional<Snapshot>>> snapshots;

	Tasks(final boolean hasFrame, final long came, final LiveOptions options,
		final List<Consumer<Optional<Snapshot>>> snapshots)
	{
		this.hasFrame = hasFrame;
		this.came = came;
		this.options = options;
		this.snapshots = snapshots;
	}
}
