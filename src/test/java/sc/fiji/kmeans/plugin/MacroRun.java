package sc.fiji.kmeans.plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.Menus;
import ij.WindowManager;
import ij.macro.Interpreter;

import java.awt.event.KeyEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sc.fiji.kmeans.plugin.live.LiveControl;
import sc.fiji.kmeans.plugin.live.LivePlugIn;

/**
 * A macro that was run in batch mode without a display: what it said, and the
 * images that were open at its end.
 */
public final class MacroRun {

	public static final String COMMAND = "K-Means Segmentation...";

	public static final String APPLY = "Apply K-Means Clusters...";

	public static final String SUGGEST = "K-Means Suggest Clusters...";

	public static final String LIVE = "K-Means Live Segmentation...";

	private static final Pattern MESSAGE = Pattern.compile("(?ms)^Macro Error: (.*?) in line \\d+");

	/** What the macro's calls to {@link #open} and {@link #keep} work on. */
	private static ImagePlus source;
	private static Map<String, ImagePlus> open;

	private final String said;
	private final Map<String, ImagePlus> images;

	private MacroRun(final String said, final Map<String, ImagePlus> images) {
		this.said = said;
		this.images = images;
	}

	/** Runs the command on an image with options, and one more statement. */
	public static MacroRun of(final ImagePlus image, final String options) {
		return ofStatement(image, "run(\"" + COMMAND + "\", \"" + options + "\");");
	}

	/** Runs a statement on an image, and one more statement. */
	public static synchronized MacroRun ofStatement(final ImagePlus image, final String statement) {
		IJ.runMacro(""); // makes ImageJ read its list of commands
		addCommands();
		Menus.getCommands().put(LIVE, LivePlugIn.class.getName());
		for (final String control : new String[] { "Snapshot", "Stop" })
			Menus.getCommands()
				.put("K-Means Live " + control,
					LiveControl.class.getName() + "(\"" + control.toLowerCase() + "\")");
		source = image;
		open = null;
		final String said = listen(() -> run(new Interpreter(),
			"setBatchMode(true); " + call("open") + statement + call("keep")));
		return new MacroRun(said, open);
	}

	/** Puts the commands that need no window into ImageJ's menus, which have nothing here. */
	public static void addCommands() {
		Menus.getCommands().put(COMMAND, KMeansPlugIn.class.getName());
		Menus.getCommands().put(APPLY, ApplyPlugIn.class.getName());
		Menus.getCommands().put(SUGGEST, SuggestPlugIn.class.getName());
	}

	/** Does not unlock images after an error, as some runners of macros do. */
	public static void run(final Interpreter interpreter, final String macro) {
		try {
			interpreter.run(macro);
		}
		catch (final RuntimeException stopped) {
			if (!Macro.MACRO_CANCELED.equals(stopped.getMessage())) throw stopped;
		}
	}

	/** Code of a page, with the folders of this computer: samples in /data/, results in /results/. */
	public static String placed(final String code, final Path results) {
		return code.replace("/data/", slashes(Paths.get("sample-data").toAbsolutePath()))
			.replace("/results/", slashes(results));
	}

	/** A file as the options of a macro have it, in brackets: a backslash is written twice. */
	public static String path(final Path file) {
		return "[" + file.toString().replace("\\", "\\\\") + "]";
	}

	private static String slashes(final Path folder) {
		return folder.toString().replace('\\', '/') + "/";
	}

	static String call(final String method) {
		return "call(\"" + MacroRun.class.getName() + "." + method + "\");";
	}

	private static String listen(final Runnable speaker) {
		final PrintStream out = System.out;
		final PrintStream err = System.err;
		final ByteArrayOutputStream heard = new ByteArrayOutputStream();
		final PrintStream ear = new PrintStream(heard, true);
		System.setOut(ear);
		System.setErr(ear);
		try {
			speaker.run();
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
		return heard.toString();
	}

	/** Called by the macro: shows the image. */
	public static void open() {
		source.show();
	}

	/** What macros call, too. */
	public static void pressEscape() {
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
	}

	/** Called by the macro: the statement after the command. */
	public static void keep() {
		open = new LinkedHashMap<>();
		for (final int id : WindowManager.getIDList()) {
			final ImagePlus image = WindowManager.getImage(id);
			open.put(image.getTitle(), image);
		}
	}

	/** Whether the statement after the command was executed. */
	public boolean finished() {
		return images != null;
	}

	/** Titles of the images at the end, the source among them. */
	public List<String> titles() {
		return new ArrayList<>(images.keySet());
	}

	public ImagePlus image(final String title) {
		if (images == null || !images.containsKey(title))
			throw new AssertionError("no image " + title + "; the macro said: " + said);
		return images.get(title);
	}

	/** All that went to the terminal. */
	public String said() {
		return said;
	}

	/** The messages that a user would see in a box. */
	public List<String> messages() {
		final Matcher matcher = MESSAGE.matcher(said);
		final List<String> messages = new ArrayList<>();
		while (matcher.find())
			messages.add(matcher.group(1));
		return messages;
	}
}
