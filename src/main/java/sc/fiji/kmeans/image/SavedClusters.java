package sc.fiji.kmeans.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.kmeans.cluster.KMeansOptions;

/**
 * Clusters that last: all that it takes to apply them to other images, as a CSV
 * file that people can read and edit; immutable.
 *
 * <pre>
 * # K-Means clusters, version 1
 * # color_space=RGB
 * # options=clusters=2 epsilon=0.2
 * # colors=#110000 #f0f1f2
 * Cluster,Red,Green,Blue
 * 1,16.666666666666668,0.0,0.0
 * 2,240.0,241.0,242.0
 * </pre>
 *
 * Numbers come back from the file with the same bits. Each {@code with} method
 * gives a copy with one thing changed. Whatever does not fit is refused by an
 * {@link IllegalArgumentException} that names it, its value and what it takes.
 */
public final class SavedClusters {

	/** The colour space of grey and multi-channel images. */
	static final String VALUES = "values";

	static final int MAX_CHANNELS = 8;

	private static final int MAX_CHARACTERS = 1000;

	/** Number of coordinates in each colour space but {@link #VALUES}. */
	private static final Map<String, Integer> COORDINATES = coordinates();

	private final String colorSpace;
	private final List<String> names;
	private final double[][] centres;
	private double[] scales = {};
	private String options = "";
	private int[] colors = {};

	private SavedClusters(final String colorSpace, final List<String> names,
		final double[][] centres)
	{
		this.colorSpace = colorSpace;
		this.names = names;
		this.centres = centres;
	}

	private SavedClusters(final SavedClusters other) {
		this(other.colorSpace, other.names, other.centres);
		scales = other.scales;
		options = other.options;
		colors = other.colors;
	}

	private static Map<String, Integer> coordinates() {
		final Map<String, Integer> coordinates = new LinkedHashMap<>();
		coordinates.put("RGB", 3);
		coordinates.put("Lab", 3);
		coordinates.put("a*b*", 2);
		coordinates.put("HSB", 3);
		return coordinates;
	}

	/**
	 * Clusters without scales, options and colours.
	 *
	 * @param colorSpace RGB, Lab, a*b*, HSB or values
	 * @param names of the coordinates, as many as the colour space has, 1 to 8 of
	 *          values; the blanks around them are dropped
	 * @param centres 1 to 65535, cluster 1 first, a finite number for each name
	 */
	static SavedClusters of(final String colorSpace, final List<String> names,
		final double[][] centres)
	{
		requireColorSpace(colorSpace);
		final List<String> trimmed = names(colorSpace, names);
		require(centres.length >= 1 && centres.length <= KMeansOptions.MAX_CLUSTERS,
			"clusters", centres.length, "1 to " + KMeansOptions.MAX_CLUSTERS);
		final double[][] copies = copies(centres);
		for (final double[] centre : copies)
			requireCentre(centre, trimmed);
		return new SavedClusters(colorSpace, trimmed, copies);
	}

	static void requireColorSpace(final String value) {
		require(COORDINATES.containsKey(value) || value.equals(VALUES),
			"color_space", value, String.join(", ", COORDINATES.keySet()) + " or " +
				VALUES);
	}

	private static List<String> names(final String colorSpace,
		final List<String> names)
	{
		final int min = COORDINATES.getOrDefault(colorSpace, 1);
		final int max = COORDINATES.getOrDefault(colorSpace, MAX_CHANNELS);
		require(names.size() >= min && names.size() <= max, "coordinates", names
			.size(), (min == max ? "" : min + " to ") + max + " with color_space " +
				colorSpace);
		final List<String> trimmed = new ArrayList<>();
		for (final String name : names)
			trimmed.add(line("name", name.trim()));
		require(!trimmed.contains(""), "names", trimmed, "a name for each");
		return Collections.unmodifiableList(trimmed);
	}

	private static void requireCentre(final double[] centre,
		final List<String> names)
	{
		require(centre.length == names.size(), "centre", Arrays.toString(centre),
			names.size() + " numbers");
		for (int q = 0; q < centre.length; q++)
			require(Double.isFinite(centre[q]), names.get(q), centre[q],
				"a finite number");
	}

	/** @param values none, or the number that each channel was divided by */
	SavedClusters withScales(final double... values) {
		final SavedClusters copy = new SavedClusters(this);
		copy.scales = values.clone();
		for (final double scale : copy.scales)
			require(scale > 0 && Double.isFinite(scale), "scales", scale,
				"finite numbers above 0");
		require(values.length == 0 || values.length == names.size(), "scales",
			values.length + " of them", names.size() + ", one for each coordinate");
		return copy;
	}

	/**
	 * @param value one line for people; blanks around it, and commas and semicolons
	 *          at its end, are dropped
	 */
	SavedClusters withOptions(final String value) {
		final SavedClusters copy = new SavedClusters(this);
		copy.options = line("options", withoutPadding(value));
		return copy;
	}

	/** @param values none, or the colour of each cluster, 0xRRGGBB */
	SavedClusters withColors(final int... values) {
		final SavedClusters copy = new SavedClusters(this);
		copy.colors = values.clone();
		for (final int color : copy.colors)
			require(color >>> 24 == 0, "colors", String.format("#%x", color),
				"#000000 to #ffffff");
		require(values.length == 0 || values.length == centres.length, "colors",
			values.length + " of them", centres.length + ", one for each cluster");
		return copy;
	}

	/** Without what spreadsheets add to the end of a line. */
	static String withoutPadding(final String line) {
		int end = line.length();
		while (end > 0 && (line.charAt(end - 1) <= ' ' || ",;".indexOf(line.charAt(
			end - 1)) >= 0))
			end--;
		return line.substring(0, end).trim();
	}

	private static String line(final String name, final String value) {
		require(value.length() <= MAX_CHARACTERS && value.indexOf('\n') < 0 && value
			.indexOf('\r') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(value),
			name, value, "one line of at most " + MAX_CHARACTERS + " characters");
		return value;
	}

	private static void require(final boolean fits, final String name,
		final Object value, final String takes)
	{
		if (!fits) throw refused(name, value, takes);
	}

	/** Of the value only the beginning, in characters that can be shown. */
	static IllegalArgumentException refused(final String name,
		final Object value, final String takes)
	{
		final String text = value.toString().replaceAll("\\p{Cntrl}", " ");
		final String shown = text.length() > 60 ? text.substring(0, 60) + "..."
			: text;
		return new IllegalArgumentException(name + " = " + (shown.isEmpty()
			? "(nothing)" : shown) + ": takes " + takes);
	}

	boolean isOfColours() {
		return !colorSpace.equals(VALUES);
	}

	/** What pixels of each cluster are painted with, in the channels of an image. */
	double[][] values() {
		final double[][] values = copies(centres);
		for (int j = 0; j < values.length; j++)
			if (isOfColours()) values[j] = colour(j);
			else for (int c = 0; c < scales.length; c++)
				values[j][c] *= scales[c];
		return values;
	}

	private double[] colour(final int j) {
		if (colors.length == 0 || colorSpace.equals(ColorSpace.RGB.toString()))
			return ColorSpace.of(colorSpace).colour(centres[j]);
		return new double[] { colors[j] >> 16, colors[j] >> 8 & 0xff, colors[j] &
			0xff };
	}

	/** RGB, Lab, a*b*, HSB, or values for grey and multi-channel images. */
	String colorSpace() {
		return colorSpace;
	}

	/** Number of clusters. */
	public int size() {
		return centres.length;
	}

	/** The names of the coordinates. */
	List<String> names() {
		return names;
	}

	/** The centre of cluster j at j - 1. */
	double[][] centres() {
		return copies(centres);
	}

	/** What each channel was divided by; empty if they were taken as they are. */
	double[] scales() {
		return scales.clone();
	}

	/** How the clusters were found, for people; may be empty. */
	String options() {
		return options;
	}

	/** The colours in which clusters are painted, 0xRRGGBB; empty if unknown. */
	int[] colors() {
		return colors.clone();
	}

	private static double[][] copies(final double[][] rows) {
		return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
	}

	/**
	 * Reads what {@link #write} writes, also after it went through an editor or a
	 * spreadsheet.
	 *
	 * @throws IOException if the file can not be read, or with file, line, what
	 *           stands there and what it takes
	 */
	public static SavedClusters read(final Path file) throws IOException {
		return new ClusterFileReader(file).read();
	}

	/**
	 * Writes the file as a whole or, if that fails, leaves what was there.
	 *
	 * @throws IOException if it can not be written
	 */
	public void write(final Path file) throws IOException {
		TextFile.write(file, new ClusterFileText(this).toString());
	}
}
