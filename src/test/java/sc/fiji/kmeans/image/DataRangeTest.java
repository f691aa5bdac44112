package sc.fiji.kmeans.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;

import java.util.OptionalDouble;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** What is black and what is white is data. */
class DataRangeTest {

	private static final float[] ODD = { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY,
		Float.MAX_VALUE, -Float.MAX_VALUE, -9999 };

	private static FloatProcessor odd(final Random random, final double least, final double most) {
		final FloatProcessor plane = new FloatProcessor(8, 8);
		for (int i = 0; i < 64; i++)
			plane.setf(i,
				random.nextBoolean()
					? ODD[random.nextInt(ODD.length)]
					: (float) (least + (most - least) * random.nextDouble()));
		plane.setf(3, (float) least);
		plane.setf(5, (float) most);
		return plane;
	}

	@Property(tries = 60)
	void whatIsNoDataDoesNotCount(@ForAll final long seed,
		@ForAll @IntRange(min = -100, max = 100) final int least,
		@ForAll @IntRange(max = 100) final int width)
	{
		final DataRange range = new DataRange(OptionalDouble.of(-9999));
		range.add(odd(new Random(seed), least, least + width));
		assertEquals(least, range.least());
		assertEquals(least + width, range.most());
	}

	@Test
	void withoutDataThereIsNoRange() {
		final DataRange range = new DataRange(OptionalDouble.of(0));
		range.add(new ShortProcessor(3, 3));
		assertTrue(range.least() > range.most());
	}

	@Property(tries = 40)
	void imagesAreShownByTheirData(@ForAll final long seed) {
		final ImagePlus image = new ImagePlus("", odd(new Random(seed), 2, 7));
		DataRange.show(image, OptionalDouble.of(-9999));
		assertEquals(2, image.getDisplayRangeMin());
		assertEquals(7, image.getDisplayRangeMax());
	}

	/** A range that somebody chose stays. */
	@Test
	void rangesOfDataStay() {
		final ImagePlus image = new ImagePlus("", odd(new Random(1), 2, 7));
		image.setDisplayRange(3, 4);
		DataRange.show(image, OptionalDouble.of(-9999));
		assertEquals(3, image.getDisplayRangeMin());
		assertEquals(4, image.getDisplayRangeMax());
		final ImagePlus bytes = new ImagePlus("", new ByteProcessor(3, 3));
		DataRange.show(bytes, OptionalDouble.of(0));
		assertEquals(255, bytes.getDisplayRangeMax());
	}

	@Test
	void eachChannelHasItsOwn() {
		final ImageStack stack = new ImageStack(8, 8);
		stack.addSlice(odd(new Random(1), 2, 7));
		stack.addSlice(odd(new Random(2), 100, 300));
		final ImagePlus image = new ImagePlus("", stack);
		image.setDimensions(2, 1, 1);
		final CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
		DataRange.show(composite, OptionalDouble.of(-9999));
		assertEquals(2, composite.getLuts()[0].min);
		assertEquals(7, composite.getLuts()[0].max);
		assertEquals(100, composite.getLuts()[1].min);
		assertEquals(300, composite.getLuts()[1].max);
	}

	/** What can be seen at all is not 0 among 8 bits. */
	@Property(tries = 60)
	void alphaOfMoreBitsIsSpread(@ForAll @IntRange(min = 1, max = 65535) final int number) {
		assertEquals(Math.max(1, Math.round(number * 255 / 65535.0)), Alpha.of8Bits(number, 65535), 0);
		assertEquals(0, Alpha.of8Bits(0, 65535));
		assertFalse(Alpha.of(new ImagePlus("", new ByteProcessor(2, 2))).isPresent());
	}
}
