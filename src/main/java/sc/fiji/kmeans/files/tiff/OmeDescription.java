package sc.fiji.kmeans.files.tiff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The OME-XML in a TIFF file: which page is which plane; immutable. */
final class OmeDescription {

	private static final Pattern IMAGE = Pattern.compile("<(?:\\w+:)?Image\\b([^>]*)>");
	/** What scanners of slides call them. */
	private static final Pattern ASIDE = Pattern
		.compile("(?is).*\\b(label|macro|thumbnail|overview)\\b.*");
	private static final Pattern PIXELS = Pattern.compile("<(?:\\w+:)?Pixels\\b([^>]*)>");
	private static final Pattern PIXELS_END = Pattern.compile("</(?:\\w+:)?Pixels>");
	private static final Pattern CHANNEL = Pattern.compile("<(?:\\w+:)?Channel\\b([^>]*)>");
	private static final Pattern TIFF_DATA = Pattern.compile("<(?:\\w+:)?TiffData\\b([^>]*)>");
	private static final Pattern FILE = Pattern.compile("\\bFileName\\s*=\\s*[\"']([^\"']*)[\"']");
	private static final Pattern ROOT = Pattern.compile("<(?:\\w+:)?OME\\b");

	private static final List<String> ORDERS = Arrays.asList("XYCZT", "XYCTZ", "XYZCT", "XYZTC",
		"XYTCZ", "XYTZC");

	/** Of the first image, with what belongs to it. */
	private final String pixels;
	private final String attributes;
	/** Of the planes in the file: one of ORDERS. */
	private final String dimensions;
	/** Number of images, without small pictures of the whole. */
	private final int images;

	/** @param text whose bytes were taken for characters one by one */
	OmeDescription(final String text) throws IOException {
		final String xml = new String(text.getBytes(StandardCharsets.ISO_8859_1),
			StandardCharsets.UTF_8);
		final Matcher begin = PIXELS.matcher(xml);
		images = images(xml);
		if (!begin.find()) throw new IOException("this OME-TIFF file tells of no pixels");
		attributes = begin.group(1);
		dimensions = text(attributes, "DimensionOrder", ORDERS.get(0));
		if (!ORDERS.contains(dimensions))
			throw new IOException("this OME-TIFF file has its planes in the order '" + dimensions
				+ "': takes " + String.join(", ", ORDERS));
		final Matcher end = PIXELS_END.matcher(xml);
		pixels = xml.substring(begin.end(), end.find(begin.end()) ? end.start() : begin.end());
	}

	private static int images(final String xml) {
		int images = 0;
		for (final Matcher image = IMAGE.matcher(xml); image.find();)
			if (images == 0 || !ASIDE.matcher(text(image.group(1), "Name", "")).matches()) images++;
		return images;
	}

	static boolean is(final String description) {
		return ROOT.matcher(description).find();
	}

	/**
	 * @param pages that the file has
	 * @throws IOException if planes are in other files, or are not told or not there
	 */
	Layout layout(final int pages) throws IOException {
		final int samples = samples();
		final int[] sizes = { size("SizeC") / samples, size("SizeZ"), size("SizeT") };
		final long planes = (long) sizes[0] * sizes[1] * sizes[2];
		if (planes > pages || planes < 1)
			throw new IOException("this OME-TIFF file tells of " + planes + " planes, and has " + pages);
		requireOneFile();
		if (images > 1)
			throw new IOException(
				"this OME-TIFF file has " + images + " images: takes 1: save each as a file of its own");
		return new Layout(order(sizes), sizes, names(), new PixelSize(length("X"), length("Y"),
			length("Z"), text(attributes, "PhysicalSizeXUnit", "\u00b5m").replace("\u03bc", "\u00b5")));
	}

	/** Of the channels, which a page has all of. */
	private int samples() {
		final Matcher channel = CHANNEL.matcher(pixels);
		return channel.find() ? number(channel.group(1), "SamplesPerPixel", 1) : 1;
	}

	private int size(final String key) {
		return number(attributes, key, 1);
	}

	private double length(final String axis) {
		try {
			return Double.parseDouble(text(attributes, "PhysicalSize" + axis, "0"));
		}
		catch (final NumberFormatException e) {
			return 0;
		}
	}

	private List<String> names() {
		final List<String> names = new ArrayList<>();
		for (final Matcher channel = CHANNEL.matcher(pixels); channel.find();)
			names.add(text(channel.group(1), "Name", ""));
		return names.contains("") ? new ArrayList<>() : names;
	}

	private void requireOneFile() throws IOException {
		final List<String> files = new ArrayList<>();
		for (final Matcher file = FILE.matcher(pixels); file.find();)
			if (!files.contains(file.group(1))) files.add(file.group(1));
		if (files.size() > 1)
			throw new IOException("this OME-TIFF file is one of " + files.size() + ": its planes are in "
				+ String.join(", ", files.subList(0, 2)) + (files.size() > 2 ? ", ..." : ""));
	}

	/** The page of each plane; a channel after the other, then slices, then time points. */
	private int[] order(final int[] sizes) throws IOException {
		final int[] pages = new int[sizes[0] * sizes[1] * sizes[2]];
		Arrays.fill(pages, -1);
		final Matcher data = TIFF_DATA.matcher(pixels);
		boolean isTold = false;
		for (int page = 0; data.find();) {
			final String told = data.group(1);
			if (!told.contains("IFD") && !told.contains("First")) continue;
			isTold = true;
			page = number(told, "IFD", page);
			final int[] place = { number(told, "FirstC", 0), number(told, "FirstZ", 0),
				number(told, "FirstT", 0) };
			final int n = number(told, "PlaneCount", told.contains("IFD") ? 1 : pages.length);
			for (int i = 0; i < n && isIn(place, sizes); i++, page++, step(place, sizes))
				pages[(place[2] * sizes[1] + place[1]) * sizes[0] + place[0]] = page;
		}
		if (!isTold) fill(pages, sizes);
		if (Arrays.stream(pages).anyMatch(page -> page < 0))
			throw new IOException("this OME-TIFF file does not tell where all its planes are");
		return pages;
	}

	private void fill(final int[] pages, final int[] sizes) {
		final int[] place = new int[3];
		for (int page = 0; page < pages.length; page++, step(place, sizes))
			pages[(place[2] * sizes[1] + place[1]) * sizes[0] + place[0]] = page;
	}

	private static boolean isIn(final int[] place, final int[] sizes) {
		for (int i = 0; i < 3; i++)
			if (place[i] < 0 || place[i] >= sizes[i]) return false;
		return true;
	}

	/** To the next plane in the order of the file; behind the last one, out of the sizes. */
	private void step(final int[] place, final int[] sizes) {
		for (int i = 2; i < 5; i++) {
			final int axis = "CZT".indexOf(dimensions.charAt(i));
			if (++place[axis] < sizes[axis]) return;
			if (i < 4) place[axis] = 0;
		}
	}

	private static int number(final String text, final String key, final int other) {
		final String number = text(text, key, "");
		return number.matches("\\d{1,9}") ? Integer.parseInt(number) : other;
	}

	private static String text(final String text, final String key, final String other) {
		final Matcher found = Pattern.compile("\\b" + key + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')")
			.matcher(text);
		if (!found.find()) return other;
		final String value = found.group(1) == null ? found.group(2) : found.group(1);
		return value.replace("&lt;", "<")
			.replace("&gt;", ">")
			.replace("&quot;", "\"")
			.replace("&#181;", "\u00b5")
			.replace("&amp;", "&");
	}
}
