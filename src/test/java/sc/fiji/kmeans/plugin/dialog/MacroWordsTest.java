package sc.fiji.kmeans.plugin.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.settings.SettingTable;

/** Words of macros, and what is said of keys that are none. */
class MacroWordsTest {

	/** Such as {@code key=value}, or a key alone. */
	private static List<String> words(final String options) {
		final List<String> words = new ArrayList<>();
		final MacroWords reader = new MacroWords(options);
		while (reader.next())
			words.add(reader.key() + (reader.value() == null ? "" : "=" + reader.value()));
		return words;
	}

	private static String value(final Random random) {
		final String signs = "ab 1,.=/\\";
		final StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(6); i > 0; i--)
			text.append(signs.charAt(random.nextInt(signs.length())));
		return text.toString();
	}

	/** With any blanks between them, in brackets or quotes or, without blanks, as they are. */
	@Property(tries = 200)
	void wordsComeBack(@ForAll final long seed) {
		final Random random = new Random(seed);
		final StringBuilder line = new StringBuilder();
		final List<String> expected = new ArrayList<>();
		for (int i = random.nextInt(6); i > 0; i--) {
			final String key = "key" + random.nextInt(9);
			final String value = value(random);
			line.append(random.nextBoolean() ? " " : " \t\n ").append(key);
			switch (random.nextInt(4)) {
				case 0 :
					expected.add(key);
					break;
				case 1 :
					line.append("=[").append(value).append(']');
					expected.add(key + "=" + value);
					break;
				case 2 :
					line.append("='").append(value).append('\'');
					expected.add(key + "=" + value);
					break;
				default :
					line.append('=').append(value.replace(" ", ""));
					expected.add(key + "=" + value.replace(" ", ""));
			}
		}
		assertEquals(expected, words(line.toString()));
	}

	/** Brackets in brackets belong to the value. */
	@Test
	void bracketsArePairs() {
		assertEquals(Arrays.asList("save=a [b] c.csv", "labels"), words("save=[a [b] c.csv] labels"));
		assertTrue(MacroWords.arePaired("a [b] [c [d]]") && MacroWords.arePaired(""));
		assertFalse(MacroWords.arePaired("a [b") || MacroWords.arePaired("a] [b"));
	}

	@Test
	void aWordWithoutAValueStandsAlone() {
		final MacroWords words = new MacroWords(" labels  clusters=");
		assertTrue(words.next());
		assertNull(words.value());
		assertTrue(words.next());
		assertEquals("", words.value());
		assertFalse(words.next());
		assertEquals(Collections.emptyList(), words(" \n "));
	}

	@ParameterizedTest
	@CsvSource({ "save=[a b, ]", "save='a b, ' after the first", "save=[a [b] c, ]" })
	void whatDoesNotCloseIsRefused(final String line, final String missing) {
		final String message = assertThrows(IllegalArgumentException.class, () -> words(line))
			.getMessage();
		assertTrue(message.startsWith("save = ") && message.endsWith("there is no " + missing),
			message);
	}

	private static final Set<String> KEYS = new LinkedHashSet<>(
		Arrays.asList("clusters", "min_size", "labels", "legend", "random_seed"));

	private static String refused(final String key, final String value) {
		return new KnownKeys(KEYS).refused(key, value).getMessage();
	}

	/** A letter too many, one too few, another one, two that changed places, or a part of it. */
	@ParameterizedTest
	@CsvSource({ "cluster, clusters", "clustersx, clusters", "clasters, clusters",
		"lcusters, clusters", "CLUSTERS, clusters", "minsize, min_size", "lables, labels",
		"seed, random_seed", "legends, legend" })
	void theNearestKeyIsTold(final String key, final String near) {
		assertEquals(key + " = 3: no such key; " + near + "?", refused(key, "3"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "colour", "x", "epsylom", "le" })
	void whereNoneIsNearAllAreTold(final String key) {
		final String message = refused(key, "3");
		assertTrue(message.endsWith("takes clusters, min_size, labels, legend, random_seed"), message);
	}

	@Test
	void aKeyAloneMayBeThePartOfAValue() {
		assertTrue(refused("blank", null).endsWith("(and a value with blanks stands in brackets)"));
		assertEquals("x = 1: no such key; takes none",
			new KnownKeys(Collections.emptySet()).refused("x", "1").getMessage());
	}

	/** ImageJ does not break its messages: no line is long. */
	@Test
	void manyKeysAreToldInLines() {
		final Set<String> all = new LinkedHashSet<>();
		SettingTable.ALL.forEach(row -> all.add(row.key()));
		final String message = new KnownKeys(all).refused("zzz", "1").getMessage();
		for (final String line : message.split("\n"))
			assertTrue(line.length() < 130, line);
		all.forEach(key -> assertTrue(message.contains(key), key));
	}
}
