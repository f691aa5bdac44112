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

/** The fields of a dialog, one for each setting of a form; there is a display. */
final class Fields {

	private final Form<?> form;
	private final GenericDialog dialog;
	/** What is read and set, by keys in their order. */
	private final Map<String, Component> inputs = new LinkedHashMap<>();
	/** Of some of them. */
	private final Map<String, Component> labels = new HashMap<>();
	/** Keys of the switches of the block, and whether they are on. */
	private final Map<String, Boolean> block = new LinkedHashMap<>();

	/** Adds them to a dialog. @param texts that they show */
	Fields(final Form<?> form, final GenericDialog dialog, final Map<String, String> texts) {
		this.form = form;
		this.dialog = dialog;
		form.keys().forEach(key -> add(key, texts.get(key)));
	}

	/** Numbers are text, too: the settings refuse what is none in their own words. */
	private void add(final String key, final String text) {
		arrange(key);
		if (form.isSwitch(key)) addSwitch(key, Boolean.parseBoolean(text));
		else {
			addField(key, text);
			labels.put(key, dialog.getLabel());
		}
	}

	private void addField(final String key, final String text) {
		final String[] choices = form.choices(key);
		if (choices.length > 0) dialog.addChoice(label(key), choices, text);
		else form.addText(dialog, key, label(key), text);
		inputs.put(key, last(choices.length > 0 ? dialog.getChoices() : dialog.getStringFields()));
	}

	/** Groups the fields, so that they are few at a glance. */
	private void arrange(final String key) {
		if (form.headings().containsKey(key)) dialog.addMessage(form.headings().get(key));
		if (form.besides().contains(key)) dialog.addToSameRow();
	}

	/** The keys of recorded macros, with a capital letter: they are for ever. */
	private static String label(final String key) {
		return Character.toUpperCase(key.charAt(0)) + key.substring(1);
	}

	private static Component last(final Vector<?> fields) {
		return (Component) fields.lastElement();
	}

	/** Those of the block are added when all of them are known. */
	private void addSwitch(final String key, final boolean isOn) {
		if (form.blocked().contains(key)) {
			block.put(key, isOn);
			if (block.size() == form.blocked().size()) addBlock();
			return;
		}
		dialog.addCheckbox(label(key), isOn);
		inputs.put(key, last(dialog.getCheckboxes()));
	}

	private void addBlock() {
		final List<String> keys = new ArrayList<>(block.keySet());
		final boolean[] states = new boolean[keys.size()];
		for (int i = 0; i < states.length; i++)
			states[i] = block.get(keys.get(i));
		dialog.addCheckboxGroup(2, (keys.size() + 1) / 2,
			keys.stream().map(Fields::label).toArray(String[]::new), states);
		final Vector<?> boxes = dialog.getCheckboxes();
		for (int i = 0; i < states.length; i++)
			inputs.put(keys.get(i), (Component) boxes.get(boxes.size() - states.length + i));
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
