package sc.fiji.kmeans.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;

/** One line of a console that is overwritten in place. */
class ProgressLineTest {

	private final StringWriter console = new StringWriter();

	@Test
	void aLineTakesThePlaceOfTheOneBefore() {
		final ProgressLine line = new ProgressLine(new PrintWriter(console), 17);
		line.next();
		line.next();
		assertEquals("\r\rprogress: 1 of 17\r" + blanks(17) + "\rprogress: 2 of 17",
			console.toString());
	}

	@Test
	void nothingIsLeftOfTheLast() {
		final ProgressLine line = new ProgressLine(new PrintWriter(console), 2);
		line.clear();
		assertEquals("", console.toString());
		line.next();
		line.clear();
		line.clear();
		assertEquals("\r\rprogress: 1 of 2\r" + blanks(16) + "\r", console.toString());
	}

	@Test
	void aSingleImageIsNoNews() {
		new ProgressLine(new PrintWriter(console), 1).next();
		assertEquals("", console.toString());
	}

	private static String blanks(final int n) {
		return new String(new char[n]).replace('\0', ' ');
	}
}
