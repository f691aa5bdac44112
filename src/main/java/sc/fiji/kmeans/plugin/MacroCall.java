package sc.fiji.kmeans.plugin;

import ij.Macro;
import ij.macro.Interpreter;

/**
 * What macros call. Where it fails, one message stops the macro: for an exception ImageJ would
 * show the way to it through the code, and go on.
 */
final class MacroCall {

	private MacroCall() {}

	/** Answers a call. */
	interface Answer<E extends Exception> {

		String get() throws E;
	}

	/** The answer; outside of macros, an exception where there is none. */
	static <E extends Exception> String of(final Answer<E> answer) throws E {
		final Interpreter macro = Interpreter.getInstance();
		try {
			return answer.get();
		}
		catch (final Exception e) {
			if (macro == null) throw e;
			stop(macro, e.getMessage());
			return "";
		}
	}

	/** The exception that ends macros would be shown as a failure of the call. */
	private static void stop(final Interpreter macro, final String message) {
		try {
			macro.abort(message);
		}
		catch (final RuntimeException e) {
			if (!Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
		}
	}
}
