package sc.fiji.kmeans.files;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sc.fiji.kmeans.base.Refusal;

/**
 * How results are named: a text with words in braces that stand for what is known of
 * the image and the result; immutable.
 */
public final class ResultNames implements Serializable {

	/** As it is where nothing else is said. */
	public static final String STANDARD = "{name}-{result}";

	private static final long serialVersionUID = 1;
	private static final String NAME = "{name}";
	private static final String EXTENSION = "{extension}";
	private static final String FOLDER = "{folder}";
	private static final String K = "{k}";
	private static final String NUMBER = "{number}";
	private static final String RESULT = "{result}";
	private static final List<String> WORDS = Collections
		.unmodifiableList(Arrays.asList(NAME, EXTENSION, FOLDER, NUMBER, K, RESULT));
	/** In place of the result; no file name has it. */
	private static final String MARK = "\0";
	private static final Pattern BRACES = Pattern.compile("\\{[^{}]*\\}?|\\}");
	/** On some system. */
	private static final Pattern NO_NAME = Pattern.compile("[/\\\\<>:\"|?*\\p{Cntrl}]");
	private static final String TAKES = "a file name with {result} once and {name} or {number}, and"
		+ " maybe {extension}, {folder} and {k}, such as " + STANDARD;

	private final String template;
	/** How many clusters are asked for. */
	private final String clusters;
	/** Of the names of pictures. */
	private final Pattern form;

	/**
	 * @param template with {result} and the other words
	 * @param clusters how many are asked for
	 * @throws IllegalArgumentException if images or results could not be told apart
	 */
	public ResultNames(final String template, final String clusters) {
		final Matcher braces = BRACES.matcher(template);
		boolean fits = !NO_NAME.matcher(template).find()
			&& template.split("\\{result\\}", -1).length == 2
			&& (template.contains(NAME) || template.contains(NUMBER));
		while (braces.find())
			fits &= WORDS.contains(braces.group());
		Refusal.require(fits, "output_name", template, TAKES);
		this.template = template;
		this.clusters = clusters;
		form = form();
	}

	/** Of the root of a file system, which has no name, its path. */
	static String fileName(final Path file) {
		return file.getFileName() == null ? file.toString() : file.getFileName().toString();
	}

	/** The image's file name without its extension. */
	static String name(final Path image) {
		final String full = fileName(image);
		final int dot = full.lastIndexOf('.');
		return dot > 0 ? full.substring(0, dot) : full;
	}

	private static String extension(final Path image) {
		final String full = fileName(image);
		return full.substring(Math.min(full.length(), name(image).length() + 1));
	}

	private static String folder(final Path image) {
		final Path parent = image.toAbsolutePath().normalize().getParent();
		return parent == null || parent.getFileName() == null ? "" : parent.getFileName().toString();
	}

	/** The name of results of an image, with {result} for what tells them apart. */
	private String of(final Path image, final String number) {
		final Map<String, String> values = new LinkedHashMap<>();
		values.put(NAME, name(image));
		values.put(EXTENSION, extension(image));
		values.put(FOLDER, folder(image));
		values.put(NUMBER, number);
		values.put(K, clusters);
		final StringBuffer text = new StringBuffer();
		final Matcher braces = BRACES.matcher(template);
		while (braces.find())
			braces.appendReplacement(text,
				Matcher.quoteReplacement(values.getOrDefault(braces.group(), MARK)));
		return braces.appendTail(text).toString();
	}

	/**
	 * The beginning and the end of the names of an image's results.
	 *
	 * @param number which one it is, as text
	 */
	String[] around(final Path image, final String number) {
		return of(image, number).split(MARK, -1);
	}

	/**
	 * Whether a picture is called like a result of one of these images.
	 *
	 * @param isImage whether a name without extension is that of an image
	 * @return the table of the clusters that was made with it, if it is
	 */
	Optional<String> tableBeside(final Path picture, final Predicate<String> isImage) {
		return beside(picture, KnownResults.CLUSTERS, isImage).map(name -> name + ".csv");
	}

	/**
	 * Whether a picture is called like a result.
	 *
	 * @return the file of the labels that was made with it, without its extension, if it is
	 */
	Optional<String> labelsBeside(final Path picture) {
		return beside(picture, KnownResults.LABELS, name -> true);
	}

	private Optional<String> beside(final Path picture, final String result,
		final Predicate<String> isImage)
	{
		final String name = picture.getFileName().toString();
		final Matcher parts = form.matcher(name);
		if (!parts.matches()) return Optional.empty();
		if (template.contains(NAME) && !isImage.test(parts.group("name"))) return Optional.empty();
		return Optional.of(name.substring(0, parts.start("result")) + result
			+ name.substring(parts.end("result"), name.lastIndexOf('.')));
	}

	private Pattern form() {
		final Map<String, String> forms = new HashMap<>();
		forms.put(NAME, "(?<name>.+)");
		forms.put(EXTENSION, "[^.]*");
		forms.put(FOLDER, ".*?");
		forms.put(NUMBER, "\\d+");
		forms.put(K, Pattern.quote(clusters));
		forms.put(RESULT, "(?<result>" + KnownResults.PICTURES + ")");
		final StringBuilder regex = new StringBuilder();
		final Matcher braces = BRACES.matcher(template);
		int from = 0;
		while (braces.find()) {
			regex.append(Pattern.quote(template.substring(from, braces.start())))
				.append(forms.get(braces.group()));
			if (braces.group().equals(NAME)) forms.put(NAME, "\\k<name>");
			from = braces.end();
		}
		return Pattern.compile(
			regex.append(Pattern.quote(template.substring(from))).append("\\.(?:png|tif)").toString(),
			Pattern.DOTALL);
	}

	/** As it was written. */
	@Override
	public String toString() {
		return template;
	}
}
