package sc.fiji.kmeans.files.tiff;

import java.io.IOException;

import sc.fiji.kmeans.image.PageMeaning;

/** What a TIFF file says in words. */
final class Description {

	private Description() {}

	/**
	 * What the pages are by the file's own words, or else as they are meant.
	 *
	 * @param pages how many there are
	 * @throws IOException if the file tells of planes that are not there
	 */
	static Layout layout(final String text, final int pages, final PageMeaning meaning)
		throws IOException
	{
		if (OmeDescription.is(text)) return new OmeDescription(text).layout(pages);
		if (text.startsWith("ImageJ=")) return new ImageJDescription(text).layout(pages);
		return meaning == PageMeaning.CHANNELS ? Layout.plain(pages, 1, 1) : Layout.plain(1, pages, 1);
	}
}
