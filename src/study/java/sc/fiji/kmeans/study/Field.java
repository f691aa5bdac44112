package sc.fiji.kmeans.study;

/** A number for each place. */
@FunctionalInterface
interface Field {

	double at(double x, double y);

	default Field times(final Field other) {
		return (x, y) -> at(x, y) * other.at(x, y);
	}
}
