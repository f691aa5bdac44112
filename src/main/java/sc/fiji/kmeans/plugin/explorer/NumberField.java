package sc.fiji.kmeans.plugin.explorer;

import java.text.ParseException;
import java.util.function.Consumer;

import javax.swing.JFormattedTextField;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import javax.swing.text.DefaultFormatterFactory;

import sc.fiji.kmeans.settings.SettingTexts;

/**
 * A whole number with arrows beside it. What is written and is none is told, and changes nothing.
 */
final class NumberField extends JSpinner {

	private static final int COLUMNS = 3;

	private final String key;
	private final int most;
	private final transient Consumer<String> refusals;

	/**
	 * A number from 1 on.
	 *
	 * @param key of the setting, for messages
	 * @param refusals takes what was written, and what there should be
	 */
	NumberField(final String key, final int first, final int most, final Consumer<String> refusals) {
		super(new SpinnerNumberModel(first, 1, most, 1));
		this.key = key;
		this.most = most;
		this.refusals = refusals;
		setEditor(new DefaultEditor(this));
		field().setEditable(true);
		field().setColumns(COLUMNS);
		field().setFormatterFactory(new DefaultFormatterFactory(new WholeNumbers()));
	}

	private JFormattedTextField field() {
		return ((DefaultEditor) getEditor()).getTextField();
	}

	int number() {
		return (Integer) getValue();
	}

	@Override
	public void setToolTipText(final String text) {
		super.setToolTipText(text);
		field().setToolTipText(text);
	}

	/** Swing's own takes what begins like a number, and brings the old one back without a word. */
	private final class WholeNumbers extends JFormattedTextField.AbstractFormatter {

		@Override
		public Object stringToValue(final String text) throws ParseException {
			try {
				return SettingTexts.fromOne(key, text.trim(), most);
			}
			catch (final IllegalArgumentException refusal) {
				refusals.accept(refusal.getMessage());
				throw new ParseException(text, 0);
			}
		}

		@Override
		public String valueToString(final Object value) {
			return String.valueOf(value);
		}
	}
}
