package sc.fiji.kmeans.plugin;

import ij.gui.GenericDialog;

import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.TextField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Vector;

import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.Trait;

/** The fields of a dialog, one for each setting of a form; there is a display. */
final class Fields {

	private final Form<?> form;
	private final GenericDialog dialog;
	/** What is read and set, by keys in their order. */
	private final Map<String, Component> inputs = new LinkedHashMap<>();
	/** Of some of them. */
	private final Map<String, Component> labels = new HashMap<>();
	/** The switches of the block that are added together, and whether they are on. */
	private final Map<Setting<?>, Boolean> block = new LinkedHashMap<>();

	/** Adds them to a dialog. @param texts that they show */
	Fields(final Form<?> form, final GenericDialog dialog, final Map<String, String> texts) {
		this.form = form;
		this.dialog = dialog;
		form.rows().forEach(row -> add(row, texts.get(row.key())));
	}

	/** Numbers are text, too: the settings refuse what is none in their own words. */
	private void add(final Setting<?> row, final String text) {
		arrange(row);
		if (row.isSwitch()) addSwitch(row, Boolean.parseBoolean(text));
		else {
			addField(row, text);
			labels.put(row.key(), dialog.getLabel());
		}
	}

	private void addField(final Setting<?> row, final String text) {
		final String[] choices = row.choices().toArray(new String[0]);
		if (choices.length > 0) dialog.addChoice(row.label(), choices, text);
		else form.addText(dialog, row, text);
		inputs.put(row.key(),
			last(choices.length > 0 ? dialog.getChoices() : dialog.getStringFields()));
	}

	/** Groups the fields, so that they are few at a glance. */
	private void arrange(final Setting<?> row) {
		if (!row.heading().isEmpty()) dialog.addMessage(row.heading());
		if (row.is(Trait.BESIDE)) dialog.addToSameRow();
	}

	private static Component last(final Vector<?> fields) {
		return (Component) fields.lastElement();
	}

	/** Those of the block are added when all of them are known. */
	private void addSwitch(final Setting<?> row, final boolean isOn) {
		if (isOfBlock(row)) {
			block.put(row, isOn);
			if (block.size() == form.rows().stream().filter(Fields::isOfBlock).count()) addBlock();
			return;
		}
		dialog.addCheckbox(row.label(), isOn);
		inputs.put(row.key(), last(dialog.getCheckboxes()));
	}

	/** What can be made besides stands side by side. */
	private static boolean isOfBlock(final Setting<?> row) {
		return row.isSwitch() && row.is(Trait.OUTPUT);
	}

	private void addBlock() {
		final List<Setting<?>> rows = new ArrayList<>(block.keySet());
		final boolean[] states = new boolean[rows.size()];
		for (int i = 0; i < states.length; i++)
			states[i] = block.get(rows.get(i));
		dialog.addCheckboxGroup(2, (states.length + 1) / 2,
			rows.stream().map(Setting::label).toArray(String[]::new), states);
		final Vector<?> boxes = dialog.getCheckboxes();
		for (int i = 0; i < states.length; i++)
			inputs.put(rows.get(i).key(), (Component) boxes.get(boxes.size() - states.length + i));
	}

	/** What stands in all of them. */
	Map<String, String> texts() {
		final Map<String, String> texts = new HashMap<>(form.defaults());
		inputs.forEach((key, input) -> texts.put(key, text(input)));
		return texts;
	}

	private static String text(final Component input) {
		if (input instanceof Checkbox) return Boolean.toString(((Checkbox) input).getState());
		return input instanceof Choice
			? ((Choice) input).getSelectedItem()
			: ((TextField) input).getText();
	}

	/** Puts texts into all of them. */
	void set(final Map<String, String> texts) {
		inputs.forEach((key, input) -> set(input, texts.get(key)));
	}

	private static void set(final Component input, final String text) {
		if (input instanceof Checkbox) ((Checkbox) input).setState(Boolean.parseBoolean(text));
		else if (input instanceof Choice) ((Choice) input).select(text);
		else if (!((TextField) input).getText().equals(text)) ((TextField) input).setText(text);
	}

	/** Switches some off, and the others on. */
	void disable(final Set<String> idle) {
		inputs.forEach((key, input) -> {
			final boolean isOn = !idle.contains(key);
			if (input.isEnabled() == isOn) return;
			input.setEnabled(isOn);
			if (labels.containsKey(key)) labels.get(key).setEnabled(isOn);
		});
	}
}
