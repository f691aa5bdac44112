package sc.fiji.kmeans.base;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files that are written whole, all of them or none: beside what is there, which
 * stays until they are moved to its place. A link keeps leading to its file. Devices
 * and pipes are refused, for they would be replaced, and so are names of open files,
 * such as /dev/stdout, which is where others write. Exceptions name the file that
 * was meant, and why it can not be written.
 */
public final class WholeFiles implements Closeable {

	private static final String PREFIX = ".kmeans-";
	/** Process and machine, which tell of whom a file is; without what separates them. */
	private static final String OWNER = ManagementFactory.getRuntimeMXBean()
		.getName()
		.replaceAll("[^\\w@.-]", "_");
	private static final String SUFFIX = ".tmp";
	/** Of all that are being written, for an early end of the program. */
	private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();

	static {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> UNFINISHED.forEach(WholeFiles::delete)));
	}

	/** The file as it was named, by what was written for it. */
	private final Map<Path, Path> written = new LinkedHashMap<>();

	/** By which all that belongs to a run of several machines is known; may be empty. */
	private final String run;

	public WholeFiles() {
		this("");
	}

	/** @param run a word that no other run of several machines has */
	public WholeFiles(final String run) {
		this.run = run;
	}

	/** Writes one file. */
	public static void write(final Path file, final Content content) throws FileSystemException {
		try (WholeFiles files = new WholeFiles()) {
			files.add(file, content);
			files.move();
		}
	}

	/** Whether a file is one of these before it is moved, maybe of a run that was killed. */
	public static boolean areUnfinished(final Path file) {
		final String name = file.getFileName().toString();
		return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
	}

	/**
	 * Opens a file for a while, of which nothing is left when it is closed.
	 *
	 * @param folder where it is
	 */
	public static FileChannel scratch(final Path folder) throws IOException {
		return FileChannel.open(folder.resolve(freshName("")), StandardOpenOption.CREATE_NEW,
			StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
	}

	/**
	 * Makes an empty file for a part of something, which stays until whoever joins the parts
	 * deletes it, or {@link #deleteUnfinished} does.
	 *
	 * @param run by which it is known
	 */
	public static Path part(final Path folder, final String run) throws IOException {
		return Files.createFile(folder.resolve(freshName(run)));
	}

	private static String freshName(final String run) {
		return PREFIX + OWNER + "~" + run + UUID.randomUUID() + SUFFIX;
	}

	/**
	 * Deletes what runs on this machine that were killed have left in a folder. What others
	 * are writing stays, and so does what can not be told (of other machines, or by Java 8).
	 */
	public static void deleteAbandoned(final Path folder) {
		deleteUnfinished(folder, WholeFiles::isAbandoned);
	}

	/** Deletes what machines have left in a folder that died in a run, which is over. */
	public static void deleteUnfinished(final Path folder, final String run) {
		deleteUnfinished(folder, name -> name.contains("~" + run));
	}

	private static void deleteUnfinished(final Path folder, final Predicate<String> isMeant) {
		try (Stream<Path> files = Files.list(folder)) {
			files.filter(WholeFiles::areUnfinished)
				.filter(file -> isMeant.test(file.getFileName().toString()))
				.forEach(WholeFiles::delete);
		}
		catch (final IOException | UncheckedIOException e) {
			// A folder that can not be read is told where it is written to.
		}
	}

	private static boolean isAbandoned(final String name) {
		final Matcher owner = Pattern.compile(Pattern.quote(PREFIX) + "(\\d+)@(.*)~.*").matcher(name);
		return owner.matches() && OWNER.endsWith("@" + owner.group(2)) && isDead(owner.group(1));
	}

	/** Asks a class of Java 9 and later. */
	private static boolean isDead(final String process) {
		try {
			final Class<?> handle = Class.forName("java.lang.ProcessHandle");
			return !((Optional<?>) handle.getMethod("of", long.class)
				.invoke(null, Long.parseLong(process))).isPresent();
		}
		catch (final ReflectiveOperationException | NumberFormatException e) {
			return false;
		}
	}

	/** Whether something is there that is no file, or the name of an open one. */
	public static boolean isDevice(final Path file) {
		if (!Files.exists(file) || Files.isDirectory(file)) return false;
		try {
			return !Files.isRegularFile(file) || isOpen(file.toAbsolutePath());
		}
		catch (final IOException e) {
			return false;
		}
	}

	/** @param file that exists: links to it do not go round in a ring */
	private static boolean isOpen(final Path file) throws IOException {
		final Path parent = file.getParent().toRealPath();
		if (parent.startsWith("/proc") || parent.startsWith("/dev/fd")) return true;
		return Files.isSymbolicLink(file) && isOpen(file.resolveSibling(Files.readSymbolicLink(file)));
	}

	/** Writes a file beside its place. */
	public void add(final Path file, final Content content) throws FileSystemException {
		try {
			content.write(begin(file));
		}
		catch (final IOException e) {
			throw unwritten(file, e);
		}
	}

	/**
	 * Begins a file that is written together with others.
	 *
	 * @return what is beside its place, there and empty
	 */
	public Path begin(final Path file) throws FileSystemException {
		try {
			// Not a temporary file of java.nio: that one would stay private.
			final Path fresh = place(file).resolveSibling(freshName(run));
			UNFINISHED.add(fresh);
			written.put(fresh, file);
			return Files.createFile(fresh);
		}
		catch (final IOException e) {
			throw unwritten(file, e);
		}
	}

	/** Changes a file that was written beside its place; does nothing if none was. */
	public void change(final Path file, final Content content) throws FileSystemException {
		for (final Map.Entry<Path, Path> one : written.entrySet())
			try {
				if (one.getValue().equals(file)) content.write(one.getKey());
			}
			catch (final IOException e) {
				throw unwritten(file, e);
			}
	}

	/** Where a file is, or will be. */
	private static Path place(final Path file) throws IOException {
		if (!Files.exists(file)) return file;
		final String problem = Files.isDirectory(file)
			? "this is a folder"
			: isDevice(file)
				? "this is a device or a pipe"
				: !Files.isWritable(file) ? "no permission to write" : null;
		if (problem != null) throw new FileSystemException(null, null, problem);
		return file.toRealPath();
	}

	/** Those that were written or begun, as they were named. */
	public Set<Path> files() {
		return new HashSet<>(written.values());
	}

	/** Moves all of them to their places. */
	public void move() throws FileSystemException {
		for (final Map.Entry<Path, Path> one : written.entrySet())
			try {
				Files.move(one.getKey(), place(one.getValue()), StandardCopyOption.ATOMIC_MOVE);
			}
			catch (final IOException e) {
				throw unwritten(one.getValue(), e);
			}
	}

	private static FileSystemException unwritten(final Path file, final IOException e) {
		final FileSystemException failure = new FileSystemException(file.toString(), null, reason(e));
		failure.initCause(e);
		return failure;
	}

	private static String reason(final IOException e) {
		if (e instanceof NoSuchFileException) return "there is no such folder";
		if (e instanceof AccessDeniedException) return "no permission to write";
		return Reason.of(e, "the system gives no reason");
	}

	/** Leaves nothing of those that were not moved. */
	@Override
	public void close() {
		written.keySet().forEach(WholeFiles::delete);
		UNFINISHED.removeAll(written.keySet());
	}

	private static void delete(final Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (final IOException e) {
			// Where nothing can be deleted, nothing more can be done.
		}
	}

	/** Writes the content of a file. */
	public interface Content {

		/** @param file that is there and empty */
		void write(Path file) throws IOException;
	}
}
