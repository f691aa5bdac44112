package sc.fiji.kmeans.saved;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.ClusterKind;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.settings.OptionTexts;
import sc.fiji.kmeans.vector.ChannelMapping;
import sc.fiji.kmeans.vector.ChannelTransform;
import sc.fiji.kmeans.vector.Transform;

/** What holds for every file of clusters. */
class SavedClustersLawsTest {

	private static final String CHARACTERS = "aZ09 .,;:=#\"'+-*/\\\t\u00e4\u20ac\u2028\ufeff\u0085\u0000";

	/** One for all tries, because making one anew takes longer than the rest. */
	private static final Path FILE = file();

	private static Path file() {
		try {
			final Path file = Files.createTempFile("clusters", ".csv");
			file.toFile().deleteOnExit();
			return file;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Property(tries = 150)
	void theSameBitsComeBack(@ForAll final long seed) throws IOException {
		final ImageClusters clusters = random(new Random(seed));
		assertSame(clusters, read(bytes(clusters)));
	}

	@Property(tries = 150)
	void theSameClustersAreTheSameBytes(@ForAll final long seed) throws IOException {
		final byte[] once = bytes(random(new Random(seed)));
		assertArrayEquals(once, bytes(read(once)));
	}

	@Property(tries = 150)
	void semicolonsAndDecimalCommasMeanTheSame(@ForAll final long seed) throws IOException {
		final ImageClusters clusters = random(new Random(seed), any -> "C").withOptions("",
			OptionTexts::ofLine);
		final String text = new String(bytes(clusters), StandardCharsets.UTF_8);
		assertSame(clusters,
			read(text.replace(',', ';').replace('.', ',').getBytes(StandardCharsets.UTF_8)));
	}

	@Property(tries = 150)
	void randomBytesAreRefused(@ForAll @Size(max = 300) final byte[] bytes) {
		assertThrows(IOException.class, () -> read(bytes));
	}

	/** Behind a good beginning, of characters that mean something there. */
	@Property(tries = 500)
	void rubbishIsRefusedOrGivesClusters(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final StringBuilder text = new StringBuilder(
			"# K-Means clusters, version 1\n# color_space=values\n");
		if (random.nextBoolean()) text.append("Cluster,x\n1,0\n");
		final String signs = "01,;\"# \n\r=.-eClusterscolors\u0000";
		for (int i = random.nextInt(40); i > 0; i--)
			text.append(signs.charAt(random.nextInt(signs.length())));
		assertRefusedOrRead(text.toString().getBytes(StandardCharsets.UTF_8));
	}

	@Property(tries = 500)
	void damagedFilesAreRefusedOrGiveClusters(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 4) final int changes) throws IOException
	{
		final Random random = new Random(seed);
		byte[] bytes = bytes(random(random));
		for (int i = 0; i < changes; i++)
			bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean()
				? random.nextInt()
				: CHARACTERS.charAt(random.nextInt(19)));
		if (random.nextBoolean()) bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
		assertRefusedOrRead(bytes);
	}

	/** Nothing is thrown but an IOException that names the line. */
	private static void assertRefusedOrRead(final byte[] bytes) throws IOException {
		final ImageClusters clusters;
		try {
			clusters = read(bytes);
		}
		catch (final IOException e) {
			assertTrue(e.getMessage().matches("(?s).*, line [1-9]\\d*: .*takes .*"), e.getMessage());
			return;
		}
		assertFalse(clusters.size() == 0);
		assertSame(clusters, read(bytes(clusters)));
	}

	private static ImageClusters random(final Random random) {
		return random(random, name -> name);
	}

	/** @param named changes the names of channels and clusters */
	private static ImageClusters random(final Random random, final UnaryOperator<String> named) {
		final String[] spaces = { "RGB", "Lab", "a*b*", "HSB", "values" };
		final int space = random.nextInt(spaces.length);
		final int d = space == 4 ? 1 + random.nextInt(20) : space == 2 ? 2 : 3;
		final List<String> names = new ArrayList<>();
		if (space < 4) names.addAll(ColorSpace.of(spaces[space]).names());
		else for (int q = 0; q < d; q++)
			names.add(named.apply(text(random) + "n" + text(random)));
		final List<ImageClusters> frames = new ArrayList<>();
		final boolean scaled = random.nextBoolean();
		final Transform transform = space < 4
			? Transform.NONE
			: Transform.values()[random.nextInt(Transform.values().length)];
		final ClusterKind kind = ClusterKind.of(spaces[space], names);
		for (int f = random.nextInt(4); f >= 0; f--)
			frames.add(named(random,
				transformed(frame(random, kind, d, space < 4, scaled), transform, random), named));
		return ImageClusters.joined(frames).withOptions(text(random), OptionTexts::ofLine);
	}

	private static ImageClusters frame(final Random random, final ClusterKind kind, final int d,
		final boolean isOfColours, final boolean scaled)
	{
		final int k = 1 + random.nextInt(9);
		final double[][] centres = new double[k][];
		for (int j = 0; j < k; j++)
			centres[j] = random.doubles(d, 0, 1).map(x -> number(random)).toArray();
		final ImageClusters frame = ImageClusters.of(kind, centres)
			.with(ChannelMapping.NONE.roundedTo(random.nextInt(3) - 1))
			.withColors(!isOfColours || random.nextBoolean()
				? new int[0]
				: random.ints(k, 0, 3)
					.map(c -> c == 0 ? ImageClusters.NO_COLOUR : random.nextInt(1 << 24))
					.toArray());
		return !scaled
			? frame
			: frame.with(frame.mapping()
				.dividedBy(random.doubles(d)
					.map(x -> Math.max(Double.MIN_VALUE, Math.abs(number(random))))
					.toArray()));
	}

	/** Some of the clusters of some frames. */
	private static ImageClusters named(final Random random, final ImageClusters frame,
		final UnaryOperator<String> words)
	{
		ImageClusters named = frame;
		for (int j = random.nextInt(2) * frame.size(); j > 0; j--)
			named = named.named(j, words.apply(text(random)));
		return named;
	}

	private static ImageClusters transformed(final ImageClusters frame, final Transform kind,
		final Random random)
	{
		if (kind == Transform.NONE) return frame;
		final int d = frame.kind().dimensions();
		final double[] offsets = random.doubles(d, -1e4, 1e38).toArray();
		final double[] units = random.doubles(d)
			.map(x -> Math.max(Double.MIN_VALUE, Math.abs(number(random))))
			.toArray();
		return frame
			.withValues(random.ints(frame.size())
				.mapToObj(j -> random.doubles(d).map(x -> number(random)).toArray())
				.toArray(double[][]::new))
			.with(frame.mapping().transformedBy(ChannelTransform.of(kind, offsets, units)));
	}

	/** Any bits but for the largest and smallest exponents, and numbers as they are in images. */
	private static double number(final Random random) {
		if (random.nextBoolean())
			return random.nextInt(511) / 2.0 * random.nextInt(2) * (random.nextBoolean() ? 1 : -1);
		return Math.scalb(random.nextDouble() - 0.5, random.nextInt(800) - 400);
	}

	private static String text(final Random random) {
		final StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(8); i > 0; i--)
			text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
		return text.toString();
	}

	private static void assertSame(final ImageClusters expected, final ImageClusters actual) {
		assertEquals(expected.colorSpace(), actual.colorSpace());
		assertEquals(expected.optionsText(), actual.optionsText());
		assertEquals(expected.names(), actual.names());
		assertEquals(expected.frames(), actual.frames());
		for (int f = 1; f <= expected.frames(); f++)
			assertSameFrame(expected.frame(f), actual.frame(f));
	}

	private static void assertSameFrame(final ImageClusters expected, final ImageClusters actual) {
		assertArrayEquals(expected.colors(), actual.colors());
		assertEquals(expected.mapping().fractionBits(), actual.mapping().fractionBits());
		for (final int number : expected.numbers())
			assertEquals(expected.name(number), actual.name(number));
		assertEquals(expected.mapping().transform(), actual.mapping().transform());
		for (int j = 1; j <= expected.size(); j++)
			if (!expected.mapping().transform().isNone())
				assertArrayEquals(bits(expected.valueOfCluster(j)), bits(actual.valueOfCluster(j)));
		assertArrayEquals(bits(expected.mapping().scales()), bits(actual.mapping().scales()));
		assertArrayEquals(Arrays.stream(expected.centres()).map(SavedClustersLawsTest::bits).toArray(),
			Arrays.stream(actual.centres()).map(SavedClustersLawsTest::bits).toArray());
	}

	/** -0.0 is not 0.0 here. */
	private static long[] bits(final double[] numbers) {
		return Arrays.stream(numbers).mapToLong(Double::doubleToRawLongBits).toArray();
	}

	private static byte[] bytes(final ImageClusters clusters) throws IOException {
		ClusterFile.write(clusters, FILE);
		return Files.readAllBytes(FILE);
	}

	private static ImageClusters read(final byte[] bytes) throws IOException {
		return ClusterFile.read(Files.write(FILE, bytes));
	}
}
