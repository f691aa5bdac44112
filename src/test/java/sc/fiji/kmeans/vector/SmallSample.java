package sc.fiji.kmeans.vector;

/** A sample of few pixels, for tests that are to be fast. */
public final class SmallSample {

	private SmallSample() {}

	/** Of as many pixels as do not exceed that many different ones. */
	public static PixelSample of(final int most) {
		return PixelSample.of(most);
	}
}
