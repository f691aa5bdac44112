package sc.fiji.kmeans;

import ij.process.ImageProcessor;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

import sc.fiji.kmeans.segment.Palette;
import sc.fiji.kmeans.segment.Segmentation;

/**
 * An image as k-means sees it: its colours where their red and blue parts put them, how many
 * pixels each has, the cluster of each with the centres, and boxes of colours: those that lie
 * nearest to one centre as a whole, and those that do not.
 */
final class ColoursFigure {

	private static final int SIDE = 256;
	private static final int LEFT = 30;
	private static final int TOP = 30;
	private static final int PANEL = SIDE + 30;
	private static final int RADIUS = 6;
	/** Side of a box that is not halved. */
	private static final int SMALLEST = 3;

	private final Segmentation segmentation;
	private final ImageProcessor pixels;
	private final ImageProcessor labels;
	private final int[] count = new int[SIDE * SIDE];
	private final int[] label = new int[SIDE * SIDE];
	private final BufferedImage picture = new BufferedImage(LEFT + 3 * PANEL, TOP + SIDE + 30,
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
		panel(g, 2, "boxes that have one nearest centre");
		for (int i = 0; i < count.length; i++)
			if (count[i] > 0) for (int panel = 0; panel < 2; panel++)
				picture.setRGB(LEFT + panel * PANEL + i % SIDE, TOP + i / SIDE,
					panel == 0 ? grey(count[i]) : Palette.colour(label[i]));
		box(g, new Rectangle(SIDE, SIDE));
		for (int j = 1; j <= segmentation.clusters().size(); j++)
			for (int panel = 1; panel < 3; panel++)
				centre(g, LEFT + panel * PANEL, segmentation.clusters().value(j));
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

	/** Of the colours in a part of the panel; it is halved until one centre is nearest to all. */
	private void box(final Graphics2D g, final Rectangle part) {
		final Rectangle box = bounds(part);
		if (box.isEmpty()) return;
		final int owner = owner(box);
		if (owner > 0 || Math.max(box.width, box.height) <= SMALLEST) {
			g.setColor(owner > 0 ? new Color(Palette.colour(owner)) : Color.LIGHT_GRAY);
			g.fillRect(LEFT + 2 * PANEL + box.x, TOP + box.y, box.width, box.height);
			g.setColor(Color.BLACK);
			g.drawRect(LEFT + 2 * PANEL + box.x, TOP + box.y, box.width - 1, box.height - 1);
		}
		else for (final Rectangle half : halves(box))
			box(g, half);
	}

	/** Across the longer side. */
	private static Rectangle[] halves(final Rectangle box) {
		final boolean isWide = box.width > box.height;
		final int w = isWide ? box.width / 2 : box.width;
		final int h = isWide ? box.height : box.height / 2;
		final Rectangle other = isWide
			? new Rectangle(box.x + w, box.y, box.width - w, h)
			: new Rectangle(box.x, box.y + h, w, box.height - h);
		return new Rectangle[] { new Rectangle(box.x, box.y, w, h), other };
	}

	private Rectangle bounds(final Rectangle part) {
		final Rectangle box = new Rectangle(0, 0, -1, -1);
		for (int y = part.y; y < part.y + part.height; y++)
			for (int x = part.x; x < part.x + part.width; x++)
				if (count[y * SIDE + x] > 0) box.add(new Rectangle(x, y, 1, 1));
		return box;
	}

	/** The centre that is nearest to all corners, and so to all of the box; 0 if there is none. */
	private int owner(final Rectangle box) {
		final int owner = nearest(box.x, box.y);
		final int right = box.x + box.width - 1;
		final int bottom = box.y + box.height - 1;
		return owner == nearest(right, box.y) && owner == nearest(box.x, bottom)
			&& owner == nearest(right, bottom) ? owner : 0;
	}

	private int nearest(final int x, final int y) {
		int nearest = 1;
		for (int j = 2; j <= segmentation.clusters().size(); j++)
			if (distance(j, x, y) < distance(nearest, x, y)) nearest = j;
		return nearest;
	}

	private double distance(final int j, final int x, final int y) {
		final double[] centre = segmentation.clusters().value(j);
		return Math.hypot(centre[0] - x, centre[2] - (SIDE - 1 - y));
	}

	private static void centre(final Graphics2D g, final int left, final double... colour) {
		final int x = left + (int) Math.round(colour[0]);
		final int y = TOP + SIDE - 1 - (int) Math.round(colour[2]);
		g.setColor(Color.WHITE);
		g.fillOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
		g.setColor(Color.BLACK);
		g.setStroke(new BasicStroke(2));
		g.drawOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
		g.setStroke(new BasicStroke(1));
	}
}
