package sc.fiji.kmeans.measure;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.image.Titles;
import sc.fiji.kmeans.segment.Palette;
import sc.fiji.kmeans.segment.Segmentation;

/**
 * A line for each cluster: its number in the colour of labels, its own colour, what it is
 * called, and its percentage; immutable. It is drawn on anything.
 */
public final class Legend {

	/** Of pictures. */
	private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
	private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);

	/** More lines than labels have colours of their own tell nothing. */
	private static final int MOST_LINES = 254;
	private static final int LINES_OF_A_COLUMN = 32;
	private static final int LETTERS_OF_A_NAME = 40;
	private static final String MORE = "\u2026";

	/** Of a box beside the height of its line. */
	private static final double BOX = 1.5;
	private static final Color RIM = Color.gray;

	private final List<LegendLine> lines;
	private final Font font;
	/** The number of clusters that have no line. */
	private final int left;

	/**
	 * @param lines of all clusters
	 * @throws IllegalArgumentException if this computer has no fonts
	 */
	Legend(final List<LegendLine> lines, final Font font) {
		this.lines = lines.subList(0, Math.min(lines.size(), MOST_LINES));
		this.font = usable(font);
		left = lines.size() - this.lines.size();
	}

	/** Without fonts each version of Java fails in another way. */
	private static Font usable(final Font font) {
		try {
			font.getStringBounds(MORE, SMOOTH);
			return font;
		}
		catch (final RuntimeException | InternalError | LinkageError e) {
			throw new IllegalArgumentException("legend = true: takes a computer with fonts, and Java"
				+ " finds none (on Debian: apt install fontconfig fonts-dejavu-core)", e);
		}
	}

	/**
	 * A picture of the clusters of a segmentation, in RGB; of several frames a stack with a
	 * slice for each, whose percentages belong to the frame.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public static ImagePlus picture(final Segmentation segmentation, final Progress progress) {
		final Steps steps = new Steps(progress, "legend", segmentation.frames());
		final Segmentation heard = segmentation.reportingTo(steps.within());
		final List<Legend> legends = IntStream.rangeClosed(1, segmentation.frames()).mapToObj(n -> {
			final Legend legend = new Legend(LegendLine.ofFrame(heard, n), FONT);
			steps.done();
			return legend;
		}).collect(Collectors.toList());
		final ImageStack stack = new ImageStack(most(legends, size -> size.width),
			most(legends, size -> size.height));
		for (int n = 1; n <= legends.size(); n++)
			stack.addSlice(label(segmentation, n),
				legends.get(n - 1).drawn(stack.getWidth(), stack.getHeight()));
		return new ImagePlus(Titles.of(segmentation.title(), "legend"), stack);
	}

	/** Null for a single image. */
	private static String label(final Segmentation segmentation, final int n) {
		if (segmentation.frames() == 1) return null;
		final String own = segmentation.attributes().channels() == 1
			? segmentation.attributes().sliceLabel(n, 1)
			: null;
		return own == null ? "frame " + segmentation.attributes().frame(n) : own;
	}

	private static int most(final List<Legend> legends, final Function<Dimension, Integer> length) {
		return legends.stream().map(Legend::size).map(length).max(Integer::compare).get();
	}

	/** On white. */
	ColorProcessor drawn(final int width, final int height) {
		final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = image.createGraphics();
		graphics.setColor(Color.white);
		graphics.fillRect(0, 0, width, height);
		graphics.setColor(Color.black);
		draw(graphics);
		graphics.dispose();
		return new ColorProcessor(image);
	}

	/** How much room it takes. */
	Dimension size() {
		final int columns = (lines.size() - 1) / LINES_OF_A_COLUMN + 1;
		final int rows = Math.min(lines.size(), LINES_OF_A_COLUMN) + (left > 0 ? 1 : 0);
		return new Dimension(gap() + columns * columnWidth(), 2 * gap() + rows * lineHeight());
	}

	/** Draws it at the origin; texts in the colour of the graphics. */
	void draw(final Graphics2D graphics) {
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		graphics.setFont(font);
		for (int i = 0; i < lines.size(); i++)
			draw(graphics, lines.get(i), gap() + i / LINES_OF_A_COLUMN * columnWidth(),
				gap() + i % LINES_OF_A_COLUMN * lineHeight());
		if (left > 0)
			graphics.drawString(MORE + " and " + left + " more", gap(),
				gap() + LINES_OF_A_COLUMN * lineHeight() + baseline());
	}

	private void draw(final Graphics2D graphics, final LegendLine line, final int x, final int y) {
		final Color ink = graphics.getColor();
		final Color label = new Color(Palette.colour(line.number()));
		drawBox(graphics, label, x, y);
		graphics.setColor(LegendLine.isBright(label) ? Color.black : Color.white);
		final String number = String.valueOf(line.number());
		graphics.drawString(number, x + (boxWidth() - width(number)) / 2, y + baseline());
		drawBox(graphics, new Color(line.colour()), x + boxWidth() + gap(), y);
		graphics.setColor(ink);
		graphics.drawString(name(line), x + 2 * (boxWidth() + gap()), y + baseline());
		graphics.drawString(line.percent(), x + columnWidth() - 2 * gap() - width(line.percent()),
			y + baseline());
	}

	private void drawBox(final Graphics2D graphics, final Color colour, final int x, final int y) {
		final int height = lineHeight() - gap() / 2;
		graphics.setColor(colour);
		graphics.fillRect(x, y, boxWidth(), height);
		graphics.setColor(RIM);
		graphics.drawRect(x, y, boxWidth(), height);
	}

	private static String name(final LegendLine line) {
		final String name = line.name();
		return name.codePointCount(0, name.length()) <= LETTERS_OF_A_NAME
			? name
			: name.substring(0, name.offsetByCodePoints(0, LETTERS_OF_A_NAME)) + MORE;
	}

	private int gap() {
		return font.getSize() / 2;
	}

	private int lineHeight() {
		return 2 * font.getSize();
	}

	private int baseline() {
		return (int) Math.round(1.25 * font.getSize());
	}

	private int boxWidth() {
		return Math.max((int) (BOX * lineHeight()), gap() + widest(line -> "" + line.number()));
	}

	/** With a gap to the next one. */
	private int columnWidth() {
		final int name = widest(Legend::name);
		return 2 * (boxWidth() + gap()) + (name == 0 ? 0 : name + 2 * gap())
			+ widest(LegendLine::percent) + 2 * gap();
	}

	private int widest(final Function<LegendLine, String> text) {
		return lines.stream().map(text).mapToInt(this::width).max().orElse(0);
	}

	private int width(final String text) {
		return text.isEmpty() ? 0 : (int) Math.ceil(font.getStringBounds(text, SMOOTH).getWidth());
	}

	/** As it reads. */
	@Override
	public String toString() {
		return lines.stream().map(LegendLine::toString).collect(Collectors.joining("\n"));
	}
}
