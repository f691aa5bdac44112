package sc.fiji.kmeans.base;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;

/** Why something failed, in one line for people. */
public final class Reason {

	/** Of a class, with the colon behind it. */
	private static final Pattern CLASS_NAME = Pattern
		.compile("\\b(?:[a-z]\\w*\\.)+[A-Z][\\w$]*(?:Exception|Error)\\b:?\\s*");
	/** Also what breaks a line outside of ASCII. */
	private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

	private Reason() {}

	/** A text in one line, without characters that a terminal obeys. */
	public static String line(final Object text) {
		return CONTROL.matcher(text.toString()).replaceAll(" ");
	}

	/** A message in one line, without the names of classes. */
	public static String plain(final String message) {
		return line(CLASS_NAME.matcher(message).replaceAll("")).replaceAll("\\s+", " ").trim();
	}

	/**
	 * What an exception says, or the exception behind it if it says nothing itself.
	 *
	 * @param other if none says anything, or only what is of no use to people
	 */
	public static String of(final Throwable failure, final String other) {
		for (Throwable e = failure; e != null; e = e.getCause()) {
			final String text = said(e);
			if (!text.isEmpty()) return text;
		}
		return other;
	}

	private static String said(final Throwable e) {
		if (e instanceof OutOfMemoryError) return "not enough memory";
		if (e instanceof EOFException) return "the file ends too early";
		if (e instanceof FileSystemException) return ofFile((FileSystemException) e);
		// Others tell of errors in programs.
		if (!(e instanceof IOException || e instanceof IllegalArgumentException)) return "";
		final String text = e.getMessage() == null ? "" : plain(e.getMessage());
		// Unfinished: the cause ends it.
		return text.endsWith(":") ? "" : text;
	}

	private static String ofFile(final FileSystemException e) {
		if (e instanceof NoSuchFileException) return "there is no such file";
		if (e instanceof AccessDeniedException) return "no permission";
		if (e instanceof DirectoryNotEmptyException) return "this is a folder";
		return e.getReason() == null ? "" : plain(e.getReason());
	}

}
