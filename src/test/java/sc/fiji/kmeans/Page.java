package sc.fiji.kmeans;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation: the README, or one of the site. */
public final class Page {

	private static final Path README = Paths.get("README.md");
	private static final Path FOLDER = Paths.get("src/site/markdown");
	private static final Pattern FENCE = Pattern
		.compile("(?ms)^ *```([^\\n`]*)\\n(.*?)^ *```$|^#+ ([^\\n]*)$");
	private static final Pattern SPAN = Pattern.compile("(?<!`)`([^`\n]+)`(?!`)");

	private final Path file;
	private final String text;

	private Page(final Path file) {
		this.file = file;
		try {
			text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n");
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
	}

	/** All of them, the README first. */
	public static List<Page> all() throws IOException {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return Stream.concat(Stream.of(README), files.sorted(Comparator.naturalOrder()))
				.map(Page::new)
				.collect(Collectors.toList());
		}
	}

	/** A page of the site. @param name without its extension */
	public static Page of(final String name) {
		return new Page(FOLDER.resolve(name + ".md"));
	}

	/** The name without its extension. */
	public String name() {
		return file.getFileName().toString().replace(".md", "");
	}

	public Path file() {
		return file;
	}

	public String text() {
		return text;
	}

	/** All blocks of code of a language, on all pages. */
	public static Stream<Block> blocks(final String... languages) throws IOException {
		return all().stream()
			.flatMap(page -> page.blocks().stream())
			.filter(block -> Stream.of(languages).anyMatch(block.language::equals));
	}

	/** The blocks of code of this page. */
	public List<Block> blocks() {
		final List<Block> blocks = new ArrayList<>();
		String heading = "";
		for (final Matcher m = FENCE.matcher(text); m.find();)
			if (m.group(3) != null) heading = m.group(3);
			else blocks.add(new Block(name(), heading, m.group(1), m.group(2)));
		return blocks;
	}

	/** As GitHub makes names of them: small letters, hyphens for blanks. */
	public Stream<String> headings() {
		return Pattern.compile("\n")
			.splitAsStream(text)
			.filter(line -> line.startsWith("#"))
			.map(line -> line.replaceFirst("^#+ ", "")
				.toLowerCase(Locale.ROOT)
				.replaceAll("[^\\w\\- ]", "")
				.replace(' ', '-'));
	}

	/** What stands in single backticks outside of blocks; line ends count as blanks. */
	public Stream<String> spans() {
		final String outside = text.replaceAll("(?ms)^ *```.*?^ *```$", "");
		final List<String> spans = new ArrayList<>();
		for (final String paragraph : outside.split("\n\\s*\n"))
			for (final Matcher m = SPAN.matcher(paragraph.replaceAll("\\s*\n\\s*", " ")); m.find();)
				spans.add(m.group(1));
		return spans.stream();
	}

	/** A block of code. */
	public static final class Block {

		private final String page;
		private final String heading;
		private final String language;
		private final String text;

		private Block(final String page, final String heading, final String language,
			final String text)
		{
			this.page = page;
			this.heading = heading;
			this.language = language.isEmpty() ? guessed(text) : language;
			this.text = text;
		}

		/** Where a page does not say it. */
		private static String guessed(final String text) {
			return text.matches("(?s)(run|call|open|setBatchMode)\\(.*") ? "ijm" : "sh";
		}

		public String page() {
			return page;
		}

		/** The heading that it stands below. */
		public String heading() {
			return heading;
		}

		public String language() {
			return language;
		}

		public String text() {
			return text;
		}

		@Override
		public String toString() {
			return page + ", " + heading + ": " + text.split("\n")[0];
		}
	}
}
