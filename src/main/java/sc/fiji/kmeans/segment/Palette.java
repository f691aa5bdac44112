package sc.fiji.kmeans.segment;

import ij.process.ImageProcessor;
import ij.process.LUT;

/**
 * The colours of labels: the same number has the same colour in every image, and 0 is
 * black. The first seven are by Okabe and Ito (Color universal design, 2008), which
 * colour-blind people can tell apart, and the eighth is a light grey in place of their
 * black. Each of the others is, of a grid of colours, the one that lies farthest from all
 * before it in CIE L*a*b*, as people with normal sight and with the two kinds of red-green
 * blindness see them (Machado, Oliveira, Fernandes: A physiologically-based model for
 * simulation of color vision deficiency, IEEE TVCG 15, 2009).
 */
public final class Palette {

	/** Where the display range of labels ends. */
	static final int LAST = 255;

	/** The largest label that has a colour of its own. */
	static final int COLOURS = 254;

	/** Of all labels beyond. */
	private static final int BEYOND = 0x808080;

	/** Six digits for each label from 1 on. */
	private static final String HEX = "e69f0056b4e9009e73f0e4420072b2d55e00cc79a7f0f0f00000ffff0ff000ff87"
		+ "87001e3c1ea53c4b00ffb4877800692d960000ff004b5a5aff0069a587ff00ffd2"
		+ "e1ffb4f000a596694b963cff00f0ffa5963c87a5a5e10f2df0c3ffa51e5aa52db4"
		+ "873c00ff87f078c36978d21ef078780069f02d3c69a5b4874b3c9600782dffb4c3"
		+ "f0e178965aa5004b2dc3ff00001ed2787896b4ff785a3c2d5a2d4bd2784bff0000"
		+ "965a6987e1d200b4c396a50000a5ffb496e15a780f5a785a87e1a5ff5a96ff964b"
		+ "a5d2f0f0d2b4c35affc396871e8787c33c4b5aff5a00c34b96690078874b784bd2"
		+ "006987b42d87f03cd23c78e1c3a5c3c3c378ff5a3c78ffa500a55aa500d2690087"
		+ "e1b44b785a1ea50000ff69c3874b7800b4a5b4d24bc369d2782d3cf00087d2ffe1"
		+ "7869c300d287c39669692d0f78b43cd2ff5aff4b5a005affd27887c34b2df069ff"
		+ "2dfff0b4e178ffc300ffff00ffd2f00fd2a5ffe1a5e100ffffff7878004b780fff"
		+ "004b5ac3c3c35a5a96ff96d296a5d200b4006900c3c3871eff780078b4964b96b4"
		+ "b40096004bb4b4d2005a5a2d00784bffffd2877878d23c6969b4788796f0d22d00"
		+ "d296ffffa59600695a4b963c87f00fb4d2b4d24bb4ffc378963c2db4ffff69e15a"
		+ "7887c33c3cd21ee10f693c785ae1780f5a1ec378c3a5783c007800c34b87964b4b"
		+ "968769d2964bb487964bd2f07878ff96b4ffa5003c5a4b69c3b40069966900d2d2"
		+ "003cffc3695aff9669878700a587b44b3c0f87a54bd21ed2781eb4872d96ff87a5"
		+ "96ffd2695a4bf0ff96b45ae1ff69873c3c3cd2003c5a9687c3c35a00ffb45a1e78"
		+ "0096d2ffd24ba5a596004b8778c3c3966987784bb4e196b4a5001e875affff5a1e"
		+ "2d2d964b691eb4d296ff5ad2784b2d4b78a5d2782dd296d2b44b00ffd2d23c5ab4"
		+ "a5ff96ff78b44b7887c35aa5873c5aa55a2df0a5ff00a53cff78692d4b1effe100"
		+ "69b40000d23c78782d2d4b3c2d8769962d690f00e1694b5aff1e2dff4ba55a3cf0"
		+ "c3ffc3ffb4e1d20069699600d2f02dff783ca5a569003c8787003c691e5a871e0f" + "7800e1";

	private static final int DIGITS = 6;

	private Palette() {}

	/**
	 * The colour of a label, 0xRRGGBB; grey from label 255 on.
	 *
	 * @param label 0 or more
	 */
	public static int colour(final int label) {
		if (label < 1) return 0;
		return label > COLOURS
			? BEYOND
			: Integer.parseInt(HEX.substring(DIGITS * (label - 1), DIGITS * label), 16);
	}

	/** Shows each label in its colour. */
	static void showLabels(final ImageProcessor labels) {
		labels.setLut(lut());
		labels.setMinAndMax(0, LAST);
	}

	private static LUT lut() {
		final byte[] red = new byte[LAST + 1];
		final byte[] green = new byte[LAST + 1];
		final byte[] blue = new byte[LAST + 1];
		for (int label = 0; label <= LAST; label++) {
			red[label] = (byte) (colour(label) >> 16);
			green[label] = (byte) (colour(label) >> 8);
			blue[label] = (byte) colour(label);
		}
		return new LUT(red, green, blue);
	}
}
