package sc.fiji.kmeans.benchmark;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

import sc.fiji.kmeans.cli.Main;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Segmentation;

/**
 * What is held in the course of much work, to be seen whether it grows: heap after a garbage
 * collection, threads, open files.
 */
final class Endurance {

	private static final int IMAGES = Integer.getInteger("images", 10_000);
	private static final int FRAMES = Integer.getInteger("frames", 20_000);
	private static final int LINES = 10;
	private static final int WIDTH = 64;
	private static final int HEIGHT = 48;

	private Endurance() {}

	/** @param kind {@code live}, {@code folder} or {@code stack} */
	static void print(final String kind) {
		if (kind.equals("live")) Live.endure();
		else if (kind.equals("folder")) folder();
		else if (kind.equals("stack")) stack();
		else throw new IllegalArgumentException("endure = " + kind + ": takes live, folder or stack");
	}

	/** The command line on a folder of small images, whose lines stand between. */
	private static void folder() {
		try {
			final Path folder = Files.createTempDirectory("endurance");
			write(folder);
			final Path results = folder.resolve("results");
			final Thread watch = new Thread(() -> watch(results.toFile()));
			watch.start();
			Main.main(folder.toString(), "--output", results.toString());
			watch.interrupt();
			watch.join();
			Held.print("images", tables(results.toFile()));
			delete(folder);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		catch (final InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private static void write(final Path folder) {
		for (int n = 0; n < IMAGES; n++)
			new FileSaver(new ImagePlus("", colours(n))).saveAsPng(folder + "/" + n + ".png");
	}

	private static ImageProcessor colours(final long seed) {
		final Random random = new Random(seed);
		final ImageProcessor image = new ColorProcessor(WIDTH, HEIGHT);
		for (int i = 0; i < image.getPixelCount(); i++)
			image.set(i, random.nextInt(1 << 24) & (0xf0f0f0 | 0x1f << 8 * (i % 3)));
		return image;
	}

	/** Until it is interrupted. */
	private static void watch(final File results) {
		int next = IMAGES / LINES;
		try {
			while (true) {
				final int done = tables(results);
				if (done >= next) {
					Held.print("images", done);
					next += IMAGES / LINES;
				}
				Thread.sleep(500); // IJ.wait would not hear that it is interrupted
			}
		}
		catch (final InterruptedException end) {
			// The work is done.
		}
	}

	private static int tables(final File results) {
		final String[] names = results.list((folder, name) -> name.endsWith("-clusters.csv"));
		return names == null ? 0 : names.length;
	}

	private static void delete(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			files.sorted((one, other) -> other.compareTo(one)).forEach(file -> file.toFile().delete());
		}
	}

	/** All frames of a virtual stack, each with clusters of its own. */
	private static void stack() {
		final ImagePlus image = new ImagePlus("film", new Film());
		image.setDimensions(1, 1, FRAMES);
		final Segmentation segmentation = Segmentation.of(image,
			SegmentationOptions.defaults().with(FrameMode.EACH), Progress.NONE);
		Held.print("clustered", segmentation.frames());
		final ImagePlus labels = segmentation.labels();
		for (int n = 1; n <= FRAMES; n++) {
			labels.getStack().getProcessor(n);
			if (n % (FRAMES / LINES) == 0) Held.print("frames", n);
		}
	}

	/** Noise that drifts. */
	private static final class Film extends VirtualStack {

		private int read;

		private Film() {
			super(WIDTH, HEIGHT, FRAMES, "8-bit");
		}

		@Override
		public synchronized ImageProcessor getProcessor(final int n) {
			if (++read % (FRAMES / LINES) == 0) Held.print("read", read);
			final ImageProcessor plane = new ByteProcessor(WIDTH, HEIGHT);
			final Random random = new Random(n);
			for (int i = 0; i < plane.getPixelCount(); i++)
				plane.set(i, (random.nextInt(64) + (i % 3) * 80 + n / 100) & 0xff);
			return plane;
		}
	}
}
