package sc.fiji.kmeans.plugin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Options of a call as people, scripts and cats write them. */
final class RandomOptions {

	/** Of each key what it takes, then the same with what it may not take. */
	private static final Map<String, String[][]> VALUES = new LinkedHashMap<>();

	static {
		put("clusters", "1 2 3 5 9 254 255 65535 suggest",
			"0 -1 2.5 65536 1e3 NaN \uff15 99999999999 [] three");
		put("epsilon", "0 0.2 1e-300 1e300 5", "-1 NaN 0,2 x Infinity");
		put("iterations", "1 2 100 2147483647", "0 2147483648 1.5");
		put("attempts", "1 2 10", "0 -3 ten");
		put("initialization", "k-means++ random", "Random kmeans []");
		put("random_seed", "1 -5 9223372036854775807", "9223372036854775808 1.5");
		put("masked", "each none 1 2 1,3", "0 x 99 1,, selection");
		put("frames", "each together current apply", "some Each");
		put("frame", "shown 1", "0 Shown");
		put("color_space", "RGB Lab a*b* HSB", "CMYK lab");
		put("apply_to", "selection image", "stack");
		put("ignore", "none black white #f0f0f0 12.5 white+10 -12.5+0.5", "grey NaN #12 1+");
		put("channels", "all 1 2 1,2 1-2", "0 99 3-1 a");
		put("transform", "none sqrt log", "cube");
		put("min_size", "0 1 2 5 1000", "-1 x 2147483648");
		put("merge", "none 1+2 1+3,2+4", "1+1 1 0+2 +");
		put("kept", "none each 1 2,3", "0 x selection");
		put("background", "black white transparent", "grey");
		put("match", "[]", "nowhere.csv \u65e5\u672c.csv / plain -segmented");
		put("names", "nucleus a,b \u65e5\u672c,\u00fc [the,first_one] ,,c", "a\tb");
		for (final String toggle : "scale measure plot rois overlay legend legend_inside methods trace"
			.split(" "))
			put(toggle, " true false", "maybe 2");
	}

	/** What no number, choice or file is, for every key. */
	private static final String[] ODD = { "\u0661", "\ud83d\ude00", "-", "1e400", "0x10", "1;2", "%s",
		"1..2", "<b>", "none,each", String.join("", Collections.nCopies(5000, "x")),
		String.join(",", Collections.nCopies(5000, "1")) };

	private static final String[] UNKNOWN = { "cluster=2", "k=3", "Clusters=2", "mask", "labels2",
		"clusters = 2", "=", "stack", "\u00fc=1" };

	private static void put(final String key, final String right, final String wrong) {
		VALUES.put(key, new String[][] { right.split(" ", -1), wrong.split(" ") });
	}

	private final List<String> options = new ArrayList<>();

	/** Most are right, some wrong, repeated, or unknown; in any order. */
	RandomOptions(final Random random) {
		final boolean isWild = random.nextInt(4) == 0;
		for (final String key : VALUES.keySet())
			if (random.nextInt(5) == 0) add(key, random, isWild && random.nextInt(4) == 0);
		if (random.nextInt(20) == 0) options.add(UNKNOWN[random.nextInt(UNKNOWN.length)]);
		if (random.nextInt(20) == 0 && !options.isEmpty())
			add(options.get(random.nextInt(options.size())).replaceFirst("=.*", ""), random, false);
		Collections.shuffle(options, random);
	}

	private void add(final String key, final Random random, final boolean isWrong) {
		if (!VALUES.containsKey(key)) return;
		final String[] values = isWrong && random.nextInt(3) == 0
			? ODD
			: VALUES.get(key)[isWrong ? 1 : 0];
		final String value = values[random.nextInt(values.length)];
		options.add(value.isEmpty() ? key : key + "=" + value);
	}

	/** Whether an option is among them, as it stands. */
	boolean has(final String option) {
		return options.contains(option);
	}

	/** Whether a key is among them. */
	boolean says(final String key) {
		return options.stream().anyMatch(option -> option.equals(key) || option.startsWith(key + "="));
	}

	/** Whether a switch is on. */
	boolean isOn(final String key) {
		return has(key) || has(key + "=true");
	}

	/** What is said first of a key; nothing if it is not. */
	String value(final String key) {
		return options.stream()
			.filter(option -> option.startsWith(key + "="))
			.map(option -> option.substring(key.length() + 1))
			.findFirst()
			.orElse("");
	}

	/** @throws IllegalArgumentException if they are refused */
	KMeansSettings settings() {
		final Map<String, String> texts = KMeansSettings.DEFAULTS.texts();
		for (final String option : options) {
			final String[] parts = option.split("=", 2);
			texts.replace(parts[0], parts.length == 1 ? "true" : parts[1]);
		}
		return KMeansSettings.read(texts::get);
	}

	@Override
	public String toString() {
		return options.stream().collect(Collectors.joining(" "));
	}
}
