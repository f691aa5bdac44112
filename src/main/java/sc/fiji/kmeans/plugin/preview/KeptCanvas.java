package sc.fiji.kmeans.plugin.preview;

import ij.gui.ImageCanvas;
import ij.gui.Roi;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;

/**
 * What a canvas shows below the clusters, as ImageJ paints it. It is kept until ImageJ paints
 * it anew, for most of the time of painting is ImageJ's, which smooths the image; clusters
 * come to the screen sooner over what is kept. For the event thread.
 */
final class KeptCanvas {

	private final ImageCanvas canvas;
	/** Null if it is to be taken anew. */
	private BufferedImage image;
	/** That and the clusters. */
	private BufferedImage whole;
	private boolean isTaken;

	KeptCanvas(final ImageCanvas canvas) {
		this.canvas = canvas;
	}

	/** The size of the image on the screen, as ImageJ rounds it. */
	Dimension size() {
		final Rectangle part = canvas.getSrcRect();
		final double scale = canvas.getMagnification();
		return new Dimension(Math.max(1, (int) (part.width * scale + 0.5)),
			Math.max(1, (int) (part.height * scale + 0.5)));
	}

	/** Whether it is being taken: then clusters are not to be painted. */
	boolean isTaken() {
		return isTaken;
	}

	/** ImageJ has painted something else, maybe. */
	void forget() {
		image = null;
	}

	/** Brings it to the screen at once, with clusters over it. @param roi over both; may be null */
	void paint(final BufferedImage clusters, final Roi roi) {
		if (image == null) take();
		final Graphics both = whole.getGraphics();
		both.drawImage(image, 0, 0, null);
		both.drawImage(clusters, 0, 0, null);
		if (roi != null) roi.draw(both);
		both.dispose();
		final Graphics screen = canvas.getGraphics();
		screen.drawImage(whole, 0, 0, null);
		screen.dispose();
		Toolkit.getDefaultToolkit().sync();
	}

	private void take() {
		image = fresh();
		whole = fresh();
		final Graphics g = image.getGraphics();
		isTaken = true;
		try {
			canvas.paint(g);
		}
		finally {
			isTaken = false;
			g.dispose();
		}
	}

	private BufferedImage fresh() {
		final Dimension size = size();
		return canvas.getGraphicsConfiguration().createCompatibleImage(size.width, size.height);
	}
}
