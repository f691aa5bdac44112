package sc.fiji.kmeans.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.base.CsvLine;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.segment.Segmentation;

class ClusterNamesTest {

	/** What names are made of: all that means something to macros, CSV or people. */
	private static final String LETTERS = "ab ,;\"'[]()=&#\\/+:\u00e9\u03bc\u4e2d\ud83d\ude00";

	private static final SegmentationOptions FOUR = SegmentationOptions.defaults()
		.with(KMeansOptions.defaults().withClusters(4));

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
		value = { "``|``", "a,b|a/b", " a , b c |a/b c", "a,,c|a//c", "a,b,,|a/b", ",b|/b", ",,,,|``",
			"\"a, b\",c|a, b/c", "\"say \"\"a\"\"\"|say \"a\"", "5\" lens|5\" lens", "[x]|[x]", "a;b|a;b",
			"none|none" })
	void textsAreNames(final String text, final String names) {
		final ClusterNames read = ClusterNames.of(text);
		final String[] expected = names.split("/", -1);
		for (int label = 1; label <= 4; label++)
			assertEquals(label <= expected.length ? expected[label - 1] : "", read.name(label));
		assertEquals("", read.name(0));
	}

	@Property(tries = 300)
	void whatIsWrittenIsReadAsTheSame(@ForAll final long seed) {
		final Random random = new Random(seed);
		final List<String> names = new ArrayList<>();
		for (int i = random.nextInt(5); i > 0; i--)
			names.add(name(random));
		final ClusterNames read = ClusterNames.of(CsvLine.of(names));
		for (int label = 1; label <= names.size(); label++)
			assertEquals(names.get(label - 1), read.name(label));
		assertEquals(read.toString(), ClusterNames.of(read.toString()).toString());
	}

	private static String name(final Random random) {
		final int[] letters = LETTERS.codePoints().toArray();
		return IntStream.range(0, random.nextInt(6))
			.mapToObj(i -> new String(Character.toChars(letters[random.nextInt(letters.length)])))
			.collect(Collectors.joining())
			.trim();
	}

	@ParameterizedTest
	@ValueSource(
		strings = { "\"a", "\"a\" b", "a,\"b", "a\nb", "\"a\r\nb\"", "a\tb", "a\u0085b", "\ud83d" })
	void whatIsNoListOfLinesIsRefused(final String text) {
		assertTrue(refusal(() -> FOUR.withNames(text)).startsWith("names = "));
	}

	@Test
	void moreNamesThanClustersAreRefused() {
		assertEquals("names = a,b,c,d,e: takes at most 4 names, one for each of 4 clusters",
			refusal(() -> FOUR.withNames("a,b,c,d,e")));
		assertEquals("names = a,b,c: takes at most 2 names, one for each of 2 clusters",
			refusal(() -> FOUR.withMerge("1+2,3+4").withNames("a,b,c")));
		assertEquals("names = a,b: takes at most 1 name, for there is 1 cluster",
			refusal(() -> FOUR.withMerge("1+2+3+4").withNames("a,b")));
		final SegmentationOptions fewer = FOUR.withNames("a,b,c,d").withMerge("1+3");
		assertTrue(
			refusal(() -> Segmentation.of(steps(10, 20, 30, 40), fewer)).contains("at most 3 names"));
	}

	private static String refusal(final Runnable work) {
		return assertThrows(IllegalArgumentException.class, work::run).getMessage();
	}

	/** A row for each value, of different numbers of pixels. */
	private static ImagePlus steps(final int... values) {
		final ByteProcessor image = new ByteProcessor(values.length, 3);
		for (int i = 0; i < image.getPixelCount(); i++)
			image.set(i, values[i % values.length]);
		return new ImagePlus("steps", image);
	}

	@Test
	void namesAreThoseOfTheClustersThatAreLeft() {
		final ImageClusters clusters = Segmentation
			.of(steps(10, 20, 30, 40), FOUR.withMerge("1+3").withNames("a, b c "))
			.clusters();
		assertEquals("a", clusters.nameOfLabel(1));
		assertEquals("b c", clusters.nameOfLabel(2));
		assertEquals("", clusters.nameOfLabel(3));
		assertEquals("2: b c", clusters.caption(2));
		assertEquals("3", clusters.caption(3));
		assertEquals("a", clusters.name(1));
		assertEquals("b c", clusters.name(2));
		assertEquals("a", clusters.name(3));
		assertTrue(clusters.isNamed());
	}

	@Test
	void whatIsMergedLaterIsCalledByAllNames() {
		final ImageClusters clusters = Segmentation.of(steps(10, 20, 30, 40), FOUR.withNames("a,b,a"))
			.clusters();
		assertEquals("a", clusters.merged("1+3").nameOfLabel(1));
		assertEquals("a + b", clusters.merged("1+2+3").nameOfLabel(1));
		assertEquals("b", clusters.merged("2+4").nameOfLabel(2));
	}

	/** An image of fewer values has fewer clusters, and their names. */
	@Test
	void namesBeyondTheClustersThatAreFoundAreNobodys() {
		final Segmentation two = Segmentation.of(steps(10, 40), FOUR.withNames("a,b,c,d"));
		assertEquals(2, two.largestCluster());
		assertEquals("b", two.clusters().nameOfLabel(2));
		assertEquals("", two.clusters().nameOfLabel(3));
	}

	@Test
	void clustersThatAreAppliedKeepTheirNamesUnlessSomeAreGiven() {
		final ImagePlus image = steps(10, 20, 30, 40);
		final ImageClusters saved = Segmentation.of(image, FOUR.withNames("a,b,c")).clusters();
		assertEquals("c", Segmentation.apply(saved, image).clusters().nameOfLabel(3));
		final ImageClusters given = Segmentation
			.apply(saved, image, saved.options().withNames("x"), Progress.NONE)
			.clusters();
		assertEquals("x", given.nameOfLabel(1));
		assertEquals("", given.nameOfLabel(3));
		final ImageClusters matched = Segmentation.of(image, FOUR.withReference(saved)).clusters();
		assertEquals("b", matched.nameOfLabel(2));
	}

	@Test
	void slicesSayWhichClusterIsRemoved() {
		final Segmentation named = Segmentation.of(steps(10, 20, 30, 40), FOUR.withNames(",b"));
		assertEquals("without 1", named.maskedEach().getStack().getSliceLabel(1));
		assertEquals("without 2: b", named.maskedEach().getStack().getSliceLabel(2));
		assertEquals("only 2: b", named.keptEach(Background.BLACK).getStack().getSliceLabel(2));
	}
}
