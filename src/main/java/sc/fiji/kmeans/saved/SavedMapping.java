package sc.fiji.kmeans.saved;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.kmeans.base.Refusal;
import sc.fiji.kmeans.image.ClusterKind;
import sc.fiji.kmeans.vector.ChannelMapping;
import sc.fiji.kmeans.vector.ChannelTransform;
import sc.fiji.kmeans.vector.Transform;

/** What a file of clusters says of what became of values before they were clustered. */
final class SavedMapping {

	private final String name;
	private final Function<String, double[]> numbers;

	/**
	 * @param name of the transform; may be empty
	 * @param numbers of a key, none if the file does not have it
	 */
	SavedMapping(final String name, final Function<String, double[]> numbers) {
		this.name = name.equals(Transform.NONE.toString()) ? "" : name;
		this.numbers = numbers;
	}

	/** Of the names of columns the centres', without the means behind them. */
	List<String> coordinates(final List<String> columns) {
		final int d = columns.size() / 2;
		final boolean hasMeans = !name.isEmpty() && columns.size() == 2 * d && IntStream.range(0, d)
			.allMatch(q -> columns.get(d + q).equals(ClusterFileText.MEAN + columns.get(q)));
		return hasMeans ? columns.subList(0, d) : columns;
	}

	/** One for each frame. */
	List<ChannelMapping> ofFrames(final ClusterKind kind, final int frames) {
		final List<ChannelTransform> transforms = transforms(kind.dimensions(), frames);
		// Each where it was read, for a message tells the line that was read last.
		transforms.forEach(one -> ChannelMapping.NONE.transformedBy(one).requireKind(kind));
		final List<double[]> scales = scales(kind.dimensions(), frames);
		scales.forEach(ChannelMapping.NONE::dividedBy);
		final int[] bits = fractionBits(frames);
		return IntStream.range(0, frames)
			.mapToObj(f -> ChannelMapping.NONE.transformedBy(transforms.get(f))
				.dividedBy(scales.get(f))
				.roundedTo(bits[f]))
			.collect(Collectors.toList());
	}

	private List<ChannelTransform> transforms(final int d, final int frames) {
		if (name.isEmpty()) return Collections.nCopies(frames, ChannelTransform.NONE);
		final Transform kind = Transform.of(name);
		final List<double[]> offsets = vectors(ClusterFileText.OFFSETS, d, frames);
		final List<double[]> units = vectors(ClusterFileText.UNITS, d, frames);
		return IntStream.range(0, frames)
			.mapToObj(f -> ChannelTransform.of(kind, offsets.get(f), units.get(f)))
			.collect(Collectors.toList());
	}

	/** Empty ones if the file does not have them. */
	private List<double[]> scales(final int d, final int frames) {
		final double[] all = numbers.apply(ClusterFileText.SCALES);
		return all.length == 0
			? Collections.nCopies(frames, all)
			: vectors(ClusterFileText.SCALES, d, frames);
	}

	/** A vector for each frame. */
	private List<double[]> vectors(final String key, final int d, final int frames) {
		final double[] all = numbers.apply(key);
		Refusal.require(all.length == d || all.length == d * frames, key, all.length + " of them",
			d + ", one for each coordinate" + (frames == 1 ? "" : ", or " + d * frames));
		return IntStream.range(0, frames)
			.map(f -> all.length == d ? 0 : f * d)
			.mapToObj(from -> Arrays.copyOfRange(all, from, from + d))
			.collect(Collectors.toList());
	}

	private int[] fractionBits(final int frames) {
		final double[] all = numbers.apply(ClusterFileText.FRACTION_BITS);
		if (all.length == 0) return new int[frames];
		Refusal.require(all.length == 1 || all.length == frames, ClusterFileText.FRACTION_BITS,
			all.length + " of them", frames == 1 ? "1" : "1 or " + frames);
		for (final double bits : all)
			Refusal.require(bits == Math.rint(bits), ClusterFileText.FRACTION_BITS, bits,
				"whole numbers");
		return IntStream.range(0, frames).map(f -> (int) all[all.length == 1 ? 0 : f]).toArray();
	}
}
