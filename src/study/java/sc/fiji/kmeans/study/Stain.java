package sc.fiji.kmeans.study;

/**
 * How much a stain absorbs of red, green and blue (Ruifrok and Johnston 2001: Quantification of
 * histochemical staining by color deconvolution).
 */
enum Stain {

	HAEMATOXYLIN(0.65, 0.70, 0.29), EOSIN(0.07, 0.99, 0.11), DAB(0.27, 0.57, 0.78);

	private final double[] absorbance;

	Stain(final double... absorbance) {
		this.absorbance = absorbance;
	}

	/** The optical densities of red, green and blue at concentration 1. */
	double[] absorbance() {
		return absorbance.clone();
	}

	/**
	 * The light that is left after all stains (law of Beer and Lambert).
	 *
	 * @param concentrations of the stains, in their order
	 * @return red, green and blue, 1 for no stain
	 */
	static double[][] transmitted(final double[][] concentrations) {
		final double[][] light = new double[3][concentrations[0].length];
		for (int q = 0; q < light.length; q++)
			for (int i = 0; i < light[q].length; i++) {
				double density = 0;
				for (final Stain stain : values())
					density += concentrations[stain.ordinal()][i] * stain.absorbance[q];
				light[q][i] = StrictMath.pow(10, -density);
			}
		return light;
	}
}
