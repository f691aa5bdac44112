package sc.fiji.kmeans.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.kmeans.base.Refusal;
import sc.fiji.kmeans.colour.ColorSpace;

/** What clusters are of: colours in a space, or the values of channels; immutable. */
public final class ClusterKind {

	/** The colour space of grey and multi-channel images. */
	public static final String VALUES = "values";

	public static final int MAX_NAME = 1000;

	/** RGB for values. */
	private final ColorSpace colorSpace;
	private final boolean isOfColours;
	private final List<String> names;

	private ClusterKind(final ColorSpace colorSpace, final boolean isOfColours,
		final List<String> names)
	{
		this.colorSpace = colorSpace;
		this.isOfColours = isOfColours;
		this.names = Collections.unmodifiableList(names);
	}

	public static ClusterKind ofColours(final ColorSpace space) {
		return new ClusterKind(space, true, space.names());
	}

	/** Values of channels that have no names yet. */
	public static ClusterKind ofValues(final int channels) {
		return new ClusterKind(ColorSpace.RGB, false,
			IntStream.rangeClosed(1, channels).mapToObj(String::valueOf).collect(Collectors.toList()));
	}

	/**
	 * @param colorSpace RGB, Lab, a*b*, HSB or values
	 * @param names of the coordinates: as the colour space has them, or 1 or more of values;
	 *          the blanks around them are dropped
	 */
	public static ClusterKind of(final String colorSpace, final List<String> names) {
		requireColorSpace(colorSpace);
		final boolean areValues = colorSpace.equals(VALUES);
		final ColorSpace space = areValues ? ColorSpace.RGB : ColorSpace.of(colorSpace);
		final int own = space.names().size();
		Refusal.require(areValues ? !names.isEmpty() : names.size() == own, "coordinates", names.size(),
			(areValues ? "1 or more" : own) + " with color_space " + colorSpace);
		final List<String> trimmed = trimmed(names);
		if (!areValues)
			Refusal.require(trimmed.equals(space.names()), "columns", String.join(", ", trimmed),
				String.join(", ", space.names()) + " with color_space " + colorSpace);
		return new ClusterKind(space, !areValues, trimmed);
	}

	private static List<String> trimmed(final List<String> names) {
		final List<String> trimmed = new ArrayList<>();
		for (final String name : names)
			trimmed.add(Refusal.line("name", name.trim(), MAX_NAME));
		Refusal.require(!trimmed.contains(""), "names", trimmed, "a name for each");
		return trimmed;
	}

	public static void requireColorSpace(final String value) {
		final List<String> spaces = Arrays.stream(ColorSpace.values())
			.map(ColorSpace::toString)
			.collect(Collectors.toList());
		Refusal.require(spaces.contains(value) || value.equals(VALUES), "color_space", value,
			String.join(", ", spaces) + " or " + VALUES);
	}

	/** RGB for values. */
	public ColorSpace colorSpace() {
		return colorSpace;
	}

	/** RGB, Lab, a*b*, HSB, or values for grey and multi-channel images. */
	public String colorSpaceText() {
		return isOfColours ? colorSpace.toString() : VALUES;
	}

	public boolean isOfColours() {
		return isOfColours;
	}

	/** Whether the coordinates of centres are no values of pixels. */
	public boolean isMapped() {
		return isOfColours && colorSpace != ColorSpace.RGB;
	}

	/** The names of the coordinates. */
	public List<String> names() {
		return names;
	}

	public int dimensions() {
		return names.size();
	}

	public void requireCentre(final double[] centre) {
		Refusal.require(centre.length == dimensions(), "centre", Arrays.toString(centre),
			dimensions() + " numbers");
		for (int q = 0; q < centre.length; q++)
			Refusal.require(Double.isFinite(centre[q]), names.get(q), centre[q], "a finite number");
	}

	/** Whether clusters can be compared; the names of channels do not matter. */
	public boolean isLike(final ClusterKind other) {
		return toString().equals(other.toString());
	}

	/** For people. */
	@Override
	public String toString() {
		return isOfColours
			? colorSpace + " colours"
			: dimensions() + (dimensions() == 1 ? " channel" : " channels");
	}
}
