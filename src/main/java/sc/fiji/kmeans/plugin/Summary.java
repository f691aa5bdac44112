package sc.fiji.kmeans.plugin;

import ij.ImagePlus;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.segment.Segmentation;

/** What happened, in the words of the status line. */
final class Summary {

	private final Segmentation segmentation;
	/** The frames whose clusters were learned; if none were, all. */
	private final int[] frames;
	/** Number of clusters that were asked for. */
	private final int asked;
	private final String valueName;

	private Summary(final Segmentation segmentation, final String valueName) {
		this.segmentation = segmentation;
		final int[] learned = segmentation.learnedFrames();
		frames = learned.length > 0
			? learned
			: IntStream.rangeClosed(1, segmentation.frames()).toArray();
		asked = segmentation.options().kMeans().clusters();
		this.valueName = valueName;
	}

	/**
	 * @param valueName what a distinct value is called
	 */
	static String of(final Segmentation segmentation, final String valueName, final double seconds) {
		final Summary summary = new Summary(segmentation, valueName);
		return String.format(Locale.ROOT, "%s, %.1f s", summary.text(), seconds);
	}

	/** What a value of the image is called; of an indexed one it depends. */
	static String valueName(final ImagePlus image, final Segmentation segmentation) {
		if (segmentation.isOfColours()) return "colour";
		return segmentation.valueNames().size() > 1 || image.getBitDepth() == 32
			? "value"
			: "grey value";
	}

	private String text() {
		final boolean isStack = segmentation.frames() > 1;
		if (first().attempts() == 0)
			return count(left(), "cluster") + " applied" + (isStack ? " to " + allFrames() : "");
		return (isStack ? ofStack() : ofImage()).filter(words -> !words.isEmpty())
			.collect(Collectors.joining(", "));
	}

	private String allFrames() {
		return count(segmentation.frames(), "frame");
	}

	private Stream<String> ofImage() {
		return Stream.of(found(), notes(), distinct(), agreement(),
			count(first().iterations(), "iteration") + (isLimitReached() ? " (limit)" : ""));
	}

	/** ImageJ cuts off what has no room, so that is the less important. */
	private Stream<String> ofStack() {
		return Stream.of(found() + (isShared() ? " for all " : " in each of ") + allFrames(), notes(),
			agreement(), isLimitReached() ? "iteration limit reached" : "", isShared() ? distinct() : "");
	}

	private String distinct() {
		return count(segmentation.figures(frames[0]).distinct(), valueName);
	}

	/** Of the first frame that has some, what the user should know. */
	private String notes() {
		return Stream
			.<IntFunction<Optional<String>>>of(n -> segmentation.figures(n).warning(),
				n -> segmentation.figures(n).sample(), n -> segmentation.figures(n).hint())
			.map(note -> Arrays.stream(frames).mapToObj(note).filter(Optional::isPresent).findFirst())
			.filter(Optional::isPresent)
			.map(note -> note.get().get())
			.collect(Collectors.joining(", "));
	}

	private Clusters first() {
		return segmentation.clustersOfFrame(frames[0]).found();
	}

	/** Whether all frames have the same clusters. */
	private boolean isShared() {
		return Arrays.stream(frames).allMatch(n -> segmentation.clustersOfFrame(n).found() == first());
	}

	/** Of several frames what holds for all that are not known to be best. */
	private String agreement() {
		final Clusters worst = Arrays.stream(frames)
			.mapToObj(n -> segmentation.clustersOfFrame(n).found())
			.filter(clusters -> !clusters.isOptimal())
			.min(Comparator.comparingInt(Clusters::agreeing))
			.orElse(first());
		if (worst.isOptimal()) return Methods.optimum(segmentation);
		if (worst.attempts() == 1) return "1 attempt";
		final boolean isLeast = !isShared() && worst.agreeing() < worst.attempts();
		return (isLeast ? "at least " : "") + worst.agreeing() + " of " + worst.attempts()
			+ " attempts agree";
	}

	/** After merging, and before if that is more. */
	private String found() {
		final int most = figures(Clusters::size).max().getAsInt();
		final int least = figures(Clusters::size).min().getAsInt();
		final boolean areAll = least == asked;
		final String found = "only " + (least == most ? "" : least + " to ") + most + " of ";
		return left() < most
			? count(left(), "cluster") + " (" + (areAll ? "" : found) + asked + " before merging)"
			: (areAll ? "" : found) + count(asked, "cluster") + suggested();
	}

	/** How well their number stands out, if it was suggested. */
	private String suggested() {
		return segmentation.suggestion()
			.map(suggestion -> " suggested (" + suggestion.kind() + ")")
			.orElse("");
	}

	/** Number of clusters after merging, of several frames the largest. */
	private int left() {
		return Arrays.stream(frames).map(n -> segmentation.numbersOfFrame(n).length).max().getAsInt();
	}

	private boolean isLimitReached() {
		return Arrays.stream(frames)
			.anyMatch(n -> segmentation.clustersOfFrame(n).found().limitReached());
	}

	private IntStream figures(final ToIntFunction<Clusters> figure) {
		return Arrays.stream(frames)
			.map(n -> figure.applyAsInt(segmentation.clustersOfFrame(n).found()));
	}

	private static String count(final int n, final String what) {
		return String.format(Locale.ROOT, "%,d %s%s", n, what, n == 1 ? "" : "s");
	}
}
