package sc.fiji.kmeans.study;

import ij.ImagePlus;

/**
 * Cells under the microscope, in grey. All counts are photons with their noise; brightness of each
 * cell, its texture, haze, focus, gain and offset of the camera vary.
 */
final class Cells {

	private static final int SIZE = Scene.SIZE;
	/** Cytoplasm, nucleus and granules of cells in three channels. */
	private static final int CYTOPLASM = 1;
	private static final int NUCLEUS = 2;
	private static final int GRANULE = 3;
	/** Photons of these and the background, by region and channel. */
	private static final double[][] PHOTONS = { { 40, 30, 15 }, { 80, 300, 25 }, { 1500, 110, 25 },
		{ 80, 300, 140 } };

	private Cells() {}

	/** Fluorescent nuclei, some bright, some dim: 0 background, 1 nuclei. */
	static Picture nuclei(final Chance chance, final boolean isEven) {
		final double background = chance.ratio(20, 60);
		final double bright = chance.ratio(800, 3000);
		final double brights = chance.between(0.4, 0.8);
		final Field haze = chance.texture(60, 0.15);
		final Scene scene = new Scene(chance, 1, (p, x, y) -> background * haze.at(x, y));
		final double number = chance.between(20, 45);
		for (int i = 0; i < number; i++)
			addNucleus(chance, scene,
				bright * chance.factor(0.25) * (chance.happens(brights) ? 1 : dimmed(chance)));
		return new Picture(fluorescence(chance, scene, isEven, chance.ratio(1, 4)), scene.truth(), 2,
			1);
	}

	/** None is dim without variation. */
	private static double dimmed(final Chance chance) {
		return StrictMath.pow(chance.ratio(0.06, 0.3), chance.strength());
	}

	private static void addNucleus(final Chance chance, final Scene scene, final double photons) {
		final double[] centre = { chance.between(0, SIZE), chance.between(0, SIZE) };
		final Blob shape = Blob.oval(chance, centre, chance.between(7, 12), chance.between(1, 1.5));
		final Field chromatin = chance.texture(4, 0.12);
		scene.paint(1, shape, (p, x, y) -> photons * chromatin.at(x, y));
	}

	/** 0 background, 1 cytoplasm, 2 nucleus, 3 granules, in three channels. */
	static Picture channels(final Chance chance, final boolean isEven) {
		final double[] bright = { chance.ratio(0.5, 2), chance.ratio(0.5, 2), chance.ratio(0.5, 2) };
		final Scene scene = new Scene(chance, 3, (p, x, y) -> bright[p] * PHOTONS[0][p]);
		for (int i = 0; i < 16; i++) {
			final double x = 32 + i % 4 * 64 + chance.between(-14, 14);
			final double y = 32 + i / 4 * 64 + chance.between(-14, 14);
			addCell(chance, scene, bright, new double[] { x, y });
		}
		return new Picture(fluorescence(chance, scene, isEven, 2), scene.truth(), 4, GRANULE);
	}

	private static void addCell(final Chance chance, final Scene scene, final double[] bright,
		final double[] centre)
	{
		final Field texture = chance.texture(6, 0.1);
		final double[] own = { chance.factor(0.25), chance.factor(0.25), chance.factor(0.25) };
		scene.paint(CYTOPLASM, new Blob(chance, centre[0], centre[1], chance.between(20, 28), 0.1),
			part(CYTOPLASM, bright, own, texture));
		scene.paint(NUCLEUS, Blob.oval(chance, centre, chance.between(8, 11), chance.between(1, 1.4)),
			part(NUCLEUS, bright, own, texture));
		for (int i = 0; i < 6; i++) {
			final double angle = chance.between(0, 2 * StrictMath.PI);
			final double away = chance.between(13, 18);
			scene.paint(GRANULE,
				new Blob(chance, centre[0] + away * StrictMath.cos(angle),
					centre[1] + away * StrictMath.sin(angle), chance.between(2, 3.5), 0.05),
				part(GRANULE, bright, own, texture));
		}
	}

	private static Scene.Matter part(final int region, final double[] bright, final double[] own,
		final Field texture)
	{
		return (p, x, y) -> bright[p] * own[p] * PHOTONS[region][p] * texture.at(x, y);
	}

	private static ImagePlus fluorescence(final Chance chance, final Scene scene,
		final boolean isEven, final double gain)
	{
		final Field lamp = Light.vignette(chance, 0.3, 0.55);
		final Light light = new Light(scene.planes())
			.blurred(chance.strength() * chance.between(0.8, 1.4))
			.withHaze(chance.strength() * chance.between(0.02, 0.1), 20);
		final double offset = chance.between(100, 400);
		return new Camera(chance, 1, 3).counts("cells", isEven ? light : light.under(lamp), gain,
			offset);
	}

	/** Bright colonies on agar, in a dish: 0 what is outside, 1 agar, 2 colonies. */
	static Picture colonies(final Chance chance) {
		final Field table = chance.texture(30, 0.1);
		final Scene scene = new Scene(chance, 1, (p, x, y) -> 0.12 * table.at(x, y));
		final Field agar = chance.texture(80, 0.06).times(chance.texture(3, 0.03));
		final double middle = SIZE / 2.0;
		final double radius = chance.between(100, 122);
		final Blob dish = new Blob(chance, middle, middle, radius, 0);
		scene.paint(1, dish, (p, x, y) -> 0.38 * agar.at(x, y));
		final double number = chance.between(15, 60);
		for (int i = 0; i < number; i++) {
			final double x = chance.between(20, SIZE - 20);
			final double y = chance.between(20, SIZE - 20);
			final double light = 0.66 * chance.factor(0.1);
			final Blob colony = new Blob(chance, x, y, chance.ratio(3, 9), 0.08);
			if (dish.margin(x, y) > 12) scene.paint(2, colony, (p, px, py) -> light);
		}
		final Light seen = new Light(scene.planes()).blurred(chance.strength())
			.under(Light.vignette(chance, 0.6, 0.9));
		return new Picture(new Camera(chance, 800, 4).grey("colonies", seen), scene.truth(), 3, 2);
	}

	/**
	 * Cells without stain: 0 background, 1 cells, as bright as the background in the mean, but
	 * grainy, with a bright halo outside their margin. Without variation nothing is to be seen.
	 */
	static Picture unstained(final Chance chance) {
		final Field light = chance.texture(90, 0.05);
		final Scene scene = new Scene(chance, 1, (p, x, y) -> 0.45 * light.at(x, y));
		final Field grain = chance.texture(3, 0.25);
		final double number = chance.between(8, 18);
		for (int i = 0; i < number; i++) {
			final double[] centre = { chance.between(10, SIZE - 10), chance.between(10, SIZE - 10) };
			final Blob cell = new Blob(chance, centre,
				new double[] { chance.between(18, 32), chance.between(12, 20) }, 0.08);
			scene.mix((x, y) -> cell.at(x, y) == 0 ? Math.max(0, 1 + cell.margin(x, y) / 4) : 0,
				(p, x, y) -> 0.45 * light.at(x, y) * (1 + 0.35 * chance.strength()));
			scene.paint(1, cell, (p, x, y) -> 0.44 * light.at(x, y) * grain.at(x, y));
		}
		final Light seen = new Light(scene.planes()).blurred(chance.strength() * 0.8);
		return new Picture(new Camera(chance, 1500, 4).grey("unstained", seen), scene.truth(), 2, 1);
	}
}
