package sc.fiji.kmeans.study;

import java.util.Arrays;
import java.util.Comparator;

/** How well labels meet the true regions of the pixels; 1 is best everywhere. */
final class Score {

	/** Of pixels, by region and label. */
	private final long[][] numbers;
	private final long[] ofRegion;
	private final long[] ofLabel;
	private final long pixels;

	/** @param truth and labels by pixel, 0 or more */
	Score(final int[] truth, final int[] labels) {
		if (truth.length != labels.length)
			throw new IllegalArgumentException(
				labels.length + " labels: takes as many as regions, " + truth.length);
		numbers = new long[largest(truth) + 1][largest(labels) + 1];
		for (int i = 0; i < truth.length; i++)
			numbers[truth[i]][labels[i]]++;
		pixels = truth.length;
		ofRegion = Arrays.stream(numbers).mapToLong(row -> Arrays.stream(row).sum()).toArray();
		ofLabel = new long[numbers[0].length];
		Arrays.setAll(ofLabel, j -> Arrays.stream(numbers).mapToLong(row -> row[j]).sum());
	}

	private static int largest(final int[] numbers) {
		return Arrays.stream(numbers).max().getAsInt();
	}

	/**
	 * The adjusted Rand index: how many more pairs of pixels are together in both, or apart in both,
	 * than by chance; 0 by chance, 1 where both are the same (Hubert and Arabie 1985: Comparing
	 * partitions). Where no pair could tell anything it is 1.
	 */
	double adjustedRandIndex() {
		final double both = Arrays.stream(numbers).mapToDouble(Score::pairs).sum();
		final double inTruth = pairs(ofRegion);
		final double inLabels = pairs(ofLabel);
		final double byChance = inTruth * inLabels / pairs(pixels);
		final double most = (inTruth + inLabels) / 2;
		return most == byChance ? 1 : (both - byChance) / (most - byChance);
	}

	private static double pairs(final long[] numbers) {
		return Arrays.stream(numbers).mapToDouble(Score::pairs).sum();
	}

	private static double pairs(final long n) {
		return 0.5 * n * (n - 1);
	}

	/**
	 * The overlap of a region and the label that meets it best: pixels of both, divided by pixels of
	 * one or the other (Jaccard 1901).
	 */
	double overlap(final int region) {
		double best = 0;
		for (int j = 0; j < ofLabel.length; j++)
			best = Math.max(best, overlap(region, numbers[region][j], ofLabel[j]));
		return best;
	}

	/**
	 * The same for the best union of labels, as of a user who merges clusters and knows the truth.
	 * That union has the labels whose largest part lies in the region: if one is in it, labels of a
	 * larger part are, too.
	 */
	double mergedOverlap(final int region) {
		final Integer[] labels = new Integer[ofLabel.length];
		Arrays.setAll(labels, j -> j);
		Arrays.sort(labels,
			Comparator.comparingDouble((Integer j) -> -(double) numbers[region][j] / ofLabel[j]));
		double best = 0;
		long inside = 0;
		long all = 0;
		for (final int j : labels) {
			inside += numbers[region][j];
			all += ofLabel[j];
			best = Math.max(best, overlap(region, inside, all));
		}
		return best;
	}

	private double overlap(final int region, final long inside, final long all) {
		return (double) inside / (ofRegion[region] + all - inside);
	}
}
