package sc.fiji.kmeans;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** Each package knows one thing more than the one before, and no other. */
class ArchitectureTest {

	private static final String ROOT = "sc.fiji.kmeans";
	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);
	private static final String[] NUMBERS = { ROOT + ".cluster", "java.lang..", "java.math",
		"java.util.." };
	private static final String[] IMAGES = { ROOT + ".cluster", ROOT + ".pixel", ROOT + ".image",
		"java..", "ij", "ij.process", "ij.measure", "ij.gui", "net.imglib2.." };
	private static final String[] SETTINGS = with(IMAGES, ROOT + ".settings");

	/**
	 * Types that need each other, because they are one thought: options name clusters
	 * whose numbers others get, and clusters tell by what options they were found; a
	 * setting is read among the settings that are read before.
	 */
	private static final Set<Set<String>> ONE_THOUGHT = new HashSet<>(
		Arrays.asList(setOf("ImageClusters", "SegmentationOptions"), setOf("Setting", "Settings")));
	/** Types whose circles are still to be opened. */
	private static final Set<String> TO_COME = setOf("LiveForm", "LivePlugIn");

	private static Set<String> setOf(final String... names) {
		return new TreeSet<>(Arrays.asList(names));
	}

	@Test
	void clusterKnowsNumbersAlone() {
		onlyDependsOn("cluster", NUMBERS);
	}

	@Test
	void pixelKnowsClusterBesides() {
		onlyDependsOn("pixel", with(NUMBERS, ROOT + ".pixel"));
	}

	@Test
	void imageKnowsPixelAndImages() {
		onlyDependsOn("image", with(IMAGES, "ij.plugin.filter"));
	}

	/** Of images only through the package above, and nothing of ImageJ. */
	@Test
	void settingsKnowWhatCanBeSet() {
		onlyDependsOn("settings",
			with(NUMBERS, ROOT + ".pixel", ROOT + ".image", ROOT + ".settings", "java.nio.file"));
	}

	@Test
	void savedKnowsFilesOfClusters() {
		onlyDependsOn("saved", with(SETTINGS, ROOT + ".saved"));
	}

	@Test
	void liveKnowsImagesThatChange() {
		onlyDependsOn("live", with(IMAGES, ROOT + ".live"));
	}

	@Test
	void cameraKnowsLiveAndCameras() {
		onlyDependsOn("camera", with(IMAGES, ROOT + ".live", ROOT + ".camera", "javax.imageio..",
			"javax.net.ssl", "org.openpnp..", "com.sun.jna..", "org.apache.http.."));
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
			.resideInAnyPackage(ROOT + ".image", ROOT + ".settings", ROOT + ".saved", ROOT + ".files..",
				ROOT + ".live", ROOT + ".camera")
			.should()
			.dependOnClassesThat()
			.haveFullyQualifiedName("ij.IJ")
			.orShould()
			.dependOnClassesThat()
			.haveNameMatching(
				"ij\\.gui\\.(?!\\w*Roi).*|ij\\.plugin\\.filter\\.(?!ThresholdToSelection).*|ij\\.WindowManager|java\\.awt\\.(Window|Frame|Dialog|Component)")
			.check(CLASSES);
	}

	@Test
	void filesKnowsImageFilesAndFolders() {
		onlyDependsOn("files.format", with(IMAGES, ROOT + ".files.format", "ij.io", "javax.imageio.."));
		onlyDependsOn("files",
			with(SETTINGS, ROOT + ".saved", ROOT + ".files..", "ij.io", "javax.imageio.."));
	}

	@Test
	void cliKnowsFilesAndATerminal() {
		onlyDependsOn("cli",
			with(SETTINGS, ROOT + ".saved", ROOT + ".files", ROOT + ".cli", "picocli.."));
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

	@Test
	void nobodyKnowsPluginOrCli() {
		noClasses().that()
			.resideInAnyPackage(ROOT + ".cluster", ROOT + ".pixel", ROOT + ".image", ROOT + ".settings",
				ROOT + ".saved", ROOT + ".files..", ROOT + ".live", ROOT + ".camera")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(ROOT + ".plugin", ROOT + ".cli")
			.check(CLASSES);
		noClasses().that()
			.resideInAPackage(ROOT + ".plugin")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT + ".cli")
			.check(CLASSES);
	}

	/** Types of a package need each other in one direction alone; nested ones count as the outer one. */
	@Test
	void noTypesOfAPackageFormACircle() {
		final Set<Set<String>> circles = typesAndWhatTheyUse().values()
			.stream()
			.flatMap(uses -> circles(uses).stream())
			.collect(Collectors.toSet());
		assertTrue(circles.containsAll(ONE_THOUGHT), "circles that are no more");
		circles.removeAll(ONE_THOUGHT);
		circles.removeIf(TO_COME::containsAll);
		assertEquals(Collections.emptySet(), circles);
	}

	/** For each package its types, each with those of the same package that it uses. */
	private static Map<String, Map<String, Set<String>>> typesAndWhatTheyUse() {
		final Map<String, Map<String, Set<String>>> all = new TreeMap<>();
		for (final JavaClass type : CLASSES)
			type.getDirectDependenciesFromSelf()
				.stream()
				.map(Dependency::getTargetClass)
				.filter(used -> used.getPackageName().equals(type.getPackageName()))
				.forEach(used -> all.computeIfAbsent(type.getPackageName(), p -> new TreeMap<>())
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

	/** But for what ImageJ, a terminal and scripts begin with. */
	@Test
	void publicIsOnlyWhatAnotherPackageUses() {
		final List<String> beginnings = Arrays.asList("KMeansPlugIn", "ApplyPlugIn", "LivePlugIn",
			"LiveControl", "Tables", "Main", "ImagePixels", "IntervalPixels", "IntervalVectors",
			"IgnoredValues");
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

	private static void onlyDependsOn(final String name, final String... allowed) {
		classes().that(are(resideInAPackage(ROOT + "." + name)))
			.should()
			.onlyDependOnClassesThat(resideInAnyPackage(allowed))
			.check(CLASSES);
	}

	private static String[] with(final String[] some, final String... more) {
		final String[] all = Arrays.copyOf(some, some.length + more.length);
		System.arraycopy(more, 0, all, some.length, more.length);
		return all;
	}
}
