package sc.fiji.kmeans.image;

/** What images are called that are made of another one. */
public final class Titles {

	private Titles() {}

	/**
	 * The title of an image that is made of another one.
	 *
	 * @param source title of the other one; may end as a file does
	 * @param kind of the image that is made
	 */
	public static String of(final String source, final String kind) {
		return withoutEnding(source) + "-" + kind;
	}

	/** A title without the ending of a file, such as .tif: a dot and a short word. */
	public static String withoutEnding(final String title) {
		return title.replaceFirst("(?s)(.)\\.[A-Za-z][A-Za-z0-9]{0,4}$", "$1");
	}
}
