package sc.fiji.kmeans.pixel;

import java.util.Random;

/** Of values of up to 24 bits. */
class GrowingPagedCountsTest extends GrowingCountsContract {

	@Override
	PixelFormat format(final Random random) {
		return CountedValues.FORMATS[random.nextInt(CountedValues.FORMATS.length - 1)];
	}

	@Override
	GrowingCounts none(final PixelFormat format) {
		return new PagedCounts(format);
	}
}
