package sc.fiji.kmeans.plugin.dialog;

import ij.gui.GenericDialog;

import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Label;
import java.awt.TextField;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Vector;

import sc.fiji.kmeans.settings.Group;
import sc.fiji.kmeans.settings.Setting;

/** The fields of a dialog, one for each setting of a form; there is a display. */
final class Fields {

	private final Form<?> form;
	private final GenericDialog dialog;
	/** What is read and set, by keys in their order. */
	private final Map<String, Component> inputs = new LinkedHashMap<>();
	/** Of some of them. */
	private final Map<String, Component> labels = new HashMap<>();
	private final Map<Group, GroupPanel> groups = new LinkedHashMap<>();
	/** Of those that are off why they are. */
	private Map<String, String> idle = Collections.emptyMap();

	/** Makes them by a dialog, which listens to them. @param texts that they show */
	Fields(final Form<?> form, final GenericDialog dialog, final Map<String, String> texts) {
		this.form = form;
		this.dialog = dialog;
		form.rows().forEach(row -> add(row, texts.get(row.key())));
	}

	/** In the order of their first fields. */
	Collection<GroupPanel> groups() {
		return groups.values();
	}

	/** Numbers are text, too: the settings refuse what is none in their own words. */
	private void add(final Setting<?> row, final String text) {
		final GroupPanel group = groups.computeIfAbsent(row.group(), GroupPanel::new);
		if (row.isSwitch()) {
			dialog.addCheckbox(row.label(), Boolean.parseBoolean(text));
			inputs.put(row.key(), last(dialog.getCheckboxes()));
			group.addSwitch((Checkbox) inputs.get(row.key()));
			return;
		}
		addField(row, text);
		final Component input = inputs.get(row.key());
		labels.put(row.key(), dialog.getLabel());
		group.addField((Label) dialog.getLabel(),
			input.getParent() == dialog ? input : input.getParent());
	}

	private void addField(final Setting<?> row, final String text) {
		final String[] choices = row.choices().toArray(new String[0]);
		if (choices.length > 0) dialog.addChoice(row.label(), choices, text);
		else form.addText(dialog, row, text);
		inputs.put(row.key(),
			last(choices.length > 0 ? dialog.getChoices() : dialog.getStringFields()));
	}

	private static Component last(final Vector<?> fields) {
		return (Component) fields.lastElement();
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

	/**
	 * Switches some off, and the others on.
	 *
	 * @param reasons by the keys of those that are off
	 */
	void disable(final Map<String, String> reasons) {
		idle = reasons;
		inputs.forEach((key, input) -> {
			final boolean isOn = !reasons.containsKey(key);
			if (input.isEnabled() == isOn) return;
			input.setEnabled(isOn);
			if (labels.containsKey(key)) labels.get(key).setEnabled(isOn);
		});
	}

	/** How many of those that unfold, and are on, have other texts than these. */
	int changed(final Map<String, String> others) {
		final Map<String, String> texts = texts();
		return (int) form.rows()
			.stream()
			.filter(row -> row.group().isFolded() && !idle.containsKey(row.key()))
			.filter(row -> !texts.get(row.key()).trim().equals(others.get(row.key())))
			.count();
	}

	/** Lets each, and its label, tell what it is for. */
	void explain(final ToolTips tips) {
		inputs.forEach((key, input) -> {
			tips.add(input, () -> HelpText.tip(form.row(key), idle.get(key)));
			if (labels.containsKey(key))
				tips.add(labels.get(key), () -> HelpText.tip(form.row(key), idle.get(key)));
		});
	}
}
