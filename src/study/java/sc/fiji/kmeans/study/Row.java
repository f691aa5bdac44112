package sc.fiji.kmeans.study;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;

/** What a method reached on the pictures of some families. */
final class Row {

	/** A picture and how well its regions were met. */
	private static final class Tried {

		private final int target;
		private final Score score;

		private Tried(final Method method, final Picture picture) {
			target = picture.target();
			score = new Score(picture.truth(), method.labels(picture));
		}
	}

	private final String name;
	/** By family and picture. */
	private final List<List<Tried>> all;

	private Row(final String name, final List<List<Tried>> all) {
		this.name = name;
		this.all = all;
	}

	/** @param pictures by family */
	static Row of(final Method method, final List<List<Picture>> pictures) {
		return new Row(method.name(),
			pictures.stream().map(those -> tried(method, those)).collect(Collectors.toList()));
	}

	private static List<Tried> tried(final Method method, final List<Picture> pictures) {
		return pictures.stream()
			.map(picture -> new Tried(method, picture))
			.collect(Collectors.toList());
	}

	/** A cell for each family. */
	String text(final Measure measure) {
		return "| " + name.replace("*", "\\*") + " | "
			+ all.stream().map(those -> cell(those, measure)).collect(Collectors.joining(" | ")) + " |";
	}

	private static String cell(final List<Tried> those, final Measure measure) {
		return measure.text(values(those, measure::of), values(those, Score::mergedOverlap));
	}

	private static double[] values(final List<Tried> those,
		final ToDoubleBiFunction<Score, Integer> value)
	{
		return those.stream().mapToDouble(t -> value.applyAsDouble(t.score, t.target)).toArray();
	}
}
