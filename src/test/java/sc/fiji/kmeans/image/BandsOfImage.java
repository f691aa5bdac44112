package sc.fiji.kmeans.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.awt.geom.Area;

/** An image in memory, given in bands. */
public final class BandsOfImage implements ImageBands {

	private final ImagePlus image;
	private final int rows;

	/** @param rows of a band */
	public BandsOfImage(final ImagePlus image, final int rows) {
		this.image = image;
		this.rows = rows;
	}

	@Override
	public int width() {
		return image.getWidth();
	}

	@Override
	public int height() {
		return image.getHeight();
	}

	@Override
	public int rows() {
		return rows;
	}

	@Override
	public ImagePlus head() {
		final ImagePlus head = new ImagePlus(image.getTitle(),
			rows(1, image.getStackSize(), image.getHeight() / 2, 1));
		head.setDimensions(image.getNChannels(), image.getNSlices(), image.getNFrames());
		head.setOpenAsHyperStack(image.isHyperStack());
		head.setCalibration(image.getCalibration().copy());
		if (!(image instanceof CompositeImage)) return head;
		final CompositeImage composite = new CompositeImage(head, ((CompositeImage) image).getMode());
		composite.setLuts(image.getLuts());
		return composite;
	}

	@Override
	public ImagePlus band(final int frame, final int first, final int n) {
		final int channels = image.getNChannels();
		final ImagePlus band = new ImagePlus("", rows((frame - 1) * channels + 1, channels, first, n));
		band.setDimensions(channels, 1, 1);
		if (image.getRoi() != null) band.setRoi(selection(first, n));
		Alpha.of(image).ifPresent(alpha -> Alpha.set(band, (ByteProcessor) rows(alpha, first, n)));
		return band;
	}

	private ImageStack rows(final int from, final int planes, final int first, final int rows) {
		final ImageStack stack = new ImageStack(width(), rows);
		for (int n = from; n < from + planes; n++)
			stack.addSlice(image.getStack().getSliceLabel(n),
				rows(image.getStack().getProcessor(n), first, rows));
		return stack;
	}

	private ImageProcessor rows(final ImageProcessor plane, final int first, final int rows) {
		plane.setRoi(0, first, width(), rows);
		return plane.crop();
	}

	private Roi selection(final int first, final int rows) {
		final ImageProcessor mask = rows(
			SelectedPixels.mask(image.getRoi(), image.getStack().getProcessor(1)), first, rows);
		mask.setThreshold(1, 255, ImageProcessor.NO_LUT_UPDATE);
		final Roi roi = new ThresholdToSelection().convert(mask);
		return roi == null ? new ShapeRoi(new Area()) : roi;
	}
}
