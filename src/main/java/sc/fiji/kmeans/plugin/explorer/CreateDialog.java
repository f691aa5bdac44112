package sc.fiji.kmeans.plugin.explorer;

import ij.ImagePlus;
import ij.Prefs;

import java.awt.BorderLayout;
import java.awt.Dialog;
import java.awt.FlowLayout;
import java.awt.Frame;
import java.awt.GridLayout;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.JTextField;

/** Asks what is to be made of the clusters. What was ticked last is ticked again. */
final class CreateDialog extends JDialog {

	private static final String PREFERENCE = "kmeans.explorer.create.";
	private static final int PATH_COLUMNS = 18;

	private final Map<Product, JCheckBox> boxes = new EnumMap<>(Product.class);
	private final JTextField path = new JTextField(PATH_COLUMNS);
	private final JCheckBox stack = new JCheckBox("Of the whole stack");
	private final boolean isStack;
	private boolean isOk;

	private CreateDialog(final Frame owner, final ImagePlus image) {
		super(owner, "Create from " + image.getTitle(), Dialog.ModalityType.APPLICATION_MODAL);
		isStack = image.getStackSize() > image.getNChannels();
		final JPanel fields = new JPanel(new GridLayout(0, 1));
		fields.setBorder(BorderFactory.createEmptyBorder(6, 10, 0, 10));
		for (final Product product : Product.values())
			fields.add(box(product));
		fields.add(file());
		if (isStack) fields.add(stack);
		stack.setToolTipText("The clusters of this slice are applied to all; else to this one alone");
		add(fields, BorderLayout.CENTER);
		add(buttons(), BorderLayout.SOUTH);
		Fonts.apply(getContentPane());
		pack();
		setLocationRelativeTo(owner);
	}

	private JCheckBox box(final Product product) {
		final JCheckBox box = new JCheckBox(product.label,
			product.isAlways || Prefs.get(PREFERENCE + product.key(), product.isFirst));
		box.setToolTipText(product.help);
		box.setEnabled(!product.isAlways);
		boxes.put(product, box);
		return box;
	}

	private JPanel file() {
		final JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT, 4, 0));
		final JButton browse = new JButton("Clusters file...");
		browse.setToolTipText("A file that keeps the clusters: they can be applied to other images");
		path.setToolTipText("Where the clusters are saved; empty for no file");
		browse.addActionListener(event -> browse());
		row.add(browse);
		row.add(path);
		return row;
	}

	private void browse() {
		final JFileChooser chooser = new JFileChooser();
		if (chooser.showSaveDialog(this) == JFileChooser.APPROVE_OPTION)
			path.setText(chooser.getSelectedFile().getPath());
	}

	private JPanel buttons() {
		final JPanel row = new JPanel(new FlowLayout(FlowLayout.RIGHT));
		final JButton ok = new JButton("OK");
		ok.setToolTipText("Makes what is ticked; the macro recorder gets the line for it");
		ok.addActionListener(event -> {
			isOk = true;
			dispose();
		});
		final JButton cancel = new JButton("Cancel");
		cancel.setToolTipText("Makes nothing");
		cancel.addActionListener(event -> dispose());
		row.add(ok);
		row.add(cancel);
		getRootPane().setDefaultButton(ok);
		getRootPane().registerKeyboardAction(event -> dispose(),
			javax.swing.KeyStroke.getKeyStroke("ESCAPE"), JRootPane.WHEN_IN_FOCUSED_WINDOW);
		return row;
	}

	/** @return nothing if the user cancelled */
	static Optional<WantedResults> ask(final Frame owner, final ImagePlus image) {
		final CreateDialog dialog = new CreateDialog(owner, image);
		dialog.setVisible(true);
		return dialog.isOk ? Optional.of(dialog.wanted()) : Optional.empty();
	}

	private WantedResults wanted() {
		boxes.forEach((product, box) -> Prefs.set(PREFERENCE + product.key(), box.isSelected()));
		final Map<Product, Boolean> ticked = new EnumMap<>(Product.class);
		boxes.forEach((product, box) -> ticked.put(product, box.isSelected()));
		return new WantedResults(ticked, path.getText().trim(),
			isStack ? stack.isSelected() ? "apply" : "current" : "");
	}
}
