package sc.fiji.kmeans.benchmark;

import sc.fiji.kmeans.cluster.Progress;

/**
 * How long each stage of a segmentation takes, by the words that it reports. A stage goes
 * on until another word is heard.
 */
final class Stages implements Progress {

	static final int COUNT = 0;
	static final int INDEX = 1;
	static final int SEARCH = 2;
	static final int LABEL = 3;
	static final int PAINT = 4;

	private final double[] millis = new double[5];
	private volatile int stage;
	private long since;

	void begin() {
		stage = COUNT;
		since = System.nanoTime();
	}

	/** Reports of the pictures are not heard. */
	void paint() {
		turn(PAINT);
	}

	void end() {
		turn(COUNT);
	}

	double millis(final int which) {
		return millis[which];
	}

	@Override
	public void report(final double fraction, final String word) {
		final int now = stage(word);
		if (now != stage) turn(now);
	}

	private int stage(final String word) {
		switch (word) {
			case "indexing" :
				return INDEX;
			case "clustering" :
			case "measuring" :
				return SEARCH;
			case "labelling" :
				return LABEL;
			default :
				return COUNT;
		}
	}

	private synchronized void turn(final int now) {
		final long time = System.nanoTime();
		millis[stage] += (time - since) / 1e6;
		since = time;
		stage = now;
	}
}
