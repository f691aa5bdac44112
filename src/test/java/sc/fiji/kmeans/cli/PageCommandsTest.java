package sc.fiji.kmeans.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.Page;

/** Every command on every page runs, as it stands there, where the samples are. */
class PageCommandsTest {

	/** What no test runs, each with the reason. */
	private static final Map<String, String> NOT_RUN = new LinkedHashMap<>();

	static {
		NOT_RUN.put("mvn (-ntp verify|test)", "it runs this test");
		NOT_RUN.put("mvn .*-Pspark .*", "it fetches Spark; .ci/run tests it");
		NOT_RUN.put("(?s)spark-submit .*", "it needs a cluster; src/spark/trial.sh makes one");
		NOT_RUN.put("bash src/spark/trial.sh .*", "it makes a cluster");
		NOT_RUN.put("mvn .*-Pbenchmark .*", "it fetches OpenCV, and takes minutes");
		NOT_RUN.put("mvn .*-Pmutation .*", "it fetches PIT, and runs tests");
		NOT_RUN.put("mvn .*-Pjython .*", "it fetches Jython");
		NOT_RUN.put("mvn .*-Prelease package.*", "it builds all; the workflow does it");
		NOT_RUN.put("mvn .* (site|javadoc:javadoc|formatter:format|package.*)", "it builds all");
		NOT_RUN.put("mvn .*-D(test|seed|runs|groups|jacoco)[^ ]*.*", "it runs tests");
		NOT_RUN.put("src/build/[a-z-]*.sh.*", "it needs a display");
		NOT_RUN.put("(git clone|cd) .*", "it needs the network");
	}

	/** What is a command in a sentence. */
	private static final Predicate<String> SENTENCE = span -> span
		.matches("(mvn|java|bash|spark-submit) .*|src/build/.*\\.sh.*");

	@TempDir
	static Path folder;

	@TestFactory
	Stream<DynamicTest> everyBlockRuns() throws IOException {
		assumeTrue(File.separatorChar == '/', "a shell");
		return Page.blocks("sh", "bash")
			.filter(block -> !PageCommands.lines(block.text()).stream().allMatch(this::isNotRun))
			.map(block -> DynamicTest.dynamicTest(block.toString(), () -> run(block.text())));
	}

	private boolean isNotRun(final String line) {
		return NOT_RUN.keySet().stream().anyMatch(line::matches);
	}

	private static List<String> run(final String block) throws Exception {
		final Path place = Files.createTempDirectory(folder, "page");
		for (final Path sample : samples())
			smaller(sample, place.resolve(sample));
		return new PageCommands(place).run(block);
	}

	private static List<Path> samples() throws IOException {
		try (Stream<Path> files = Files.walk(Paths.get("sample-data"))) {
			return files.filter(Files::isRegularFile).collect(Collectors.toList());
		}
	}

	/** Corners of the photos, so that it takes little time. */
	private static void smaller(final Path sample, final Path copy) throws IOException {
		Files.createDirectories(copy.getParent());
		if (sample.toString().matches(".*\\.(png|jpg)"))
			ImageIO.write(ImageIO.read(sample.toFile()).getSubimage(0, 0, 96, 96),
				sample.toString().replaceFirst(".*\\.", ""), copy.toFile());
		else
			Files.copy(sample, copy);
	}

	/** But for the time. */
	@Test
	void theProgramSaysWhatThePageSays() throws IOException {
		final List<Page.Block> blocks = Page.of("commandline").blocks();
		final String said = blocks.stream()
			.filter(block -> block.language().equals("text"))
			.findFirst()
			.get()
			.text();
		final CommandLineRun run = CommandLineRun.of("sample-data/ihc.png", "--masked", "none",
			"--output", folder.resolve("said"));
		assertEquals(Arrays.asList(said.replaceFirst("\ntime.*\n", "").split("\n")),
			run.out.subList(0, run.out.size() - 1));
	}

	/** Those that stand in a sentence are either known not to be run, or like one of a block. */
	@Test
	void commandsInSentencesAreOfTheSameKind() throws IOException {
		for (final Page page : Page.all())
			page.spans()
				.filter(SENTENCE)
				.forEach(span -> assertTrue(isNotRun(span) || PageCommands.PROGRAM.matcher(span).matches(),
					page.name() + ": " + span));
	}

	@Test
	void noReasonIsLeftOfACommandThatIsNoMore() throws IOException {
		final List<String> commands = commands();
		for (final String command : NOT_RUN.keySet())
			assertTrue(commands.stream().anyMatch(line -> line.matches(command)), command);
	}

	/** Profiles, scripts, tests and programs. */
	@Test
	void whatIsNotRunNamesWhatThereIs() throws IOException {
		final String build = new String(Files.readAllBytes(Paths.get("pom.xml")),
			StandardCharsets.UTF_8);
		for (final String command : commands()) {
			if (!isNotRun(command)) continue;
			for (final String profile : named("-P(\\w+)", command))
				assertTrue(build.contains("<id>" + profile + "</id>"), command);
			for (final String script : named("(src/\\w+/[\\w-]+\\.sh)", command))
				assertTrue(Files.exists(Paths.get(script)), command);
			for (final String test : named("-Dtest=(\\w+)", command))
				assertTrue(isTest(test), command);
		}
	}

	private static boolean isTest(final String name) throws IOException {
		try (Stream<Path> files = Files.walk(Paths.get("src/test/java"))) {
			return files.anyMatch(file -> file.endsWith(name + ".java"));
		}
	}

	private static List<String> named(final String pattern, final String command) {
		final List<String> names = new ArrayList<>();
		for (final Matcher m = Pattern.compile(pattern).matcher(command); m.find();)
			names.add(m.group(1));
		return names;
	}

	/** All that stand on pages, in blocks and in sentences. */
	private static List<String> commands() throws IOException {
		final List<String> commands = new ArrayList<>();
		for (final Page page : Page.all()) {
			page.spans().filter(SENTENCE).forEach(commands::add);
			page.blocks()
				.stream()
				.filter(block -> block.language().matches("sh|bash"))
				.forEach(block -> commands.addAll(PageCommands.lines(block.text())));
		}
		return commands;
	}

	/** Options that are named anywhere, with their values, are options. */
	@Test
	void optionsInSentencesAreOptions() throws IOException {
		for (final Page page : Page.all())
			page.spans()
				.filter(span -> span.matches("--[a-z].*") && !page.name().matches("spark|building"))
				.forEach(span -> assertNotNull(
					Main.commandLine().getCommandSpec().findOption(span.split("[ =]")[0]),
					page.name() + ": " + span));
	}

	@Test
	void thePageOfTheCommandLineShowsEveryOption() throws IOException {
		final Set<String> shown = new LinkedHashSet<>();
		for (final Page.Block block : Page.of("commandline").blocks())
			shown.addAll(PageCommands.words(block.text().replace("\"", " ")));
		final List<String> missing = new ArrayList<>(Main.commandLine()
			.getCommandSpec()
			.options()
			.stream()
			.map(option -> option.longestName())
			.collect(Collectors.toList()));
		missing.removeAll(shown);
		assertEquals(Arrays.asList(), missing);
	}
}
