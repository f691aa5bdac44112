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
import java.util.function.Predicate;
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
	/** By which methods of others each method is overridden. */
	private final Map<String, Set<String>> overriding = new HashMap<>();

	Walks(final JavaClasses classes) {
		for (final JavaClass type : classes) {
			type.getAccessesFromSelf()
				.forEach(access -> add(calls, name(access.getOrigin()), name(access)));
			for (final JavaCodeUnit method : type.getCodeUnits())
				Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
					.filter(
						above -> above.getPackageName().startsWith(type.getPackageName().split("kmeans")[0]))
					.forEach(above -> {
						add(calls, name(above, method.getName()), name(method));
						add(overriding, name(above, method.getName()), name(method));
					});
		}
	}

	private static void add(final Map<String, Set<String>> map, final String from, final String to) {
		map.computeIfAbsent(from, any -> new HashSet<>()).add(to);
	}

	private static String name(final JavaCodeUnit method) {
		return name(method.getOwner(), method.getName());
	}

	private static String name(final JavaAccess<?> access) {
		return name(access.getTargetOwner(), access.getTarget().getName());
	}

	/** Nested types are part of the outer one. */
	private static String name(final JavaClass type, final String method) {
		final String outer = type.getName().split("\\$", 2)[0];
		return outer.substring(outer.lastIndexOf('.') + 1) + "." + method;
	}

	/** One for each walk. */
	Stream<DynamicTest> tests() throws IOException {
		return ofPage().stream().map(walk -> DynamicTest.dynamicTest(walk.get(0), () -> walk(walk)));
	}

	/** The stations of each walk. */
	static List<List<String>> ofPage() throws IOException {
		final String page = new String(
			Files.readAllBytes(Paths.get("src/site/markdown/how-it-works.md")), StandardCharsets.UTF_8);
		final List<List<String>> walks = Stream
			.of(page.substring(page.indexOf("### The way of a pixel")).split("\n\\* "))
			.skip(1)
			.map(Walks::stations)
			.collect(Collectors.toList());
		assertEquals(5, walks.size());
		return walks;
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
	 * Each station is called by one before it, and no other class is between them; and it calls
	 * none before it.
	 */
	private void walk(final List<String> stations) {
		assertTrue(stations.size() >= 5 && stations.size() <= LONGEST, stations.toString());
		assertEquals(stations.size(), stations.stream().map(Walks::type).distinct().count(),
			stations.toString());
		for (int i = 1; i < stations.size(); i++) {
			final String station = stations.get(i);
			assertTrue(stations.subList(0, i).stream().anyMatch(before -> calls(before, station)),
				station);
			final Set<String> later = reached(station, any -> true);
			later.retainAll(stations.subList(0, i));
			assertEquals(Collections.emptySet(), later, station + " calls");
		}
	}

	static String type(final String method) {
		return method.substring(0, method.indexOf('.'));
	}

	/** Whether a method calls another one, with the help of their own types alone. */
	private boolean calls(final String from, final String to) {
		return reached(from, method -> type(method).equals(type(from)) || type(method).equals(type(to))
			|| overriding.getOrDefault(method, Collections.emptySet()).contains(to)).contains(to);
	}

	private Set<String> reached(final String from, final Predicate<String> isWay) {
		final Set<String> reached = new HashSet<>();
		final Deque<String> open = new ArrayDeque<>(Collections.singleton(from));
		while (!open.isEmpty())
			for (final String next : calls.getOrDefault(open.pop(), Collections.emptySet()))
				if (isWay.test(next) && reached.add(next)) open.push(next);
		return reached;
	}
}
