package sc.fiji.kmeans.files.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.process.ImageProcessor;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.kmeans.cli.CommandLineRun;
import sc.fiji.kmeans.samples.TiffBytes;

/**
 * Pixels that can not be seen do not count, and keep what they hide; all others are as transparent
 * in pictures of a part as in the image.
 */
class TransparentPixelsTest {

	private static final int WIDTH = 9;
	private static final int HEIGHT = 8;

	@TempDir
	Path folder;
	private final Random random = new Random(1);

	/** Files of random pixels, of which about a third can not be seen, some hardly. */
	enum Kind {
		COLOURS {
			@Override
			BufferedImage picture() {
				return new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
			}
		},
		PALETTE {
			@Override
			BufferedImage picture() {
				final int[] colours = { 0xff0000, 0x80ff8040, 0x01ffffff, 0xff102030, 0x7fff, 0xffaabbcc };
				return new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED,
					new IndexColorModel(8, 6, colours, 0, true, -1, DataBuffer.TYPE_BYTE));
			}
		},
		GREY {
			@Override
			BufferedImage picture() {
				return greys(DataBuffer.TYPE_BYTE);
			}
		},
		GREY_16 {
			@Override
			BufferedImage picture() {
				return greys(DataBuffer.TYPE_USHORT);
			}
		},
		TIFF_COLOURS(3, 8), TIFF_GREY(1, 8), TIFF_GREY_16(1, 16);

		/** Of a TIFF file; 0 for a PNG file. */
		private final int samples;
		private final int bits;

		Kind() {
			this(0, 0);
		}

		Kind(final int samples, final int bits) {
			this.samples = samples;
			this.bits = bits;
		}

		/** As it is in the file, to be filled. */
		BufferedImage picture() {
			return samples == 3 ? COLOURS.picture() : bits == 8 ? GREY.picture() : GREY_16.picture();
		}

		private static BufferedImage greys(final int type) {
			final ColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_GRAY),
				true, false, Transparency.TRANSLUCENT, type);
			return new BufferedImage(model, model.createCompatibleWritableRaster(WIDTH, HEIGHT), false,
				null);
		}

		Path write(final BufferedImage picture, final Path folder) throws IOException {
			final Path file = folder.resolve(samples == 0 ? "holes.png" : "holes.tif");
			if (samples == 0) ImageIO.write(picture, "png", file.toFile());
			else Files.write(file, tiff(picture).bytes());
			return file;
		}

		private TiffBytes tiff(final BufferedImage picture) {
			final ByteBuffer pixels = ByteBuffer.allocate(WIDTH * HEIGHT * (samples + 1) * bits / 8)
				.order(ByteOrder.LITTLE_ENDIAN);
			for (int i = 0; i < WIDTH * HEIGHT; i++)
				for (int s = 0; s <= samples; s++) {
					final int sample = picture.getRaster().getSample(i % WIDTH, i / WIDTH, s);
					if (bits == 8) pixels.put((byte) sample);
					else pixels.putShort((short) sample);
				}
			final int[] all = new int[samples + 1];
			Arrays.fill(all, bits);
			return TiffBytes.grey(WIDTH, HEIGHT, bits, pixels.array())
				.with(258, TiffBytes.SHORT, all)
				.with(262, TiffBytes.SHORT, samples == 3 ? 2 : 1)
				.with(277, TiffBytes.SHORT, samples + 1)
				.with(338, TiffBytes.SHORT, 2);
		}
	}

	private BufferedImage random(final Kind kind) {
		final BufferedImage picture = kind.picture();
		final int bands = picture.getRaster().getNumBands();
		final int max = bands == 1 ? 5 : (1 << picture.getColorModel().getComponentSize(0)) - 1;
		final int[] alphas = { 0, 1, 255 };
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				for (int s = 0; s < bands; s++)
					picture.getRaster()
						.setSample(x, y, s,
							bands > 1 && s == bands - 1
								? alphas[random.nextInt(3)] * (max / 255)
								: random.nextInt(max + 1));
		return picture;
	}

	private static int alpha(final BufferedImage picture, final int x, final int y) {
		return picture.getColorModel().getAlpha(picture.getRaster().getDataElements(x, y, null));
	}

	/** A grey as the file has it, or a colour. */
	private static int value(final BufferedImage picture, final int x, final int y) {
		return picture.getColorModel().getNumColorComponents() == 1
			? picture.getRaster().getSample(x, y, 0)
			: picture.getRGB(x, y) & 0xffffff;
	}

	@ParameterizedTest
	@EnumSource
	void theyGetLabel0AndStayAsTheyAre(final Kind kind) throws IOException {
		final BufferedImage picture = random(kind);
		run(kind.write(picture, folder), "--kept", 2);
		final ImageProcessor labels = labels();
		for (final String part : new String[] { "segmented", "masked-2", "kept-2" }) {
			final BufferedImage result = result(part);
			for (int y = 0; y < HEIGHT; y++)
				for (int x = 0; x < WIDTH; x++) {
					assertEquals(alpha(picture, x, y) == 0, labels.get(x, y) == 0);
					assertEquals(255, alpha(result, x, y));
					if (labels.get(x, y) == 0) assertEquals(value(picture, x, y), value(result, x, y), part);
				}
		}
	}

	@ParameterizedTest
	@EnumSource
	void partsAreAsTransparentAsTheImage(final Kind kind) throws IOException {
		final BufferedImage picture = random(kind);
		run(kind.write(picture, folder), "--masked", 2, "--kept", 2, "--background", "transparent");
		final ImageProcessor labels = labels();
		for (final boolean isKept : new boolean[] { true, false }) {
			final BufferedImage part = result(isKept ? "kept-2" : "masked-2");
			for (int y = 0; y < HEIGHT; y++)
				for (int x = 0; x < WIDTH; x++) {
					final boolean stays = labels.get(x, y) == 2 == isKept;
					assertEquals(stays ? alpha(picture, x, y) : 0, alpha(part, x, y));
					if (stays && alpha(picture, x, y) > 0)
						assertEquals(value(picture, x, y), value(part, x, y));
				}
		}
	}

	/** Of 255: all, two fifths and one fifth of a value; nothing stays as it is. */
	@Test
	void valuesThatWereMultipliedByTheirAlphaAreDivided() throws IOException {
		final byte[] pixels = { 10, (byte) 255, 20, 102, 30, 51, 7, 0 };
		run(Files.write(folder.resolve("holes.tif"),
			TiffBytes.grey(4, 1, 8, pixels)
				.with(258, TiffBytes.SHORT, 8, 8)
				.with(277, TiffBytes.SHORT, 2)
				.with(338, TiffBytes.SHORT, 1)
				.bytes()));
		final BufferedImage segmented = result("segmented");
		assertEquals("[10, 50, 150, 7]", Arrays.toString(new int[] { value(segmented, 0, 0),
			value(segmented, 1, 0), value(segmented, 2, 0), value(segmented, 3, 0) }));
	}

	@Test
	void aPictureOfNothingElseIsRefused() throws IOException {
		final CommandLineRun run = CommandLineRun.of(Kind.COLOURS.write(Kind.COLOURS.picture(), folder),
			"--output", folder.resolve("out"));
		assertEquals(1, run.exitCode);
		assertTrue(run.err.toString().contains("all pixels are transparent"), run.err.toString());
	}

	private void run(final Path file, final Object... options) {
		final CommandLineRun run = CommandLineRun
			.of(Stream.concat(Stream.of(file, "--output", folder.resolve("out")), Stream.of(options))
				.toArray());
		assertEquals(0, run.exitCode, run.err.toString());
	}

	private ImageProcessor labels() {
		return IJ.openImage(folder.resolve("out/holes-labels.png").toString()).getProcessor();
	}

	private BufferedImage result(final String name) throws IOException {
		return ImageIO.read(folder.resolve("out/holes-" + name + ".png").toFile());
	}
}
