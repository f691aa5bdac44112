package sc.fiji.kmeans.pixel;

import java.util.Random;

class GrowingHashedCountsTest extends GrowingCountsContract {

	@Override
	PixelFormat format(final Random random) {
		return CountedValues.FORMATS[random.nextInt(CountedValues.FORMATS.length)];
	}

	@Override
	GrowingCounts none(final PixelFormat format) {
		return new HashedCounts(format);
	}
}
