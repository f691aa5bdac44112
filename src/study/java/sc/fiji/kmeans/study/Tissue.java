package sc.fiji.kmeans.study;

/**
 * Stained sections in bright field. Regions are 0 glass, 1 stroma and cytoplasm, 2 nuclei, and with
 * DAB 3 brown nuclei. Thickness, staining of the section and of each nucleus, chromatin, white
 * balance, focus and noise vary.
 */
final class Tissue {

	private static final int STROMA = 1;
	private static final int NUCLEUS = 2;
	private static final int BROWN = 3;

	private final Chance chance;
	private final Scene scene;
	private final Field thickness;
	private final Field fibres;
	private final Field chromatin;
	/** Of the staining of the section, for each stain. */
	private final double[] strength = new double[Stain.values().length];
	/** Of DAB in brown nuclei, weak to strong. */
	private final double brown;

	private Tissue(final Chance chance, final double... stroma) {
		this.chance = chance;
		scene = new Scene(chance, Stain.values().length, (stain, x, y) -> 0);
		brown = chance.ratio(0.35, 1.1);
		thickness = chance.texture(70, 0.15);
		fibres = chance.texture(5, 0.2);
		chromatin = chance.texture(3, 0.15);
		for (int s = 0; s < strength.length; s++)
			strength[s] = chance.factor(0.25);
		final Field holes = chance.noise(60);
		final double most = chance.between(0.5, 1.1);
		scene.paint(STROMA, (x, y) -> Math.max(0, Math.min(1, (most - holes.at(x, y)) * 40 + 0.5)),
			(s, x, y) -> stroma[s] * strength[s] * thickness.at(x, y) * fibres.at(x, y));
	}

	/** Haematoxylin and eosin; nuclei are looked for. */
	static Picture haematoxylinEosin(final Chance chance, final boolean isEven) {
		final Tissue tissue = new Tissue(chance, 0.06, 0.4, 0);
		tissue.addNuclei(0, chance.between(60, 110));
		return tissue.picture(isEven, NUCLEUS + 1, NUCLEUS);
	}

	/** Haematoxylin and DAB; brown nuclei are looked for. */
	static Picture haematoxylinDab(final Chance chance, final boolean isEven) {
		final Tissue tissue = new Tissue(chance, 0.12, 0, 0.04);
		tissue.addNuclei(chance.between(0.2, 0.6), chance.between(60, 110));
		return tissue.picture(isEven, BROWN + 1, BROWN);
	}

	private void addNuclei(final double brown, final double number) {
		for (int i = 0; i < number; i++) {
			final double x = chance.between(0, Scene.SIZE);
			final double y = chance.between(0, Scene.SIZE);
			final Blob shape = Blob.oval(chance, new double[] { x, y }, chance.between(5, 9),
				chance.between(1, 1.8));
			final boolean isBrown = chance.happens(brown);
			if (scene.region(x, y) != 0) addNucleus(shape, isBrown ? BROWN : NUCLEUS);
		}
	}

	/** Stains: some of the stroma's eosin, and its own. */
	private void addNucleus(final Blob shape, final int region) {
		final double own = chance.factor(region == BROWN ? 0.35 : 0.25);
		final double[] stains = region == BROWN
			? new double[] { 0.3, 0, brown * own }
			: new double[] { 0.75 * own, 0.15, 0.04 };
		scene.paint(region, shape,
			(s, x, y) -> stains[s] * strength[s] * thickness.at(x, y) * chromatin.at(x, y));
	}

	private Picture picture(final boolean isEven, final int regions, final int target) {
		final Field lamp = Light.vignette(chance, 0.4, 0.65);
		final double[] white = { 0.9 * chance.factor(0.03), 0.9 * chance.factor(0.03),
			0.9 * chance.factor(0.03) };
		final double[][] light = Stain.transmitted(scene.planes());
		for (int q = 0; q < light.length; q++)
			for (int i = 0; i < light[q].length; i++)
				light[q][i] *= white[q];
		final Light seen = new Light(light).blurred(chance.strength() * chance.between(0.7, 1.2));
		return new Picture(
			new Camera(chance, 4000, 10).colours("tissue", isEven ? seen : seen.under(lamp)),
			scene.truth(), regions, target);
	}
}
