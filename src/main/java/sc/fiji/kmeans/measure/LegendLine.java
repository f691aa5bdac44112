package sc.fiji.kmeans.measure;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.segment.Segmentation;

/** What a legend tells of a cluster; immutable. */
final class LegendLine {

	private static final double PERCENT = 100;
	/** Of the light that white gives (Rec. 601). */
	private static final double BRIGHT = 0.5 * 255 * 1000;

	private final int number;
	private final int colour;
	private final String name;
	private final double percent;

	/**
	 * @param colour its own, 0xRRGGBB
	 * @param name may be empty
	 */
	LegendLine(final int number, final int colour, final String name, final double percent) {
		this.number = number;
		this.colour = colour;
		this.name = name;
		this.percent = percent;
	}

	/** A line for each label that a frame may have; percentages are of its segmented pixels. */
	static List<LegendLine> ofFrame(final Segmentation segmentation, final int n) {
		final ImageClusters clusters = segmentation.clustersOfFrame(n);
		final long[] pixels = segmentation.pixelsOfLabels(n);
		final long all = Math.max(1, Arrays.stream(pixels).sum());
		return IntStream.of(clusters.labels().all())
			.mapToObj(label -> new LegendLine(label, segmentation.colourInFrame(n, label),
				clusters.nameOfLabel(label), PERCENT * pixels[label] / all))
			.collect(Collectors.toList());
	}

	int number() {
		return number;
	}

	/** Its own, 0xRRGGBB. */
	int colour() {
		return colour;
	}

	/** What it is called; may be empty. */
	String name() {
		return name;
	}

	String percent() {
		return String.format(Locale.ROOT, "%.1f %%", percent);
	}

	/** Whether black is read on it rather than white. */
	static boolean isBright(final Color colour) {
		return 299 * colour.getRed() + 587 * colour.getGreen() + 114 * colour.getBlue() > BRIGHT;
	}

	@Override
	public String toString() {
		return String.format("%d #%06x %s %s", number, colour, name, percent());
	}
}
