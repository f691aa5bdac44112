package sc.fiji.kmeans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;

/** The ways of a pixel, as the page How it works lists them, are those of the code. */
final class Walks {

	private static final int LONGEST = 14;
	private static final Pattern STATION = Pattern.compile("\\w+\\.\\w+");

	/** What each method calls, by {@link #name}; a method calls those that override it. */
	private final Map<String, Set<String>> calls = new HashMap<>();

	Walks(final JavaClasses classes) {
		for (final JavaClass type : classes) {
			type.getAccessesFromSelf().forEach(access -> add(name(access.getOrigin()), name(access)));
			for (final JavaCodeUnit method : type.getCodeUnits())
				Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
					.filter(
						above -> above.getPackageName().startsWith(type.getPackageName().split("kmeans")[0]))
					.forEach(above -> add(above.getSimpleName() + "." + method.getName(), name(method)));
		}
	}

	private void add(final String from, final String to) {
		calls.computeIfAbsent(from, any -> new HashSet<>()).add(to);
	}

	private static String name(final JavaCodeUnit method) {
		return method.getOwner().getSimpleName() + "." + method.getName();
	}

	private static String name(final JavaAccess<?> access) {
		return access.getTargetOwner().getSimpleName() + "." + access.getTarget().getName();
	}

	/** One for each walk. */
	Stream<DynamicTest> tests() throws IOException {
		final String page = new String(
			Files.readAllBytes(Paths.get("src/site/markdown/how-it-works.md")), StandardCharsets.UTF_8);
		final List<List<String>> walks = Stream
			.of(page.substring(page.indexOf("### The way of a pixel")).split("\n\\* "))
			.skip(1)
			.map(Walks::stations)
			.collect(Collectors.toList());
		assertEquals(4, walks.size());
		return walks.stream().map(walk -> DynamicTest.dynamicTest(walk.get(0), () -> walk(walk)));
	}

	/** All that stands between backticks. */
	private static List<String> stations(final String line) {
		final List<String> stations = new ArrayList<>();
		final String[] parts = line.split("`", -1);
		for (int i = 1; i < parts.length; i += 2) {
			assertTrue(STATION.matcher(parts[i]).matches(), parts[i]);
			stations.add(parts[i]);
		}
		return stations;
	}

	/**
	 * Each station is called by one before it, perhaps by helpers between them, and calls none
	 * before it.
	 */
	private void walk(final List<String> stations) {
		assertTrue(stations.size() >= 8 && stations.size() <= LONGEST, stations.toString());
		assertEquals(stations.size(),
			stations.stream().map(it -> it.split("\\.")[0]).distinct().count(), stations.toString());
		for (int i = 1; i < stations.size(); i++)
			assertTrue(reached(stations.subList(0, i)).contains(stations.get(i)), stations.get(i));
		for (int i = 1; i < stations.size(); i++) {
			final Set<String> later = reached(stations.subList(i, i + 1));
			later.retainAll(stations.subList(0, i));
			assertEquals(Collections.emptySet(), later, stations.get(i) + " calls");
		}
	}

	private Set<String> reached(final List<String> from) {
		final Set<String> reached = new HashSet<>(from);
		final Deque<String> open = new ArrayDeque<>(from);
		while (!open.isEmpty())
			for (final String next : calls.getOrDefault(open.pop(), Collections.emptySet()))
				if (reached.add(next)) open.push(next);
		return reached;
	}
}
