package sc.fiji.kmeans.files;

/** Threads of this machine. */
class ThreadsTest extends WorkersContract {

	@Override
	Workers workers(final int number) {
		return new Threads(number);
	}
}
