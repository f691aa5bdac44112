package sc.fiji.kmeans.study;

import ij.plugin.filter.BackgroundSubtracter;
import ij.plugin.filter.RankFilters;
import ij.process.AutoThresholder;
import ij.process.ImageProcessor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.vector.Transform;

/** The methods that are compared, for each kind of picture. */
final class Methods {

	/** Smaller than most things that are drawn. */
	private static final int MIN_SIZE = 30;
	private static final double BALL = 50;

	private Methods() {}

	static List<Method> of(final Family.Kind kind) {
		return kind == Family.Kind.COLOURS
			? ofColours()
			: kind == Family.Kind.GREY ? ofGrey() : ofChannels();
	}

	private static List<Method> ofColours() {
		final List<Method> all = new ArrayList<>();
		final List<Ours> spaces = Arrays.stream(ColorSpace.values())
			.map(space -> Ours.with(space.toString(), options -> options.with(space)))
			.collect(Collectors.toList());
		all.addAll(spaces);
		spaces.forEach(space -> all.add(space.withMinSize(MIN_SIZE)));
		spaces.forEach(space -> all.add(space.after("Median 2", Methods::median)));
		spaces.forEach(space -> all.add(space.with(1)));
		spaces.forEach(space -> all.add(space.with(2)));
		spaces.forEach(space -> all.add(space.withSuggestedClusters()));
		all.add(Thresholds.multiOtsu());
		return all;
	}

	private static List<Method> ofGrey() {
		final List<Method> all = new ArrayList<>();
		final List<Ours> transforms = Arrays.stream(Transform.values())
			.map(transform -> Ours.with("transform=" + transform, options -> options.with(transform)))
			.collect(Collectors.toList());
		all.addAll(transforms);
		transforms.forEach(ours -> all.add(ours.withMinSize(MIN_SIZE)));
		transforms.forEach(ours -> all.add(ours.with(1)));
		transforms.forEach(ours -> all.add(ours.with(2)));
		transforms.forEach(ours -> all.add(ours.withSuggestedClusters()));
		final Ours plain = transforms.get(Transform.NONE.ordinal());
		all.add(plain.after("Median 2", Methods::median));
		for (final Transform transform : new Transform[] { Transform.NONE, Transform.LOG })
			all.add(transforms.get(transform.ordinal())
				.after("Subtract Background 50", Methods::withoutBackground));
		all.add(plain.after("Variance 4", Methods::variance));
		all.add(Thresholds.multiOtsu());
		return all;
	}

	private static List<Method> ofChannels() {
		final List<Method> all = new ArrayList<>();
		for (final boolean isScaled : new boolean[] { false, true })
			for (final Transform transform : Transform.values()) {
				final Ours ours = Ours.with("transform=" + transform + (isScaled ? ", scale" : ""),
					options -> options.with(transform).withScaled(isScaled));
				all.addAll(
					Arrays.asList(ours, ours.withMinSize(8), ours.with(1), ours.withSuggestedClusters()));
			}
		return all;
	}

	/** All of ImageJ's, for two classes of grey. */
	static List<Method> automatic() {
		return Arrays.stream(AutoThresholder.Method.values())
			.map(Thresholds::automatic)
			.collect(Collectors.toList());
	}

	private static ImageProcessor median(final ImageProcessor plane) {
		new RankFilters().rank(plane, 2, RankFilters.MEDIAN);
		return plane;
	}

	private static ImageProcessor variance(final ImageProcessor plane) {
		final ImageProcessor real = plane.convertToFloat();
		new RankFilters().rank(real, 4, RankFilters.VARIANCE);
		return real;
	}

	private static ImageProcessor withoutBackground(final ImageProcessor plane) {
		new BackgroundSubtracter().rollingBallBackground(plane, BALL, false, false, false, true, false);
		return plane;
	}
}
