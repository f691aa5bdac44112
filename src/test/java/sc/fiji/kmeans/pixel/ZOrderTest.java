package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

class ZOrderTest {

	@Test
	void bitsOfRedGreenAndBlueTakeTurns() {
		assertEquals(0b100_100_100_100_100_100_100_100, ZOrder.key(0xff0000));
		assertEquals(0b010_010_010_010_010_010_010_010, ZOrder.key(0x00ff00));
		assertEquals(0b001_001_001_001_001_001_001_001, ZOrder.key(0x0000ff));
		// Red 10000000, green 00000001, blue 11000000.
		assertEquals(0b101_001_000_000_000_000_000_010, ZOrder.key(0x8001c0));
	}

	/** Of all colours, so that no two have the same key. */
	@Test
	void eachKeyLeadsBackToItsColour() {
		assertTrue(IntStream.range(0, 1 << 24)
			.parallel()
			.allMatch(rgb -> ZOrder.pixelOf(ZOrder.key(rgb)) == rgb));
	}

	@Property(tries = 500)
	void keysAreThoseOfTheDefinition(@ForAll @IntRange(max = 0xffffff) final int rgb) {
		assertEquals(CountedValues.key(PixelFormat.RGB, rgb), ZOrder.key(rgb));
	}

	/** More of one component is never before. */
	@Property(tries = 200)
	void alongEachComponentKeysRise(@ForAll @IntRange(max = 0xffffff) final int rgb,
		@ForAll @IntRange(max = 2) final int component)
	{
		final int shift = 8 * component;
		if ((rgb >> shift & 0xff) == 0xff) return;
		assertTrue(ZOrder.key(rgb) < ZOrder.key(rgb + (1 << shift)));
	}

	/** The eight colours that share their seven upper bits are eight keys in a row. */
	@Property(tries = 200)
	void aCubeIsARunOfKeys(@ForAll @IntRange(max = 0xffffff) final int rgb) {
		final int corner = rgb & 0xfefefe;
		final int key = ZOrder.key(corner);
		assertEquals(0, key & 7);
		for (int part = 0; part < 8; part++)
			assertEquals(corner, ZOrder.pixelOf(key | part) & 0xfefefe);
	}

	/** Of a pair the first component is the higher in each pair of bits. */
	@Test
	void bitsOfPairsTakeTurns() {
		assertEquals(0b10_10_10_10_10_10_10_10, ZOrder.keyOfPair(0xff00));
		assertEquals(0b01_01_01_01_01_01_01_01, ZOrder.keyOfPair(0x00ff));
		assertEquals(0b10_00_00_00_00_00_00_11, ZOrder.keyOfPair(0x8101));
	}

	/** Of all pairs, so that no two have the same key. */
	@Test
	void eachKeyLeadsBackToItsPair() {
		for (int pair = 0; pair < 1 << 16; pair++) {
			int key = 0;
			for (int bit = 7; bit >= 0; bit--)
				key = key << 2 | (pair >> 8 + bit & 1) << 1 | pair >> bit & 1;
			assertEquals(key, ZOrder.keyOfPair(pair));
			assertEquals(pair, ZOrder.pairOf(key));
		}
	}
}
