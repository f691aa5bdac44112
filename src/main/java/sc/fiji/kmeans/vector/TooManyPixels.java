package sc.fiji.kmeans.vector;

/** That a sample has more different pixels than fit into memory. */
public final class TooManyPixels extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final transient PixelSample sample;

	TooManyPixels(final int distinct, final PixelSample sample) {
		super(distinct + " different pixels");
		this.sample = sample;
	}

	/** The sample that is to be tried next. */
	public PixelSample sparser() {
		return sample.sparser();
	}
}
