package sc.fiji.kmeans.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import sc.fiji.kmeans.image.Background;
import sc.fiji.kmeans.image.MaskedClusters;
import sc.fiji.kmeans.image.Segmentation;

/** What is written for each image besides what always is; immutable. */
public final class ResultKinds {

	private final MaskedClusters masked;
	private final MaskedClusters kept;
	private final Background background;
	private final boolean measured;
	/** Null for nowhere. */
	private Path saved;

	public ResultKinds(final MaskedClusters masked, final MaskedClusters kept,
		final Background background, final boolean measured)
	{
		this.masked = masked;
		this.kept = kept;
		this.background = background;
		this.measured = measured;
	}

	/** @param file where the clusters of the image are saved; null for nowhere */
	public ResultKinds withSaved(final Path file) {
		final ResultKinds copy = new ResultKinds(masked, kept, background, measured);
		copy.saved = file;
		return copy;
	}

	/** Where the clusters of the image are saved, if anywhere. */
	Optional<Path> saved() {
		return Optional.ofNullable(saved);
	}

	/** The clusters that are removed together, picture by picture. */
	List<int[]> removals(final Segmentation segmentation) {
		return masked.pictures("masked", segmentation);
	}

	/** The clusters that are kept together, picture by picture. */
	List<int[]> kept(final Segmentation segmentation) {
		return kept.pictures("kept", segmentation);
	}

	/** What removed pixels become. */
	Background background() {
		return background;
	}

	/** Whether there are tables of measurements. */
	boolean isMeasured() {
		return measured;
	}
}
