package sc.fiji.kmeans.study;

/**
 * A leaf with brown spots, photographed on one of eight backgrounds. Regions are 0 background,
 * 1 healthy leaf with its veins, 2 spots, up to the middle of their yellow rim. The green, the
 * brown of each spot, shading, light, focus and noise vary.
 */
final class Leaves {

	/** White paper, black cloth, concrete, blue cloth, soil, wood, sand, grass out of focus. */
	private static final double[][] BACKGROUNDS = { { 228, 226, 220 }, { 34, 33, 36 },
		{ 142, 140, 134 }, { 58, 82, 140 }, { 98, 74, 54 }, { 172, 132, 92 }, { 204, 186, 148 },
		{ 62, 84, 44 } };
	/** How much lightness varies on each. */
	private static final double[] ROUGH = { 0.02, 0.15, 0.12, 0.1, 0.3, 0.15, 0.15, 0.25 };
	private static final double[] GREEN = { 92, 138, 58 };
	private static final double[] VEIN = { 132, 168, 96 };
	private static final double[] BROWN = { 118, 76, 42 };
	private static final double[] YELLOW = { 170, 160, 70 };
	private static final int LEAF = 1;
	private static final int SPOT = 2;

	private final Chance chance;
	private final Scene scene;
	private final Blob leaf;

	private Leaves(final Chance chance) {
		this.chance = chance;
		final int ground = chance.number() % BACKGROUNDS.length;
		scene = new Scene(chance, 3, matter(BACKGROUNDS[ground],
			chance.texture(3, ROUGH[ground]).times(chance.texture(20, ROUGH[ground]))));
		final double middle = Scene.SIZE / 2.0;
		final double length = chance.between(100, 120);
		leaf = new Blob(chance, new double[] { middle, middle },
			new double[] { length, length * chance.between(0.55, 0.75) }, 0.06);
	}

	static Picture draw(final Chance chance, final boolean isEven) {
		final Leaves leaves = new Leaves(chance);
		leaves.addLeaf();
		final double number = chance.between(5, 25);
		for (int i = 0; i < number; i++)
			leaves.addSpot();
		return leaves.picture(isEven);
	}

	/** @param lightness factor over the place */
	private static Scene.Matter matter(final double[] colour, final Field lightness) {
		return (q, x, y) -> Camera.linear(colour[q]) * lightness.at(x, y);
	}

	private double[] varied(final double[] colour, final double deviation) {
		final double lightness = chance.factor(deviation);
		final double[] varied = new double[colour.length];
		for (int q = 0; q < colour.length; q++)
			varied[q] = Math.min(245, colour[q] * lightness * chance.factor(deviation / 2));
		return varied;
	}

	/** Its surface is uneven, and veins cross it; without variation they are as the leaf. */
	private void addLeaf() {
		final double[] green = varied(GREEN, 0.15);
		final Field surface = chance.texture(40, 0.15).times(chance.texture(4, 0.08));
		final Field veins = veins();
		scene.paint(LEAF, leaf, (q, x, y) -> surface.at(x, y) * (Camera.linear(green[q])
			+ veins.at(x, y) * (Camera.linear(VEIN[q]) - Camera.linear(green[q]))));
	}

	/** Lines that bend, some pixels wide. */
	private Field veins() {
		final Field bend = chance.noise(50);
		final double apart = chance.between(24, 34);
		final double strength = 0.7 * chance.strength();
		return (x, y) -> {
			final double place = (x + y * 0.6 + 10 * bend.at(x, y)) / apart;
			final double away = Math.abs(place - Math.rint(place)) * apart;
			return strength * Math.max(0, 1 - away / 1.5);
		};
	}

	/** Within the leaf: a yellow rim that fades, and brown within. */
	private void addSpot() {
		final double x = chance.between(20, Scene.SIZE - 20);
		final double y = chance.between(20, Scene.SIZE - 20);
		final Blob spot = new Blob(chance, x, y, chance.between(4, 14), 0.12);
		final double[] brown = varied(BROWN, 0.2);
		final double[] yellow = varied(YELLOW, 0.1);
		final Field rough = chance.texture(4, 0.12);
		if (leaf.margin(x, y) < 8) return;
		final double rim = 5 * chance.strength();
		scene.paint(SPOT, faded(spot, rim), (q, px, py) -> rough.at(px, py)
			* (spot.margin(px, py) < rim / 4 ? Camera.linear(yellow[q]) : Camera.linear(brown[q])));
	}

	/** From 0 to 1 over the width of the rim, and never beyond the leaf. */
	private Field faded(final Blob spot, final double rim) {
		return rim == 0
			? (x, y) -> Math.min(spot.at(x, y), leaf.at(x, y))
			: (x, y) -> spot.at(x, y) == 0 && spot.margin(x, y) < -rim
				? 0
				: Math.min(leaf.at(x, y), Math.max(0, Math.min(1, spot.margin(x, y) / rim + 0.5)));
	}

	private Picture picture(final boolean isEven) {
		final Field shade = Light.shade(chance);
		final double exposure = chance.factor(0.1);
		final Light seen = new Light(scene.planes())
			.blurred(chance.strength() * chance.between(0.6, 1));
		final Field light = isEven ? (x, y) -> exposure : shade;
		return new Picture(new Camera(chance, 3000, 8).photo("leaf", seen.under(light)), scene.truth(),
			SPOT + 1, SPOT);
	}
}
