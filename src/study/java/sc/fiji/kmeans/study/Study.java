package sc.fiji.kmeans.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compares ways to segment pictures whose regions are known, and writes the tables of the page that
 * tells the result.
 */
public final class Study {

	/** Those with two kinds of regions. */
	private static final List<Family> OF_TWO = Arrays.asList(Family.NUCLEI, Family.NUCLEI_VIGNETTED,
		Family.UNSTAINED);

	private final StudyPage page;

	private Study(final StudyPage page) {
		this.page = page;
	}

	/**
	 * Measures all, and puts the tables into the page.
	 *
	 * @param path of the page, which has a mark for each table
	 * @param others methods that need other libraries, for all kinds of pictures
	 * @throws IOException if the page cannot be read or written
	 */
	public static void write(final Path path, final Method... others) throws IOException {
		final Study study = new Study(StudyPage.read(path));
		for (final Family.Kind kind : Family.Kind.values())
			study.compare(kind, Arrays.asList(others));
		study.compareThresholds();
		study.tell("suggested", new Suggested().table());
		study.page.write(path);
	}

	private void compare(final Family.Kind kind, final List<Method> others) {
		final List<Method> methods = new ArrayList<>(Methods.of(kind));
		methods.addAll(others);
		final List<Row> rows = rows(methods, Family.of(kind));
		for (final Measure measure : Measure.values())
			tell(StudyPage.name(kind, measure), table(Family.of(kind), rows, measure));
	}

	private void compareThresholds() {
		tell("automatic", table(OF_TWO, rows(Methods.automatic(), OF_TWO), Measure.OVERLAP));
	}

	private void tell(final String name, final List<String> table) {
		System.out.println("\n" + name + "\n" + String.join("\n", table));
		page.put(name, table);
	}

	private static List<Row> rows(final List<Method> methods, final List<Family> families) {
		final List<List<Picture>> pictures = families.stream()
			.map(Family::pictures)
			.collect(Collectors.toList());
		return methods.stream().map(method -> Row.of(method, pictures)).collect(Collectors.toList());
	}

	static List<String> table(final List<Family> families, final List<Row> rows,
		final Measure measure)
	{
		final List<String> table = new ArrayList<>();
		table.add("| " + measure + " | "
			+ families.stream().map(Family::toString).collect(Collectors.joining(" | ")) + " |");
		table.add(table.get(0).replaceAll("[^|]+", "---"));
		rows.forEach(row -> table.add(row.text(measure)));
		return table;
	}
}
