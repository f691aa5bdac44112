package sc.fiji.kmeans;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.LinkedHashMap;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each package knows one thing more than the one before, and no other. */
class ArchitectureTest {

	private static final String ROOT = "sc.fiji.kmeans";
	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);
	/** What each package knows besides those before it, and which of these it may import. */
	private static final Map<String, List<String>> ROOMS = new LinkedHashMap<>();

	static {
		room("cluster", "java.lang..", "java.math", "java.util..");
		room("pixel", "java.lang..", "java.io", "java.nio..", "java.util..", ".cluster");
		room("base", "java.lang..", "java.io", "java.nio..", "java.util..", ".cluster");
		room("colour", "java.lang..", "java.util..", "java.awt", "ij.process", ".cluster", ".pixel",
			".base");
		room("image", "java..", "ij", "ij.process", "ij.measure", "ij.gui", "ij.plugin.filter",
			"net.imglib2..", ".cluster", ".pixel", ".base", ".colour");
		room("vector", "java..", "ij.process", "ij.gui", "net.imglib2..", ".cluster", ".pixel", ".base",
			".image");
		room("region", "java..", "ij.process", ".cluster");
		room("model", "java..", "ij.process", ".cluster", ".pixel", ".base", ".colour", ".image",
			".vector");
		room("segment", "java..", "ij", "ij.process", "ij.measure", "ij.gui", ".cluster", ".pixel",
			".base", ".colour", ".image", ".vector", ".model", ".region");
		room("settings", "java.lang..", "java.math", "java.util..", "java.nio.file", ".cluster",
			".base", ".colour", ".image", ".vector", ".model", ".segment");
		room("saved", "java..", ".cluster", ".base", ".colour", ".image", ".vector", ".model",
			".segment", ".settings");
		room("measure", "java..", "ij", "ij.process", "ij.measure", "ij.gui", ".cluster", ".base",
			".colour", ".image", ".vector", ".model", ".segment");
		room("files.format", "java..", "javax.imageio..", "ij", "ij.io", "ij.process", "ij.gui",
			"ij.plugin", ".base", ".colour", ".image", ".vector");
		room("files.deflate", "java.lang..", "java.nio", "java.util..");
		room("files.tiff", "java..", "net.algart.matrices.tiff..", "ij", "ij.io", "ij.process",
			"ij.measure", "ij.gui", ".files.deflate", ".files.format", ".base", ".colour", ".image",
			".vector");
		room("files.list", "java..", ".base", ".model", ".segment", ".settings", ".files.format");
		room("files.picture", "java..", "javax.imageio..", "ij", "ij.io", "ij.process", ".base",
			".image", ".model", ".segment", ".files.deflate", ".files.format", ".files.tiff");
		room("files", "java..", "javax.imageio..", "ij", "ij.io", "ij.process", "ij.measure", "ij.gui",
			".files.deflate", ".files.format", ".files.tiff", ".cluster", ".base", ".colour", ".image",
			".vector", ".model", ".segment", ".settings", ".saved", ".measure", ".files.list",
			".files.picture");
		room("live", "java..", "ij", "ij.process", "ij.measure", "ij.gui", ".cluster", ".base",
			".colour", ".image", ".vector", ".model", ".segment");
		room("camera", "java..", "javax.imageio..", "javax.net.ssl", "org.openpnp..", "com.sun.jna..",
			"org.apache.http..", "ij", "ij.process", "ij.measure", "ij.gui", ".base", ".colour", ".image",
			".vector", ".live");
		room("cli", "java..", "picocli..", "ij", ".cluster", ".base", ".colour", ".image", ".vector",
			".model", ".segment", ".settings", ".saved", ".files", ".files.list");
	}

	private static void room(final String name, final String... allowed) {
		ROOMS.put(name, Arrays.asList(allowed));
	}

	/**
	 * Types that need each other, because they are one thought: options name clusters
	 * whose numbers others get, and clusters tell by what options they were found; a
	 * setting is read among the settings that are read before.
	 */
	private static final Set<Set<String>> ONE_THOUGHT = new HashSet<>(
		Arrays.asList(setOf("ImageClusters", "SegmentationOptions"), setOf("Setting", "Settings")));

	private static Set<String> setOf(final String... names) {
		return new TreeSet<>(Arrays.asList(names));
	}

	/** What scripts, programs, terminals and benchmarks call. */
	private static final List<String> FOR_OTHERS = Arrays.asList("Clusters.numberedAfter",
		"CountedPixels.of", "ImageClusters.merged", "IntervalPixels.cluster", "IntervalPixels.labels",
		"IntervalPixels.masked", "IntervalPixels.ofColours", "IntervalPixels.ofValues",
		"IntervalPixels.segmented", "IntervalVectors.cluster", "IntervalVectors.labels",
		"IntervalVectors.of", "KMeans.clusterFrom", "LabelledBand.first", "LiveSegmentation.awaitEnd",
		"Main.main", "Partition.comparedPoints", "Partition.visitedNodes", "PixelSum.add",
		"Segmentation.apply", "Segmentation.masked", "Segmentation.maskedEach", "Segmentation.of",
		"SuggestPlugIn.clusters", "Suggestion.of", "Tables.clear", "Tables.get", "Tables.save",
		"Tables.size", "ValueHistogram.cluster");
	private static final List<String> FOR_TESTS = Arrays.asList("CountedFrame.of",
		"ExplorerFrame.explorer", "KMeans.starts", "SourceImage.with", "UnreadFormat.labels");

	@TestFactory
	Stream<DynamicTest> eachRoomKnowsWhatItMay() {
		return ROOMS.keySet()
			.stream()
			.map(room -> DynamicTest.dynamicTest(room, () -> onlyDependsOn(room)));
	}

	@TestFactory
	Stream<DynamicTest> theWaysOfAPixel() throws IOException {
		return new Walks(CLASSES).tests();
	}

	@Test
	void eachRoomIsInTheTable() {
		final Set<String> rooms = CLASSES.stream()
			.map(type -> type.getPackageName().substring(ROOT.length() + 1))
			.filter(name -> !name.equals("plugin") && !name.startsWith("plugin."))
			.collect(Collectors.toSet());
		assertEquals(ROOMS.keySet(), rooms);
	}

	/** Dialogs and previews know no command, and commands know neither panel. */
	@Test
	void roomsOfThePluginKnowThoseBelowThem() {
		final String[][] rooms = {
			{ ".plugin.dialog", ".plugin", ".plugin.preview", ".plugin.live", ".plugin.explorer" },
			{ ".plugin.preview", ".plugin", ".plugin.live", ".plugin.explorer" },
			{ ".plugin", ".plugin.live", ".plugin.explorer" }, { ".plugin.live", ".plugin.explorer" },
			{ ".plugin.explorer", ".plugin.live" } };
		for (final String[] room : rooms)
			noClasses().that()
				.resideInAPackage(ROOT + room[0])
				.should()
				.dependOnClassesThat()
				.resideInAnyPackage(
					Arrays.stream(room).skip(1).map(above -> ROOT + above).toArray(String[]::new))
				.check(CLASSES);
	}

	/** It may be missing, and is only looked at when somebody asks for a camera. */
	@Test
	void oneClassKnowsTheLibraryOfCameras() {
		noClasses().that()
			.haveNameNotMatching(".*\\.OpenPnpCameras(\\$.*)?")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.openpnp..", "com.sun.jna..")
			.check(CLASSES);
	}

	/** It may be missing, and needs Java 17. */
	@Test
	void oneClassKnowsTheLibraryOfTiff() {
		noClasses().that()
			.haveNameNotMatching(".*\\.AlgArtBlocks")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("net.algart..", "org.scijava..")
			.check(CLASSES);
	}

	/** It may be missing, too: NetworkCamera asks whether it is there. */
	@Test
	void fewClassesKnowTheHttpClient() {
		noClasses().that()
			.haveNameNotMatching(".*\\.(HttpConnection(\\$.*)?|MjpegRequest|LenientLines|Digest)")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.apache.http..")
			.check(CLASSES);
	}

	@Test
	void noneOfTheseKnowsWindows() {
		noClasses().that()
			.resideInAnyPackage(withRoot(ROOMS.keySet()))
			.should()
			.dependOnClassesThat()
			.haveFullyQualifiedName("ij.IJ")
			.orShould()
			.dependOnClassesThat()
			.haveNameMatching(
				"ij\\.gui\\.(?!\\w*Roi).*|ij\\.plugin\\.filter\\.(?!ThresholdToSelection).*|ij\\.WindowManager|java\\.awt\\.(Window|Frame|Dialog|Component)")
			.check(CLASSES);
	}

	/** It belongs to the whole program, and other threads may be printing. */
	@Test
	void nobodyRedirectsWhatIsPrinted() {
		noClasses().should()
			.callMethod(System.class, "setOut", PrintStream.class)
			.orShould()
			.callMethod(System.class, "setErr", PrintStream.class)
			.check(CLASSES);
	}

	/**
	 * A stream that throws leaves tasks behind, and who waits for others may wait for ever. Files are
	 * compressed by streams: nothing throws there.
	 */
	@Test
	void parallelIsOnlyWhatEndsWhereItThrows() {
		noClasses().that()
			.doNotHaveSimpleName("Parallel")
			.and()
			.resideOutsideOfPackage(ROOT + ".files..")
			.should()
			.callMethodWhere(target(nameMatching("parallel(Stream|Sort|SetAll|Prefix)?")))
			.check(CLASSES);
	}

	@Test
	void thePluginKnowsNoTerminal() {
		noClasses().that()
			.resideInAPackage(ROOT + ".plugin..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT + ".cli")
			.check(CLASSES);
	}

	/**
	 * Types of a package need each other in one direction alone; nested ones count as the outer one.
	 */
	@Test
	void noTypesOfAPackageFormACircle() throws IOException {
		final Set<Set<String>> circles = typesAndWhatTheyUse().values()
			.stream()
			.flatMap(uses -> circles(uses).stream())
			.collect(Collectors.toSet());
		assertTrue(circles.containsAll(ONE_THOUGHT), "circles that are no more");
		circles.removeAll(ONE_THOUGHT);
		assertEquals(Collections.emptySet(), circles);
	}

	/**
	 * For each package its types, each with others of the same package that it uses: as classes
	 * tell, and as sources do, for constants of others are not in classes.
	 */
	private static Map<String, Map<String, Set<String>>> typesAndWhatTheyUse() throws IOException {
		final Map<String, Map<String, Set<String>>> all = new Sources(Sources.MAIN).named();
		for (final JavaClass type : CLASSES)
			type.getDirectDependenciesFromSelf()
				.stream()
				.map(Dependency::getTargetClass)
				.filter(used -> used.getPackageName().equals(type.getPackageName()))
				.forEach(used -> all.get(type.getPackageName())
					.computeIfAbsent(outermost(type), t -> new TreeSet<>())
					.add(outermost(used)));
		return all;
	}

	private static String outermost(final JavaClass type) {
		return type.getBaseComponentType()
			.getName()
			.substring(type.getPackageName().length() + 1)
			.split("\\$", 2)[0];
	}

	/** The types that reach each other. */
	private static Set<Set<String>> circles(final Map<String, Set<String>> uses) {
		final Map<String, Set<String>> reached = new TreeMap<>();
		uses.keySet().forEach(type -> reached.put(type, reached(type, uses)));
		return reached.keySet()
			.stream()
			.map(type -> reached.get(type)
				.stream()
				.filter(other -> reached.getOrDefault(other, Collections.emptySet()).contains(type))
				.collect(Collectors.toCollection(TreeSet::new)))
			.filter(circle -> circle.size() > 1)
			.collect(Collectors.toSet());
	}

	private static Set<String> reached(final String from, final Map<String, Set<String>> uses) {
		final Set<String> reached = new HashSet<>();
		final Deque<String> next = new ArrayDeque<>(uses.get(from));
		while (!next.isEmpty()) {
			final String type = next.pop();
			if (reached.add(type)) next.addAll(uses.getOrDefault(type, Collections.emptySet()));
		}
		return reached;
	}

	/** Nested ones count, too: who reads a name knows what it is. */
	@Test
	void noTwoTypesHaveOneName() {
		final Map<String, Set<String>> named = new TreeMap<>();
		CLASSES.stream()
			.filter(type -> !type.isAnonymousClass() && !type.getSimpleName().equals("package-info"))
			.forEach(type -> named.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
				.add(type.getName()));
		named.values().removeIf(types -> types.size() == 1);
		assertEquals(Collections.emptyMap(), named);
	}

	/** But for a few places where tests look in or choose what is small. */
	@Test
	void nothingIsThereForTestsAlone() {
		final Set<String> expected = new TreeSet<>(FOR_OTHERS);
		expected.addAll(FOR_TESTS);
		final Set<String> uncalled = CLASSES.stream()
			.flatMap(type -> type.getMethods().stream())
			.filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
			.filter(method -> method.getAccessesToSelf().isEmpty() && !isOfAbove(method))
			.map(method -> method.getOwner().getSimpleName() + "." + method.getName())
			.filter(name -> !name.endsWith(".values") && !name.endsWith(".writeReplace")
				&& !name.endsWith(".readResolve"))
			.collect(Collectors.toCollection(TreeSet::new));
		assertEquals(expected, uncalled);
	}

	/** Whether a type above has it, too, which is called instead. */
	private static boolean isOfAbove(final JavaMethod method) {
		return Stream
			.concat(method.getOwner().getAllRawSuperclasses().stream(),
				method.getOwner().getAllRawInterfaces().stream())
			.flatMap(above -> above.getMethods().stream())
			.anyMatch(other -> other.getName().equals(method.getName()));
	}

	/** But for what ImageJ, a terminal and scripts begin with. */
	@Test
	void publicIsOnlyWhatAnotherPackageUses() {
		final List<String> beginnings = Arrays.asList("KMeansPlugIn", "AboutPlugIn", "ApplyPlugIn",
			"SuggestPlugIn", "ExplorerPlugIn", "LivePlugIn", "LiveControl", "Tables", "Main",
			"ImagePixels", "IntervalPixels", "IntervalVectors", "IgnoredValues", "CountedPixels");
		final Set<String> unused = CLASSES.stream()
			.filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC) && c.isTopLevelClass())
			.filter(c -> !beginnings.contains(c.getSimpleName()))
			.filter(c -> c.getDirectDependenciesToSelf()
				.stream()
				.allMatch(use -> use.getOriginClass().getPackageName().equals(c.getPackageName())))
			.map(JavaClass::getName)
			.collect(Collectors.toSet());
		assertEquals(Collections.emptySet(), unused);
	}

	private static void onlyDependsOn(final String room) {
		final String[] allowed = withRoot(ROOMS.get(room));
		classes().that(are(resideInAPackage(ROOT + "." + room)))
			.should()
			.onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideInAPackage(ROOT + "." + room)))
			.check(CLASSES);
	}

	/** Names that begin with a point, or that have none, are of this project. */
	private static String[] withRoot(final Collection<String> names) {
		return names.stream()
			.map(name -> name.startsWith(".")
				? ROOT + name
				: ROOMS.containsKey(name) ? ROOT + "." + name : name)
			.toArray(String[]::new);
	}
}
