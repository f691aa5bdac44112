package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ColorSpaceConverter;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The colours of labels can be told apart. */
class PaletteTest {

	private static final ColorSpaceConverter CONVERTER = new ColorSpaceConverter();

	/**
	 * How people see: what red, green and blue light become (Machado, Oliveira, Fernandes
	 * 2009, complete loss).
	 */
	enum Sight {

		NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1), //
		PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
			1.051998), //
		DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
			0.968881);

		private final double[] matrix;

		Sight(final double... matrix) {
			this.matrix = matrix;
		}

		double[] lab(final int rgb) {
			final double[] seen = new double[3];
			for (int q = 0; q < 3; q++)
				for (int p = 0; p < 3; p++)
					seen[q] += matrix[3 * q + p] * linear(rgb >> 16 - 8 * p & 0xff);
			return CONVERTER
				.RGBtoLAB(IntStream.range(0, 3).map(q -> component(seen[q]) << 16 - 8 * q).sum());
		}

		private static double linear(final int component) {
			final double c = component / 255.0;
			return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
		}

		private static int component(final double linear) {
			final double l = Math.max(0, Math.min(1, linear));
			return (int) Math
				.round(255 * (l <= 0.0031308 ? 12.92 * l : 1.055 * Math.pow(l, 1 / 2.4) - 0.055));
		}
	}

	private static double distance(final Sight sight, final int a, final int b) {
		final double[] x = sight.lab(Palette.colour(a));
		final double[] y = sight.lab(Palette.colour(b));
		return Math.sqrt(IntStream.range(0, 3).mapToDouble(q -> (x[q] - y[q]) * (x[q] - y[q])).sum());
	}

	@Test
	void theFirstSevenAreThoseOfOkabeAndIto() {
		assertArrayEquals(
			new int[] { 0, 0xe69f00, 0x56b4e9, 0x009e73, 0xf0e442, 0x0072b2, 0xd55e00, 0xcc79a7 },
			IntStream.rangeClosed(0, 7).map(Palette::colour).toArray());
	}

	/** A difference of 2 can just be seen. */
	@ParameterizedTest
	@EnumSource(Sight.class)
	void theFirstEightAreFarApartForEverybodyAlsoFromBlack(final Sight sight) {
		for (int a = 0; a <= 8; a++)
			for (int b = 0; b < a; b++)
				assertTrue(distance(sight, a, b) > 16, a + " and " + b + ": " + distance(sight, a, b));
	}

	@Test
	void allAreApart() {
		for (int a = 0; a <= 254; a++)
			for (int b = 0; b < a; b++)
				assertTrue(distance(Sight.NORMAL, a, b) > 7, a + " and " + b);
	}

	@Test
	void othersAreGrey() {
		assertEquals(0x808080, Palette.colour(255));
		assertEquals(0x808080, Palette.colour(65535));
		assertEquals(0, Palette.colour(-1));
	}
}
