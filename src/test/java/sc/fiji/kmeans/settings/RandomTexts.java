package sc.fiji.kmeans.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Texts that users may give to the rows of the table, of some rows none. */
final class RandomTexts {

	private final Random random;
	private final Map<String, String> texts = new HashMap<>();

	/** @param rows of which about half get a text */
	RandomTexts(final List<Setting<?>> rows, final long seed) {
		random = new Random(seed);
		for (final Setting<?> row : rows)
			if (random.nextBoolean()) texts.put(row.key(), text(row));
	}

	private String text(final Setting<?> row) {
		if (!row.choices().isEmpty()) return row.choices().get(random.nextInt(row.choices().size()));
		switch (row.kind()) {
			case SWITCH :
				return String.valueOf(random.nextBoolean());
			case WHOLE :
				return String.valueOf(random.nextLong());
			case NUMBER :
				return String.valueOf(random.nextInt(1000) / 8.0).replaceFirst("\\.0$", "");
			case COUNT :
				return String.valueOf(4 + random.nextInt(1000));
			case TEXT :
				return text(row.key());
			default :
				return "a file " + random.nextInt(100) + ".csv";
		}
	}

	/** There are four clusters at least, or three if nobody says how many; two after merging. */
	private String text(final String key) {
		switch (key) {
			case "clusters" :
				return random.nextInt(5) == 0 ? "suggest" : String.valueOf(4 + random.nextInt(1000));
			case "frame" :
				return pick("shown", "1", "7");
			case "ignore" :
				return pick("none", "black", "white+10", "#f0f0f0", "12.5");
			case "channels" :
				return pick("all", "2", "1,3-5");
			case "merge" :
				return pick("none", "1+3", "1+2");
			default :
				return pick("each", "none", "selection", "2", "1,2");
		}
	}

	private String pick(final String... some) {
		return some[random.nextInt(some.length)];
	}

	/** Null if there is none. */
	String of(final String key) {
		return texts.get(key);
	}

	/** By the keys of the rows that have one. */
	Map<String, String> all() {
		return texts;
	}
}
