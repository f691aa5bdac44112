package sc.fiji.kmeans.measure;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.segment.LabelledBand;
import sc.fiji.kmeans.segment.Segmentation;

/**
 * Measures an image that comes in bands, twice: first {@link #addMeans} takes all of them, then
 * {@link #addSquares}.
 */
public final class MeasuredBands {

	private final Segmentation head;
	private final List<MeasuredFrame> frames;

	/** @param head of the segmentation that the bands are of */
	public MeasuredBands(final Segmentation head) {
		this.head = head;
		frames = IntStream.rangeClosed(1, head.frames())
			.mapToObj(n -> new MeasuredFrame(head.frame(n), head.attributes().calibration()))
			.collect(Collectors.toList());
	}

	public void addMeans(final LabelledBand band) {
		frames.get(band.frame() - 1).addMeans(band.rows(), Steps.UNHEARD);
	}

	/** To be called when all bands are in the means. */
	public void endMeans() {
		frames.forEach(MeasuredFrame::endMeans);
	}

	public void addSquares(final LabelledBand band) {
		frames.get(band.frame() - 1).addSquares(band.rows(), Steps.UNHEARD);
	}

	/** What the clusters measure, when all bands came twice. */
	public Measurements measurements() {
		return new Measurements(head, frames);
	}
}
