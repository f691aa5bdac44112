package sc.fiji.kmeans.files.tiff;

import java.util.Locale;

/** What the pages of a TIFF file are that does not tell it itself. */
public enum PageMeaning {
	/** All pages are the channels of one image. */
	CHANNELS,
	/** Each page is an image. */
	FRAMES;

	/** As it is written. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
