package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import ij.ImagePlus;

import java.awt.Checkbox;
import java.awt.Component;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import sc.fiji.kmeans.plugin.dialog.DialogDriver;
import sc.fiji.kmeans.plugin.dialog.Follower;
import sc.fiji.kmeans.plugin.dialog.Form;
import sc.fiji.kmeans.plugin.dialog.SettingsDialog;

/** Something in a dialog follows its settings from the beginning to the end. */
@Tag("window")
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class FollowerWindowTest {

	private Recording recording;
	private ImagePlus image;

	/** Keeps what it hears: numbers of clusters, or that there are no settings, and the end. */
	private static final class Recording implements Follower<KMeansSettings> {

		private final List<String> heard = new CopyOnWriteArrayList<>();
		private final Checkbox box = new Checkbox("Follow");

		@Override
		public String help() {
			return "follows";
		}

		@Override
		public Component component() {
			return box;
		}

		@Override
		public void follow(final KMeansSettings settings) {
			heard.add(settings == null ? "nothing" : "" + settings.options().kMeans().clusters());
		}

		@Override
		public void end() {
			heard.add("end");
		}

		private String last() {
			return heard.get(heard.size() - 1);
		}
	}

	@BeforeEach
	void start() throws Exception {
		RealImageJ.start();
		recording = new Recording();
		image = RealImageJ.show(Pictures.rgb(60, 40));
	}

	@AfterEach
	void cleanUp() throws Exception {
		RealImageJ.cleanUp();
	}

	private FutureTask<Optional<KMeansSettings>> ask() {
		final KMeansForm plain = new KMeansForm("Followed", true, image);
		@SuppressWarnings("unchecked")
		final Form<KMeansSettings> form = (Form<KMeansSettings>) Proxy.newProxyInstance(
			Form.class.getClassLoader(), new Class<?>[] { Form.class },
			(proxy, method, arguments) -> method.getName().equals("follower")
				? Optional.of(recording)
				: said(plain, method, arguments));
		final FutureTask<Optional<KMeansSettings>> asked = new FutureTask<>(
			() -> SettingsDialog.ask(form));
		new Thread(asked, "dialog").start();
		return asked;
	}

	private static Object said(final KMeansForm form, final Method method, final Object... arguments)
		throws Throwable
	{
		try {
			return method.invoke(form, arguments);
		}
		catch (final InvocationTargetException refused) {
			throw refused.getCause();
		}
	}

	@Test
	void itHearsEachChangeUntilOk() throws Exception {
		final FutureTask<Optional<KMeansSettings>> asked = ask();
		final DialogDriver dialog = DialogDriver.await();
		assertEquals("3", recording.last());
		assertTrue(recording.box.isShowing());
		dialog.type("Clusters", "7");
		assertEquals("7", recording.last());
		dialog.type("Clusters", "0");
		assertEquals("nothing", recording.last());
		dialog.type("Clusters", "5");
		dialog.press("OK");
		assertEquals(5, asked.get().get().options().kMeans().clusters());
		assertEquals("end", recording.last());
		assertEquals(1, recording.heard.stream().filter("end"::equals).count());
	}

	@Test
	void itEndsWithCancel() throws Exception {
		final FutureTask<Optional<KMeansSettings>> asked = ask();
		DialogDriver.await().type("Clusters", "4").press("Cancel");
		assertEquals(Optional.empty(), asked.get());
		assertEquals("end", recording.last());
	}
}
