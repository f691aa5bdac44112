package sc.fiji.kmeans.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The bytes of a picture, their way from thread to thread, and their pixels. */
class PicturesTest {

	@Property(tries = 50)
	void bytesAreThoseThatWereAdded(@ForAll final long seed) {
		final Random random = new Random(seed);
		final ByteArrayOutputStream expected = new ByteArrayOutputStream();
		final Bytes bytes = new Bytes();
		for (int i = 0; i < 100; i++) {
			final byte[] some = new byte[random.nextInt(3000)];
			random.nextBytes(some);
			final int first = random.nextInt(some.length + 1);
			final int value = random.nextInt(256);
			bytes.add(some, first, some.length - first);
			bytes.add(value);
			expected.write(some, first, some.length - first);
			expected.write(value);
			if (random.nextInt(20) > 0) continue;
			bytes.clear();
			expected.reset();
		}
		assertArrayEquals(expected.toByteArray(), Arrays.copyOf(bytes.array(), bytes.length()));
	}

	/** One thread writes and one reads, in any turn: three arrays are enough. */
	@Property(tries = 50)
	void theNewestIsTakenOnce(@ForAll final long seed) {
		final Random random = new Random(seed);
		final NewestBytes newest = new NewestBytes();
		final Set<Bytes> all = Collections.newSetFromMap(new IdentityHashMap<>());
		Bytes written = new Bytes();
		Bytes read = new Bytes();
		int last = -1;
		boolean isNew = false;
		for (int i = 0; i < 100; i++) {
			all.add(written);
			all.add(read);
			assertNotSame(written, read);
			if (random.nextBoolean()) {
				written.clear();
				written.add(i);
				written = newest.put(written);
				last = i;
				isNew = true;
				continue;
			}
			final Bytes taken = newest.take(read);
			assertEquals(isNew, taken != null);
			if (taken == null) continue;
			assertEquals(last, taken.array()[0]);
			read = taken;
			isNew = false;
		}
		assertTrue(all.size() <= 3);
	}

	@Example
	void nothingIsTakenBeforeTheFirst() {
		final NewestBytes newest = new NewestBytes();
		final Bytes read = new Bytes();
		assertNull(newest.take(read));
		final Bytes written = new Bytes();
		newest.put(written);
		assertSame(written, newest.take(read));
		assertNull(newest.take(written));
	}

	/** Of n pixels as bytes of red, green and blue. */
	@Property(tries = 50)
	void pixelsAreCopiedAndComparedOneByOne(@ForAll final long seed) {
		final Random random = new Random(seed);
		final int n = 1 + random.nextInt(20);
		final byte[] bytes = new byte[3 * n];
		random.nextBytes(bytes);
		final byte[] backwards = bytes.clone();
		final int[] expected = new int[n];
		final int[] greys = new int[n];
		for (int i = 0; i < n; i++) {
			backwards[3 * i] = bytes[3 * i + 2];
			backwards[3 * i + 2] = bytes[3 * i];
			expected[i] = new java.awt.Color(bytes[3 * i] & 0xff, bytes[3 * i + 1] & 0xff,
				bytes[3 * i + 2] & 0xff).getRGB() & 0xffffff;
			greys[i] = new java.awt.Color(bytes[i] & 0xff, bytes[i] & 0xff, bytes[i] & 0xff).getRGB()
				& 0xffffff;
		}
		final int[] withHighBytes = Arrays.stream(expected)
			.map(rgb -> rgb | random.nextInt(256) << 24)
			.toArray();
		assertCopied(expected, to -> PixelBytes.copyRgb(bytes, to));
		assertCopied(expected, to -> PixelBytes.copyBgr(backwards, to));
		assertCopied(expected, to -> PixelBytes.copy(withHighBytes, to));
		assertCopied(greys, to -> PixelBytes.copyGrey(bytes, to));
	}

	private interface Copy {

		boolean to(int[] pixels);
	}

	/** It is told whether any pixel was another, be it the first or the last one. */
	private static void assertCopied(final int[] expected, final Copy copy) {
		final int n = expected.length;
		for (final int changed : new int[] { 0, n / 2, n - 1 }) {
			final int[] pixels = expected.clone();
			assertFalse(copy.to(pixels));
			pixels[changed] ^= 1;
			assertTrue(copy.to(pixels));
			assertArrayEquals(expected, pixels);
		}
	}

	@Example
	void pixelsOfAnotherArrayAreNew() {
		final int[] pixels = new int[6];
		final ImageProcessor own = new ColorProcessor(3, 2, pixels);
		assertFalse(PixelBytes.areNew(pixels, new ImageProcessor[] { own }));
		assertTrue(PixelBytes.areNew(pixels.clone(), new ImageProcessor[] { own }));
		assertTrue(PixelBytes.areNew(pixels, new ImageProcessor[] { own, own }));
		assertTrue(PixelBytes.areNew(pixels, new ImageProcessor[0]));
	}

	/** 3, 6, 9, 10, 10 seconds, also after very many failures. */
	@Example
	void pausesGrowToTheLongest() {
		final Timeouts timeouts = new Timeouts(1, 1, 3_000, 10_000);
		final int[] pauses = { 0, 3_000, 6_000, 9_000, 10_000, 10_000 };
		for (int failures = 0; failures < pauses.length; failures++)
			assertEquals(pauses[failures], timeouts.pause(failures));
		assertEquals(10_000, timeouts.pause(Integer.MAX_VALUE));
	}
}
