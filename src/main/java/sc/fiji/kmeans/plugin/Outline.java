package sc.fiji.kmeans.plugin;

import ij.gui.Roi;
import ij.gui.ShapeRoi;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/**
 * The outline of a selection in its colour with a dark rim, so that it is seen on any
 * image. It is drawn within the selection, so that outlines of neighbours, which share an
 * edge, are both seen.
 */
final class Outline extends ShapeRoi {

	// Pixels of the screen, of which half is within.
	private static final float WIDTH = 3;
	private static final float RIM = 5;

	/** @param selection an area with a name, a colour and perhaps a place in a stack */
	Outline(final Roi selection) {
		super((Roi) selection.clone());
		setName(selection.getName());
		setStrokeColor(selection.getStrokeColor());
		setUnscalableStrokeWidth(WIDTH);
		if (selection.hasHyperStackPosition())
			setPosition(selection.getCPosition(), selection.getZPosition(), selection.getTPosition());
		else
			setPosition(selection.getPosition());
	}

	/** By one thread at a time, for it borrows the colour and the stroke. */
	@Override
	public synchronized void draw(final Graphics g) {
		final Shape clip = g.getClip();
		((Graphics2D) g).clip(onScreen());
		final Color own = strokeColor;
		final BasicStroke thin = stroke;
		strokeColor = Color.black;
		stroke = new BasicStroke(RIM);
		super.draw(g);
		strokeColor = own;
		stroke = thin;
		super.draw(g);
		g.setClip(clip);
	}

	private Shape onScreen() {
		final AffineTransform screen = new AffineTransform();
		if (ic != null) {
			screen.scale(ic.getMagnification(), ic.getMagnification());
			screen.translate(-ic.getSrcRect().x, -ic.getSrcRect().y);
		}
		screen.translate(getXBase(), getYBase());
		final Path2D holed = new Path2D.Double(Path2D.WIND_EVEN_ODD);
		holed.append(getShape().getPathIterator(screen), false);
		return holed;
	}
}
