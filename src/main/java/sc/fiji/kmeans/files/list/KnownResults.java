package sc.fiji.kmeans.files.list;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What results of an image there are, as it stands in the names of their files. */
public final class KnownResults {

	public static final String SEGMENTED = "segmented";
	public static final String LABELS = "labels";
	public static final String LEGEND = "legend";
	public static final String TRACE = "trace";
	public static final String MEASUREMENTS = "measurements";
	public static final String FRAMES = "frames";
	/** The table of the clusters, which there always is. */
	public static final String CLUSTERS = "clusters";

	private static final String MASKED = "masked-";
	private static final String KEPT = "kept-";
	/** Those that are pictures, as a pattern. */
	static final String PICTURES = "(?:" + String.join("|", SEGMENTED, LABELS, LEGEND, TRACE) + "|(?:"
		+ MASKED + "|" + KEPT + ")[0-9+]+)";

	/** Whatever is asked for. */
	private static final Pattern ALL = Pattern
		.compile("(?:" + String.join("|", PICTURES, CLUSTERS, MEASUREMENTS, FRAMES) + ")");
	private static final Pattern EXTENSION = Pattern.compile(".*(\\.(?:png|tif|csv))",
		Pattern.DOTALL);

	private KnownResults() {}

	/** @param numbers of the clusters that are removed together */
	public static String masked(final int... numbers) {
		return MASKED + joined(numbers);
	}

	/** @param numbers of the clusters that are kept together */
	public static String kept(final int... numbers) {
		return KEPT + joined(numbers);
	}

	private static String joined(final int... numbers) {
		return Arrays.stream(numbers).mapToObj(String::valueOf).collect(Collectors.joining("+"));
	}

	/** The places of images of whose results one may be called so, whatever is asked for. */
	public static Stream<String> places(final String folder, final String name) {
		final Matcher extension = EXTENSION.matcher(name);
		if (!extension.matches()) return Stream.empty();
		final String body = name.substring(0, extension.start(1));
		final Stream.Builder<String> places = Stream.builder();
		final Matcher result = ALL.matcher(body);
		for (int from = 0; from < body.length(); from++)
			if (result.region(from, body.length()).lookingAt())
				for (int to = result.end(); to > from; to--)
				if (result.region(from, to).matches())
					places.add(PlannedImage.place(folder, body.substring(0, from), body.substring(to)));
		return places.build();
	}
}
