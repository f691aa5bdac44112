package sc.fiji.kmeans.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.Serializable;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.CountedPixels;
import sc.fiji.kmeans.vector.PixelSample;

/** The pixels of images of one kind, counted. They go to other machines as few bytes. */
final class CountedKind implements Serializable {

	private static final long serialVersionUID = 1;

	private PlannedImage first;
	/** Of a single image or of what came from another machine; null of a sum. */
	private transient CountedPixels counted;
	/** Null of a single image. */
	private transient CountedPixels.Sum sum;
	private final String name;

	CountedKind(final PlannedImage image, final CountedPixels counted) {
		first = image;
		this.counted = counted;
		name = counted.kind().toString();
	}

	/** What kind it is. */
	String name() {
		return name;
	}

	/** The first one of the command that is of this kind. */
	PlannedImage first() {
		return first;
	}

	/** All pixels of both; changes this one. */
	CountedKind and(final CountedKind other) {
		if (other.first.number() < first.number()) first = other.first;
		if (sum == null) {
			sum = new CountedPixels.Sum(SegmentationOptions.defaults(), counted.sample());
			sum.add(counted, Progress.NONE);
			counted = null;
		}
		sum.add(other.counted(), Progress.NONE);
		return this;
	}

	CountedPixels counted() {
		return sum == null ? counted : sum.counted(Progress.NONE);
	}

	private Object writeReplace() throws IOException {
		return new WrittenKind(this);
	}

	/** What goes to another machine. */
	private static final class WrittenKind implements Serializable {

		private static final long serialVersionUID = 1;

		private final PlannedImage first;
		private final byte[] bytes;
		private final PixelSample sample;

		private WrittenKind(final CountedKind kind) throws IOException {
			first = kind.first;
			final ByteArrayOutputStream out = new ByteArrayOutputStream();
			final CountedPixels counted = kind.counted();
			counted.write(out);
			bytes = out.toByteArray();
			sample = counted.sample();
		}

		private Object readResolve() throws InvalidObjectException {
			try {
				return new CountedKind(first,
					CountedPixels.read(new ByteArrayInputStream(bytes)).of(sample));
			}
			catch (final IOException e) {
				throw (InvalidObjectException) new InvalidObjectException(e.getMessage()).initCause(e);
			}
		}
	}
}
