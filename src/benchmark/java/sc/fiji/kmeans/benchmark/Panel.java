package sc.fiji.kmeans.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import sc.fiji.kmeans.cluster.Initialization;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Plain;

/**
 * Compares the search with plain k-means on 312 generated images, most of them without
 * clusters, with 2 to 16 clusters: 30 to 600 pixels wide, 1 to 5 channels of 8, 12 or 16
 * bits. Plain are ten attempts by k-means++ and ten at random; the better one counts.
 */
final class Panel {

	private static final int MOST_CLUSTERS = 16;
	/** Worse by more is reported. */
	private static final double PART = 1e-3;
	private static final int CHANNELS = 5;
	private static final int[] SMALL_WIDTHS = { 30, 60, 100, 200 };
	private static final int[] LARGE_WIDTHS = { 400, 600 };
	private static final int[] BITS = { 8, 16, 12 };
	/** Narrower images come in all depths, others in two. */
	private static final int MANY_PIXELS = 100;

	private final PanelScene scene;
	private final int width;
	private final int channels;
	private final int bits;
	private final long seed;

	private Panel(final PanelScene scene, final int width, final int channels, final int bits,
		final long seed)
	{
		this.scene = scene;
		this.width = width;
		this.channels = channels;
		this.bits = bits;
		this.seed = seed;
	}

	private static List<Panel> all() {
		final List<Panel> all = new ArrayList<>();
		for (final int width : SMALL_WIDTHS)
			for (int depth = 0; depth < (width < MANY_PIXELS ? BITS.length : 2); depth++)
				for (int channels = 1; channels <= CHANNELS; channels++)
					for (final PanelScene scene : PanelScene.values())
						all.add(new Panel(scene, width, channels, BITS[depth], all.size() + 1));
		for (final int width : LARGE_WIDTHS)
			for (final PanelScene scene : PanelScene.values())
				all.add(new Panel(scene, width, 3, BITS[0], all.size() + 1));
		return all;
	}

	/** @param part every so-manieth image is taken */
	static void print(final int part) {
		final List<Panel> all = all();
		int cases = 0;
		int worse = 0;
		double worst = 0;
		for (int i = part - 1; i < all.size(); i += part)
			for (int k = 2; k <= MOST_CLUSTERS; k++) {
				final double excess = all.get(i).excess(k);
				cases++;
				worst = Math.max(worst, excess);
				if (excess <= PART) continue;
				worse++;
				System.out.printf(Locale.ROOT, "image=%s k=%d excess=%.1e%n", all.get(i), k, excess);
			}
		System.out.printf(Locale.ROOT, "cases=%d worse=%d worst=%.1e%n", cases, worse, worst);
	}

	/** By what part the compactness is larger than the least one of plain k-means. */
	private double excess(final int k) {
		final PanelImage image = PanelImage.of(scene, width, channels, bits, seed);
		final KMeansOptions options = KMeansOptions.defaults().withClusters(k);
		final double least = Math.min(Plain.compactness(image, options),
			Plain.compactness(image, options.withInitialization(Initialization.RANDOM)));
		final double found = Plain.found(image, options);
		return found == least ? 0 : found / least - 1;
	}

	@Override
	public String toString() {
		return scene.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + channels + "-" + bits + "-"
			+ seed;
	}
}
