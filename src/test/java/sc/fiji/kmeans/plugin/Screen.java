package sc.fiji.kmeans.plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.segment.Segmentation;

/** Takes pictures of windows as they are on the screen, for the pages. */
public final class Screen {

	/** Of a picture, so that pages show it unscaled. */
	private static final int MAX_WIDTH = 1000;
	private static final int GAP = 8;

	/** What a PNG file with a palette takes, one less. */
	private static final int COLOURS = 254;

	/** Until a window manager has drawn what it moved. */
	private static final int DRAWN_MILLIS = 500;

	private final Path folder;
	private final Robot robot;

	public Screen(final Path folder) throws Exception {
		this.folder = folder;
		robot = new Robot();
	}

	/** Lays windows out in rows from the top left corner, and saves a picture of them. */
	public void save(final String name, final Window... windows) throws Exception {
		EventQueue.invokeAndWait(() -> layOut(windows));
		IJ.wait(DRAWN_MILLIS);
		RealImageJ.settle();
		final List<Rectangle> places = new ArrayList<>();
		Rectangle whole = new Rectangle();
		for (final Window window : windows) {
			places.add(window.getBounds());
			whole = whole.union(window.getBounds());
		}
		final BufferedImage picture = new BufferedImage(whole.width, whole.height,
			BufferedImage.TYPE_INT_RGB);
		final Graphics g = picture.getGraphics();
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, whole.width, whole.height);
		for (final Rectangle place : places)
			g.drawImage(robot.createScreenCapture(place), place.x, place.y, null);
		g.dispose();
		save(name, picture);
	}

	private static void layOut(final Window... windows) {
		final Point next = new Point();
		int below = 0;
		for (final Window window : windows) {
			if (next.x + window.getWidth() > MAX_WIDTH) next.setLocation(0, below);
			window.setLocation(next);
			window.toFront();
			window.repaint();
			next.x += window.getWidth() + GAP;
			below = Math.max(below, next.y + window.getHeight() + GAP);
		}
	}

	/** In few colours, found by this plugin: such files are small. */
	public void save(final String name, final BufferedImage picture) throws IOException {
		final Segmentation few = Segmentation.of(new ImagePlus(name, picture),
			KMeansOptions.defaults().withClusters(COLOURS).withAttempts(1));
		final ImageProcessor labels = few.labels().getProcessor();
		final BufferedImage indexed = new BufferedImage(picture.getWidth(), picture.getHeight(),
			BufferedImage.TYPE_BYTE_INDEXED, palette(few.segmented().getProcessor(), labels));
		indexed.getRaster()
			.setDataElements(0, 0, picture.getWidth(), picture.getHeight(), labels.getPixels());
		ImageIO.write(indexed, "png", folder.resolve(name + ".png").toFile());
	}

	private static IndexColorModel palette(final ImageProcessor colours,
		final ImageProcessor labels)
	{
		final int[] palette = new int[256];
		for (int i = 0; i < labels.getPixelCount(); i++)
			palette[labels.get(i)] = colours.get(i);
		return new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
	}
}
