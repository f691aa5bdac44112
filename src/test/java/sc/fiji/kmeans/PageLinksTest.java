package sc.fiji.kmeans;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** Links of every kind are seen, and code is none. */
class PageLinksTest {

	private static String local(final String text) {
		return PageLinks.local(text).collect(Collectors.joining(" "));
	}

	@Test
	void everyKindOfLinkIsSeen() {
		assertEquals("a.md#b", local("see [a](a.md#b) or [the web](https://x.org/a.md#b)"));
		assertEquals("a.md i.png", local("[a](a.md \"title\") ![i](<i.png>)"));
		assertEquals("#here", local("[here](#here)"));
		assertEquals("a.md", local("[a][One] and [one][]\n\n[one]: a.md\n"));
		assertEquals("[lost]", local("[a][lost]"));
		assertEquals("b.md i.png", local("<a title='x' href=\"b.md\">b</a> <img src='i.png' width=9>"));
	}

	@Test
	void codeHasNoLinks() {
		assertEquals("", local("`a[1][2]`\n\n```sh\n[x](y.md)\n```\n[m](mailto:a@b.c)"));
	}

	@Test
	void aTargetHasAFileAndAPlace() {
		assertEquals("a.md", PageLinks.file("a.md#b"));
		assertEquals("b", PageLinks.place("a.md#b"));
		assertEquals("", PageLinks.file("#b"));
		assertEquals("", PageLinks.place("a.md"));
	}
}
