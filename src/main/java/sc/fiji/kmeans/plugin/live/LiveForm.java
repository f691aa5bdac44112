package sc.fiji.kmeans.plugin.live;

import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.GenericDialog;

import java.awt.Choice;
import java.awt.TextField;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import sc.fiji.kmeans.camera.Camera;
import sc.fiji.kmeans.plugin.dialog.FieldWithButton;
import sc.fiji.kmeans.plugin.dialog.Form;
import sc.fiji.kmeans.plugin.dialog.HelpText;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;

/** What live segmentation asks for. */
final class LiveForm implements Form<LiveSettings> {

	private static final String PREFERENCE = "kmeans.live.";

	/** Of 8 bits those with a look-up table, which may be a palette. */
	private static final List<Integer> OF_COLOURS = Arrays.asList(ImagePlus.COLOR_RGB,
		ImagePlus.COLOR_256);

	private final String title;
	private final Supplier<ImagePlus> active;
	/** Null before there is a dialog. */
	private TextField camera;

	/** @param active gives the image that is followed, or refuses that there is none */
	LiveForm(final String title, final Supplier<ImagePlus> active) {
		this.title = title;
		this.active = active;
	}

	@Override
	public String title() {
		return title;
	}

	@Override
	public List<Setting<?>> rows() {
		return LiveSettings.ROWS;
	}

	/** An address may hold a password, so it is not kept. */
	@Override
	public Map<String, String> remembered() {
		return remembered(PREFERENCE, LiveSettings::texts);
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
			settings.options().segmentation().channels().requireIn(active.get().getNChannels());
		return settings;
	}

	/** Of a camera nobody knows before it starts, but it gives colours. */
	@Override
	public Map<String, String> idle(final UnaryOperator<String> text) {
		final boolean isActive = text.apply(LiveSettings.SOURCE.key())
			.trim()
			.equals(LiveSettings.ACTIVE);
		final ImagePlus image = isActive ? WindowManager.getCurrentImage() : null;
		final boolean hasChannels = image != null && image.getNChannels() > 1;
		final Map<String, String> idle = new HashMap<>();
		if (!hasChannels) idle.put(SettingTable.CHANNELS.key(), "the source has one channel");
		final boolean isOfColours = !hasChannels
			&& (image == null || OF_COLOURS.contains(image.getType()));
		if (isOfColours)
			idle.put(SettingTable.TRANSFORM.key(), "colours are clustered as they are; see Color space");
		else
			idle.put(SettingTable.COLOR_SPACE.key(), "the source has values, not colours");
		return idle;
	}

	@Override
	public void remember(final LiveSettings settings, final Set<String> idle) {
		settings.texts().forEach((key, text) -> {
			final boolean isSecret = key.equals(LiveSettings.SOURCE.key()) && text.contains("@");
			if (!isSecret && !idle.contains(key)) Prefs.set(PREFERENCE + key, text);
		});
	}

	@Override
	public Map<Setting<?>, String> told(final LiveSettings settings) {
		return settings.told();
	}

	@Override
	public String help() {
		return HelpText.live(title(), rows());
	}

	/** Cameras are looked for when the user asks for them: it loads their library. */
	@Override
	public void addText(final GenericDialog dialog, final Setting<?> row, final String text) {
		if (row == LiveSettings.SOURCE || row.key().equals(SettingTable.FILM_NAMES.key()))
			dialog.addStringField(row.label(), text, 24);
		else
			if (row == LiveSettings.CAMERA_NAME)
			{
				FieldWithButton.addFound(dialog, row.label(), text, Camera::names);
				camera = (TextField) dialog.getStringFields().lastElement();
			}
			else
				if (row == LiveSettings.RESOLUTION)
					FieldWithButton.addFound(dialog, row.label(), text,
						() -> Camera.resolutions(camera.getText()));
				else
					Form.super.addText(dialog, row, text);
		if (row == LiveSettings.MASKED)
			showMasked((TextField) dialog.getStringFields().lastElement(),
				(Choice) dialog.getChoices().lastElement());
	}

	private static void showMasked(final TextField masked, final Choice shown) {
		final MaskedField shownMasked = new MaskedField(masked, shown);
		masked.addTextListener(event -> shownMasked.update());
	}
}
