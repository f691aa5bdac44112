package sc.fiji.kmeans.study;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

import java.util.function.UnaryOperator;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Segmentation;

/** This plugin with some settings, perhaps after a filter of ImageJ. */
final class Ours implements Method {

	private final String name;
	/** Beyond the number of kinds of regions. */
	private final int more;
	private final UnaryOperator<SegmentationOptions> settings;
	private final UnaryOperator<ImageProcessor> filter;

	private Ours(final String name, final int more, final UnaryOperator<SegmentationOptions> settings,
		final UnaryOperator<ImageProcessor> filter)
	{
		this.name = name;
		this.more = more;
		this.settings = settings;
		this.filter = filter;
	}

	/** As many clusters as kinds of regions, and these settings. */
	static Ours with(final String name, final UnaryOperator<SegmentationOptions> settings) {
		return new Ours(name, 0, settings, plane -> plane);
	}

	/** Number of clusters more. */
	Ours with(final int moreClusters) {
		return new Ours(name + ", k + " + moreClusters, moreClusters, settings, filter);
	}

	Ours withSuggestedClusters() {
		return new Ours(name + ", suggested k", more,
			options -> settings.apply(options).withSuggestedClusters(), filter);
	}

	/** Regions of fewer pixels are dissolved. */
	Ours withMinSize(final int pixels) {
		return new Ours(name + ", min_size=" + pixels, more,
			options -> settings.apply(options).withMinSize(pixels), filter);
	}

	/** @param before what becomes of each plane */
	Ours after(final String what, final UnaryOperator<ImageProcessor> before) {
		return new Ours(name + " after " + what, more, settings, before);
	}

	@Override
	public String name() {
		return name;
	}

	private SegmentationOptions options(final Picture picture) {
		return settings.apply(SegmentationOptions.defaults()
			.with(KMeansOptions.defaults().withClusters(picture.regions() + more)));
	}

	private ImagePlus filtered(final Picture picture) {
		final ImageStack planes = picture.image().getStack();
		final ImageStack filtered = new ImageStack(planes.getWidth(), planes.getHeight());
		for (int slice = 1; slice <= planes.size(); slice++)
			filtered.addSlice(filter.apply(planes.getProcessor(slice).duplicate()));
		final ImagePlus image = new ImagePlus(picture.image().getTitle(), filtered);
		image.setDimensions(planes.size(), 1, 1);
		return image;
	}

	@Override
	public int[] labels(final Picture picture) {
		final ImageProcessor labels = Segmentation.of(filtered(picture), options(picture))
			.labels()
			.getProcessor();
		final int[] numbers = new int[labels.getPixelCount()];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = labels.get(i);
		return numbers;
	}
}
