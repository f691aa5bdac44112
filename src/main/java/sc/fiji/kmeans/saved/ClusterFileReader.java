package sc.fiji.kmeans.saved;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.kmeans.base.CsvLine;
import sc.fiji.kmeans.base.DecimalText;
import sc.fiji.kmeans.base.Refusal;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.ClusterKind;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.settings.OptionTexts;
import sc.fiji.kmeans.vector.ChannelMapping;

/**
 * One reading of a file of clusters. Takes what editors and spreadsheets make of
 * it: any line ends, a byte order mark, blank lines, blanks around fields, quoted
 * fields, empty columns at the end, semicolons for commas and then commas for
 * points, comment lines in any place but before the first one.
 */
final class ClusterFileReader {

	private static final String FIRST_LINE = "# " + ClusterFileText.TITLE + ", version "
		+ ClusterFileText.VERSION;
	/** The table of an image is no such file, and has a name like one. */
	private static final String SAVED = ", as save writes it (on the command line --save)";
	private static final Pattern TITLE = Pattern
		.compile("#\\s*" + ClusterFileText.TITLE + "\\s*[,;]\\s*version (.*)", Pattern.DOTALL);
	private static final Pattern EMPTY = Pattern.compile("[\\x00-\\x20,;\"]*");
	private static final List<String> KEYS = Arrays.asList(ClusterFileText.COLOR_SPACE,
		ClusterFileText.TRANSFORM, ClusterFileText.OFFSETS, ClusterFileText.UNITS,
		ClusterFileText.SCALES, ClusterFileText.FRACTION_BITS, ClusterFileText.OPTIONS);
	private static final Pattern WHOLE = Pattern.compile("[1-9]\\d{0,4}");
	private static final Pattern PIXELS = Pattern.compile("\\d{1,18}");
	private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
	/** Twice what the colours of the largest number of clusters take. */
	private static final int MAX_CHARACTERS = 1 << 20;

	/** Number of the line that is being looked at. */
	private int line;
	private boolean begun;
	private final Map<String, String> values = new HashMap<>();
	/** Where each key and the header stand. */
	private final Map<String, Integer> lines = new HashMap<>();
	private char separator = ',';
	/** Null before the header. */
	private List<String> names;
	/** How many columns there are before the coordinates: Frame, Cluster, Pixels. */
	private int first;
	private boolean hasFrames;
	private boolean hasNames;
	private boolean hasPixels;
	private boolean hasColours;
	private final List<FrameRows> frames = new ArrayList<>();

	/** The rows of a frame. */
	private static final class FrameRows {

		private final List<Integer> numbers = new ArrayList<>();
		private final Map<Integer, String> names = new HashMap<>();
		private final List<double[]> centres = new ArrayList<>();
		private final List<Integer> colors = new ArrayList<>();
		private final List<Long> pixels = new ArrayList<>();

		/** Coordinates beyond the kind's are means. */
		private ImageClusters clusters(final ClusterKind kind) {
			final int d = kind.dimensions();
			final ImageClusters clusters = ImageClusters.of(kind, columns(0, d))
				.withNumbers(ints(numbers))
				.named(names)
				.withColors(ints(colors))
				.withPixels(pixels.stream().mapToLong(Long::longValue).toArray());
			return centres.get(0).length == d ? clusters : clusters.withValues(columns(d, 2 * d));
		}

		private double[][] columns(final int from, final int to) {
			return centres.stream().map(x -> Arrays.copyOfRange(x, from, to)).toArray(double[][]::new);
		}

		private static int[] ints(final List<Integer> values) {
			return values.stream().mapToInt(Integer::intValue).toArray();
		}
	}

	private ClusterFileReader() {}

	/** @throws IOException with file, line, what stands there and what it takes */
	static ImageClusters read(final Path file) throws IOException {
		final String text = TextFile.read(file);
		try {
			return read(text);
		}
		catch (final IllegalArgumentException e) {
			throw new IOException(file + ", " + e.getMessage(), e);
		}
	}

	/** @throws IllegalArgumentException with line, what stands there and what it takes */
	static ImageClusters read(final String text) {
		final ClusterFileReader reader = new ClusterFileReader();
		try {
			return reader.parse(text);
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException("line " + reader.line + ": " + e.getMessage(), e);
		}
	}

	/** Lines end as editors end them. */
	private ImageClusters parse(final String text) {
		for (final String next : new BufferedReader(new StringReader(text)).lines()
			.toArray(String[]::new))
		{
			line++;
			if (next.length() > MAX_CHARACTERS)
				throw Refusal.of("line", next, "at most " + MAX_CHARACTERS + " characters");
			addLine(next.trim());
		}
		line = Math.max(1, line);
		requireAll();
		return clusters();
	}

	private void addLine(final String text) {
		if (EMPTY.matcher(text).matches()) return;
		final String comment = comment(text);
		if (!begun) begin(comment);
		else if (comment.startsWith("#")) addKey(comment);
		else if (names == null) addHeader(text);
		else addRow(CsvLine.fields(text, separator));
	}

	/** Spreadsheets may quote comments, and split them where they have commas. */
	private static String comment(final String text) {
		if (!text.startsWith("\"#")) return ImageClusters.withoutPadding(text);
		final char c = CsvLine.separator(text);
		return String.join(String.valueOf(c), CsvLine.fields(text, c));
	}

	private void begin(final String text) {
		final Matcher title = TITLE.matcher(text);
		if (!title.matches()) throw Refusal.of("first line", text, FIRST_LINE + SAVED);
		if (!title.group(1).equals(ClusterFileText.VERSION))
			throw Refusal.of("version", title.group(1), ClusterFileText.VERSION);
		begun = true;
	}

	private void addKey(final String comment) {
		final int equals = comment.indexOf('=');
		if (equals < 0) return;
		final String key = comment.substring(1, equals).trim();
		if (!KEYS.contains(key)) return;
		final String value = comment.substring(equals + 1).trim();
		if (lines.put(key, line) != null)
			throw Refusal.of(key, value, "one line, and there is one above");
		values.put(key, value);
	}

	private void addHeader(final String text) {
		separator = CsvLine.separator(text);
		final List<String> fields = CsvLine.fields(text, separator);
		hasFrames = fields.get(0).equals(ClusterFileText.FRAME);
		first = hasFrames ? 2 : 1;
		if (fields.size() < first || !fields.get(first - 1).equals(ClusterFileText.CLUSTER))
			throw Refusal.of("header", text,
				ClusterFileText.CLUSTER + " and the names of the coordinates");
		hasNames = isAt(fields, first, ClusterFileText.NAME)
			&& isAt(fields, first + 1, ClusterFileText.PIXELS);
		if (hasNames) first++;
		hasPixels = isAt(fields, first, ClusterFileText.PIXELS);
		if (hasPixels) first++;
		hasColours = fields.get(fields.size() - 1).equals(ClusterFileText.HEX);
		names = fields.subList(first, fields.size() - (hasColours ? 1 : 0));
		lines.put(ClusterFileText.CLUSTER, line);
	}

	private static boolean isAt(final List<String> fields, final int place, final String name) {
		return fields.size() > place && fields.get(place).equals(name);
	}

	private void addRow(final List<String> fields) {
		final int columns = first + names.size() + (hasColours ? 1 : 0);
		if (fields.size() > columns)
			throw Refusal.of("columns", fields.size(), columns + ", as the header");
		if (hasFrames) beginFrame(fields.get(0));
		else if (frames.isEmpty()) frames.add(new FrameRows());
		final FrameRows rows = frames.get(frames.size() - 1);
		if (rows.numbers.size() == KMeansOptions.MAX_CLUSTERS)
			throw Refusal.of("clusters", rows.numbers.size() + 1, "1 to " + KMeansOptions.MAX_CLUSTERS);
		rows.numbers.add(number(field(fields, hasFrames ? 1 : 0), rows.numbers));
		if (hasNames)
			rows.names.put(rows.numbers.get(rows.numbers.size() - 1), field(fields, first - 2));
		rows.pixels.add(hasPixels ? pixels(field(fields, first - 1)) : 0L);
		rows.centres.add(centre(fields));
		if (hasColours) rows.colors.add(color(field(fields, columns - 1)));
	}

	/** If a row tells the number of the next one. */
	private void beginFrame(final String number) {
		if (number.equals(String.valueOf(frames.size() + 1))) frames.add(new FrameRows());
		if (frames.isEmpty() || !number.equals(String.valueOf(frames.size())))
			throw Refusal.of(ClusterFileText.FRAME, number,
				Math.max(1, frames.size()) + ", for frames are numbered 1, 2, 3, ...");
	}

	/** Numbers may be missing, but not go back. */
	private static int number(final String text, final List<Integer> before) {
		final int last = before.isEmpty() ? 0 : before.get(before.size() - 1);
		final int number = WHOLE.matcher(text).matches() ? Integer.parseInt(text) : 0;
		if (number <= last || number > KMeansOptions.MAX_CLUSTERS)
			throw Refusal.of(ClusterFileText.CLUSTER, text,
				"a whole number above " + last + ", at most " + KMeansOptions.MAX_CLUSTERS);
		return number;
	}

	/** Nothing beyond the end of a row. */
	private static String field(final List<String> fields, final int column) {
		return column < fields.size() ? fields.get(column) : "";
	}

	private double[] centre(final List<String> fields) {
		final double[] centre = new double[names.size()];
		for (int q = 0; q < centre.length; q++)
			centre[q] = number(names.get(q), field(fields, first + q));
		return centre;
	}

	private double number(final String name, final String text) {
		final double value = DecimalText.of(separator == ';' ? text.replace(',', '.') : text);
		if (!Double.isFinite(value)) throw Refusal.of(name, text, "a finite number");
		return value;
	}

	private void requireAll() {
		if (!begun) throw Refusal.of("first line", "", FIRST_LINE + SAVED);
		if (names == null)
			throw Refusal.of("header", "", ClusterFileText.CLUSTER + " and the names of the coordinates");
		if (!values.containsKey(ClusterFileText.COLOR_SPACE)) ClusterKind.requireColorSpace("");
		if (frames.isEmpty()) throw Refusal.of("clusters", 0, "1 to " + KMeansOptions.MAX_CLUSTERS);
	}

	/** Goes back to the lines whose values depend on other lines. */
	private ImageClusters clusters() {
		ClusterKind.requireColorSpace(value(ClusterFileText.COLOR_SPACE));
		line = lines.get(ClusterFileText.CLUSTER);
		final ClusterKind kind = ClusterKind.of(values.get(ClusterFileText.COLOR_SPACE),
			mapping().coordinates(names));
		final List<ImageClusters> all = frames.stream()
			.map(rows -> rows.clusters(kind))
			.collect(Collectors.toList());
		line = lines.getOrDefault(ClusterFileText.TRANSFORM, line);
		final List<ChannelMapping> mappings = mapping().ofFrames(kind, all.size());
		final ImageClusters clusters = ImageClusters.joined(IntStream.range(0, all.size())
			.mapToObj(f -> all.get(f).with(mappings.get(f)))
			.collect(Collectors.toList()));
		return values.containsKey(ClusterFileText.OPTIONS)
			? clusters.withOptions(value(ClusterFileText.OPTIONS), OptionTexts::ofLine)
			: clusters;
	}

	private String value(final String key) {
		line = lines.get(key);
		return values.get(key);
	}

	/** None without the key. */
	private double[] numbers(final String key) {
		if (!values.containsKey(key)) return new double[0];
		return Arrays.stream(value(key).split("\\s+")).mapToDouble(text -> number(key, text)).toArray();
	}

	private SavedMapping mapping() {
		return new SavedMapping(values.getOrDefault(ClusterFileText.TRANSFORM, ""), this::numbers);
	}

	/** 0 for a number that nobody knows. */
	private static long pixels(final String text) {
		if (text.isEmpty()) return 0;
		if (!PIXELS.matcher(text).matches())
			throw Refusal.of(ClusterFileText.PIXELS, text, "a whole number, 0 or more, or nothing");
		return Long.parseLong(text);
	}

	/** Nothing for a colour that is made from the centre. */
	private static int color(final String text) {
		if (text.isEmpty()) return ImageClusters.NO_COLOUR;
		if (!COLOR.matcher(text).matches())
			throw Refusal.of(ClusterFileText.HEX, text, "#rrggbb, or nothing");
		return Integer.parseInt(text.substring(1), 16);
	}
}
