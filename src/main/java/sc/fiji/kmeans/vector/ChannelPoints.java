package sc.fiji.kmeans.vector;

import sc.fiji.kmeans.pixel.Coordinates;

/** Vectors as points of a space, in its whole units. */
final class ChannelPoints implements Coordinates {

	private final ChannelVectors vectors;
	private final ChannelSpace space;

	ChannelPoints(final ChannelVectors vectors, final ChannelSpace space) {
		this.vectors = vectors;
		this.space = space;
	}

	@Override
	public int size() {
		return vectors.size();
	}

	@Override
	public int dimensions() {
		return vectors.channels();
	}

	@Override
	public long at(final int point, final int q) {
		return space.whole(vectors.value(point, q), q);
	}

	@Override
	public boolean areNarrow() {
		return !space.isWide();
	}

	@Override
	public long weight(final int point) {
		return vectors.weight(point);
	}

	@Override
	public boolean areSingle() {
		return vectors.areSingle();
	}

	@Override
	public Coordinates values() {
		return space.isExact() ? this : vectors.bits();
	}
}
