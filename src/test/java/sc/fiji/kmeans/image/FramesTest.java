package sc.fiji.kmeans.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.OptionalDouble;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.pixel.PixelFormat;
import sc.fiji.kmeans.vector.FramePixels;
import sc.fiji.kmeans.vector.VectorPixels;

/** Frames are the slices of all time points with their channels, and have pixels. */
class FramesTest {

	private static final int[] BITS = { 8, 16, 32 };

	@Property(tries = 30)
	void framesComeSliceBySliceThenTimeByTime(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 3) final int channels,
		@ForAll @IntRange(min = 1, max = 3) final int slices,
		@ForAll @IntRange(min = 1, max = 3) final int times, @ForAll final boolean isVirtual)
	{
		final ImagePlus image = RandomImages.hyperstack(BITS[(int) (seed & 1)], channels, slices, times,
			seed);
		final Frames frames = new Frames(isVirtual ? RandomImages.virtual(image) : image,
			Progress.NONE);
		assertEquals(slices * times, frames.size());
		assertEquals(channels, frames.channels());
		for (int t = 1; t <= times; t++)
			for (int z = 1; z <= slices; z++) {
				final ImageProcessor[] frame = frames.frame((t - 1) * slices + z);
				assertEquals(channels, frame.length);
				for (int c = 1; c <= channels; c++)
					assertPixels(image.getStack().getProcessor(image.getStackIndex(c, z, t)), frame[c - 1]);
			}
	}

	private static void assertPixels(final ImageProcessor expected, final ImageProcessor actual) {
		for (int i = 0; i < expected.getPixelCount(); i++)
			assertEquals(expected.getf(i), actual.getf(i));
	}

	@Property(tries = 20)
	void theCurrentFrameIsThatOfAnyOfItsChannels(@ForAll @IntRange(min = 1, max = 3) final int c,
		@ForAll @IntRange(min = 1, max = 2) final int z,
		@ForAll @IntRange(min = 1, max = 3) final int t)
	{
		final ImagePlus image = RandomImages.hyperstack(8, 3, 2, 3, 1);
		image.setPosition(c, z, t);
		assertEquals((t - 1) * 2 + z, new Frames(image, Progress.NONE).current());
	}

	@Example
	void theImageMayChangeAfterwards() {
		for (final int slices : new int[] { 1, 2 }) {
			final ImagePlus image = RandomImages.hyperstack(8, 1, slices, 1, 1);
			final ImageProcessor before = image.getStack().getProcessor(1).duplicate();
			final Frames frames = new Frames(image, Progress.NONE);
			image.getStack().getProcessor(1).add(1);
			image.getProcessor().add(1);
			assertPixels(before, frames.frame(1)[0]);
		}
	}

	@Example
	void aVirtualStackIsReadWhenItIsAskedFor() {
		final ImagePlus image = RandomImages.virtual(RandomImages.hyperstack(8, 2, 3, 1, 1));
		final RandomImages.Disk disk = (RandomImages.Disk) image.getStack();
		final int before = disk.reads();
		final Frames frames = new Frames(image, Progress.NONE);
		assertTrue(frames.isVirtual());
		assertEquals(before, disk.reads());
		frames.frame(2);
		assertEquals(before + 2, disk.reads());
		assertFalse(new Frames(RandomImages.hyperstack(8, 2, 3, 1, 1), Progress.NONE).isVirtual());
	}

	/** Also one whose slices take long to read may be cancelled between them. */
	@Example
	void everyPlaneIsHeard() {
		final int[] reports = new int[1];
		final Progress counting = (fraction, word) -> reports[0]++;
		final ImagePlus image = RandomImages.hyperstack(8, 2, 3, 1, 1);
		new Frames(image, counting).frame(1, counting);
		assertEquals(2 * 6, reports[0]);
		new Frames(RandomImages.virtual(image), counting).frame(1, counting);
		assertEquals(2 * 6 + 2 * 2, reports[0]);
	}

	@Example
	void anRgbImageHasOneChannel() {
		final Frames frames = new Frames(RandomImages.hyperstack(24, 1, 1, 1, 1), Progress.NONE);
		assertEquals(1, frames.channels());
		assertEquals(1, frames.size());
		assertEquals(1, frames.current());
	}

	private static FramePixels pixels(final ImageProcessor[] frame, final Roi selection,
		final String ignored)
	{
		return FramePixels.of(frame, selection,
			new IgnoredPixels(IgnoredValues.of(ignored), OptionalDouble.empty(), new Calibration()));
	}

	private static FramePixels pixels(final int bits, final int channels) {
		return pixels(
			new Frames(RandomImages.hyperstack(bits, channels, 1, 1, 1), Progress.NONE).frame(1), null,
			"none");
	}

	/** Of one channel of whole numbers, and of colours, the values are the pixels. */
	@Example
	void whatIsValuesAndWhatIsVectors() {
		assertEquals(PixelFormat.grey(8), pixels(8, 1).values().format());
		assertEquals(PixelFormat.grey(16), pixels(16, 1).values().format());
		assertEquals(PixelFormat.RGB, pixels(24, 1).values().format());
		for (final int bits : new int[] { 8, 16, 24 }) {
			assertNull(pixels(bits, 1).vectors());
			assertFalse(pixels(bits, 1).kind().areReal());
		}
		assertNull(pixels(32, 1).values());
		assertTrue(pixels(32, 1).kind().areReal());
		assertEquals(PixelFormat.channels(3), pixels(8, 3).values().format());
		assertNotEquals(PixelFormat.RGB, pixels(8, 3).values().format());
		assertNull(pixels(8, 4).values());
		assertEquals(3, pixels(8, 3).vectors().channels());
		assertEquals(2, pixels(16, 2).vectors().channels());
		assertFalse(pixels(16, 2).kind().areReal());
		assertNotNull(pixels(32, 3).vectors());
	}

	/** 5, 0 and NaN, 6, 5: without black there are 5, 6 and 5. */
	@Example
	void whatDoesNotCountIsLeftOut() {
		final ImageProcessor plane = new FloatProcessor(5, 1, new float[] { 5, 0, Float.NaN, 6, 5 });
		final ImageProcessor[] frame = { plane };
		assertEquals("[5.0, 6.0, 5.0]", read(pixels(frame, null, "black").vectors()));
		assertEquals("[6.0, 5.0]", read(pixels(frame, new Roi(3, 0, 2, 1), "black").vectors()));
		final int[] labels = { 1, 2, 3, 4, 5 };
		final float[][] row = new float[1][5];
		final VectorPixels pixels = pixels(frame, null, "black").vectors();
		pixels.readRow(0, row, 0);
		pixels.clear(0, row, labels);
		assertArrayEquals(new int[] { 1, 0, 0, 4, 5 }, labels);
	}

	private static String read(final VectorPixels pixels) {
		final float[][] vectors = new float[1][5];
		return Arrays.toString(Arrays.copyOf(vectors[0], pixels.read(0, vectors, 0)));
	}

	/** Of two or three channels of 8 bits, values are the vectors packed, the first highest. */
	@Property(tries = 20)
	void packedValuesAreTheVectors(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 3) final int channels, @ForAll final boolean isSelected)
	{
		final FramePixels pixels = pixels(
			new Frames(RandomImages.hyperstack(8, channels, 1, 1, seed), Progress.NONE).frame(1),
			isSelected ? new OvalRoi(1, 1, 5, 4) : null, "200+60");
		for (int block = 0; block < pixels.rows(); block++) {
			final int[] values = new int[pixels.rowLength()];
			final float[][] vectors = new float[channels][values.length];
			final int n = pixels.values().read(block, values);
			assertEquals(n, pixels.vectors().read(block, vectors, 0));
			for (int i = 0; i < n; i++)
				for (int c = 0; c < channels; c++)
					assertEquals(vectors[c][i], values[i] >> 8 * (channels - 1 - c) & 0xff);
		}
	}

	@Example
	void clustersFitWhatTheyAreOf() {
		pixels(8, 1).requireKind(ClusterKind.ofValues(1));
		pixels(32, 1).requireKind(ClusterKind.ofValues(1));
		pixels(16, 3).requireKind(ClusterKind.ofValues(3));
		for (final ColorSpace space : ColorSpace.values())
			pixels(24, 1).requireKind(ClusterKind.ofColours(space));
		assertUnfit("clusters of 2 channels: do not fit an image of 1 channel", pixels(8, 1),
			ClusterKind.ofValues(2));
		assertUnfit("clusters of 3 channels: do not fit an image of colours", pixels(24, 1),
			ClusterKind.ofValues(3));
		assertUnfit("clusters of RGB colours: do not fit an image of 3 channels", pixels(8, 3),
			ClusterKind.ofColours(ColorSpace.RGB));
	}

	private static void assertUnfit(final String message, final FramePixels pixels,
		final ClusterKind kind)
	{
		assertEquals(message,
			assertThrows(IllegalArgumentException.class, () -> pixels.requireKind(kind)).getMessage());
	}
}
