package sc.fiji.kmeans.settings;

/** What may be true of a setting. */
public enum Trait {

	/** A recorded macro says it always, even the default. */
	RECIPE,

	/** It only makes sense where clusters are learned. */
	LEARNING,

	/** It only makes sense where clusters are applied. */
	APPLYING,

	/** It decides labels besides the centres of the clusters. */
	LABELS,

	/** It only says what is made of what was found. */
	OUTPUT,

	/** The command line does not have it. */
	IMAGEJ
}
