package sc.fiji.kmeans.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are written whole or not at all. */
class WholeFilesTest {

	@TempDir
	private Path folder;

	@AfterEach
	void nothingTemporaryIsLeft() throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			assertFalse(all.anyMatch(file -> WholeFiles.areUnfinished(file)));
		}
	}

	@Test
	void aFileIsThereWhenAllOfItIs() throws IOException {
		final Path file = write("x", "old");
		WholeFiles.write(file, fresh -> {
			write(fresh, "new");
			assertEquals("old", read(file));
			assertTrue(WholeFiles.areUnfinished(fresh));
		});
		assertEquals("new", read(file));
	}

	@Test
	void aFailureLeavesWhatWasThere() throws IOException {
		final Path old = write("old", "old");
		final Path missing = folder.resolve("missing");
		for (final Path file : new Path[] { old, missing }) {
			final FileSystemException failure = assertThrows(FileSystemException.class,
				() -> WholeFiles.write(file, fresh -> {
					write(fresh, "half");
					throw new IOException("No space left on device");
				}));
			assertEquals(file.toString(), failure.getFile());
			assertEquals("No space left on device", failure.getReason());
		}
		assertEquals("old", read(old));
		assertFalse(Files.exists(missing));
	}

	@Test
	void anErrorLeavesWhatWasThere() throws IOException {
		final Path old = write("old", "old");
		assertThrows(OutOfMemoryError.class, () -> WholeFiles.write(old, fresh -> {
			throw new OutOfMemoryError();
		}));
		assertEquals("old", read(old));
	}

	@Test
	void oneThatFailsLeavesAllOthersAsTheyWere() throws IOException {
		final Path first = write("first", "old");
		final Path taken = Files.createDirectory(folder.resolve("taken"));
		write(taken.resolve("x"), "x");
		try (WholeFiles files = new WholeFiles()) {
			files.add(first, fresh -> write(fresh, "new"));
			final FileSystemException failure = assertThrows(FileSystemException.class,
				() -> files.add(taken, fresh -> write(fresh, "new")));
			assertEquals("this is a folder", failure.getReason());
		}
		assertEquals("old", read(first));
	}

	@Test
	void aLinkKeepsLeadingToTheFile() throws IOException {
		final Path file = write("file", "old");
		final Path link = Files.createSymbolicLink(folder.resolve("link"), file);
		WholeFiles.write(link, fresh -> write(fresh, "new"));
		assertTrue(Files.isSymbolicLink(link));
		assertEquals("new", read(file));
	}

	@Test
	void aMissingFolderIsTold() {
		assertEquals("there is no such folder", assertThrows(FileSystemException.class,
			() -> WholeFiles.write(folder.resolve("no/x"), fresh -> write(fresh, ""))).getReason());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/dev/null", "/dev/full", "/dev/zero" })
	void aDeviceStays(final String device) {
		final Path file = Paths.get(device);
		assumeTrue(Files.exists(file));
		final FileSystemException failure = assertThrows(FileSystemException.class,
			() -> WholeFiles.write(file, fresh -> write(fresh, "")));
		assertEquals("this is a device or a pipe", failure.getReason());
		assertTrue(Files.exists(file) && !Files.isRegularFile(file));
	}

	/** Even if it is a regular file: where the output of a program goes. */
	@Test
	void anOpenFileStays() throws IOException {
		final Path open = write("open", "old");
		final Path names = Paths.get("/proc/self/fd");
		assumeTrue(Files.exists(names));
		final Path link = folder.resolve("link");
		try (InputStream in = Files.newInputStream(open); Stream<Path> all = Files.list(names)) {
			final Path name = all.filter(one -> isSame(one, open)).findFirst().get();
			Files.createSymbolicLink(link, name);
			for (final Path file : new Path[] { name, link }) {
				assertTrue(WholeFiles.isDevice(file));
				assertEquals("this is a device or a pipe", assertThrows(FileSystemException.class,
					() -> WholeFiles.write(file, fresh -> write(fresh, "new"))).getReason());
			}
		}
		assertFalse(WholeFiles.isDevice(open));
		assertEquals("old", read(open));
	}

	private static boolean isSame(final Path file, final Path other) {
		try {
			return Files.isSameFile(file, other);
		}
		catch (final IOException e) {
			return false;
		}
	}

	@Test
	void aPipeStays() throws IOException, InterruptedException {
		final Path pipe = folder.resolve("pipe");
		assumeTrue(isMade(pipe));
		assertEquals("this is a device or a pipe", assertThrows(FileSystemException.class,
			() -> WholeFiles.write(pipe, fresh -> write(fresh, ""))).getReason());
		assertTrue(Files.exists(pipe) && !Files.isRegularFile(pipe));
	}

	private static boolean isMade(final Path pipe) throws InterruptedException {
		try {
			return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
		}
		catch (final IOException e) {
			return false;
		}
	}

	private Path write(final String name, final String text) throws IOException {
		return write(folder.resolve(name), text);
	}

	private static Path write(final Path file, final String text) throws IOException {
		return Files.write(file, text.getBytes());
	}

	private static String read(final Path file) throws IOException {
		return new String(Files.readAllBytes(file));
	}

	/** Of a run that is no more, but neither of this one, nor of other machines. */
	@Test
	void whatWasLeftBehindGoes() throws IOException {
		final Path deeper = Files.createDirectory(folder.resolve("deeper"));
		final String own = ManagementFactory.getRuntimeMXBean().getName().replaceAll("[^\\w@.-]", "_");
		final String machine = own.substring(own.indexOf('@'));
		final Path left = Files.createFile(deeper.resolve(".kmeans-999999999" + machine + "~x.tmp"));
		for (final String name : new String[] { ".kmeans-" + own + "~x.tmp",
			".kmeans-999999999@elsewhere~x.tmp", ".kmeans-x.tmp", ".kmeans-999999999" + machine + "~x" })
			Files.createFile(deeper.resolve(name));
		WholeFiles.deleteAbandoned(deeper);
		WholeFiles.deleteAbandoned(folder.resolve("none"));
		assertFalse(Files.exists(left));
		try (Stream<Path> files = Files.list(deeper)) {
			final List<Path> kept = files.collect(Collectors.toList());
			assertEquals(4, kept.size());
			for (final Path file : kept)
				Files.delete(file);
		}
	}

	/** Whoever wrote it; what belongs to other runs stays, and so do files that are whole. */
	@Test
	void whatARunHasLeftGoesByItsName() throws IOException {
		final Path left = Files.createFile(folder.resolve(".kmeans-1@elsewhere~run1-x.tmp"));
		final Path other = Files.createFile(folder.resolve(".kmeans-1@elsewhere~run2-x.tmp"));
		try (WholeFiles files = new WholeFiles("run1-")) {
			files.add(folder.resolve("whole"), fresh -> write(fresh, "whole"));
			files.move();
			files.add(folder.resolve("half"), fresh -> write(fresh, "half"));
			WholeFiles.deleteUnfinished(folder, "run1-");
		}
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(Arrays.asList(other, folder.resolve("whole")),
				files.sorted().collect(Collectors.toList()));
		}
		assertFalse(Files.exists(left));
		Files.delete(other);
	}
}
