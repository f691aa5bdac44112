package sc.fiji.kmeans.plugin.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Label;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.plugin.RealImageJ;

/** Messages in a window, broken between words. */
@Tag("window")
class MessageLinesWindowTest {

	private static final String LONG = "The number of clusters is larger than the number of values"
		+ " that the pixels have, so there are fewer clusters than you asked for, and all of them"
		+ " are exact: take fewer, or another channel, or an image that has more values";

	private Frame frame;
	private MessageLines lines;

	@BeforeEach
	void open() throws Exception {
		RealImageJ.start();
		EventQueue.invokeAndWait(() -> {
			frame = new Frame();
			lines = new MessageLines(new Label(), 2, 4);
			frame.add(lines);
			frame.setSize(300, 200);
			frame.setVisible(true);
		});
		RealImageJ.settleWindow();
	}

	@AfterEach
	void close() throws Exception {
		if (frame != null) EventQueue.invokeAndWait(frame::dispose);
		RealImageJ.cleanUp();
	}

	private boolean show(final String text) throws Exception {
		final boolean[] isMore = new boolean[1];
		EventQueue.invokeAndWait(() -> isMore[0] = lines.show(text, Color.red));
		return isMore[0];
	}

	private String[] shown() {
		return Arrays.stream(lines.getComponents())
			.map(part -> ((Label) part).getText())
			.toArray(String[]::new);
	}

	@Test
	void shortMessagesAreOneLine() throws Exception {
		assertFalse(show("3 clusters"));
		assertEquals("3 clusters", shown()[0]);
		assertEquals("", shown()[1]);
		assertEquals("3 clusters", lines.text());
		assertEquals(Color.red, lines.getComponent(0).getForeground());
	}

	/** As many lines as are needed, up to the most; each as wide as there is room for. */
	@Test
	void longMessagesAreBrokenBetweenWords() throws Exception {
		assertTrue(show(LONG.substring(0, 100)));
		assertEquals(LONG.substring(0, 100), Arrays.stream(shown()).collect(Collectors.joining()));
		for (final Component line : lines.getComponents())
			assertTrue(line.getFontMetrics(line.getFont()).stringWidth(((Label) line).getText()) <= 300);
	}

	@Test
	void whatIsTooLongEndsWithDotsBetweenWords() throws Exception {
		show(LONG + LONG);
		final String[] shown = shown();
		assertEquals(4, shown.length);
		assertTrue(shown[3].endsWith("..."), shown[3]);
		final String all = String.join("", shown);
		assertTrue(LONG.startsWith(all.substring(0, all.length() - 3)), all);
		assertEquals(LONG + LONG, lines.text());
		assertEquals(LONG + LONG, lines.tip());
		show("short");
		assertEquals("", lines.tip());
	}

	/** Of thousands of clusters each has its percentage: what is not seen is not measured. */
	@Test
	void endlessMessagesTakeNoTime() throws Exception {
		final String endless = String.join(", ", Collections.nCopies(200_000, "0.0"));
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> show(endless));
		assertTrue(shown()[3].endsWith("..."), shown()[3]);
		assertEquals(endless, lines.tip());
	}

	/** A message never makes a window wider. */
	@Test
	void itAsksForNoWidth() throws Exception {
		show(LONG);
		assertEquals(1, lines.getPreferredSize().width);
		assertEquals(lines.getPreferredSize(), lines.getMinimumSize());
	}

	/** Lines that are there stay, so that nothing moves away from under the pointer. */
	@Test
	void linesDoNotGo() throws Exception {
		show(LONG);
		final int before = lines.getComponentCount();
		assertFalse(show("short"));
		assertEquals(before, lines.getComponentCount());
		assertEquals("", shown()[before - 1]);
	}
}
