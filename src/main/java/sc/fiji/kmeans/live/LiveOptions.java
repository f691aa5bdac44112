package sc.fiji.kmeans.live;

import java.util.Arrays;
import java.util.BitSet;

import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.MaskedClusters;

/** How frames are segmented, and what is shown of them; immutable. */
public final class LiveOptions {

	private final SegmentationOptions segmentation;
	private final PictureKind shown;
	private final MaskedClusters masked;

	/** @param masked clusters that are black where they are to be shown masked */
	public LiveOptions(final SegmentationOptions segmentation, final PictureKind shown,
		final MaskedClusters masked)
	{
		this.segmentation = segmentation;
		this.shown = shown;
		this.masked = masked;
	}

	/** How frames are segmented. */
	public SegmentationOptions segmentation() {
		return segmentation;
	}

	/**
	 * These options without the names of more clusters than there can be, for their number may
	 * change.
	 */
	SegmentationOptions named() {
		return segmentation.with(segmentation.names().upTo(segmentation.labels()));
	}

	/** What is shown. */
	public PictureKind shown() {
		return shown;
	}

	/** What is masked. */
	public MaskedClusters masked() {
		return masked;
	}

	BitSet maskedNumbers() {
		final BitSet numbers = new BitSet();
		Arrays.stream(masked.numbers()).forEach(numbers::set);
		return numbers;
	}
}
