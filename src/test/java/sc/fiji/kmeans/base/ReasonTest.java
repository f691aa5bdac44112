package sc.fiji.kmeans.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

import org.junit.jupiter.api.Test;

/** Reasons are for people: never empty, in one line, without names of classes. */
class ReasonTest {

	@Test
	void aReasonIsWhatAnExceptionSays() {
		assertReason("no image", new IOException("no image"));
		assertReason("k = 0: takes 1 or more", new IllegalArgumentException("k = 0: takes 1 or more"));
		assertReason("there is no such file", new NoSuchFileException("x"));
		assertReason("no permission", new AccessDeniedException("x"));
		assertReason("disk full", new FileSystemException("x", null, "disk full"));
		assertReason("the file ends too early", new EOFException());
		assertReason("not enough memory", new OutOfMemoryError("Java heap space"));
	}

	@Test
	void anExceptionThatSaysNothingHasTheReasonOfItsCause() {
		final IOException cause = new IOException("the disk is full");
		assertReason("the disk is full", new IOException("Caught exception during read: ", cause));
		assertReason("the disk is full", new IOException(cause));
		assertReason("the disk is full", new UncheckedIOException(cause));
		assertReason("the disk is full", new IllegalStateException("x", cause));
		assertReason("other", new IOException("Caught exception during read: "));
		assertReason("other", new IOException(""));
		assertReason("other", new IOException());
		assertReason("other", new FileSystemException("x"));
	}

	@Test
	void errorsOfProgramsAreOfNoUseToPeople() {
		assertReason("other",
			new NullPointerException("Cannot load from int array because \"<local4>\" is null"));
		assertReason("other",
			new IOException(new ArrayIndexOutOfBoundsException("Index 5 out of bounds for length 5"))
				.getCause());
	}

	@Test
	void thereAreNoNamesOfClasses() {
		assertReason("no image", new IOException("java.io.IOException: no image"));
		assertReason("can not be read: no image",
			new IOException("can not be read: javax.imageio.IIOException: no image"));
		assertReason("other", new IOException(new NullPointerException()));
	}

	@Test
	void thereIsOneLineWithoutCharactersThatATerminalObeys() {
		assertReason("two lines", new IOException("two\r\n lines\n"));
		assertEquals("a b c d e f", Reason.line("a\nb\u0085c\u2028d\u001be\u0000f"));
	}

	private static void assertReason(final String expected, final Throwable failure) {
		assertEquals(expected, Reason.of(failure, "other"));
	}
}
