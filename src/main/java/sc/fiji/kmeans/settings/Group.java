package sc.fiji.kmeans.settings;

/**
 * Settings that stand together in a dialog, under a heading; immutable. A folded group is
 * shown when the user asks for more.
 */
public final class Group {

	/** What is asked first; it has no heading. */
	static final Group RECIPE = open("");

	private final String heading;
	private final boolean isFolded;

	private Group(final String heading, final boolean isFolded) {
		this.heading = heading;
		this.isFolded = isFolded;
	}

	/** A group that is always shown. */
	public static Group open(final String heading) {
		return new Group(heading, false);
	}

	/** A group that is shown on request. */
	static Group folded(final String heading) {
		return new Group(heading, true);
	}

	/** May be empty. */
	public String heading() {
		return heading;
	}

	/** Whether it is shown on request alone. */
	public boolean isFolded() {
		return isFolded;
	}

	@Override
	public String toString() {
		return heading;
	}
}
