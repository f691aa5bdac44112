package sc.fiji.kmeans.files.format;

import ij.process.ColorProcessor;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/**
 * Colours of four inks, cyan, magenta, yellow and black, as red, green and blue. By
 * the profile of the file, if it has one; or else, as most programs do it, red is
 * (1 - cyan) (1 - black), and so on.
 */
final class CmykPixels {

	private static final int BLACK = 3;
	private static final int MAX = 255;

	private CmykPixels() {}

	/** @param paper what each ink leaves of white paper, 0 to 255 */
	static ColorProcessor of(final Raster paper, final Optional<ICC_Profile> profile) {
		return profile.map(p -> byProfile(paper, p)).orElseGet(() -> plain(paper));
	}

	private static ColorProcessor plain(final Raster paper) {
		final ColorProcessor colours = new ColorProcessor(paper.getWidth(), paper.getHeight());
		for (int i = 0; i < colours.getPixelCount(); i++) {
			final int[] left = paper.getPixel(i % paper.getWidth(), i / paper.getWidth(), (int[]) null);
			int rgb = 0;
			for (int ink = 0; ink < BLACK; ink++)
				rgb = rgb << Byte.SIZE | (left[ink] * left[BLACK] + MAX / 2) / MAX;
			colours.set(i, 0xff000000 | rgb);
		}
		return colours;
	}

	private static ColorProcessor byProfile(final Raster paper, final ICC_Profile profile) {
		try {
			final ColorSpace inks = new ICC_ColorSpace(profile);
			final ColorConvertOp conversion = new ColorConvertOp(inks,
				ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
			final WritableRaster rgb = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE,
				paper.getWidth(), paper.getHeight(), BLACK, null);
			conversion.filter(inks(paper), rgb);
			return packed(rgb);
		}
		catch (final CMMException | IllegalArgumentException e) {
			return plain(paper);
		}
	}

	private static Raster inks(final Raster paper) {
		final WritableRaster inks = paper.createCompatibleWritableRaster();
		for (int y = 0; y < paper.getHeight(); y++)
			for (int x = 0; x < paper.getWidth(); x++)
				for (int ink = 0; ink <= BLACK; ink++)
					inks.setSample(x, y, ink, MAX - paper.getSample(x, y, ink));
		return inks;
	}

	private static ColorProcessor packed(final Raster rgb) {
		final ColorProcessor colours = new ColorProcessor(rgb.getWidth(), rgb.getHeight());
		for (int i = 0; i < colours.getPixelCount(); i++) {
			final int[] pixel = rgb.getPixel(i % rgb.getWidth(), i / rgb.getWidth(), (int[]) null);
			colours.set(i, 0xff000000 | pixel[0] << 16 | pixel[1] << 8 | pixel[2]);
		}
		return colours;
	}
}
