package sc.fiji.kmeans.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.ClusterKind;
import sc.fiji.kmeans.image.Titles;

/** What does not fit is refused in one short line; titles and kinds of clusters. */
class RefusalTest {

	private static String message(final Runnable action) {
		return assertThrows(IllegalArgumentException.class, action::run).getMessage();
	}

	@Property(tries = 200)
	void aMessageIsOneShortLine(@ForAll final String value) {
		final String message = Refusal.of("name", value, "a word").getMessage();
		assertTrue(message.startsWith("name = ") && message.endsWith(": takes a word"), message);
		assertTrue(message.length() <= 63 + "name = : takes a word".length(), message);
		assertTrue(message.chars().noneMatch(c -> c < ' ' || c == 127), message);
	}

	@Test
	void ofTheValueTheBeginningIsShown() {
		final String sixty = String.join("", Collections.nCopies(6, "0123456789"));
		assertEquals("x = " + sixty + ": takes y", Refusal.of("x", sixty, "y").getMessage());
		assertEquals("x = " + sixty + "...: takes y", Refusal.of("x", sixty + "0", "y").getMessage());
		assertEquals("x = (nothing): takes y", Refusal.of("x", "", "y").getMessage());
		assertEquals("x = a b: takes y", Refusal.of("x", "a\tb", "y").getMessage());
	}

	@Test
	void whatFitsIsNotRefused() {
		Refusal.require(true, "k", 3, "1 or more");
		assertEquals("k = 0: takes 1 or more",
			message(() -> Refusal.require(false, "k", 0, "1 or more")));
	}

	@Test
	void aLineIsOneThatCanBeWritten() {
		final String line = "a line, 12345";
		assertSame(line, Refusal.line("name", line, 13));
		assertEquals("name = a line, 12345: takes one line of at most 12 characters",
			message(() -> Refusal.line("name", line, 12)));
		for (final String bad : new String[] { "a\nb", "a\rb", "half a pair \ud800" })
			assertTrue(message(() -> Refusal.line("name", bad, 99)).endsWith("at most 99 characters"));
	}

	@Test
	void choicesAreTakenByTheirText() {
		final Integer[] values = { 1, 2, 12 };
		assertEquals(12, Choices.of("n", values, "12"));
		assertEquals("n = 3: takes 1, 2, 12", message(() -> Choices.of("n", values, "3")));
	}

	@ParameterizedTest
	@CsvSource({ "cells.tif,cells", "cells.ome.tif,cells.ome", "cells,cells", ".tif,.tif",
		"v1.2,v1.2", "a.b c,a.b c", "x.jpeg2,x", "x.toolong,x.toolong", "end.,end.", "a..png,a." })
	void aTitleLosesTheEndingOfAFile(final String title, final String expected) {
		assertEquals(expected, Titles.withoutEnding(title));
		assertEquals(expected + "-labels", Titles.of(title, "labels"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "RGB", "Lab", "a*b*", "HSB" })
	void coloursHaveTheNamesOfTheirSpace(final String text) {
		final ColorSpace space = ColorSpace.of(text);
		final ClusterKind kind = ClusterKind.of(text, space.names());
		assertSame(space, kind.colorSpace());
		assertEquals(text, kind.colorSpaceText());
		assertEquals(text + " colours", kind.toString());
		assertEquals(space != ColorSpace.RGB, kind.isMapped());
		assertTrue(kind.isOfColours());
		assertTrue(kind.isLike(ClusterKind.ofColours(space)));
		final List<String> others = Arrays.asList("x", "y", "z").subList(0, kind.dimensions());
		assertEquals("columns = " + String.join(", ", others) + ": takes "
			+ String.join(", ", space.names()) + " with color_space " + text,
			message(() -> ClusterKind.of(text, others)));
	}

	@Test
	void valuesHaveAnyNames() {
		final ClusterKind kind = ClusterKind.of("values", Arrays.asList(" DAPI ", "GFP"));
		assertEquals(Arrays.asList("DAPI", "GFP"), kind.names());
		assertEquals("2 channels", kind.toString());
		assertEquals("1 channel", ClusterKind.ofValues(1).toString());
		assertEquals("values", kind.colorSpaceText());
		assertEquals(false, kind.isOfColours() || kind.isMapped());
		assertTrue(kind.isLike(ClusterKind.ofValues(2)));
		assertEquals(false, kind.isLike(ClusterKind.ofValues(3)));
		assertEquals(false, ClusterKind.ofValues(3).isLike(ClusterKind.ofColours(ColorSpace.RGB)));
	}

	@Test
	void kindsThatThereAreNotAreRefused() {
		assertEquals("color_space = XYZ: takes RGB, Lab, a*b*, HSB or values",
			message(() -> ClusterKind.of("XYZ", Arrays.asList("x"))));
		assertEquals("coordinates = 0: takes 1 or more with color_space values",
			message(() -> ClusterKind.of("values", Collections.emptyList())));
		assertEquals("coordinates = 2: takes 3 with color_space Lab",
			message(() -> ClusterKind.of("Lab", Arrays.asList("L*", "a*"))));
		assertEquals("names = [a, ]: takes a name for each",
			message(() -> ClusterKind.of("values", Arrays.asList("a", " "))));
	}

	@Test
	void aCentreHasAFiniteNumberForEachName() {
		final ClusterKind kind = ClusterKind.of("values", Arrays.asList("DAPI", "GFP"));
		kind.requireCentre(new double[] { -1e300, 0 });
		assertEquals("centre = [1.0]: takes 2 numbers",
			message(() -> kind.requireCentre(new double[] { 1 })));
		assertEquals("GFP = NaN: takes a finite number",
			message(() -> kind.requireCentre(new double[] { 1, Double.NaN })));
		assertEquals("DAPI = Infinity: takes a finite number",
			message(() -> kind.requireCentre(new double[] { Double.POSITIVE_INFINITY, 1 })));
	}
}
