package sc.fiji.kmeans.plugin;

import ij.gui.Roi;
import ij.gui.ShapeRoi;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics;

/** The outline of a selection in its colour with a dark rim, so that it is seen on any image. */
final class Outline extends ShapeRoi {

	private static final float WIDTH = 1.5f;
	private static final float RIM = 3.5f;

	/** @param selection an area with a name, a colour and perhaps a place in a stack */
	Outline(final Roi selection) {
		super((Roi) selection.clone());
		setName(selection.getName());
		setStrokeColor(selection.getStrokeColor());
		setUnscalableStrokeWidth(WIDTH);
		if (selection.hasHyperStackPosition()) setPosition(selection.getCPosition(), selection
			.getZPosition(), selection.getTPosition());
		else setPosition(selection.getPosition());
	}

	@Override
	public void draw(final Graphics g) {
		final Color own = strokeColor;
		final BasicStroke thin = stroke;
		strokeColor = Color.black;
		stroke = new BasicStroke(RIM);
		super.draw(g);
		strokeColor = own;
		stroke = thin;
		super.draw(g);
	}
}
