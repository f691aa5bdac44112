package sc.fiji.kmeans.saved;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.settings.OptionTexts;

/** What is made of files that people and programs have changed. */
class ClusterFileReaderTest {

	private static final String FILE = "# K-Means clusters, version 1\n"
		+ "# color_space=a*b*\n# scales=0.5 2.0\n# options=clusters=2\n"
		+ "# fraction_bits=9\nCluster,a*,b*,Hex\n" + "1,-1.5,2.0E-7,#102030\n2,3.0,4.0,#ff0000\n";

	@TempDir
	private Path folder;

	@Test
	void theFileItself() throws IOException {
		assertAllThere(FILE);
	}

	@Test
	void anyLineEnds() throws IOException {
		assertAllThere(FILE.replace("\n", "\r\n"));
		assertAllThere(FILE.replace("\n", "\r"));
		assertAllThere(FILE.substring(0, FILE.length() - 1));
	}

	@Test
	void aByteOrderMark() throws IOException {
		assertAllThere("\ufeff" + FILE);
	}

	@Test
	void blankLinesAndRowsOfEmptyColumns() throws IOException {
		assertAllThere("\n" + FILE.replace("\n", "\n \t\n,,,\n\"\",\"\",\n"));
	}

	@Test
	void blanksAroundEverything() throws IOException {
		assertAllThere(FILE.replaceAll("(?m)^|$", " \t")
			.replaceAll(",(?! version)", " , ")
			.replaceAll("# (\\w+)=", "#$1 = ")
			.replaceAll("([0-9]) (?=[0-9#])", "$1  "));
	}

	@Test
	void emptyColumnsAtTheEnd() throws IOException {
		assertAllThere(FILE.replace("\n", ",,,\n"));
		assertAllThere(FILE.replace("\n", ", ,\"\"\n").replaceAll("(?m)^(#.*),\"\"$", "$1"));
	}

	@Test
	void quotedFields() throws IOException {
		assertAllThere(
			FILE.replaceAll("(?m)^([^#,]+),([^,]+),([^,]+),(.+)$", "\"$1\", \" $2 \" ,\"$3\",\"$4\""));
	}

	@Test
	void quotedComments() throws IOException {
		assertAllThere(FILE.replaceAll("(?m)^(#.*)$", "\"$1\",,"));
		assertAllThere(
			FILE.replace("# K-Means clusters, version 1", "\"# K-Means clusters\",\" version 1\",,"));
	}

	@Test
	void quotesAndSeparatorsInsideQuotes() throws IOException {
		assertEquals(Arrays.asList("a,\"b\"", ";"),
			read(table("values", 2).replace("x,x", "\"a,\"\"b\"\"\",\";\"")).names());
	}

	@Test
	void semicolons() throws IOException {
		assertAllThere(FILE.replace(',', ';'));
	}

	@Test
	void decimalCommasBetweenSemicolons() throws IOException {
		assertAllThere(FILE.replace(',', ';').replaceAll("(\\d)\\.(\\d)", "$1,$2"));
	}

	@Test
	void unknownKeysAndCommentsAnywhere() throws IOException {
		assertAllThere(
			FILE.replaceAll("(?<=[0-9])\n", "\n# author=me\n#\n# a remark; nothing more\n#=\n"));
	}

	@Test
	void keysInAnotherOrderAndPlace() throws IOException {
		final String[] lines = FILE.split("\n");
		assertAllThere(String.join("\n", lines[0], lines[4], lines[5], lines[2], lines[6], lines[7],
			lines[3], lines[1]));
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "+1, 1", "-.5, -0.5", "5., 5", "1e3, 1000", "1.5E+2, 150", "0001, 1" })
	void numbersAsPeopleWriteThem(final String text, final double value) throws IOException {
		assertEquals(value, read(FILE.replace("3.0", text)).frame(1).centres()[1][0], 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "NaN", "Infinity", "-Infinity", "1e999", "x", "0x1p3", "1d", "1f",
		"1.2.3", "1 2", "--1", "1e", ".", "#N/A", "\uff13", "\u0663.0" })
	void anythingElseIsNoNumber(final String text) {
		refused(8, "a* = " + text + ": takes a finite number", FILE.replace("3.0", text));
	}

	/** What a transform makes of numbers is finite, too. */
	@ParameterizedTest
	@ValueSource(strings = { "transform=log\n# offsets=0\n# units=1", "scales=1e300" })
	void valuesThatOverflowAreRefused(final String mapping) {
		refused(mapping.startsWith("scales") ? 3 : 5,
			"value of a cluster = Infinity: takes a finite number",
			"# K-Means clusters, version 1\n# color_space=values\n# " + mapping
				+ "\nCluster,Value\n1,1e300\n");
	}

	@Test
	void missingNumbers() {
		refused(8, "a* = (nothing): takes a finite number", FILE.replace("3.0", ""));
		refused(8, "b* = (nothing): takes a finite number", FILE.replace(",4.0,#ff0000", ","));
		refused(7, "b* = (nothing): takes a finite number", FILE.replace(",2.0E-7,#102030", ""));
	}

	@Test
	void aDecimalCommaBetweenCommasIsOneColumnMore() {
		refused(8, "columns = 5: takes 4, as the header", FILE.replace("3.0", "3,0"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "0", "-2", "2.0", "02", "", "two", "65536", "99999999999" })
	void numbersOfClustersAscend(final String number) {
		refused(8, "Cluster = " + (number.isEmpty() ? "(nothing)" : number)
			+ ": takes a whole number above 1, at most 65535", FILE.replace("2,3.0", number + ",3.0"));
	}

	@Test
	void numbersMayBeMissing() throws IOException {
		final ImageClusters clusters = read(FILE.replace("2,3.0", "7,3.0").replace("1,-1.5", "3,-1.5"));
		assertArrayEquals(new int[] { 3, 7 }, clusters.frame(1).numbers());
		assertEquals(2, clusters.size());
		assertEquals(7, clusters.options().kMeans().clusters());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n\n", "\ufeff", ",,,\n" })
	void emptyFiles(final String text) {
		final int lines = (int) text.chars().filter(c -> c == '\n').count();
		refused(Math.max(1, lines), "first line = (nothing): takes # K-Means clusters, version 1"
			+ ", as save writes it (on the command line --save)", text);
	}

	/** Such as that of the table of an image. */
	@Test
	void anotherFirstLine() {
		final String takes = ": takes # K-Means clusters, version 1, as save writes it"
			+ " (on the command line --save)";
		refused(1, "first line = Cluster,Red" + takes, "Cluster,Red\n");
		refused(2, "first line = # color_space=RGB" + takes, "\n# color_space=RGB\n" + FILE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2", "1.1", "11", "x" })
	void unknownVersions(final String version) {
		refused(1, "version = " + version + ": takes 1",
			FILE.replace("version 1", "version " + version));
	}

	@ParameterizedTest
	@ValueSource(strings = { "CMYK", "rgb", "RGB Lab", "Values" })
	void unknownColorSpaces(final String colorSpace) {
		refused(2, "color_space = " + colorSpace + ": takes RGB, Lab, a*b*, HSB or values",
			FILE.replace("=a*b*", "=" + colorSpace));
	}

	@ParameterizedTest
	@CsvSource({ "RGB, 2, 3", "Lab, 2, 3", "Lab, 4, 3", "HSB, 1, 3", "a*b*, 3, 2", "a*b*, 1, 2",
		"values, 0, 1 or more" })
	void anotherNumberOfCoordinatesThanTheColorSpaceHas(final String colorSpace,
		final int coordinates, final String takes)
	{
		refused(3,
			"coordinates = " + coordinates + ": takes " + takes + " with color_space " + colorSpace,
			table(colorSpace, coordinates));
	}

	@ParameterizedTest
	@CsvSource({ "RGB, 3", "Lab, 3", "a*b*, 2", "HSB, 3", "values, 1", "values, 31" })
	void theNumberOfCoordinatesThatTheColorSpaceHas(final String colorSpace, final int coordinates)
		throws IOException
	{
		final String table = table(colorSpace, coordinates);
		final ImageClusters clusters = read(colorSpace.equals("values")
			? table
			: table.replaceAll("x(,x)*", String.join(",", ColorSpace.of(colorSpace).names())));
		assertEquals(colorSpace, clusters.colorSpace());
		assertEquals(coordinates, clusters.names().size());
	}

	private static String table(final String colorSpace, final int coordinates) {
		final StringBuilder header = new StringBuilder("Cluster");
		final StringBuilder row = new StringBuilder("1");
		for (int q = 0; q < coordinates; q++) {
			header.append(",x");
			row.append(",0");
		}
		return "# K-Means clusters, version 1\n# color_space=" + colorSpace + "\n" + header + "\n"
			+ row;
	}

	@Test
	void missingLines() {
		refused(7, "color_space = (nothing): takes RGB, Lab, a*b*, HSB or values",
			FILE.replace("# color_space=a*b*\n", ""));
		refused(1, "header = (nothing): takes Cluster and the names of the coordinates",
			"# K-Means clusters, version 1\n");
		refused(6, "header = 1,-1.5,2.0E-7,#102030: takes Cluster and the names of the coordinates",
			FILE.replace("Cluster,a*,b*,Hex\n", ""));
		refused(6, "clusters = 0: takes 1 to 65535", FILE.substring(0, FILE.indexOf("1,-1.5")));
	}

	@Test
	void aNameLess() {
		refused(6, "names = [, b*]: takes a name for each", FILE.replace("Cluster,a*", "Cluster, "));
		refused(7, "columns = 4: takes 3, as the header", FILE.replace(",b*", ""));
	}

	/** Whoever swaps them would get other colours. */
	@Test
	void columnsOfOtherNames() {
		refused(6, "columns = b*, a*: takes a*, b* with color_space a*b*",
			FILE.replace("a*,b*", "b*,a*"));
	}

	@ParameterizedTest
	@CsvSource({ "color_space=RGB, values", "scales=0.5 2.0, 1 2", "options=clusters=2, 0",
		"fraction_bits=9, 8" })
	void aKeyTwice(final String line, final String other) {
		final String key = line.substring(0, line.indexOf('='));
		refused(9, key + " = " + other + ": takes one line, and there is one above",
			FILE + "# " + key + "=" + other);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
		value = { "1|1 of them: takes 2, one for each coordinate",
			"1 2 3|3 of them: takes 2, one for each coordinate", "1 0|0.0: takes finite numbers above 0",
			"1 -2|-2.0: takes finite numbers above 0", "1 x|x: takes a finite number",
			"1 NaN|NaN: takes a finite number", "''|(nothing): takes a finite number" })
	void otherScales(final String scales, final String message) {
		refused(3, "scales = " + message, FILE.replace("0.5 2.0", scales));
	}

	@ParameterizedTest
	@ValueSource(strings = { "red", "#12345", "123456", "#12345g" })
	void otherColours(final String colour) {
		refused(8, "Hex = " + colour + ": takes #rrggbb, or nothing", FILE.replace("#ff0000", colour));
	}

	@Test
	void aColourThatIsNotThereIsMadeFromTheCentre() throws IOException {
		assertArrayEquals(new int[] { 0x102030, ImageClusters.NO_COLOUR },
			read(FILE.replace(",#ff0000", "")).frame(1).colors());
		assertEquals(0, read(FILE.replaceAll(",(#\\w{6}|Hex)", "")).frame(1).colors().length);
		refused(6, "Hex = a colour: takes none with color_space values",
			FILE.replace("=a*b*", "=values"));
	}

	@Test
	void otherPrecisions() {
		refused(5, "fraction_bits = 1.5: takes whole numbers", FILE.replace("bits=9", "bits=1.5"));
		refused(5, "fraction_bits = 2 of them: takes 1", FILE.replace("bits=9", "bits=1 2"));
	}

	@Test
	void framesAreNumberedAndHaveClustersScalesAndPrecisionOfTheirOwn() throws IOException {
		final String text = FILE.replace("Cluster,", "Frame,Cluster,")
			.replace("\n1,", "\n1,1,")
			.replace("\n2,", "\n1,2,") + "2,1,7,8\n";
		final ImageClusters clusters = read(
			text.replace("0.5 2.0", "1 2 3 4").replace("bits=9", "bits=5 6"));
		assertEquals(2, clusters.frames());
		assertEquals(2, clusters.size());
		assertArrayEquals(new double[][] { { 7, 8 } }, clusters.frame(2).centres());
		assertArrayEquals(new double[] { 3, 4 }, clusters.frame(2).mapping().scales());
		assertEquals(6, clusters.frame(2).mapping().fractionBits());
		assertArrayEquals(new double[] { 0.5, 2 }, read(text).frame(2).mapping().scales());
		refused(9, "Frame = 3: takes 1, for frames are numbered 1, 2, 3, ...",
			text.replace("2,1,7", "3,1,7"));
		refused(7, "Frame = 0: takes 1, for frames are numbered 1, 2, 3, ...",
			text.replaceFirst("\n1,1,", "\n0,1,"));
		assertArrayEquals(new int[] { 2 }, read(text.replace("2,1,7", "2,2,7")).frame(2).numbers());
		refused(3, "scales = 3 of them: takes 2, one for each coordinate, or 4",
			text.replace("0.5 2.0", "1 2 3"));
	}

	@Test
	void optionsDecideLabelsAndOtherWordsAreForPeople() throws IOException {
		final SegmentationOptions options = read(FILE.replace("clusters=2",
			"clusters=3 by=me = epsilon=small merge=3+1 min_size=7 ignore=White+2")).options();
		assertEquals("{clusters=3, epsilon=0.2, iterations=100, attempts=10, "
			+ "initialization=k-means++, random_seed=1, frames=each, frame=shown, color_space=RGB, "
			+ "apply_to=selection, ignore=white+2, channels=all, scale=false, "
			+ "transform=none, min_size=7, merge=1+3, names=}", OptionTexts.of(options).toString());
		refused(4, "min_size = x: takes a whole number up to 2147483647",
			FILE.replace("clusters=2", "min_size=x"));
	}

	@Test
	void capitalLettersInColors() throws IOException {
		assertAllThere(FILE.replace("#ff0000", "#FF0000"));
	}

	@Test
	void optionsThatAreNoLineForPeople() {
		final char[] many = new char[(1 << 19) + 1];
		Arrays.fill(many, 'x');
		refused(4,
			"options = " + new String(many, 0, 60) + "...: takes one line of at most 524288 characters",
			FILE.replace("clusters=2", new String(many)));
	}

	@Test
	void keysWithoutAValue() throws IOException {
		assertEquals("", read(FILE.replace("clusters=2", "")).optionsText());
		refused(2, "color_space = (nothing): takes RGB, Lab, a*b*, HSB or values",
			FILE.replace("=a*b*", "="));
	}

	@Test
	void quotesThatDoNotEnd() {
		refused(8, "line = 2,\"3.0,4.0,#ff0000: takes a closing quote", FILE.replace("3.0", "\"3.0"));
		refused(8, "line = 2,\"3\".0,4.0,#ff0000: takes a separator after a closing quote",
			FILE.replace("3.0", "\"3\".0"));
	}

	@Test
	void moreClustersThanLabels() {
		final StringBuilder text = new StringBuilder(table("values", 1));
		for (int j = 2; j <= 65536; j++)
			text.append('\n').append(j).append(",0");
		refused(3 + 65536, "clusters = 65536: takes 1 to 65535", text.toString());
	}

	@Test
	void otherEncodings() throws IOException {
		final String bytes = "byte 0x%02x: takes text in UTF-8";
		refused(6, String.format(bytes, 0xb5),
			FILE.replace(",a*", ",\u00b5m").getBytes(StandardCharsets.ISO_8859_1));
		refused(1, String.format(bytes, 0xfe), ("\ufeff" + FILE).getBytes(StandardCharsets.UTF_16BE));
		refused(3, String.format(bytes, 0xc3), new byte[] { '\r', '\n', '\r', 'a', (byte) 0xc3 });
	}

	@Test
	void aLineWithoutEnd() {
		final char[] blanks = new char[(1 << 20) + 1];
		Arrays.fill(blanks, 'x');
		refused(9, "line = " + new String(blanks, 0, 60) + "...: takes at most 1048576 characters",
			FILE + new String(blanks));
	}

	@Test
	void moreBytesThanClustersTake() throws IOException {
		final byte[] bytes = new byte[TextFile.MAX_BYTES + 10000];
		bytes[1] = '\n';
		refused(2, "more than 33554432 bytes: takes a file of clusters", bytes);
	}

	private void refused(final int line, final String message, final String text) {
		refused(line, message, text.getBytes(StandardCharsets.UTF_8));
	}

	private void refused(final int line, final String message, final byte[] bytes) {
		final Path file = folder.resolve("x.csv");
		final IOException refusal = assertThrows(IOException.class, () -> {
			Files.write(file, bytes);
			ClusterFile.read(file);
		});
		assertEquals(file + ", line " + line + ": " + message, refusal.getMessage());
	}

	private void assertAllThere(final String text) throws IOException {
		final ImageClusters clusters = read(text);
		assertEquals("a*b*", clusters.colorSpace());
		final ImageClusters frame = clusters.frame(1);
		assertArrayEquals(new double[] { 0.5, 2 }, frame.mapping().scales(), 0);
		assertEquals("clusters=2", clusters.optionsText());
		assertEquals(9, frame.mapping().fractionBits());
		assertArrayEquals(new int[] { 0x102030, 0xff0000 }, frame.colors());
		assertEquals(Arrays.asList("a*", "b*"), clusters.names());
		assertArrayEquals(new double[][] { { -1.5, 2e-7 }, { 3, 4 } }, frame.centres());
	}

	private ImageClusters read(final String text) throws IOException {
		final Path file = folder.resolve("x.csv");
		Files.write(file, text.getBytes(StandardCharsets.UTF_8));
		return ClusterFile.read(file);
	}
}
