package sc.fiji.kmeans.cluster;

/** How well a suggested number of clusters stands out from the others. */
public enum SuggestionKind {

	/** The compactness falls steeply up to it, and hardly after it. */
	CLEAR("clear", "this number stands out"),

	/** Between all neighbouring clusters are fewer pixels than in them. */
	SEPARATE("separate", "there are gaps between all clusters"),

	/** Pixels shade into each other. */
	CONTINUUM("continuum", "no number stands out");

	private final String word;
	private final String meaning;

	SuggestionKind(final String word, final String meaning) {
		this.word = word;
		this.meaning = meaning;
	}

	/** That a number of clusters is suggested, in words. */
	public String sentence(final int clusters) {
		return clusters + (clusters == 1 ? " cluster" : " clusters") + " suggested (" + word + ": "
			+ meaning + ")";
	}

	/** As users see it. */
	@Override
	public String toString() {
		return word;
	}
}
