package sc.fiji.kmeans.plugin;

import ij.ImagePlus;
import ij.gui.GenericDialog;

import java.awt.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import sc.fiji.kmeans.plugin.dialog.FieldWithButton;
import sc.fiji.kmeans.plugin.dialog.Follower;
import sc.fiji.kmeans.plugin.dialog.Form;
import sc.fiji.kmeans.plugin.dialog.HelpText;
import sc.fiji.kmeans.plugin.preview.Preview;
import sc.fiji.kmeans.settings.Kind;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;

/** What the commands ask for that segment an image, by finding clusters or not. */
final class KMeansForm implements Form<KMeansSettings> {

	/** Columns of the field, for some names. */
	private static final int NAMES = 24;

	private final String title;
	private final boolean finding;
	private final ImagePlus image;
	/** Null before a dialog asks for it. */
	private ImageFit fit;

	/**
	 * @param finding whether clusters are found, not applied
	 * @param image that is segmented
	 */
	KMeansForm(final String title, final boolean finding, final ImagePlus image) {
		this.title = title;
		this.finding = finding;
		this.image = image;
	}

	@Override
	public String title() {
		return title;
	}

	@Override
	public List<Setting<?>> rows() {
		return KMeansSettings.rows(finding);
	}

	@Override
	public Map<String, String> remembered() {
		return KMeansSettings.remembered(finding, suggestion());
	}

	/** Clusters of the last image are applied, if they fit this one. */
	@Override
	public Map<String, String> recipe() {
		final Map<String, String> recipe = defaults();
		recipe.replace(SettingTable.FROM.key(), suggestion());
		return recipe;
	}

	private String suggestion() {
		return finding ? "" : ClusterSource.suggestion(image, fit()::takes);
	}

	private ImageFit fit() {
		if (fit == null) fit = new ImageFit(image);
		return fit;
	}

	@Override
	public KMeansSettings read(final UnaryOperator<String> text) {
		return finding ? KMeansSettings.read(text) : KMeansSettings.applying(text);
	}

	/** Clusters that are applied must be from somewhere. */
	@Override
	public KMeansSettings fitting(final UnaryOperator<String> text) {
		if (!finding && text.apply(SettingTable.FROM.key()).trim().isEmpty())
			throw ClusterSource.none();
		if (image.getProcessor() == null) throw new IllegalArgumentException("The image was closed");
		final KMeansSettings settings = read(text);
		fit().require(settings);
		return settings;
	}

	@Override
	public Map<String, String> idle(final UnaryOperator<String> text) {
		final Map<String, String> idle = fit().idle();
		idle.keySet().retainAll(keys());
		return idle;
	}

	@Override
	public void remember(final KMeansSettings settings, final Set<String> idle) {
		settings.remember(idle);
	}

	@Override
	public Map<Setting<?>, String> told(final KMeansSettings settings) {
		return settings.told();
	}

	@Override
	public String help() {
		return HelpText.html(title, rows());
	}

	/** Clusters that are found; those that are applied are as they are. */
	@Override
	public Optional<Follower<KMeansSettings>> follower(final Consumer<String> line) {
		return isPreviewed()
			? Optional.of(new PreviewBox<>(new Painted(new Preview(image, line))))
			: Optional.empty();
	}

	@Override
	public Optional<Window> neighbour() {
		return isPreviewed() ? Optional.of(image.getWindow()) : Optional.empty();
	}

	private boolean isPreviewed() {
		return finding && Preview.canShow(image);
	}

	/** What settings make of the image. */
	private final class Painted implements PreviewBox.PreviewPicture<KMeansSettings> {

		private final Preview preview;

		private Painted(final Preview preview) {
			this.preview = preview;
		}

		@Override
		public void show(final KMeansSettings settings) {
			preview.show(SourceFile.withNoData(settings.options(), image));
		}

		@Override
		public void hide() {
			preview.hide();
		}

		@Override
		public void close() {
			preview.close();
		}
	}

	@Override
	public void addText(final GenericDialog dialog, final Setting<?> row, final String text) {
		if (row.kind() == Kind.NEW_FILE) FieldWithButton.addSave(dialog, row.label(), text);
		else
			if (row.kind() == Kind.CLUSTERS)
				FieldWithButton.addOpen(dialog, row.label(), text, ClusterSource.titles());
			else
				dialog.addStringField(row.label(), text, row == SettingTable.NAMES ? NAMES : 8);
	}
}
