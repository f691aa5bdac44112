package sc.fiji.kmeans.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;

/** One line of a console that is overwritten in place. */
class ProgressLineTest {

	private final StringWriter console = new StringWriter();
	private long now;

	@Test
	void aLineTakesThePlaceOfTheOneBefore() {
		final ProgressLine line = line(17);
		line.show();
		line.next(false);
		now += 4_000_000_000L;
		line.show();
		assertEquals("\r\rprogress: 0 of 17\r" + blanks(17)
			+ "\r\r\rprogress: 1 of 17, 0.3 a second, 1 min 4 s left", console.toString());
	}

	@Test
	void nothingIsLeftOfTheLast() {
		final ProgressLine line = line(2);
		line.clear();
		assertEquals("", console.toString());
		line.show();
		line.clear();
		line.clear();
		assertEquals("\r\rprogress: 0 of 2\r" + blanks(16) + "\r", console.toString());
	}

	/** What is skipped takes no time, and says nothing of what is left. */
	@Test
	void theRateIsThatOfTheWork() {
		final ProgressLine line = line(20_012);
		for (int i = 0; i < 10; i++)
			line.next(true);
		now += 1_000_000_000L;
		line.show();
		assertEquals("\r\rprogress: 10 of 20012", console.toString());
		line.next(false);
		line.next(false);
		line.show();
		assertTrue(console.toString().endsWith("12 of 20012, 2.0 a second, 2 h 46 min left"));
	}

	@Test
	void aSingleImageIsNoNews() {
		line(1).show();
		assertEquals("", console.toString());
	}

	private ProgressLine line(final int images) {
		return new ProgressLine("progress", new PrintWriter(console), images, () -> now);
	}

	private static String blanks(final int n) {
		return new String(new char[n]).replace('\0', ' ');
	}
}
