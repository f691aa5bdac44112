package sc.fiji.kmeans.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import sc.fiji.kmeans.files.format.NoData;
import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.files.tiff.TiffImage;
import sc.fiji.kmeans.model.Background;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.segment.BandSegmentation;
import sc.fiji.kmeans.segment.CountedPixels;
import sc.fiji.kmeans.settings.SettingTable;

/**
 * What is done with a large image by many: its parts are counted, one machine clusters, and
 * its parts are labelled and drawn, each into files of its own; immutable.
 */
final class LargeJob {

	private final Segmenter segmenter;
	private final Workers workers;
	/** By which all that belongs to a run is known. */
	private final String run;

	LargeJob(final Segmenter segmenter, final Workers workers, final String run) {
		this.segmenter = segmenter;
		this.workers = workers;
		this.run = run;
	}

	/** The parts of an image; no more than one if one of the many does it as well. */
	List<ImagePart> parts(final PlannedImage image) {
		return new LargeParts(segmenter, workers).of(image, this::isDrawn);
	}

	/** Whether pictures of a part show nothing of others, once there are clusters. */
	private boolean isDrawn(final TiffImage large) {
		final boolean needLargest = large.bitDepth() == 32
			&& SettingTable.BACKGROUND.of(segmenter.settings()) == Background.WHITE;
		return large.frames() == 1 && large.isExact() && !needLargest;
	}

	/** Counts the parts, unless clusters are applied, and finds the clusters. */
	BandSegmentation segmented(final TiffImage large, final List<ImagePart> parts)
		throws IOException
	{
		final PlannedImage image = parts.get(0).image();
		return segmenter.applied().isPresent()
			? segmenter.segment(large, NoData.in(image.file()))
			: segmenter.segment(large, counted(parts), NoData.in(image.file()));
	}

	private CountedPixels counted(final List<ImagePart> parts) throws IOException {
		return new Counting(segmenter, workers).joined(parts)
			.filter(CountedImages::areCounted)
			.flatMap(all -> all.kinds().stream().findFirst())
			.map(CountedKind::counted)
			.filter(all -> !all.isEmpty())
			.orElseThrow(() -> new IOException("parts can not be counted"));
	}

	/**
	 * Labels and draws the parts, and measures the whole meanwhile.
	 *
	 * @param clusters that they get
	 */
	List<PartDone> drawn(final ImageClusters clusters, final List<ImagePart> parts)
		throws IOException
	{
		final Path folder = parts.get(0).image().folder();
		if (!Files.isDirectory(folder)) Files.createDirectories(folder);
		final Segmenter own = segmenter.applied().isPresent()
			? segmenter
			: segmenter.applying(clusters);
		final ImagePart whole = ImagePart.joined(parts);
		if (SettingTable.MIN_SIZE.of(own.settings()) <= 1) return drawn(own, whole, parts, null);
		final Path settled = settled(own, whole);
		final List<PartDone> drawn = drawn(own, whole, parts, settled.toString());
		Files.delete(settled);
		return drawn;
	}

	/** What a region becomes may depend on all others, so one does all of them. */
	private Path settled(final Segmenter own, final ImagePart whole) throws IOException {
		final String known = run;
		return done(Collections.singletonList(
			new PartWork(own, whole, (results, labelled) -> results.settle(labelled, known)))).get(0)
			.labels();
	}

	/** @param settled labels; null where each pixel has its nearest cluster */
	private List<PartDone> drawn(final Segmenter own, final ImagePart whole,
		final List<ImagePart> parts, final String settled) throws IOException
	{
		final String known = run;
		final List<PartWork> works = new ArrayList<>();
		// One after the other in the order of the pixels, so it takes longest and is begun first.
		if (SettingTable.MEASURE.of(own.settings()))
			works.add(new PartWork(own, whole, (results, bands) -> results.measure(bands, settled)));
		for (final ImagePart part : parts)
			works.add(
				new PartWork(own, part, (results, bands) -> results.draw(bands, part, settled, known)));
		return done(works);
	}

	private List<PartDone> done(final List<PartWork> works) throws IOException {
		final List<PartDone> done = new ArrayList<>();
		workers.each(works, PartWork::done, done::add);
		for (final PartDone one : done)
			one.require();
		return done;
	}
}
