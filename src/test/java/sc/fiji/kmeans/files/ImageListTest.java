package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.kmeans.samples.SampleFile;

/** Files, folders and names with wildcards. */
class ImageListTest {

	@TempDir
	private Path root;

	@BeforeEach
	void writeImages() throws IOException {
		for (final String name : new String[] { "b.png", "a.png", "x/c.png", "x/y/d.png", "x/y/e.tif",
			"z/a.png", ".h/f.png", "x/.g.png" })
		{
			final Path file = root.resolve(name);
			Files.createDirectories(file.getParent());
			Files.write(file, (name.endsWith("png") ? SampleFile.PNG : SampleFile.TIFF).bytes());
		}
		Files.write(root.resolve("x/notes.txt"), new byte[] { 'x' });
	}

	/** As shells have them. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
		value = { "*.png|a.png b.png", "?.png|a.png b.png", "[b-z].png|b.png", "{b,c,x}*.png|b.png",
			"*/*.png|x/c.png z/a.png", "*/*|x/c.png z/a.png",
			"**/*.png|a.png b.png x/c.png x/y/d.png z/a.png", "**/y/*|x/y/d.png x/y/e.tif",
			"x/**|x/c.png x/y/d.png x/y/e.tif", "**/x/**/d.png|x/y/d.png", ".*/*.png|.h/f.png",
			"x/.*|x/.g.png", "x/[cd].*|x/c.png", "**/**/a.png|a.png z/a.png" })
	void wildcardsStandForImages(final String glob, final String files) {
		assertEquals(files, found(false, root + "/" + glob));
	}

	/** The file that is named: opening it tells that it is not there. */
	/** Without the slash it would be the folder on that drive in which one is. */
	@Test
	void behindADriveIsItsRoot() {
		assertEquals(Paths.get("C:/"), new ImageGlob("C:\\*.png").folder());
		assertEquals(Paths.get("C:/a"), new ImageGlob("C:\\a\\*.png").folder());
		assertEquals(Paths.get(""), new ImageGlob("*.png").folder());
		assertEquals(Paths.get("/"), new ImageGlob("/*.png").folder());
	}

	@Test
	void whatStandsForNothingIsNamed() {
		assertEquals("*.jpg", found(false, root + "/*.jpg"));
		assertEquals("x/q.png", found(false, root + "/x/q.png"));
		assertEquals("x/*/*/*.png", found(false, root + "/x/*/*/*.png"));
	}

	@Test
	void aFileWhoseNameHasBracketsIsThatFile() throws IOException {
		final Path file = Files.write(root.resolve("a[1].png"), SampleFile.PNG.bytes());
		assertEquals("a[1].png", found(false, file.toString()));
	}

	@Test
	void bracketsThatDoNotCloseAreRefused() {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> found(false, root + "/{a.png"))
			.getMessage()
			.endsWith("a name with wildcards whose brackets close"));
	}

	@Test
	void foldersInFoldersAreLookedIntoWhereThatIsSaid() {
		assertEquals("a.png b.png", found(false, root.toString()));
		assertEquals("a.png b.png .h/f.png x/.g.png x/c.png x/y/d.png x/y/e.tif z/a.png",
			found(true, root.toString()));
	}

	@Test
	void linksInARingEnd() throws IOException {
		Files.createSymbolicLink(root.resolve("x/y/ring"), root);
		Files.createSymbolicLink(root.resolve("z/x"), root.resolve("x"));
		Files.createSymbolicLink(root.resolve("x/self"), root.resolve("x/self"));
		assertEquals("a.png b.png .h/f.png x/.g.png x/c.png x/y/d.png x/y/e.tif z/a.png",
			found(true, root.toString()));
		assertEquals("x/c.png x/y/d.png x/y/e.tif x/y/ring/a.png x/y/ring/b.png x/y/ring/z/a.png",
			found(false, root + "/x/**/?.*"));
	}

	@Test
	void aLinkToAFolderElsewhereIsFollowedOnce() throws IOException {
		final Path far = Files.createDirectory(root.resolve("far"));
		SampleFile.PNG.write(far, "f");
		final Path near = Files.createDirectories(root.resolve("near/a"));
		Files.createSymbolicLink(near.resolve("one"), far);
		Files.createSymbolicLink(near.resolve("two"), far);
		assertEquals("near/a/one/f.png", found(true, root.resolve("near").toString()));
	}

	/** But where it is named itself. */
	@Test
	void theFolderForResultsIsNotLookedInto() throws IOException {
		final Path out = Files.createDirectory(root.resolve("x/out"));
		SampleFile.PNG.write(out, "o");
		final ImageList images = new ImageList(out, names(), true);
		images.add(root.resolve("x").toString());
		assertEquals("x/.g.png x/c.png x/y/d.png x/y/e.tif", told(images));
		final ImageList itself = new ImageList(out, names(), true);
		itself.add(out.toString());
		assertEquals("x/out/o.png", told(itself));
	}

	@Test
	void foldersAreMirroredWhereFoldersInFoldersAreLookedInto() {
		final ImageList images = new ImageList(root.resolve("out"), names(), true);
		images.add(root.toString());
		images.add(root + "/x/**/d.png");
		images.add(root.resolve("b.png").toString());
		final List<String> folders = images.images()
			.stream()
			.map(image -> image.folder(root.resolve("out")) + ">" + image.prefix())
			.map(text -> text.substring(root.toString().length()))
			.collect(Collectors.toList());
		assertEquals("/out> /out> /out/.h>.h/ /out/x>x/ /out/x>x/ /out/x/y>x/y/ /out/x/y>x/y/"
			+ " /out/z>z/ /out/y>y/", String.join(" ", folders));
	}

	/** By whatever name of its folder. */
	@Test
	void anImageThatIsSaidTwiceIsMeantOnce() throws IOException {
		final Path link = Files.createSymbolicLink(root.resolve("link"), root);
		assertEquals("b.png a.png", found(false, root.resolve("b.png").toString(), root.toString(),
			root + "/x/../?.png", link.toString(), root.resolve("a.png").toString()));
		assertEquals("q.png", found(false, root + "/q.png", root + "/x/../q.png"));
	}

	@Test
	void oneFileIsNotSeveral() {
		final ImageList images = new ImageList(root, names(), false);
		images.add(root.resolve("b.png").toString());
		assertTrue(images.isOneFile());
		images.add(root.resolve("a.png").toString());
		assertFalse(images.isOneFile());
		final ImageList folder = new ImageList(root, names(), false);
		folder.add(root.resolve("z").toString());
		assertFalse(folder.isOneFile());
	}

	private static ResultNames names() {
		return new ResultNames(ResultNames.STANDARD, "3");
	}

	private String found(final boolean isRecursive, final String... texts) {
		final ImageList images = new ImageList(root.resolve("out"), names(), isRecursive);
		Arrays.asList(texts).forEach(images::add);
		return told(images);
	}

	private String told(final ImageList images) {
		return images.images()
			.stream()
			.map(image -> root.relativize(image.file()).toString())
			.collect(Collectors.joining(" "));
	}
}
