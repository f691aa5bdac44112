package sc.fiji.kmeans.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import sc.fiji.kmeans.base.Reason;
import sc.fiji.kmeans.base.Refusal;
import sc.fiji.kmeans.files.ImageJob;
import sc.fiji.kmeans.files.JobPlan;
import sc.fiji.kmeans.files.JobSettings;
import sc.fiji.kmeans.files.JobTables;
import sc.fiji.kmeans.files.Outcome;
import sc.fiji.kmeans.files.Segmenter;
import sc.fiji.kmeans.files.SharedClusters;
import sc.fiji.kmeans.files.Workers;
import sc.fiji.kmeans.files.list.FoundImage;
import sc.fiji.kmeans.files.list.ImageList;
import sc.fiji.kmeans.files.list.InputFiles;
import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.files.list.ResultNames;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.saved.ClusterFile;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;

/** One run of the command: all is planned first, then done, then told. */
final class FolderRun {

	private final GivenSettings given;
	/** Gives those who do the work, as many threads as are asked for. */
	private final IntFunction<Workers> workers;
	private final ResultArguments results;
	private final Segmenter segmenter;
	private final ImageList images;
	private final InputFiles inputs;
	private final JobPlan plan;
	private final Optional<Path> saved;
	private final PrintWriter out;
	private final PrintWriter err;
	private final List<String> failures = new ArrayList<>();

	/** @throws IllegalArgumentException with an option, its value and what it takes */
	FolderRun(final GivenSettings given, final List<String> arguments,
		final IntFunction<Workers> workers)
	{
		this.given = given;
		this.workers = workers;
		out = given.command().getOut();
		err = given.command().getErr();
		Refusal.require(given.number(GivenSettings.THREADS) >= 1, GivenSettings.THREADS.key(),
			given.number(GivenSettings.THREADS), "a whole number, 1 or more");
		results = new ResultArguments(given);
		final SegmentationArguments segmentation = new SegmentationArguments(given);
		segmenter = segmentation.segmenter();
		final ResultNames names = new ResultNames(given.text(GivenSettings.OUTPUT_NAME),
			given.text(SettingTable.CLUSTERS));
		images = new ImageArguments(given, arguments).images(names);
		inputs = new InputFiles(
			images.images().stream().map(FoundImage::file).collect(Collectors.toList()),
			segmentation.files());
		plan = plan(names);
		saved = results.saved(plan, segmenter.isTogether(), inputs);
		Refusal.require(!isTogether() || !given.isOn(SettingTable.TRACE), SettingTable.TRACE.key(),
			plan.images().size() + " images", "a single image, or frames that are not together");
	}

	private JobPlan plan(final ResultNames names) {
		try {
			return JobPlan.of(images.images(), results.output(), names, inputs);
		}
		catch (final IOException e) {
			throw unreadable(e);
		}
	}

	private IllegalArgumentException unreadable(final IOException e) {
		return new IllegalArgumentException(
			"output = " + results.output() + ": can not be read: " + Outcome.reason(e), e);
	}

	/**
	 * @return 0, or 1 if an image could not be processed
	 * @throws IllegalArgumentException if nothing could be begun
	 */
	int exitCode() {
		final Path folder = results.folder();
		final JobTables tables = new JobTables(folder, inputs);
		process(tables, checked(JobSettings.of(folder, segmenter, options())));
		if (!images.isOneFile())
			attempt(folder.resolve(JobTables.MEASUREMENTS),
				SettingTable.MEASURE.of(segmenter.settings())
					? tables::writeMeasurements
					: tables::deleteMeasurements);
		attempt(folder.resolve(JobTables.FAILURES), tables::writeFailures);
		failures.forEach(err::println);
		return failures.isEmpty() ? 0 : 1;
	}

	/** Settings that results depend on, besides the segmenter's. */
	private Map<Setting<?>, String> options() {
		final Map<Setting<?>, String> options = new LinkedHashMap<>();
		given.path(GivenSettings.APPLY)
			.ifPresent(file -> options.put(GivenSettings.APPLY, file.toString()));
		options.put(GivenSettings.OUTPUT_NAME, given.text(GivenSettings.OUTPUT_NAME));
		return options;
	}

	private JobSettings checked(final JobSettings settings) {
		if (given.isOn(GivenSettings.RESUME)) begin(settings::requireSame);
		return settings;
	}

	private void process(final JobTables tables, final JobSettings settings) {
		if (isTogether()) processTogether(tables, settings);
		else {
			final ImageJob job = begun(segmenter, settings);
			process(plan.images(), tables, saved.map(job::savingTo).orElse(job));
		}
	}

	private ImageJob begun(final Segmenter own, final JobSettings settings) {
		begin(() -> settings.write(inputs));
		plan.clear();
		final ImageJob job = ImageJob.of(own, settings);
		return given.isOn(GivenSettings.RESUME) ? job.resuming() : job;
	}

	/** A single image is segmented as ever. */
	private boolean isTogether() {
		return segmenter.isTogether() && plan.images().size() > 1;
	}

	private void processTogether(final JobTables tables, final JobSettings settings) {
		final Optional<List<Outcome>> skipped = given.isOn(GivenSettings.RESUME)
			? skipped(settings)
			: Optional.empty();
		if (skipped.isPresent()) skipped.get().forEach(outcome -> note(outcome, tables));
		else countTogether(tables, settings);
	}

	/** Where nothing is missing, nothing is counted. */
	private Optional<List<Outcome>> skipped(final JobSettings settings) {
		try {
			return settings.earlier(plan.images()).flatMap(earlier -> {
				final ImageJob job = ImageJob.of(segmenter, earlier).resuming();
				return saved.map(job::savingTo).orElse(job).skipped(plan.images());
			});
		}
		catch (final IOException e) {
			return Optional.empty();
		}
	}

	private void countTogether(final JobTables tables, final JobSettings settings) {
		final ProgressLine progress = progress("counted");
		final SharedClusters together = SharedClusters.of(segmenter, plan.images(), workers(), () -> {
			progress.next(false);
			progress.show();
		});
		progress.clear();
		out.print(together.report());
		final Optional<ImageClusters> clusters = together.clusters();
		final ImageJob job = begun(clusters.map(segmenter::applying).orElse(segmenter),
			clusters.map(found -> settings.with(found, plan.images())).orElse(settings));
		if (saved.isPresent() && clusters.isPresent())
			attempt(saved.get(), () -> ClusterFile.write(clusters.get(), saved.get()));
		process(together.images(), tables, job);
	}

	private void begin(final FileWork work) {
		try {
			work.run();
		}
		catch (final IOException e) {
			throw new IllegalArgumentException("output = " + results.output() + ": " + Outcome.reason(e),
				e);
		}
	}

	private void process(final List<PlannedImage> planned, final JobTables tables,
		final ImageJob job)
	{
		final ProgressLine progress = progress("progress");
		progress.show();
		job.each(planned, workers(), outcome -> {
			progress.next(outcome.isSkipped());
			note(outcome, tables);
			progress.show();
		});
		progress.clear();
		job.clear(plan);
	}

	private Workers workers() {
		return workers.apply(given.number(GivenSettings.THREADS));
	}

	private ProgressLine progress(final String name) {
		return new ProgressLine(name, System.console() == null ? null : err, plan.images().size(),
			System::nanoTime);
	}

	private void note(final Outcome outcome, final JobTables tables) {
		tables.add(outcome);
		tell(outcome);
	}

	private void tell(final Outcome outcome) {
		outcome.failure().ifPresent(why -> fail(outcome.image().said(), why));
		out.print(outcome.report());
		out.flush();
	}

	private void fail(final Path file, final String why) {
		failures.add(Reason.line(file) + ": " + why);
	}

	private void attempt(final Path file, final FileWork work) {
		try {
			work.run();
		}
		catch (final IOException | RuntimeException e) {
			fail(file, Outcome.reason(e));
		}
	}

	/** What can fail. */
	private interface FileWork {

		void run() throws IOException;
	}
}
