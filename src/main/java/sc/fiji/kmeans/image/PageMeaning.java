package sc.fiji.kmeans.image;

import java.util.Locale;

import sc.fiji.kmeans.base.Choices;

/** What the pages of a TIFF file are that does not tell it itself. */
public enum PageMeaning {
	/** Each page is an image. */
	FRAMES,
	/** All pages are the channels of one image. */
	CHANNELS;

	/** @throws IllegalArgumentException if there is none that is written so */
	public static PageMeaning of(final String text) {
		return Choices.of("pages", values(), text);
	}

	/** As it is written. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
