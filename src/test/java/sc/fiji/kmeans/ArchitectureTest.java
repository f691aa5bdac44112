package sc.fiji.kmeans;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
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
	void liveKnowsImagesThatChange() {
		onlyDependsOn("live", with(IMAGES, ROOT + ".live"));
	}

	@Test
	void cameraKnowsLiveAndCameras() {
		onlyDependsOn("camera", with(IMAGES, ROOT + ".live", ROOT + ".camera", "javax.imageio..",
			"javax.net.ssl", "org.openpnp..", "com.sun.jna.."));
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

	@Test
	void noneOfTheseKnowsWindows() {
		noClasses().that()
			.resideInAnyPackage(ROOT + ".image", ROOT + ".settings", ROOT + ".live", ROOT + ".camera")
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
	void cliKnowsImageAndATerminal() {
		onlyDependsOn("cli",
			with(IMAGES, ROOT + ".settings", ROOT + ".cli", "picocli..", "ij.io", "javax.imageio.."));
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
				ROOT + ".live", ROOT + ".camera")
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
