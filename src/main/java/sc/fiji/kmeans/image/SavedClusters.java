package sc.fiji.kmeans.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import sc.fiji.kmeans.cluster.KMeansOptions;

/**
 * Clusters that last: all that it takes to apply them to images, as a CSV file
 * that people can read and edit; immutable. They hold for all frames of an image,
 * or each frame has its own.
 *
 * <pre>
 * # K-Means clusters, version 1
 * # color_space=Lab
 * # options=clusters=2 epsilon=0.2 ignore=none min_size=9 merge=none
 * Cluster,Pixels,L*,a*,b*,Hex
 * 1,1200,16.666666666666668,0.0,0.0,#2b2b2b
 * 2,300,90.5,1.25,-0.75,#e4e3e5
 * </pre>
 *
 * Numbers come back from the file with the same bits. Whatever does not fit is
 * refused by an {@link IllegalArgumentException} that names it, its value and what
 * it takes.
 */
public final class SavedClusters {

	/** The colour space of grey and multi-channel images. */
	static final String VALUES = "values";

	static final int MAX_CHANNELS = 8;

	private static final int MAX_NAME = 1000;

	/** More than the merging of the largest number of clusters takes. */
	private static final int MAX_OPTIONS = 1 << 19;

	private final String colorSpace;
	private final List<String> names;
	private final List<SavedFrame> frames;
	private final String optionsText;
	/** Null if nobody knows. */
	private final SegmentationOptions learned;
	private final SegmentationOptions options;

	/**
	 * @param optionsText a line as it stands in a file; may be empty
	 * @param learned how the clusters were found; null if nobody knows
	 */
	private SavedClusters(final String colorSpace, final List<String> names,
		final List<SavedFrame> frames, final String optionsText, final SegmentationOptions learned)
	{
		this.colorSpace = colorSpace;
		this.names = names;
		this.frames = frames;
		this.optionsText = optionsText;
		this.learned = learned;
		options = learned == null
			? SegmentationOptions.defaults().with(KMeansOptions.defaults().withClusters(largestNumber()))
			: learned.ofLabels(largestNumber());
	}

	/** @param centres for all frames */
	static SavedClusters of(final String colorSpace, final List<String> names,
		final double[][] centres)
	{
		return of(colorSpace, names, Collections.singletonList(new SavedFrame(centres)));
	}

	/**
	 * @param colorSpace RGB, Lab, a*b*, HSB or values
	 * @param names of the coordinates, those of the colour space, or 1 to 8 of values;
	 *          the blanks around them are dropped
	 * @param frames one for all frames of an image, or each of them
	 */
	static SavedClusters of(final String colorSpace, final List<String> names,
		final List<SavedFrame> frames)
	{
		requireColorSpace(colorSpace);
		final List<String> trimmed = names(colorSpace, names);
		for (final SavedFrame frame : frames) {
			require(frame.size() >= 1 && frame.size() <= KMeansOptions.MAX_CLUSTERS, "clusters",
				frame.size(), "1 to " + KMeansOptions.MAX_CLUSTERS);
			require(!colorSpace.equals(VALUES) || frame.colors().length == 0, ClusterFileText.HEX,
				"a colour", "none with color_space " + VALUES);
			for (final double[] centre : frame.centres())
				requireCentre(centre, trimmed);
		}
		return new SavedClusters(colorSpace, trimmed, new ArrayList<>(frames), "", null);
	}

	/** The frames of all of them in turn; colour space, names and options are equal. */
	static SavedClusters joined(final List<SavedClusters> parts) {
		final SavedClusters first = parts.get(0);
		return new SavedClusters(first.colorSpace, first.names,
			parts.stream().flatMap(part -> part.frames.stream()).collect(Collectors.toList()),
			first.optionsText, first.learned);
	}

	static void requireColorSpace(final String value) {
		final List<String> spaces = Arrays.stream(ColorSpace.values())
			.map(ColorSpace::toString)
			.collect(Collectors.toList());
		require(spaces.contains(value) || value.equals(VALUES), "color_space", value,
			String.join(", ", spaces) + " or " + VALUES);
	}

	private static List<String> names(final String colorSpace, final List<String> names) {
		final boolean areValues = colorSpace.equals(VALUES);
		final int max = areValues ? MAX_CHANNELS : ColorSpace.of(colorSpace).names().size();
		final int min = areValues ? 1 : max;
		require(names.size() >= min && names.size() <= max, "coordinates", names.size(),
			(min == max ? "" : min + " to ") + max + " with color_space " + colorSpace);
		final List<String> trimmed = new ArrayList<>();
		for (final String name : names)
			trimmed.add(line("name", name.trim(), MAX_NAME));
		require(!trimmed.contains(""), "names", trimmed, "a name for each");
		if (!areValues)
			require(trimmed.equals(ColorSpace.of(colorSpace).names()), "columns",
				String.join(", ", trimmed),
				String.join(", ", ColorSpace.of(colorSpace).names()) + " with color_space " + colorSpace);
		return Collections.unmodifiableList(trimmed);
	}

	private static void requireCentre(final double[] centre, final List<String> names) {
		require(centre.length == names.size(), "centre", Arrays.toString(centre),
			names.size() + " numbers");
		for (int q = 0; q < centre.length; q++)
			require(Double.isFinite(centre[q]), names.get(q), centre[q], "a finite number");
	}

	/**
	 * @param values none, or the number that each channel was divided by, or these
	 *          of each frame
	 */
	SavedClusters withScales(final double... values) {
		final int d = names.size();
		final int n = values.length;
		require(n == 0 || n == d || n == d * frames(), "scales", n + " of them",
			d + ", one for each coordinate" + (frames() == 1 ? "" : ", or " + d * frames()));
		return with((frame, f) -> frame
			.withScales(n <= d ? values : Arrays.copyOfRange(values, f * d, (f + 1) * d)));
	}

	/** @param values one for all frames, or one for each */
	SavedClusters withFractionBits(final int... values) {
		require(values.length == 1 || values.length == frames(), "fraction_bits",
			values.length + " of them", frames() == 1 ? "1" : "1 or " + frames());
		return with((frame, f) -> frame.withFractionBits(values.length == 1 ? values[0] : values[f]));
	}

	/** @param values none, or the colour of each cluster of every frame */
	SavedClusters withColors(final int... values) {
		return with((frame, f) -> frame.withColors(values));
	}

	private SavedClusters with(final BiFunction<SavedFrame, Integer, SavedFrame> change) {
		final List<SavedFrame> changed = new ArrayList<>();
		for (int f = 0; f < frames(); f++)
			changed.add(change.apply(frames.get(f), f));
		return new SavedClusters(colorSpace, names, changed, optionsText, learned);
	}

	/** @param value how they were found */
	SavedClusters withOptions(final SegmentationOptions value) {
		return new SavedClusters(colorSpace, names, frames, "", value.withoutReference());
	}

	/**
	 * @param value one line of settings as in macros; other words are for people;
	 *          blanks around it, and commas and semicolons at its end, are dropped
	 */
	SavedClusters withOptions(final String value) {
		return new SavedClusters(colorSpace, names, frames,
			line("options", withoutPadding(value), MAX_OPTIONS), learned);
	}

	/** @param read says what the line means, given the largest number of a cluster */
	SavedClusters withOptions(final String value,
		final BiFunction<String, Integer, SegmentationOptions> read)
	{
		final SavedClusters told = withOptions(value);
		return new SavedClusters(colorSpace, names, frames, told.optionsText,
			read.apply(told.optionsText, largestNumber()));
	}

	/** Without what spreadsheets add to the end of a line. */
	static String withoutPadding(final String line) {
		int end = line.length();
		while (end > 0 && (line.charAt(end - 1) <= ' ' || ",;".indexOf(line.charAt(end - 1)) >= 0))
			end--;
		return line.substring(0, end).trim();
	}

	private static String line(final String name, final String value, final int max) {
		require(
			value.length() <= max && value.indexOf('\n') < 0 && value.indexOf('\r') < 0
				&& StandardCharsets.UTF_8.newEncoder().canEncode(value),
			name, value, "one line of at most " + max + " characters");
		return value;
	}

	static void require(final boolean fits, final String name, final Object value,
		final String takes)
	{
		if (!fits) throw refused(name, value, takes);
	}

	/** Of the value only the beginning, in characters that can be shown. */
	static IllegalArgumentException refused(final String name, final Object value,
		final String takes)
	{
		final String text = value.toString().replaceAll("\\p{Cntrl}", " ");
		final String shown = text.length() > 60 ? text.substring(0, 60) + "..." : text;
		return new IllegalArgumentException(
			name + " = " + (shown.isEmpty() ? "(nothing)" : shown) + ": takes " + takes);
	}

	boolean isOfColours() {
		return !colorSpace.equals(VALUES);
	}

	/** RGB, Lab, a*b*, HSB, or values for grey and multi-channel images. */
	String colorSpace() {
		return colorSpace;
	}

	/** Number of clusters, of several frames the largest. */
	public int size() {
		return frames.stream().mapToInt(SavedFrame::size).max().getAsInt();
	}

	/** The largest number of a cluster. */
	int largestNumber() {
		return frames.stream().flatMapToInt(frame -> Arrays.stream(frame.numbers())).max().getAsInt();
	}

	/** Number of frames that have their own clusters; 1 if all have the same. */
	public int frames() {
		return frames.size();
	}

	/** @param number 1 to frames */
	SavedFrame frame(final int number) {
		return frames.get(number - 1);
	}

	/** The names of the coordinates. */
	List<String> names() {
		return names;
	}

	/** How the clusters were found, as it stands in the file that was read; may be empty. */
	String optionsText() {
		return optionsText;
	}

	/**
	 * How they are applied for the labels with which they were saved: number of
	 * clusters, background, smallest size, merging, and whether beyond the selection.
	 */
	public SegmentationOptions options() {
		return options;
	}

	/**
	 * Reads what {@link #write} writes, also after it went through an editor or a
	 * spreadsheet.
	 *
	 * @param options says what a line of settings means, given the largest number of a
	 *          cluster
	 * @throws IOException if the file can not be read, or with file, line, what
	 *           stands there and what it takes
	 */
	public static SavedClusters read(final Path file,
		final BiFunction<String, Integer, SegmentationOptions> options) throws IOException
	{
		return new ClusterFileReader(file, options).read();
	}

	/**
	 * Writes the file as a whole or, if that fails, leaves what was there.
	 *
	 * @param line says settings in a line
	 * @throws IOException if it can not be written
	 */
	public void write(final Path file, final Function<SegmentationOptions, String> line)
		throws IOException
	{
		final boolean isTold = learned == null || !optionsText.isEmpty();
		final SavedClusters told = isTold ? this : withOptions(line.apply(learned));
		TextFile.write(file, new ClusterFileText(told).toString());
	}

	@Override
	public String toString() {
		return size() + (size() == 1 ? " cluster" : " clusters") + " of " + frames()
			+ (frames() == 1 ? " frame, " : " frames, ") + colorSpace + " " + names;
	}
}
