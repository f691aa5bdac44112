package sc.fiji.kmeans;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import sc.fiji.kmeans.settings.Setting;

/** The tables of settings in the reference. */
public final class ReferenceTable {

	private static final Path REFERENCE = Paths.get("src/site/markdown/reference.md");

	private ReferenceTable() {}

	/** The rows of the first table below a heading. */
	public static List<String> rows(final String heading) throws IOException {
		final String text = new String(Files.readAllBytes(REFERENCE), StandardCharsets.UTF_8)
			.replace("\r\n", "\n");
		final String below = text.substring(text.indexOf("\n" + heading + "\n"));
		final String table = below.substring(below.indexOf("\n|---")).trim().split("\n\n")[0];
		return Arrays.stream(table.split("\n")).skip(1).collect(Collectors.toList());
	}

	/** The row of a setting. @param key as users write it there */
	public static String row(final String key, final Setting<?> setting) {
		final String standard = setting.isSwitch() ? "off" : setting.standard();
		return "| `" + key + "` |" + (standard.isEmpty() ? "" : " " + standard) + " | " + setting.help()
			+ " |";
	}
}
