package sc.fiji.kmeans.plugin.dialog;

import ij.macro.Interpreter;
import ij.plugin.frame.Recorder;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sc.fiji.kmeans.settings.SettingTexts;

/**
 * What a macro says: {@code key=value}, {@code key=[value with blanks]},
 * {@code key='value'}, {@code key=&variable}, and {@code key} alone for a switch. It
 * means what ImageJ's dialogs take it for. But ImageJ passes over what it does not
 * know, and finds keys inside of values; here every word counts, once.
 */
final class MacroOptions {

	/** Characters that would end a value stand in it by their number. */
	private static final Pattern NUMBERED = Pattern.compile("&#(\\d{1,6});");
	private static final String CODE = "&#";

	private final Form<?> form;
	private final Map<String, String> texts = new HashMap<>();

	private MacroOptions(final Form<?> form) {
		this.form = form;
	}

	/**
	 * The text of each setting: what the macro says, or the default.
	 *
	 * @throws IllegalArgumentException with the word that has no meaning, and the key
	 *           that is nearest
	 */
	static Map<String, String> texts(final Form<?> form, final String options) {
		final MacroOptions said = new MacroOptions(form);
		final MacroWords words = new MacroWords(options);
		while (words.next())
			said.add(words.key(), words.value());
		final Map<String, String> texts = new HashMap<>(form.defaults());
		texts.putAll(said.texts);
		return texts;
	}

	/** @param value null for a key alone */
	private void add(final String key, final String value) {
		if (!form.keys().contains(key)) throw new KnownKeys(form.keys()).refused(key, value);
		final String text = form.row(key).isSwitch() ? state(key, value) : text(key, value);
		final String before = texts.put(key, text);
		if (before != null && !before.equals(text))
			throw new IllegalArgumentException(
				key + " = " + text + ": said twice, " + key + " = " + before + " before");
	}

	/** Absent it is off; variables that are true have the value 1. */
	private static String state(final String key, final String value) {
		final String text = value == null ? "true" : decoded(key, value, "");
		if (text.equals("true") || text.equals("1")) return "true";
		if (text.equals("false") || text.equals("0")) return "false";
		throw SettingTexts.refused(key, text, "true or false, or stands alone");
	}

	private String text(final String key, final String value) {
		final String standard = form.row(key).standard();
		if (value == null)
			throw new IllegalArgumentException(
				key + ": takes a value, with no blanks around the equals sign, such as " + key + "="
					+ (standard.isEmpty() ? "[a value]" : standard));
		return decoded(key, value, standard);
	}

	/**
	 * As ImageJ does, a variable takes the place of its name after an ampersand, where
	 * a number is expected, and where the name begins the label of the field.
	 */
	private static String decoded(final String key, final String value, final String standard) {
		final boolean isVariable = value.startsWith("&") && !value.startsWith(CODE);
		final String name = isVariable ? value.substring(1) : value;
		final String variable = isVariable || key.startsWith(value) || standard.matches("[-\\d].*")
			? variable(name)
			: null;
		return variable == null ? unnumbered(name) : variable;
	}

	/** Null if there is none. Whole numbers are without a fraction. */
	private static String variable(final String name) {
		final Interpreter macro = Interpreter.getInstance();
		if (macro == null || name.isEmpty()) return null;
		final String text = macro.getStringVariable(name);
		if (text != null) return text;
		final String number = macro.getVariableAsString(name);
		return number == null ? null : number.replaceFirst("\\.0$", "");
	}

	private static String unnumbered(final String text) {
		final Matcher numbered = NUMBERED.matcher(text);
		final StringBuffer plain = new StringBuffer();
		while (numbered.find())
			numbered.appendReplacement(plain, Matcher.quoteReplacement(character(numbered)));
		return numbered.appendTail(plain).toString();
	}

	private static String character(final Matcher numbered) {
		final int code = Integer.parseInt(numbered.group(1));
		return code <= Character.MAX_VALUE ? String.valueOf((char) code) : numbered.group();
	}

	/**
	 * A text as the recorder takes it, which puts brackets around what has a blank. It
	 * is read as the same text, whatever it is.
	 */
	static String recorded(final String text) {
		final StringBuilder plain = new StringBuilder();
		final boolean areBracketsPaired = MacroWords.arePaired(text);
		for (int i = 0; i < text.length(); i++)
			plain.append(
				isPlain(text, i, areBracketsPaired) ? text.charAt(i) : CODE + (int) text.charAt(i) + ";");
		final String fixed = Recorder.fixString(plain.toString());
		final boolean looksQuoted = fixed.startsWith("[") || fixed.startsWith("'");
		return looksQuoted && !fixed.contains(" ") ? "[" + fixed + "]" : fixed;
	}

	private static boolean isPlain(final String text, final int i, final boolean areBracketsPaired) {
		final char c = text.charAt(i);
		if (c == '&') return i > 0 && !text.startsWith(CODE, i);
		return !Character.isISOControl(c) && (areBracketsPaired || c != '[' && c != ']');
	}
}
