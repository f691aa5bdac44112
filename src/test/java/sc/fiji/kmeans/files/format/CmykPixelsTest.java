package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Inks without a profile dye white paper. */
class CmykPixelsTest {

	@Property(tries = 100)
	void eachInkTakesItsShareOfWhatBlackLeaves(@ForAll @IntRange(max = 255) final int ink,
		@ForAll @IntRange(max = 255) final int black)
	{
		final WritableRaster paper = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 1, 1, 4,
			null);
		paper.setPixel(0, 0, new int[] { ink, 255, 0, black });
		final int rgb = CmykPixels.of(paper, Optional.empty()).get(0);
		assertEquals(Math.round(ink * black / 255.0), rgb >> 16 & 0xff);
		assertEquals(black, rgb >> 8 & 0xff);
		assertEquals(0, rgb & 0xff);
	}
}
