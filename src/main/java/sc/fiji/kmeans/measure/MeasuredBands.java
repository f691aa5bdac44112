package sc.fiji.kmeans.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.segment.LabelledBand;
import sc.fiji.kmeans.segment.Segmentation;

/**
 * Measures an image that comes in bands, twice: first {@link #addMeans} takes all of them, then
 * {@link #addSquares}. What was measured goes to other machines.
 */
public final class MeasuredBands implements Serializable {

	private static final long serialVersionUID = 1;

	private final ArrayList<MeasuredFrame> frames;

	/** @param head of the segmentation that the bands are of */
	public MeasuredBands(final Segmentation head) {
		frames = IntStream.rangeClosed(1, head.frames())
			.mapToObj(n -> new MeasuredFrame(head.frame(n), head.attributes().calibration()))
			.collect(Collectors.toCollection(ArrayList::new));
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

	/**
	 * What the clusters measure, when all bands came twice.
	 *
	 * @param segmentation of the same image, with the same labels
	 */
	public Measurements of(final Segmentation segmentation) {
		return new Measurements(segmentation, frames);
	}
}
