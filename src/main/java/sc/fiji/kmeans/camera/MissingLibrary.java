package sc.fiji.kmeans.camera;

/** Tells of a library that this plugin does not bring along. */
final class MissingLibrary {

	private MissingLibrary() {}

	/** @param who takes the jar; several */
	static String message(final String who, final String jar) {
		return who + " take " + jar
			+ ", which is missing: get it from Maven Central and put it into the"
			+ " folder jars of Fiji, or plugins/jars of ImageJ";
	}
}
