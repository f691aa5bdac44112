package sc.fiji.kmeans;

import ij.process.ImageProcessor;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

import sc.fiji.kmeans.segment.Palette;
import sc.fiji.kmeans.segment.Segmentation;

/**
 * An image as k-means sees it: its colours where their red and blue parts put them, how many
 * pixels each has, and the cluster of each with the centres.
 */
final class ColoursFigure {

	private static final int SIDE = 256;
	private static final int LEFT = 30;
	private static final int TOP = 30;
	private static final int PANEL = SIDE + 30;
	private static final int RADIUS = 6;

	private final Segmentation segmentation;
	private final ImageProcessor pixels;
	private final ImageProcessor labels;
	private final int[] count = new int[SIDE * SIDE];
	private final int[] label = new int[SIDE * SIDE];
	private final BufferedImage picture = new BufferedImage(LEFT + 2 * PANEL, TOP + SIDE + 30,
		BufferedImage.TYPE_INT_RGB);

	private ColoursFigure(final ImageProcessor pixels, final Segmentation segmentation) {
		this.pixels = pixels;
		this.segmentation = segmentation;
		labels = segmentation.labels().getProcessor();
	}

	/** @param pixels of the image, in RGB */
	static BufferedImage of(final ImageProcessor pixels, final Segmentation segmentation) {
		final ColoursFigure figure = new ColoursFigure(pixels, segmentation);
		figure.count();
		figure.draw();
		return figure.picture;
	}

	private void count() {
		for (int i = 0; i < pixels.getPixelCount(); i++) {
			final int at = (SIDE - 1 - (pixels.get(i) & 0xff)) * SIDE + (pixels.get(i) >> 16 & 0xff);
			count[at]++;
			label[at] = labels.get(i);
		}
	}

	private void draw() {
		final Graphics2D g = picture.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
		panel(g, 0, "how many pixels a colour has");
		panel(g, 1, "its cluster, and the centres");
		for (int i = 0; i < count.length; i++)
			if (count[i] > 0) for (int panel = 0; panel < 2; panel++)
				picture.setRGB(LEFT + panel * PANEL + i % SIDE, TOP + i / SIDE,
					panel == 0 ? grey(count[i]) : Palette.colour(label[i]));
		for (int j = 1; j <= segmentation.clusters().size(); j++)
			centre(g, segmentation.clusters().value(j));
		g.dispose();
	}

	private void panel(final Graphics2D g, final int panel, final String title) {
		final int x = LEFT + panel * PANEL;
		g.setColor(Color.BLACK);
		g.drawString(title, x, TOP - 10);
		g.drawString("red \u2192", x, TOP + SIDE + 18);
		if (panel == 0) {
			g.rotate(-Math.PI / 2);
			g.drawString("blue \u2192", -TOP - SIDE, LEFT - 12);
			g.rotate(Math.PI / 2);
		}
		g.drawRect(x - 1, TOP - 1, SIDE + 1, SIDE + 1);
	}

	/** The darker the more, by the logarithm. */
	private static int grey(final int n) {
		final int grey = Math.max(0, 200 - (int) (45 * Math.log(n)));
		return grey * 0x010101;
	}

	private void centre(final Graphics2D g, final double... colour) {
		final int x = LEFT + PANEL + (int) Math.round(colour[0]);
		final int y = TOP + SIDE - 1 - (int) Math.round(colour[2]);
		g.setColor(Color.WHITE);
		g.fillOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
		g.setColor(Color.BLACK);
		g.setStroke(new BasicStroke(2));
		g.drawOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
		g.setStroke(new BasicStroke(1));
	}
}
