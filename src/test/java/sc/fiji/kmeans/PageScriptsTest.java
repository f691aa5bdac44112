package sc.fiji.kmeans;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.IJ;
import ij.WindowManager;
import ij.macro.Interpreter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.plugin.MacroRun;

/**
 * Every script on every page runs as it stands there, by the engine that Java finds for its
 * language.
 */
class PageScriptsTest {

	@TempDir
	Path results;

	@BeforeEach
	void begin() {
		IJ.runMacro("");
		MacroRun.addCommands();
		Interpreter.batchMode = true;
	}

	@AfterEach
	void end() {
		for (final int id : WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList())
			WindowManager.getImage(id).close();
		WindowManager.setTempCurrentImage(null);
		IJ.runMacro("setBatchMode(false);");
	}

	@TestFactory
	Stream<DynamicTest> scriptsRun() throws IOException {
		return Page.blocks("groovy", "javascript", "python")
			.map(block -> DynamicTest.dynamicTest(block.toString(), () -> run(block)));
	}

	private void run(final Page.Block block) throws Exception {
		final ScriptEngine engine = new ScriptEngineManager().getEngineByName(block.language());
		assumeTrue(engine != null || !block.language().equals("python"), "Jython: profile jython");
		final StringWriter said = new StringWriter();
		engine.getContext().setWriter(said);
		engine.eval(placed(block.text()));
		assertNotEquals("", said.toString());
	}

	/** Jython is not here without its profile; what it would import is. */
	@Test
	void whatPythonImportsIsThere() throws IOException {
		final List<String> imported = new ArrayList<>();
		Page.blocks("python").forEach(block -> {
			final Matcher line = Pattern.compile("(?m)^from (\\S+) import (.+)$").matcher(block.text());
			while (line.find())
				for (final String type : line.group(2).split(", *"))
					imported.add(line.group(1) + "." + type);
		});
		assertFalse(imported.isEmpty());
		for (final String type : imported)
			assertDoesNotThrow(() -> Class.forName(type), type);
	}

	private String placed(final String code) {
		return MacroRun.placed(code, results);
	}

	@Test
	void thereIsOneOfEachLanguage() throws IOException {
		for (final String language : new String[] { "groovy", "javascript", "python", "java" })
			assertFalse(
				Page.of("scripts").blocks().stream().noneMatch(block -> block.language().equals(language)),
				language);
	}

	/** A whole program, compiled and run. */
	@Test
	void theProgramRuns() throws Exception {
		final List<Page.Block> blocks = Page.blocks("java").collect(Collectors.toList());
		assertEquals(1, blocks.size());
		final Path source = Files.write(results.resolve("Nuclei.java"),
			placed(blocks.get(0).text()).getBytes(StandardCharsets.UTF_8));
		assertEquals(0,
			ToolProvider.getSystemJavaCompiler()
				.run(null, null, null, "-cp", System.getProperty("java.class.path"), "-d",
					results.toString(), source.toString()));
		try (URLClassLoader classes = new URLClassLoader(new URL[] { results.toUri().toURL() })) {
			final Method main = classes.loadClass("Nuclei").getMethod("main", String[].class);
			assertEquals("pixels in the darkest cluster",
				said(() -> main.invoke(null, (Object) new String[0])).replaceFirst("\\d+ ", "").trim());
		}
	}

	private interface Speaker {

		void speak() throws Exception;
	}

	private static String said(final Speaker speaker) throws Exception {
		final PrintStream out = System.out;
		final ByteArrayOutputStream said = new ByteArrayOutputStream();
		System.setOut(new PrintStream(said, true));
		try {
			speaker.speak();
		}
		finally {
			System.setOut(out);
		}
		return said.toString();
	}
}
