package sc.fiji.kmeans.plugin.live;

import java.awt.Choice;
import java.awt.TextField;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.live.PictureKind;
import sc.fiji.kmeans.segment.MaskedClusters;

/**
 * Shows clusters masked when a user types which, and what was shown before when
 * none are masked any more, unless the user chose what is shown.
 */
final class MaskedField {

	private final TextField masked;
	private final Choice shown;
	/** In the field; AWT tells also of the text that a field begins with. */
	private String last;
	/** What was shown before; null if the user chose. */
	private String before;

	MaskedField(final TextField masked, final Choice shown) {
		this.masked = masked;
		this.shown = shown;
		last = masked.getText();
		shown.addItemListener(event -> before = null);
	}

	/** The text may have changed. */
	void update() {
		final String text = masked.getText();
		if (text.equals(last)) return;
		last = text;
		final boolean isMasked = shown.getSelectedItem().equals(PictureKind.MASKED.toString());
		if (!isMasked && areNumbers(text)) {
			before = shown.getSelectedItem();
			shown.select(PictureKind.MASKED.toString());
		}
		else
			if (isMasked && before != null && text.trim().equals(MaskedClusters.NONE.toString()))
				shown.select(before);
	}

	private static boolean areNumbers(final String text) {
		try {
			return MaskedClusters.given(text, KMeansOptions.MAX_CLUSTERS).numbers().length > 0;
		}
		catch (final IllegalArgumentException none) {
			return false;
		}
	}
}
