package sc.fiji.kmeans.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import sc.fiji.kmeans.cluster.Initialization;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.ClusterFile;
import sc.fiji.kmeans.files.Segmenter;
import sc.fiji.kmeans.image.ColorSpace;
import sc.fiji.kmeans.image.FrameMode;
import sc.fiji.kmeans.image.OptionTexts;
import sc.fiji.kmeans.image.Reason;
import sc.fiji.kmeans.image.ImageClusters;
import sc.fiji.kmeans.image.SegmentationOptions;

/** The options that say how to segment. */
final class SegmentationArguments {

	/** What only makes sense where clusters are learned. */
	private static final List<String> LEARNING = Arrays.asList("--clusters", "--epsilon",
		"--iterations", "--attempts", "--initialization", "--random-seed", "--frames", "--color-space",
		"--scale", "--match", "--save");

	@Option(names = "--clusters", defaultValue = "3",
		description = "How many clusters to make (${DEFAULT-VALUE}).")
	private int clusters;

	@Option(names = "--epsilon", defaultValue = "0.2",
		description = "An attempt ends when no centre moves farther than this, in"
			+ " units of the pixel values, of 32-bit images and scaled channels in 255ths of"
			+ " their spread (${DEFAULT-VALUE}).")
	private double epsilon;

	@Option(names = "--iterations", defaultValue = "100",
		description = "The most moves of the centres in an attempt" + " (${DEFAULT-VALUE}).")
	private int iterations;

	@Option(names = "--attempts", defaultValue = "10",
		description = "Number of starts; the best result is taken" + " (${DEFAULT-VALUE}).")
	private int attempts;

	@Option(names = "--initialization", defaultValue = "k-means++",
		description = "How an attempt starts: k-means++ or random" + " (${DEFAULT-VALUE}).")
	private String initialization;

	@Option(names = "--random-seed", defaultValue = "1",
		description = "Same seed, same result (${DEFAULT-VALUE}).")
	private long randomSeed;

	@Option(names = "--color-space", defaultValue = "RGB",
		description = "Where colours are near each other: RGB, Lab, a*b* or HSB"
			+ " (${DEFAULT-VALUE}).")
	private String colorSpace;

	@Option(names = "--scale", description = "Divide each channel of a"
		+ " multi-channel or 32-bit image by its standard deviation; others are" + " refused.")
	private boolean scaled;

	@Option(names = "--frames", defaultValue = "each",
		description = "Of a stack: each frame has its own clusters; all are clustered"
			+ " together; the current one alone is segmented; or apply its clusters to"
			+ " all (${DEFAULT-VALUE}).")
	private String frames;

	@Option(names = "--ignore",
		description = "Values that are left out: none,"
			+ " black, white, a value, or a colour such as #f0f0f0, and how far a component"
			+ " may differ, such as white+10 (none; with --apply: saved, as it was).")
	private String ignored;

	@Option(names = "--min-size", description = "Regions of fewer pixels take the"
		+ " label around them (0; with --apply: saved).")
	private String minSize;

	@Option(names = "--merge",
		description = "Clusters to make one of: none, 1+3 or" + " 1+3,2+4 (none; with --apply: saved).")
	private String merge;

	@Option(names = "--match", paramLabel = "FILE",
		description = "Clusters get the numbers of the nearest ones saved there.")
	private Path match;

	@Option(names = "--apply", paramLabel = "FILE",
		description = "Nothing is learned; the clusters saved there are applied to" + " all images.")
	private Path applied;

	@Spec(Spec.Target.MIXEE)
	private CommandSpec spec;

	/** @throws IllegalArgumentException with an option, its value and what it takes */
	Segmenter segmenter() {
		if (applied == null) return new Segmenter(options(), null);
		requireNoLearning();
		final ImageClusters saved = read("apply", applied);
		return new Segmenter(OptionTexts.ofClusters(saved, this::ofLabels), saved);
	}

	/** The settings that decide labels besides the centres; null for one not given. */
	private String ofLabels(final String key) {
		switch (key) {
			case "ignore" :
				return ignored;
			case "min_size" :
				return minSize;
			case "merge" :
				return merge;
			case "apply_to" :
				// A selection is what can be seen of a PNG file.
				return OptionTexts.AREAS.get(0);
			default :
				return null;
		}
	}

	private void requireNoLearning() {
		final String useless = LEARNING.stream()
			.filter(spec.commandLine().getParseResult()::hasMatchedOption)
			.collect(Collectors.joining(", "));
		if (!useless.isEmpty())
			throw new IllegalArgumentException(
				"apply = " + applied + ": takes no " + useless + ", because nothing is learned");
	}

	private SegmentationOptions options() {
		final KMeansOptions kMeans = KMeansOptions.defaults()
			.withClusters(clusters)
			.withEpsilon(epsilon)
			.withIterations(iterations)
			.withAttempts(attempts)
			.withInitialization(Initialization.of(initialization))
			.withRandomSeed(randomSeed);
		final SegmentationOptions options = SegmentationOptions.defaults()
			.with(kMeans)
			.with(FrameMode.of(frames))
			.with(ColorSpace.of(colorSpace))
			.withScaled(scaled);
		return OptionTexts.changed(
			match == null ? options : options.withReference(read("match", match)), this::ofLabels);
	}

	private static ImageClusters read(final String key, final Path file) {
		try {
			return ClusterFile.read(file);
		}
		catch (final IOException e) {
			throw new IllegalArgumentException(key + " = " + file + ": takes a file of clusters ("
				+ Reason.of(e, "it can not be read") + ")", e);
		}
	}

	/** The files of clusters that are read. */
	List<Path> files() {
		return Stream.of(match, applied).filter(Objects::nonNull).collect(Collectors.toList());
	}
}
