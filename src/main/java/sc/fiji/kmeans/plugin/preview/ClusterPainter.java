package sc.fiji.kmeans.plugin.preview;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Paints clusters over an image in its window: the part that is seen, at the size of the
 * screen, each pixel in the paint of its label. It is an element of the list that ImageJ's
 * canvas shows besides the overlay, and that is neither saved nor copied with the image;
 * what the ROI Manager shows there stays. For the event thread.
 */
public final class ClusterPainter extends Roi {

	/** So that what ImageJ writes at a selection is not seen. */
	private static final int FAR = -1 << 20;
	private static final int OPAQUE = 255;

	private final transient ImagePlus source;
	private final transient ImageCanvas canvas;
	/** Whether it is seen in the place of others of its kind. */
	private final transient boolean isAbove;
	/** What the canvas showed without this; null for nothing. */
	private transient Overlay others;
	/** What it shows with this; null if it does not. */
	private transient Overlay own;
	/** What is to be seen when this is hidden; null for nothing. */
	private transient ClusterPainter below;
	/** The user's, whose labels ImageJ switches off where there is another list. */
	private transient Overlay labelled;
	private transient LearnedPicture picture;
	private transient int[] paints = {};
	/** What is seen, as it was painted last; null if it is to be painted anew. */
	private transient BufferedImage buffer;
	private transient Rectangle seen;
	private transient boolean isPainted;
	private final transient KeptCanvas ground;

	/**
	 * @param source in a window
	 * @param isAbove whether it is seen in the place of others of its kind
	 */
	public ClusterPainter(final ImagePlus source, final boolean isAbove) {
		super(FAR, FAR, 1, 1);
		this.source = source;
		this.isAbove = isAbove;
		canvas = source.getCanvas();
		ground = new KeptCanvas(canvas);
		setName("K-Means clusters");
		// Such are in no file: ImageJ saves other lists of a canvas where an image has no overlay.
		setIsCursor(true);
	}

	/** Whether it paints over the window that an image has now. */
	public boolean isOn(final ImagePlus image) {
		return image.getCanvas() == canvas;
	}

	/**
	 * Paints a picture from now on.
	 *
	 * @param argb of each label, 0 is not painted
	 */
	public void show(final LearnedPicture what, final int[] argb) {
		picture = what;
		paints = premultiplied(argb);
		isPainted = false;
		if (!attach()) return;
		if (canPaint()) ground.paint(painted(), source.getRoi());
		else canvas.repaint();
	}

	/**
	 * Whether it can be done without ImageJ, which paints all others below the clusters, but for
	 * the selection and the little frame that tells the part that is seen; on a screen of which a
	 * point is one pixel, for what is kept has no more.
	 */
	private boolean canPaint() {
		return canvas.isShowing() && isShown()
			&& canvas.getGraphicsConfiguration().getDefaultTransform().isIdentity()
			&& (source.getRoi() == null || isPlain(source.getRoi()))
			&& canvas.getSrcRect().equals(new Rectangle(source.getWidth(), source.getHeight()));
	}

	/**
	 * Whether a selection is an outline that covers what lies below, so that it may be there twice:
	 * where it is smoothed, it is a little denser until ImageJ paints it anew.
	 */
	private static boolean isPlain(final Roi roi) {
		final Color colour = roi.getStrokeColor();
		return roi.isArea() && !(roi instanceof ImageRoi || roi instanceof TextRoi)
			&& roi.getPasteMode() == Roi.NOT_PASTING && roi.getFillColor() == null
			&& (colour == null || colour.getAlpha() == OPAQUE);
	}

	/** Takes it away from the window; nothing of it stays. */
	public void hide() {
		picture = null;
		if (own != null && canvas.getShowAllList() == own) canvas.setShowAllList(uncovered());
		if (labelled != null) labelled.drawLabels(true);
		labelled = null;
		own = null;
		if (below != null && below.picture != null) below.attach();
		below = null;
		canvas.repaint();
	}

	/** The others; without one of this kind that was hidden meanwhile. */
	private Overlay uncovered() {
		final ClusterPainter hidden = painterIn(others);
		return hidden != null && hidden.own == null ? hidden.others : others;
	}

	/** Null if there is none. */
	private static ClusterPainter painterIn(final Overlay list) {
		if (list != null) for (final Roi element : list)
			if (element instanceof ClusterPainter) return (ClusterPainter) element;
		return null;
	}

	/**
	 * Whoever else set the list since is listened to: its elements stay, with this one.
	 *
	 * @return whether it is in the list: not where another one is above it
	 */
	private boolean attach() {
		final Overlay now = canvas.getShowAllList();
		final ClusterPainter shown = painterIn(now);
		if (shown != null && shown.isAbove && !isAbove) {
			shown.below = this;
			return false;
		}
		final Overlay users = source.getOverlay();
		if (users != null && users.getDrawLabels()) labelled = users;
		if (own != null && now == own) return true;
		others = now;
		own = new Overlay();
		if (others != null) copyOthers();
		own.add(this);
		own.selectable(false);
		canvas.setShowAllList(own);
		return true;
	}

	private void copyOthers() {
		for (final Roi other : others)
			if (!(other instanceof ClusterPainter)) own.add(other);
		own.drawLabels(others.getDrawLabels());
		own.drawNames(others.getDrawNames());
		own.drawBackgrounds(others.getDrawBackgrounds());
		own.setLabelColor(others.getLabelColor());
		if (others.getLabelFont() != null)
			own.setLabelFont(others.getLabelFont(), others.scalableLabels());
	}

	/** Nothing is selected by a click on it. */
	@Override
	public boolean contains(final int x, final int y) {
		return false;
	}

	@Override
	public boolean containsPoint(final double x, final double y) {
		return false;
	}

	/** Only in the window itself: neither where it is flattened nor in a copy. */
	@Override
	public void draw(final Graphics g) {
		if (ic != canvas || !isShown() || ground.isTaken()) return;
		ground.forget();
		g.drawImage(painted(), 0, 0, null);
	}

	private boolean isShown() {
		return picture != null && picture.isOf(source, Session.frameNumber(source));
	}

	/** What is seen, as large as on the screen. */
	private BufferedImage painted() {
		final Rectangle now = canvas.getSrcRect();
		final Dimension size = ground.size();
		if (!isPainted || !now.equals(seen) || size.width != buffer.getWidth()
			|| size.height != buffer.getHeight()) paint(now, size.width, size.height);
		return buffer;
	}

	private void paint(final Rectangle part, final int width, final int height) {
		if (buffer == null || width != buffer.getWidth() || height != buffer.getHeight())
			buffer = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
		final int[] pixels = ((DataBufferInt) buffer.getRaster().getDataBuffer()).getData();
		final ImageProcessor labels = picture.frame().labels();
		final int[] columns = places(part.x, part.width, width, labels.getWidth());
		final int[] rows = places(part.y, part.height, height, labels.getHeight());
		for (int y = 0; y < height; y++)
			if (y > 0 && rows[y] == rows[y - 1])
				System.arraycopy(pixels, (y - 1) * width, pixels, y * width, width);
			else
				paintRow(labels, rows[y] * labels.getWidth(), columns, pixels, y * width);
		seen = new Rectangle(part);
		isPainted = true;
	}

	/** Where the pixels of the screen are in the image, as ImageJ draws it. */
	private static int[] places(final int from, final int length, final int onScreen, final int end) {
		final int[] places = new int[onScreen];
		for (int i = 0; i < onScreen; i++)
			places[i] = Math.min(end - 1, from + (int) ((i + 0.5) * length / onScreen));
		return places;
	}

	private void paintRow(final ImageProcessor labels, final int row, final int[] columns,
		final int[] pixels, final int to)
	{
		if (labels instanceof ByteProcessor) {
			final byte[] bytes = (byte[]) labels.getPixels();
			for (int x = 0; x < columns.length; x++)
				pixels[to + x] = paints[bytes[row + columns[x]] & 0xff];
		}
		else {
			final short[] shorts = (short[]) labels.getPixels();
			for (int x = 0; x < columns.length; x++)
				pixels[to + x] = paints[shorts[row + columns[x]] & 0xffff];
		}
	}

	private static int[] premultiplied(final int[] argb) {
		final int[] paints = new int[argb.length];
		for (int i = 0; i < argb.length; i++)
			paints[i] = premultiplied(argb[i]);
		return paints;
	}

	private static int premultiplied(final int argb) {
		final int alpha = argb >>> 24;
		int result = alpha << 24;
		for (int shift = 0; shift < 24; shift += 8)
			result |= ((argb >> shift & 0xff) * alpha + OPAQUE / 2) / OPAQUE << shift;
		return result;
	}
}
