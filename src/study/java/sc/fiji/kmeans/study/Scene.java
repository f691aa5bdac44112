package sc.fiji.kmeans.study;

/**
 * What is drawn, before any light falls on it: for each pixel some numbers, such as concentrations
 * of stains, and the region that it belongs to. What is painted later lies above.
 */
final class Scene {

	static final int SIZE = 256;

	private final double[][] planes;
	private final int[] truth = new int[SIZE * SIZE];
	private final boolean isSharp;

	/** The numbers of a region at some place. */
	@FunctionalInterface
	interface Matter {

		double of(int plane, double x, double y);
	}

	/** @param background region 0 */
	Scene(final Chance chance, final int planes, final Matter background) {
		this.planes = new double[planes][SIZE * SIZE];
		isSharp = chance.strength() == 0;
		paint(0, (x, y) -> 1, background);
	}

	/** @param coverage 0 to 1; a pixel belongs to the region from a half on */
	void paint(final int region, final Field coverage, final Matter matter) {
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++) {
				final double covered = coverage.at(x, y);
				if (covered >= 0.5) truth[y * SIZE + x] = region;
				mix(x, y, isSharp ? Math.floor(covered + 0.5) : covered, matter);
			}
	}

	/** Changes what is there without being a region. */
	void mix(final Field coverage, final Matter matter) {
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++)
				mix(x, y, coverage.at(x, y), matter);
	}

	private void mix(final int x, final int y, final double part, final Matter matter) {
		if (part == 0) return;
		for (int p = 0; p < planes.length; p++)
			planes[p][y * SIZE + x] += part * (matter.of(p, x, y) - planes[p][y * SIZE + x]);
	}

	int[] truth() {
		return truth;
	}

	/** The region of a place that may be outside. */
	int region(final double x, final double y) {
		return truth[clipped(y) * SIZE + clipped(x)];
	}

	private static int clipped(final double place) {
		return (int) Math.max(0, Math.min(SIZE - 1, place));
	}

	double[][] planes() {
		return planes;
	}
}
