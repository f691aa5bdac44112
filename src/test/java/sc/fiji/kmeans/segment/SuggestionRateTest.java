package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.SuggestionKind;
import sc.fiji.kmeans.model.SegmentationOptions;

/** How often the suggested number is the one that an image was drawn with. */
class SuggestionRateTest {

	private static final Path PAGE = Paths.get("src/site/markdown/results.md");
	private static final List<Tried> ALL = new ArrayList<>();

	/** An image and what was suggested for it. */
	private static final class Tried {

		private final KnownNumbers kind;
		private final int known;
		private final Suggestion suggestion;

		private Tried(final KnownNumbers kind, final int n) {
			this.kind = kind;
			known = kind.number(n);
			suggestion = Suggestion.of(kind.image(n), SegmentationOptions.defaults());
		}

		private int off() {
			return suggestion.clusters() - known;
		}
	}

	@BeforeAll
	static void tryAll() {
		for (final KnownNumbers kind : KnownNumbers.values())
			IntStream.range(0, KnownNumbers.EACH).mapToObj(n -> new Tried(kind, n)).forEach(ALL::add);
	}

	private static String row(final String name, final Predicate<Tried> which) {
		final List<Tried> those = ALL.stream().filter(which).collect(Collectors.toList());
		final String wrong = those.stream()
			.filter(tried -> tried.off() != 0)
			.map(tried -> tried.known + " → " + tried.suggestion.clusters())
			.collect(Collectors.joining(", "));
		return "| " + name + " | " + those.stream().filter(tried -> tried.off() == 0).count() + " of "
			+ those.size() + " | " + those.stream().filter(tried -> Math.abs(tried.off()) <= 1).count()
			+ " | " + wrong + " |";
	}

	private static List<String> table() {
		return Stream
			.of(
				Arrays.stream(KnownNumbers.values())
					.map(kind -> row(kind.toString(), tried -> tried.kind == kind)),
				Arrays.stream(SuggestionKind.values())
					.map(word -> row("said to be " + word, tried -> tried.suggestion.kind() == word)),
				Stream.of(row("all", Objects::nonNull).replaceFirst("[^|]+[|]$", " |")))
			.flatMap(rows -> rows)
			.collect(Collectors.toList());
	}

	/** Its failures, too. */
	@Test
	void thePageTellsTheRate() throws IOException {
		final List<String> page = Files.readAllLines(PAGE, StandardCharsets.UTF_8);
		final int first = page
			.indexOf("| " + "images" + " | right | within 1 | drawn with → suggested |") + 2;
		final List<String> table = table();
		System.out.println(String.join("\n", table));
		assertEquals(String.join("\n", table),
			String.join("\n", page.subList(first, Math.min(page.size(), first + table.size()))));
	}

	@Test
	void mostAreRight() {
		assertTrue(ALL.size() >= 60);
		assertTrue(ALL.stream().filter(tried -> tried.off() == 0).count() >= 0.8 * ALL.size());
	}
}
