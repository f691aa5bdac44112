package sc.fiji.kmeans.image;

import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import sc.fiji.kmeans.cluster.Steps;

/**
 * A virtual stack of pictures that are drawn when they are looked at. Otherwise it is
 * like any other stack: slices can be deleted, added and renamed, and what a command
 * writes into the pixels of a slice stays.
 * <p>
 * Invariant: a slice has one array of pixels as long as anybody has it. It is kept if it
 * is no longer what was drawn, or if the slice is among the last that were asked for. When
 * such a slice gives way to others, its checksum tells whether somebody wrote into it.
 */
final class FrameStack extends VirtualStack {

	/** Every thread of a filter works on a slice of its own. */
	private static final int RECENT = 4 + 2 * Runtime.getRuntime().availableProcessors();

	/** Draws the channels of picture 1, 2, ... */
	private final IntFunction<ImageProcessor[]> draw;
	private final int channels;
	private final List<Slice> slices = new ArrayList<>();
	/** Those whose pixels are in memory but perhaps not changed; the newest last. */
	private final List<Slice> recent = new ArrayList<>();
	/** The number of the picture that was drawn last, 0 for none. */
	private int last;
	private ImageProcessor[] lastPicture;
	/** How all slices are shown; null as they were drawn. */
	private ImageProcessor shownLike;

	/**
	 * @param draw makes the channels of picture 1, 2, ..., new ones each time
	 * @param label of slice 1, 2, ..., which is a channel of a picture; may give
	 *          null
	 */
	FrameStack(final int pictures, final int channels, final IntFunction<ImageProcessor[]> draw,
		final IntFunction<String> label)
	{
		this(draw.apply(1), pictures, channels, draw, label);
	}

	private FrameStack(final ImageProcessor[] first, final int pictures, final int channels,
		final IntFunction<ImageProcessor[]> draw, final IntFunction<String> label)
	{
		super(first[0].getWidth(), first[0].getHeight());
		this.channels = channels;
		this.draw = draw;
		last = 1;
		lastPicture = first;
		for (int n = 1; n <= pictures * channels; n++)
			slices.add(new Slice(n, label.apply(n)));
		setBitDepth(first[0].getBitDepth());
		update(first[0]);
	}

	/** A slice that is drawn, or one that somebody added or changed. */
	private static final class Slice {

		/** Counted from 1 among those that are drawn; 0 for one that was added. */
		private final int number;
		private String label;
		/** Null unless they are kept in memory. */
		private Object pixels;
		/** Those that were drawn last, as long as somebody else has them. */
		private WeakReference<Object> given = new WeakReference<>(null);
		/** Whether they are not, or need not be, what is drawn. */
		private boolean isChanged;
		/** Of the pixels as they were drawn; null before. */
		private Long checksum;

		private Slice(final int number, final String label) {
			this.number = number;
			this.label = label;
		}
	}

	/** A stack that holds all pixels as they are drawn. */
	static ImageStack inMemory(final int pictures, final int channels,
		final IntFunction<ImageProcessor[]> draw, final IntFunction<String> label, final Steps steps)
	{
		ImageStack stack = null;
		for (int picture = 1; picture <= pictures; picture++) {
			final ImageProcessor[] drawn = draw.apply(picture);
			if (stack == null) stack = new ImageStack(drawn[0].getWidth(), drawn[0].getHeight());
			for (final ImageProcessor channel : drawn)
				stack.addSlice(label.apply(stack.getSize() + 1), channel);
			steps.done();
		}
		return stack;
	}

	@Override
	public synchronized int getSize() {
		return slices.size();
	}

	@Override
	public synchronized Object getPixels(final int n) {
		final Slice slice = slice(n);
		if (slice.pixels == null) slice.pixels = slice.given.get();
		if (slice.pixels == null) {
			slice.pixels = drawn(slice.number).getPixels();
			slice.checksum = checksum(slice.pixels);
			slice.given = new WeakReference<>(slice.pixels);
		}
		if (!slice.isChanged) remember(slice);
		return slice.pixels;
	}

	private ImageProcessor drawn(final int number) {
		final int picture = (number - 1) / channels + 1;
		if (last != picture || lastPicture == null) lastPicture = draw.apply(picture);
		last = picture;
		final ImageProcessor drawn = lastPicture[(number - 1) % channels];
		if (channels == 1) lastPicture = null;
		return channels == 1 ? drawn : drawn.duplicate();
	}

	private void remember(final Slice slice) {
		recent.remove(slice);
		recent.add(slice);
		if (recent.size() > RECENT) giveWay(recent.remove(0));
	}

	private void giveWay(final Slice slice) {
		slice.isChanged = checksum(slice.pixels) != slice.checksum;
		if (!slice.isChanged) slice.pixels = null;
	}

	/** The same pixels each time, for whoever asks may change them. */
	@Override
	public synchronized ImageProcessor getProcessor(final int n) {
		final ImageProcessor processor = processor(getPixels(n));
		final ImageProcessor like = shownLike;
		if (like != null && like.getBitDepth() == processor.getBitDepth()
			&& !(processor instanceof ColorProcessor))
		{
			processor.setColorModel(like.getColorModel());
			processor.setMinAndMax(like.getMin(), like.getMax());
			processor.setCalibrationTable(like.getCalibrationTable());
		}
		processor.setSliceNumber(n);
		return processor;
	}

	private ImageProcessor processor(final Object pixels) {
		final int width = getWidth();
		final int height = getHeight();
		if (pixels instanceof byte[])
			return new ByteProcessor(width, height, (byte[]) pixels, getColorModel());
		if (pixels instanceof short[])
			return new ShortProcessor(width, height, (short[]) pixels, getColorModel());
		if (pixels instanceof float[])
			return new FloatProcessor(width, height, (float[]) pixels, getColorModel());
		return new ColorProcessor(width, height, (int[]) pixels);
	}

	/** ImageJ tells here how the image is shown. */
	@Override
	public synchronized void update(final ImageProcessor processor) {
		super.update(processor);
		if (processor != null) shownLike = processor.createProcessor(1, 1);
		if (processor == null || processor instanceof ColorProcessor) return;
		shownLike.setColorModel(processor.getColorModel());
		shownLike.setMinAndMax(processor.getMin(), processor.getMax());
		shownLike.setCalibrationTable(processor.getCalibrationTable());
	}

	/**
	 * ImageJ gives back the pixels of a slice when it shows another, also those that
	 * nobody wrote into.
	 */
	@Override
	public synchronized void setPixels(final Object pixels, final int n) {
		final Slice slice = slice(n);
		final boolean isDrawn = !slice.isChanged && slice.checksum != null;
		if (pixels == slice.pixels || isDrawn && slice.checksum == checksum(pixels)) return;
		recent.remove(slice);
		slice.isChanged = true;
		slice.pixels = pixels;
	}

	@Override
	public void setProcessor(final ImageProcessor processor, final int n) {
		setPixels(fitting(processor).getPixels(), n);
	}

	@Override
	public synchronized void addSlice(final String label, final Object pixels) {
		addSlice(label, processor(pixels), getSize());
	}

	@Override
	public synchronized void addSlice(final String label, final ImageProcessor processor) {
		addSlice(label, processor, getSize());
	}

	@Override
	public synchronized void addSlice(final String label, final ImageProcessor processor,
		final int n)
	{
		if (n < 0 || n > getSize()) throw refused(n, 0);
		final Slice slice = new Slice(0, label);
		slice.isChanged = true;
		slice.pixels = fitting(processor).getPixels();
		slices.add(n, slice);
	}

	/** A processor of the type and size of the slices. */
	private ImageProcessor fitting(final ImageProcessor processor) {
		if (processor.getWidth() == getWidth() && processor.getHeight() == getHeight()
			&& processor.getBitDepth() == getBitDepth()) return processor;
		final ImageStack fitting = new ImageStack(getWidth(), getHeight());
		fitting.setBitDepth(getBitDepth());
		fitting.addSlice(processor);
		return fitting.getProcessor(1);
	}

	@Override
	public synchronized void deleteSlice(final int n) {
		recent.remove(slice(n));
		slices.remove(n - 1);
	}

	/** Puts slices into another order; each number counts from 0. */
	@Override
	public synchronized void setIndexes(final int[] order) {
		if (order == null) return;
		final List<Slice> before = new ArrayList<>(slices);
		for (int i = 0; i < order.length; i++)
			slices.set(i, before.get(order[i]));
	}

	@Override
	public synchronized String getSliceLabel(final int n) {
		return n < 1 || n > getSize() ? null : slice(n).label;
	}

	/** ImageJ writes them into a ZIP file; virtual stacks of its own have none there. */
	@Override
	public synchronized String[] getSliceLabels() {
		return slices.stream().map(slice -> slice.label).toArray(String[]::new);
	}

	@Override
	public synchronized void setSliceLabel(final String label, final int n) {
		slice(n).label = label;
	}

	private Slice slice(final int n) {
		if (n < 1 || n > getSize()) throw refused(n, 1);
		return slices.get(n - 1);
	}

	private IllegalArgumentException refused(final int n, final int least) {
		return new IllegalArgumentException("slice " + n + ": takes " + least + " to " + getSize());
	}

	private static long checksum(final Object pixels) {
		long sum = 0;
		if (pixels instanceof byte[]) for (final byte pixel : (byte[]) pixels)
			sum = next(sum, pixel);
		if (pixels instanceof short[]) for (final short pixel : (short[]) pixels)
			sum = next(sum, pixel);
		if (pixels instanceof int[]) for (final int pixel : (int[]) pixels)
			sum = next(sum, pixel);
		if (pixels instanceof float[]) for (final float pixel : (float[]) pixels)
			sum = next(sum, Float.floatToRawIntBits(pixel));
		return sum;
	}

	private static long next(final long sum, final int pixel) {
		return (sum + pixel) * 0x9e3779b97f4a7c15L;
	}
}
