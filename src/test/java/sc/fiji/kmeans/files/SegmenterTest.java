package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.samples.SampleFile;

/** It is the same on another machine. */
class SegmenterTest {

	private final Map<String, String> texts = new HashMap<>();

	@Test
	void settingsTravel() throws Exception {
		texts.put("clusters", "suggest");
		texts.put("masked", "1,3");
		texts.put("min_size", "4");
		texts.put("names", "a,\"b, c\"");
		texts.put("measure", "true");
		final Segmenter segmenter = Segmenter.learning(null, texts::get);
		assertEquals(segmenter.settings().texts(), travelled(segmenter).settings().texts());
	}

	@Test
	void clustersTravel() throws Exception {
		final ImageClusters clusters = learned();
		texts.put("merge", "1+2");
		final Segmenter applying = Segmenter.applying(clusters, texts::get);
		assertSame(applying, travelled(applying));
		texts.remove("merge");
		final Segmenter matching = Segmenter.learning(clusters.withNumbers(2, 5, 6), texts::get);
		assertSame(matching, travelled(matching));
	}

	/** All that is not said of learned clusters is as it was. */
	@Test
	void toApplyIsToLearnToSaveAndToApply() throws Exception {
		texts.put("merge", "1+2");
		texts.put("kept", "1");
		final Segmenter segmenter = Segmenter.learning(null, texts::get);
		final Segmenter applying = segmenter.applying(learned(segmenter));
		assertEquals("1", applying.settings().texts().get("kept"));
		assertArrayEquals(labels(segmenter), labels(applying));
		assertEquals(Collections.emptyMap(), differences(applying, travelled(applying)));
	}

	private static Map<String, String> differences(final Segmenter one, final Segmenter other) {
		final Map<String, String> texts = new HashMap<>(one.settings().texts());
		texts.entrySet().removeAll(other.settings().texts().entrySet());
		return texts;
	}

	private ImageClusters learned() throws IOException {
		return learned(Segmenter.learning(null, texts::get));
	}

	private static ImageClusters learned(final Segmenter segmenter) throws IOException {
		return segmenter.segment(image(), OptionalDouble.empty()).clusters();
	}

	private static ImagePlus image() throws IOException {
		return new ImagePlus("", ImageIO.read(new ByteArrayInputStream(SampleFile.PNG.bytes())));
	}

	private static void assertSame(final Segmenter expected, final Segmenter actual)
		throws IOException
	{
		assertEquals(expected.settings().texts(), actual.settings().texts());
		assertArrayEquals(labels(expected), labels(actual));
	}

	private static byte[] labels(final Segmenter segmenter) throws IOException {
		return (byte[]) segmenter.segment(image(), OptionalDouble.empty())
			.labels()
			.getProcessor()
			.getPixels();
	}

	private static Segmenter travelled(final Segmenter segmenter) throws Exception {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new ObjectOutputStream(bytes).writeObject(segmenter);
		return (Segmenter) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))
			.readObject();
	}
}
