package sc.fiji.kmeans.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;

import org.apache.commons.logging.LogFactory;
import org.apache.http.HttpHost;
import org.apache.http.client.HttpClient;

import org.junit.jupiter.api.Test;

/** The real library: present without a camera, and missing. */
class CameraLibraryTest {

	private static final String OPENPNP = "cameras take openpnp-capture-java-0.0.28-0.jar"
		+ ", which is missing: get it from Maven Central and put it into the folder"
		+ " jars of Fiji, or plugins/jars of ImageJ";

	@Test
	void withoutACameraThereIsOneMessage() throws IOException {
		assumeTrue(Camera.names().isEmpty(), "a computer without a camera");
		for (int i = 0; i < 3; i++)
			assertEquals("no camera was found: connect one and try again",
				assertThrows(IOException.class, () -> Camera.open("", "")).getMessage());
	}

	@Test
	void withoutTheLibraryThereIsOneMessage() throws Exception {
		try (URLClassLoader loader = loader(Camera.class)) {
			final Class<?> camera = loader.loadClass(Camera.class.getName());
			final Throwable thrown = assertThrows(InvocationTargetException.class,
				() -> camera.getMethod("names").invoke(null)).getCause();
			assertEquals(IOException.class, thrown.getClass());
			assertEquals(OPENPNP, thrown.getMessage());
		}
	}

	/** Fiji has all of it, ImageJ none. */
	@Test
	void withoutAPartOfTheHttpClientThereIsOneMessage() throws Exception {
		assertNoHttpClient(Camera.class);
		assertNoHttpClient(Camera.class, HttpClient.class);
		assertNoHttpClient(Camera.class, HttpClient.class, HttpHost.class);
		assertNoHttpClient(Camera.class, HttpHost.class, LogFactory.class);
		try (URLClassLoader loader = loader(Camera.class, HttpClient.class, HttpHost.class,
			LogFactory.class))
		{
			assertNotNull(networkCamera(loader));
		}
	}

	private static void assertNoHttpClient(final Class<?>... there) throws IOException {
		try (URLClassLoader loader = loader(there)) {
			final Throwable thrown = assertThrows(InvocationTargetException.class,
				() -> networkCamera(loader)).getCause();
			assertEquals(IOException.class, thrown.getClass());
			assertEquals("network cameras take " + jar(HttpClient.class) + " with " + jar(HttpHost.class)
				+ " and " + jar(LogFactory.class)
				+ ", which is missing: get it from Maven Central and put it into the folder"
				+ " jars of Fiji, or plugins/jars of ImageJ", thrown.getMessage());
		}
	}

	private static Object networkCamera(final ClassLoader loader) throws Exception {
		return loader.loadClass(NetworkCamera.class.getName())
			.getConstructor(String.class)
			.newInstance("http://me:topsecret@127.0.0.1/");
	}

	private static URLClassLoader loader(final Class<?>... there) {
		return new URLClassLoader(
			Arrays.stream(there).map(CameraLibraryTest::place).toArray(URL[]::new),
			ClassLoader.getSystemClassLoader().getParent());
	}

	private static URL place(final Class<?> of) {
		return of.getProtectionDomain().getCodeSource().getLocation();
	}

	private static String jar(final Class<?> of) {
		return place(of).getPath().replaceAll(".*/", "");
	}

	@Test
	void everyErrorOfLoadingIsTold() {
		assertMissing(OPENPNP, new NoClassDefFoundError("org/openpnp/capture/OpenPnpCapture"));
		assertMissing(OPENPNP.replace("openpnp-capture-java-0.0.28-0", "jna-5.14.0"),
			new NoClassDefFoundError("com/sun/jna/Pointer"));
		assertMissing(
			"the library of cameras cannot be used on this computer (no such file): "
				+ "take a network camera or an open image",
			new UnsatisfiedLinkError("no such file\nin any folder"));
	}

	private static void assertMissing(final String message, final LinkageError error) {
		final Cameras cameras = new Cameras(() -> {
			throw error;
		}, 1000);
		for (int i = 0; i < 2; i++)
			assertEquals(message,
				assertThrows(IOException.class, () -> Camera.names(cameras)).getMessage());
	}
}
