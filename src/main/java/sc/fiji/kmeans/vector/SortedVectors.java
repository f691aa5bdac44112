package sc.fiji.kmeans.vector;

import java.io.IOException;
import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.image.PixelKind;
import sc.fiji.kmeans.pixel.CheckedInput;
import sc.fiji.kmeans.pixel.CheckedOutput;
import sc.fiji.kmeans.pixel.Coordinates;
import sc.fiji.kmeans.pixel.SortedPoints;

/**
 * Counted vectors, each once, in an order that holds for all vectors: by the bits of the first
 * channel, then of the second and so on; immutable.
 */
public final class SortedVectors {

	private static final int CHECKED = 1 << 14;

	private final ChannelVectors vectors;
	private final Coordinates bits;

	private SortedVectors(final ChannelVectors vectors) {
		this.vectors = vectors;
		bits = vectors.bits();
	}

	/**
	 * @param vectors of which some may be equal
	 * @throws CancellationException if the progress throws it
	 */
	public static SortedVectors of(final ChannelVectors vectors, final Progress progress) {
		final SortedVectors some = new SortedVectors(vectors);
		final int[] order = SortedPoints.order(some.bits, progress);
		int distinct = 0;
		for (int i = 0; i < order.length; i++)
			if (i == 0 || some.compare(order[i - 1], some, order[i]) != 0) distinct++;
		final VectorList list = new VectorList(vectors.channels(), distinct);
		for (int begin = 0, end; begin < order.length; begin = end) {
			long n = 0;
			for (end = begin; end < order.length
				&& some.compare(order[begin], some, order[end]) == 0; end++)
				n += vectors.weight(order[end]);
			list.add(some.vector(order[begin]), n);
		}
		return new SortedVectors(list.vectors());
	}

	/** To be read only. */
	public ChannelVectors vectors() {
		return vectors;
	}

	/** Number of different vectors. */
	public int distinct() {
		return vectors.size();
	}

	/** Number of pixels. */
	public long pixels() {
		return vectors.pixels();
	}

	private int compare(final int a, final SortedVectors others, final int b) {
		int order = 0;
		for (int c = 0; c < vectors.channels() && order == 0; c++)
			order = Long.compare(bits.at(a, c), others.bits.at(b, c));
		return order;
	}

	private float[] vector(final int i) {
		final float[] vector = new float[vectors.channels()];
		for (int c = 0; c < vector.length; c++)
			vector[c] = vectors.value(i, c);
		return vector;
	}

	/**
	 * All pixels of both: they are walked through once.
	 *
	 * @param other of as many channels
	 * @throws CancellationException if the progress throws it
	 */
	public SortedVectors plus(final SortedVectors other, final Progress progress) {
		final Steps steps = new Steps(progress, "counting", 1);
		final VectorList list = new VectorList(vectors.channels(),
			Math.addExact(distinct(), other.distinct()));
		for (int i = 0, j = 0; i < distinct() || j < other.distinct();) {
			if ((i + j) % CHECKED == 0) steps.check();
			final int order = order(i, other, j);
			list.add(order <= 0 ? vector(i) : other.vector(j), Math
				.addExact(order <= 0 ? vectors.weight(i) : 0, order >= 0 ? other.vectors.weight(j) : 0));
			if (order <= 0) i++;
			if (order >= 0) j++;
		}
		return new SortedVectors(list.vectors());
	}

	/** Of a vector and another one; one that is there is before one that is not. */
	private int order(final int i, final SortedVectors other, final int j) {
		if (i == distinct()) return 1;
		return j == other.distinct() ? -1 : compare(i, other, j);
	}

	/** Writes all vectors, but not what kind they are of. */
	public void write(final PixelKind kind, final CheckedOutput out) throws IOException {
		VectorBytes.write(kind, vectors, out);
	}

	/**
	 * Reads what {@link #write} wrote.
	 *
	 * @throws IOException if bytes are damaged or no vectors of this kind
	 */
	public static SortedVectors read(final PixelKind kind, final CheckedInput in) throws IOException {
		return new SortedVectors(VectorBytes.read(kind, in));
	}
}
