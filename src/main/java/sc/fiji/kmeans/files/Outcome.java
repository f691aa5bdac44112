package sc.fiji.kmeans.files;

import java.io.Serializable;
import java.util.Optional;

import sc.fiji.kmeans.base.Reason;
import sc.fiji.kmeans.files.list.PlannedImage;

/** What became of an image; immutable. */
public final class Outcome implements Serializable {

	private static final long serialVersionUID = 1;

	private final PlannedImage image;
	/** Null of an image that could not be processed. */
	private final String report;
	/** Null of one that was processed. */
	private final String failure;
	private final boolean isSkipped;

	private Outcome(final PlannedImage image, final String report, final String failure,
		final boolean isSkipped)
	{
		this.image = image;
		this.report = report;
		this.failure = failure;
		this.isSkipped = isSkipped;
	}

	static Outcome done(final PlannedImage image, final String report) {
		return new Outcome(image, report, null, false);
	}

	/** Its results are there already. */
	static Outcome skipped(final PlannedImage image) {
		return new Outcome(image, ImageReport.skipped(image.said()), null, true);
	}

	static Outcome failed(final PlannedImage image, final String reason) {
		return new Outcome(image, null, reason, false);
	}

	static Outcome failed(final PlannedImage image, final Throwable e) {
		return failed(image, reason(e));
	}

	/** In one line. */
	public static String reason(final Throwable e) {
		return Reason.of(e, "can not be processed because of an error in this program");
	}

	public PlannedImage image() {
		return image;
	}

	/** Lines with what is to be said of it; nothing of one that failed. */
	public String report() {
		return report == null ? "" : report;
	}

	/** Whether its results were there already. */
	public boolean isSkipped() {
		return isSkipped;
	}

	/** Why it could not be processed, in one line. */
	public Optional<String> failure() {
		return Optional.ofNullable(failure);
	}
}
