package sc.fiji.kmeans.colour;

import java.util.Random;

import sc.fiji.kmeans.pixel.ValueSpace;
import sc.fiji.kmeans.pixel.ValueSpaceContract;

class ColorSpaceContractTest extends ValueSpaceContract {

	@Override
	protected ValueSpace space(final Random random) {
		return ColorSpace.values()[random.nextInt(ColorSpace.values().length)].space();
	}

	@Override
	protected long value(final ValueSpace space, final Random random) {
		return random.nextInt(1 << 24);
	}
}
