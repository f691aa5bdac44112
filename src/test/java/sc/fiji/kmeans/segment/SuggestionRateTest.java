package sc.fiji.kmeans.segment;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class SuggestionRateTest {

	@Test
	void tries() {
		for (final KnownNumbers kind : KnownNumbers.values()) {
			System.out.println("== " + kind);
			IntStream.range(0, KnownNumbers.EACH).forEach(n -> {
				final Suggestion s = Suggestion.of(kind.image(n), SegmentationOptions.defaults());
				final StringBuilder b = new StringBuilder();
				for (int k = 2; k <= s.most(); k++)
					b.append(String.format(" %.2f/%.2f", s.corner(k), s.valley(k)));
				System.out.println(
					(s.clusters() == kind.number(n) ? "ok  " : "BAD ") + kind.number(n) + " " + s + b);
			});
		}
	}
}
