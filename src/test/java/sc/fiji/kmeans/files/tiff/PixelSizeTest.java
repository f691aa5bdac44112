package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.measure.Calibration;

import java.io.IOException;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.image.PageMeaning;

/** Sizes that are told, and what pages are without a word. */
class PixelSizeTest {

	@Test
	void whatIsNotToldStays() {
		final Calibration calibration = new Calibration();
		calibration.pixelWidth = 3;
		calibration.setUnit("cm");
		new PixelSize(0, 0.5, 0, null).calibrate(calibration);
		assertEquals(3, calibration.pixelWidth);
		assertEquals(0.5, calibration.pixelHeight);
		assertEquals("cm", calibration.getUnit());
		PixelSize.UNKNOWN.calibrate(calibration);
		assertEquals(3, calibration.pixelWidth);
	}

	@Test
	void pagesAreWhatTheyAreMeantToBe() throws IOException {
		final Layout channels = Description.layout("", 5, PageMeaning.CHANNELS);
		assertEquals(Arrays.asList(5, 1, 1),
			Arrays.asList(channels.channels, channels.slices, channels.frames));
		final Layout frames = Description.layout("words of a scanner", 5, PageMeaning.FRAMES);
		assertEquals(Arrays.asList(1, 5, 1),
			Arrays.asList(frames.channels, frames.slices, frames.frames));
		assertEquals(2,
			Description.layout("ImageJ=1.54p\nchannels=2\nslices=3\n", 6, PageMeaning.FRAMES).channels);
	}

	/** What Java itself undoes needs no library. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 5, 8, 32773, 32946 })
	void plainCompressionsNeedNoLibrary(final int compression) throws IOException {
		assertFalse(new PageOfFile(3, 3).with(259, compression).read(Library::isNeededFor));
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 4, 7, 34712, 50000 })
	void othersNeedOne(final int compression) throws IOException {
		assertTrue(new PageOfFile(3, 3).with(259, compression).read(Library::isNeededFor));
	}
}
