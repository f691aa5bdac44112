package sc.fiji.kmeans.colour;

/**
 * How different two colours look: CIEDE2000, about 1 where people just see it, and with all
 * weights 1. (Sharma, Wu, Dalal: The CIEDE2000 color-difference formula: implementation notes,
 * supplementary test data, and mathematical observations, Color Research and Application 30,
 * 2005.) Names are as in the paper.
 */
public final class ColourDifference {

	private static final double POWER_25_7 = 6103515625.0;

	/** C' and h' in degrees, L* of both. */
	private final double l1;
	private final double l2;
	private final double c1;
	private final double c2;
	private final double h1;
	private final double h2;

	private ColourDifference(final double[] lab1, final double[] lab2) {
		l1 = lab1[0];
		l2 = lab2[0];
		final double mean = (Math.hypot(lab1[1], lab1[2]) + Math.hypot(lab2[1], lab2[2])) / 2;
		final double stretch = 1.5 - 0.5 * saturation(mean);
		c1 = Math.hypot(stretch * lab1[1], lab1[2]);
		c2 = Math.hypot(stretch * lab2[1], lab2[2]);
		h1 = hue(stretch * lab1[1], lab1[2]);
		h2 = hue(stretch * lab2[1], lab2[2]);
	}

	/**
	 * The difference of two colours.
	 *
	 * @param lab1 L*, a* and b* of the one
	 * @param lab2 of the other
	 */
	public static double of(final double[] lab1, final double[] lab2) {
		return new ColourDifference(lab1, lab2).difference();
	}

	/** The root of C^7 / (C^7 + 25^7). */
	private static double saturation(final double c) {
		final double power = Math.pow(c, 7);
		return Math.sqrt(power / (power + POWER_25_7));
	}

	/** 0 to 360; 0 for a grey. */
	private static double hue(final double a, final double b) {
		final double degrees = Math.toDegrees(Math.atan2(b, a));
		return degrees < 0 ? degrees + 360 : degrees;
	}

	private double difference() {
		final double chroma = (c1 + c2) / 2;
		final double hue = meanHue();
		final double middle = ((l1 + l2) / 2 - 50) * ((l1 + l2) / 2 - 50);
		final double l = (l2 - l1) / (1 + 0.015 * middle / Math.sqrt(20 + middle));
		final double c = (c2 - c1) / (1 + 0.045 * chroma);
		final double h = 2 * Math.sqrt(c1 * c2) * sine(hueDifference() / 2)
			/ (1 + 0.015 * chroma * weight(hue));
		return Math.sqrt(l * l + c * c + h * h + rotation(chroma, hue) * c * h);
	}

	/** From -180 to 180; 0 if one of them is a grey. */
	private double hueDifference() {
		if (c1 * c2 == 0) return 0;
		final double difference = h2 - h1;
		return difference > 180 ? difference - 360 : difference < -180 ? difference + 360 : difference;
	}

	private double meanHue() {
		final double sum = h1 + h2;
		if (c1 * c2 == 0) return sum;
		if (Math.abs(h1 - h2) <= 180) return sum / 2;
		return (sum < 360 ? sum + 360 : sum - 360) / 2;
	}

	/** T of a mean hue. */
	private static double weight(final double hue) {
		return 1 - 0.17 * cosine(hue - 30) + 0.24 * cosine(2 * hue) + 0.32 * cosine(3 * hue + 6)
			- 0.20 * cosine(4 * hue - 63);
	}

	/** R_T, which is for blue. */
	private static double rotation(final double chroma, final double hue) {
		final double step = (hue - 275) / 25;
		return -2 * saturation(chroma) * sine(60 * Math.exp(-step * step));
	}

	private static double sine(final double degrees) {
		return Math.sin(Math.toRadians(degrees));
	}

	private static double cosine(final double degrees) {
		return Math.cos(Math.toRadians(degrees));
	}
}
