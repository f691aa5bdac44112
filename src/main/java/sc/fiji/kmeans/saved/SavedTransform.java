package sc.fiji.kmeans.saved;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import sc.fiji.kmeans.image.ChannelTransform;
import sc.fiji.kmeans.image.Refusal;
import sc.fiji.kmeans.image.Transform;

/** What a file of clusters says of their transform. */
final class SavedTransform {

	private final String name;
	private final Function<String, double[]> numbers;

	/**
	 * @param name of the transform; may be empty
	 * @param numbers of a key, none if the file does not have it
	 */
	SavedTransform(final String name, final Function<String, double[]> numbers) {
		this.name = name.equals(Transform.NONE.toString()) ? "" : name;
		this.numbers = numbers;
	}

	/** Of the names of columns those of centres, without those of the means behind them. */
	List<String> coordinates(final List<String> columns) {
		final int d = columns.size() / 2;
		final boolean hasMeans = !name.isEmpty() && columns.size() == 2 * d && IntStream.range(0, d)
			.allMatch(q -> columns.get(d + q).equals(ClusterFileText.MEAN + columns.get(q)));
		return hasMeans ? columns.subList(0, d) : columns;
	}

	/**
	 * One for all frames, or one for each.
	 *
	 * @param d number of coordinates
	 */
	ChannelTransform[] ofFrames(final int d, final int frames) {
		if (name.isEmpty()) return new ChannelTransform[] { ChannelTransform.NONE };
		final Transform kind = Transform.of(name);
		final double[] offsets = ofFrames(ClusterFileText.OFFSETS, d, frames);
		final double[] units = ofFrames(ClusterFileText.UNITS, d, frames);
		final ChannelTransform[] all = new ChannelTransform[Math.max(offsets.length, units.length) / d];
		Arrays.setAll(all,
			f -> ChannelTransform.of(kind, ofFrame(offsets, d, f), ofFrame(units, d, f)));
		return all;
	}

	private double[] ofFrames(final String key, final int d, final int frames) {
		final double[] all = numbers.apply(key);
		Refusal.require(all.length == d || all.length == d * frames, key, all.length + " of them",
			d + ", one for each coordinate" + (frames == 1 ? "" : ", or " + d * frames));
		return all;
	}

	private static double[] ofFrame(final double[] all, final int d, final int frame) {
		final int from = all.length == d ? 0 : frame * d;
		return Arrays.copyOfRange(all, from, from + d);
	}
}
