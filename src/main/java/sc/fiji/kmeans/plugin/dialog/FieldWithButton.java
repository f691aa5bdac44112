package sc.fiji.kmeans.plugin.dialog;

import ij.IJ;
import ij.gui.GenericDialog;
import ij.io.OpenDialog;
import ij.io.SaveDialog;

import java.awt.Button;
import java.awt.Choice;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.MenuItem;
import java.awt.Panel;
import java.awt.PopupMenu;
import java.awt.TextField;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * A text field beside which there is help to fill it: files, images, cameras. There
 * is a display.
 */
public final class FieldWithButton {

	private static final int COLUMNS = 24;
	/** What the list of images shows before one is chosen. */
	private static final String IMAGES = "Open images";

	private FieldWithButton() {}

	/** For a file that is there, or the title of an image: these can be chosen. */
	public static void addOpen(final GenericDialog dialog, final String label, final String text,
		final List<String> titles)
	{
		dialog.addStringField(label, text, COLUMNS);
		final TextField field = field(dialog);
		final Panel panel = replace(dialog, field);
		panel.add(button(field, () -> new OpenDialog("Clusters").getPath()));
		if (!titles.isEmpty()) panel.add(list(field, titles));
	}

	/** For a file to be written. */
	public static void addSave(final GenericDialog dialog, final String label, final String text) {
		dialog.addStringField(label, text, COLUMNS);
		final TextField field = field(dialog);
		replace(dialog, field)
			.add(button(field, () -> path(new SaveDialog("Save clusters", "clusters", ".csv"))));
	}

	/**
	 * For one of several texts that take time to find.
	 *
	 * @param find finds them when asked to
	 */
	public static void addFound(final GenericDialog dialog, final String label, final String text,
		final Callable<List<String>> find)
	{
		dialog.addStringField(label, text, COLUMNS);
		final TextField field = field(dialog);
		final Button button = new Button("Find");
		button.addActionListener(event -> {
			button.setEnabled(false);
			new Thread(() -> offer(field, button, found(find)), "K-Means find").start();
		});
		replace(dialog, field).add(button);
	}

	/** What is found, or why nothing is. */
	private static List<String> found(final Callable<List<String>> find) {
		try {
			return find.call();
		}
		catch (final Exception failed) {
			IJ.error(failed.getMessage());
			return Collections.emptyList();
		}
	}

	private static void offer(final TextField field, final Button button, final List<String> texts) {
		final PopupMenu menu = new PopupMenu();
		for (final String text : texts) {
			final MenuItem item = new MenuItem(text);
			item.addActionListener(event -> field.setText(text));
			menu.add(item);
		}
		EventQueue.invokeLater(() -> {
			button.setEnabled(true);
			button.add(menu);
			if (!texts.isEmpty() && button.isShowing()) menu.show(button, 0, button.getHeight());
		});
	}

	private static String path(final SaveDialog asked) {
		return asked.getFileName() == null ? null : asked.getDirectory() + asked.getFileName();
	}

	private static TextField field(final GenericDialog dialog) {
		return (TextField) dialog.getStringFields().lastElement();
	}

	/** @param ask gives null if the user cancelled */
	private static Component button(final TextField field, final Supplier<String> ask) {
		final Button button = new Button("Browse");
		button.addActionListener(event -> {
			final String path = ask.get();
			if (path != null) field.setText(path);
		});
		return button;
	}

	private static Component list(final TextField field, final List<String> titles) {
		final Choice list = new Choice();
		list.add(IMAGES);
		titles.forEach(
			title -> list.add(title.length() <= COLUMNS ? title : title.substring(0, COLUMNS) + "..."));
		list.addItemListener(event -> {
			final int chosen = list.getSelectedIndex();
			if (chosen > 0) field.setText(titles.get(chosen - 1));
		});
		return list;
	}

	/** Puts a panel with the field where the field was. */
	private static Panel replace(final GenericDialog dialog, final TextField field) {
		final GridBagLayout layout = (GridBagLayout) dialog.getLayout();
		final GridBagConstraints place = layout.getConstraints(field);
		final Panel panel = new Panel(new FlowLayout(FlowLayout.LEFT, 0, 0));
		panel.add(field);
		dialog.add(panel, place);
		return panel;
	}
}
