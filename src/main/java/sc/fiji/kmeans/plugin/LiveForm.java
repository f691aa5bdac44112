package sc.fiji.kmeans.plugin;

import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.GenericDialog;

import java.awt.Choice;
import java.awt.TextField;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import sc.fiji.kmeans.camera.Camera;
import sc.fiji.kmeans.image.Segmentation;
import sc.fiji.kmeans.live.Shown;

/** What live segmentation asks for. */
final class LiveForm implements Form<LiveSettings> {

	private static final String PREFERENCE = "kmeans.live.";
	private static final Map<String, String> HEADINGS = new HashMap<>();
	private static final Set<String> BESIDES = Collections.singleton(LiveSettings.MEASURE);

	/** Of 8 bits those with a look-up table, which may be a palette. */
	private static final List<Integer> OF_COLOURS = Arrays.asList(ImagePlus.COLOR_RGB,
		ImagePlus.COLOR_256);

	static {
		HEADINGS.put("clusters", "How frames are segmented:");
		HEADINGS.put("show", "What the live window shows:");
		HEADINGS.put("source", "active (the image in front), camera, or http://...");
		HEADINGS.put("stop_after", "When it ends:");
	}

	/** Null before there is a dialog. */
	private TextField camera;

	@Override
	public String title() {
		return LivePlugIn.TITLE;
	}

	@Override
	public Set<String> keys() {
		return LiveSettings.DEFAULTS.keySet();
	}

	@Override
	public String[] choices(final String key) {
		return key.equals("show")
			? Arrays.stream(Shown.values()).map(Object::toString).toArray(String[]::new)
			: KMeansSettings.choices(key, true);
	}

	@Override
	public boolean isSwitch(final String key) {
		return key.equals(LiveSettings.MEASURE);
	}

	@Override
	public Map<String, String> defaults() {
		return LiveSettings.DEFAULTS;
	}

	/** An address may hold a password, so it is not kept. */
	@Override
	public Map<String, String> remembered() {
		final Map<String, String> texts = new LinkedHashMap<>(LiveSettings.DEFAULTS);
		texts.replaceAll((key, text) -> Prefs.get(PREFERENCE + key, text));
		try {
			return read(texts::get).texts();
		}
		catch (final IllegalArgumentException damaged) {
			return defaults();
		}
	}

	@Override
	public LiveSettings read(final UnaryOperator<String> text) {
		return LiveSettings.read(text);
	}

	/** An image that is followed must be there. */
	@Override
	public LiveSettings fitting(final UnaryOperator<String> text) {
		final LiveSettings settings = read(text);
		if (settings.source().equals(LiveSettings.ACTIVE))
			Segmentation.requireSupported(LivePlugIn.active());
		return settings;
	}

	/** Of a camera nobody knows before it starts, but it gives colours. */
	@Override
	public Set<String> idle(final UnaryOperator<String> text) {
		final ImagePlus image = WindowManager.getCurrentImage();
		final boolean hasNoColours = text.apply("source").trim().equals(LiveSettings.ACTIVE)
			&& image != null && (image.getNChannels() > 1 || !OF_COLOURS.contains(image.getType()));
		return hasNoColours ? Collections.singleton("color_space") : Collections.emptySet();
	}

	@Override
	public void remember(final LiveSettings settings, final Set<String> idle) {
		settings.texts().forEach((key, text) -> {
			final boolean isSecret = key.equals("source") && text.contains("@");
			if (!isSecret && !idle.contains(key)) Prefs.set(PREFERENCE + key, text);
		});
	}

	@Override
	public Map<String, String> told(final LiveSettings settings) {
		return settings.told();
	}

	@Override
	public String help() {
		return HelpText.live(title(), keys());
	}

	@Override
	public Map<String, String> headings() {
		return Collections.unmodifiableMap(HEADINGS);
	}

	@Override
	public Set<String> besides() {
		return BESIDES;
	}

	/** Cameras are looked for when the user asks for them: it loads their library. */
	@Override
	public void addText(final GenericDialog dialog, final String key, final String label,
		final String text)
	{
		switch (key) {
			case "source" :
				dialog.addStringField(label, text, 24);
				break;
			case "masked" :
				Form.super.addText(dialog, key, label, text);
				showMasked((TextField) dialog.getStringFields().lastElement(),
					(Choice) dialog.getChoices().lastElement());
				break;
			case "camera" :
				AidedField.addFound(dialog, label, text, Camera::names);
				camera = (TextField) dialog.getStringFields().lastElement();
				break;
			case "resolution" :
				AidedField.addFound(dialog, label, text, () -> Camera.resolutions(camera.getText()));
				break;
			default :
				Form.super.addText(dialog, key, label, text);
		}
	}

	private static void showMasked(final TextField masked, final Choice shown) {
		final ShownMasked shownMasked = new ShownMasked(masked, shown);
		masked.addTextListener(event -> shownMasked.update());
	}
}
