package sc.fiji.kmeans.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import sc.fiji.kmeans.base.WholeFiles;
import sc.fiji.kmeans.files.list.PlannedImage;

/** What is done with the image files of a command; immutable. */
public final class ImageJob {

	private final ImageTask task;

	private ImageJob(final ImageTask task) {
		this.task = task;
	}

	/**
	 * Segments each image that it is given.
	 *
	 * @param settings already written; an image fails where another run has written others
	 */
	public static ImageJob of(final Segmenter segmenter, final JobSettings settings) {
		return new ImageJob(new ImageTask(segmenter, settings));
	}

	/** This job, which also saves the clusters of its only image. */
	public ImageJob savingTo(final Path clusters) {
		return new ImageJob(task.savingTo(clusters));
	}

	/** This job, which skips images whose results are complete. */
	public ImageJob resuming() {
		return new ImageJob(task.resuming());
	}

	/**
	 * What becomes of images that are all skipped or refused when this resumes; nothing if one has
	 * to be processed.
	 */
	public Optional<List<Outcome>> skipped(final List<PlannedImage> images) {
		final List<Outcome> outcomes = new ArrayList<>();
		for (final PlannedImage image : images) {
			final boolean isComplete = !image.refusal().isPresent() && task.isComplete(image);
			final Optional<String> failure = isComplete ? Optional.empty() : task.failure(image);
			if (!isComplete && !failure.isPresent()) return Optional.empty();
			outcomes.add(
				failure.map(why -> Outcome.failed(image, why)).orElseGet(() -> Outcome.skipped(image)));
		}
		return Optional.of(outcomes);
	}

	/**
	 * Does this with all images of a command; large ones are cut into parts as long as there are
	 * not enough of them for all to have work.
	 *
	 * @param use takes what becomes of them, in their order
	 */
	public void each(final List<PlannedImage> images, final Workers workers,
		final Consumer<Outcome> use)
	{
		final LargeJob large = new LargeJob(task.segmenter(), workers, task.run());
		final Map<PlannedImage, Outcome> done = new HashMap<>();
		for (final List<ImagePart> parts : cut(images, large, workers.parts() / 2))
			task.processParts(parts, large).ifPresent(outcome -> done.put(parts.get(0).image(), outcome));
		final Iterator<PlannedImage> turn = images.iterator();
		workers.each(
			images.stream().filter(image -> !done.containsKey(image)).collect(Collectors.toList()),
			task::process, outcome -> {
				for (PlannedImage image = turn.next(); done.containsKey(image); image = turn.next())
					use.accept(done.get(image));
				use.accept(outcome);
			});
		turn.forEachRemaining(image -> use.accept(done.get(image)));
	}

	/**
	 * The parts of images that are cut.
	 *
	 * @return nothing if there are more than this number; others are not looked at then
	 */
	private static List<List<ImagePart>> cut(final List<PlannedImage> images, final LargeJob large,
		final int most)
	{
		final List<List<ImagePart>> cut = new ArrayList<>();
		for (final PlannedImage image : images) {
			final List<ImagePart> parts = large.parts(image);
			if (parts.size() < 2) continue;
			if (cut.size() == most) return Collections.emptyList();
			cut.add(parts);
		}
		return cut;
	}

	/** Deletes what machines that died have left in the folders for results. */
	public void clear(final JobPlan plan) {
		plan.folders().forEach(folder -> WholeFiles.deleteUnfinished(folder, task.run()));
	}
}
