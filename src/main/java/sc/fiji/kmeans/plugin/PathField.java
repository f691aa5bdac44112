package sc.fiji.kmeans.plugin;

import ij.gui.GenericDialog;
import ij.io.OpenDialog;
import ij.io.SaveDialog;

import java.awt.Button;
import java.awt.FlowLayout;
import java.awt.GraphicsEnvironment;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Panel;
import java.awt.TextField;
import java.util.function.Supplier;

/** A text field for a path with a button that asks for a file. */
final class PathField {

	private static final int COLUMNS = 24;

	private PathField() {}

	/** For a file that is there. */
	static void addOpen(final GenericDialog dialog, final String label,
		final String text)
	{
		add(dialog, label, text, () -> path(new OpenDialog("Clusters")));
	}

	/** For a file to be written. */
	static void addSave(final GenericDialog dialog, final String label,
		final String text)
	{
		add(dialog, label, text, () -> path(new SaveDialog("Save clusters",
			"clusters", ".csv")));
	}

	private static String path(final OpenDialog asked) {
		return asked.getPath();
	}

	private static String path(final SaveDialog asked) {
		return asked.getFileName() == null ? null : asked.getDirectory() + asked
			.getFileName();
	}

	/** @param ask gives null if the user cancelled */
	private static void add(final GenericDialog dialog, final String label,
		final String text, final Supplier<String> ask)
	{
		dialog.addStringField(label, text, COLUMNS);
		if (GraphicsEnvironment.isHeadless()) return;
		final TextField field = (TextField) dialog.getStringFields().lastElement();
		final Button button = new Button("Browse");
		button.addActionListener(event -> {
			final String path = ask.get();
			if (path != null) field.setText(path);
		});
		replace(dialog, field, button);
	}

	/** Puts field and button where the field was. */
	private static void replace(final GenericDialog dialog,
		final TextField field, final Button button)
	{
		final GridBagLayout layout = (GridBagLayout) dialog.getLayout();
		final GridBagConstraints place = layout.getConstraints(field);
		final Panel panel = new Panel(new FlowLayout(FlowLayout.LEFT, 0, 0));
		panel.add(field);
		panel.add(button);
		dialog.add(panel, place);
	}
}
