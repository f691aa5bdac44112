package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;

import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.settings.SettingTable;
import sc.fiji.kmeans.settings.Trait;

/** Every stage of the work reports, so every stage can be cancelled. */
class ResultsCancelTest {

	private final ImagePlus image = noise(300);

	private static ImagePlus noise(final int size) {
		final byte[] pixels = new byte[size * size];
		new Random(1).nextBytes(pixels);
		return new ImagePlus("noise", new ByteProcessor(size, size, pixels));
	}

	@ParameterizedTest
	@ValueSource(strings = { "selecting", "measuring", "drawing", "legend" })
	void resultsAreCancelled(final String stage) {
		final Segmentation segmentation = Segmentation.of(image, SegmentationOptions.defaults(),
			Progress.NONE);
		final Results results = new Results(image, segmentation, all());
		assertThrows(CancellationException.class, () -> results.prepare(cancelIn(stage)));
	}

	@Test
	void smallRegionsAreCancelled() {
		final SegmentationOptions options = SegmentationOptions.defaults().withMinSize(50);
		assertThrows(CancellationException.class,
			() -> Segmentation.of(image, options, cancelIn("small regions")));
	}

	private static Progress cancelIn(final String stage) {
		return (fraction, word) -> {
			if (word.equals(stage)) throw new CancellationException();
		};
	}

	@Test
	void progressNeverFalls() {
		final AtomicLong last = new AtomicLong();
		final Set<String> words = new HashSet<>();
		final Segmentation segmentation = Segmentation.of(image, SegmentationOptions.defaults(),
			Progress.NONE);
		new Results(image, segmentation, allButTheTrace()).prepare((fraction, word) -> {
			words.add(word);
			final long now = Math.round(1e9 * fraction);
			assertTrue(now >= last.getAndSet(now), word + " " + fraction);
		});
		assertTrue(words.size() == 4, words.toString());
	}

	/** Its threads overtake each other, as those of any clustering. */
	private static KMeansSettings allButTheTrace() {
		final Map<String, String> texts = all().texts();
		texts.put(SettingTable.TRACE.key(), "false");
		return KMeansSettings.read(texts::get);
	}

	private static KMeansSettings all() {
		final Map<String, String> texts = KMeansSettings.DEFAULTS.texts();
		SettingTable.rows(row -> row.isSwitch() && row.is(Trait.OUTPUT))
			.forEach(output -> texts.put(output.key(), "true"));
		return KMeansSettings.read(texts::get);
	}
}
