package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.process.ImageProcessor;

import java.util.Collections;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.segment.Segmentation;

/** Each stroke of Escape after a command has begun cancels it, and none from before. */
@Timeout(60)
class EscapeTest {

	private static final int FRAMES = 3;

	@AfterEach
	void cleanUp() {
		IJ.resetEscape();
	}

	/** A film that presses Escape when it is read for the n-th time since it is an image. */
	private static final class Film extends VirtualStack {

		private final AtomicInteger reads = new AtomicInteger();
		/** 0 for never. */
		private final int last;

		private Film(final int last) {
			super(9, 7, FRAMES, "8-bit");
			this.last = last;
		}

		@Override
		public ImageProcessor getProcessor(final int n) {
			if (reads.incrementAndGet() == last) MacroRun.pressEscape();
			return Pictures.grey8(9, 7).getProcessor();
		}

		private ImagePlus image() {
			final ImagePlus image = new ImagePlus("film", this);
			image.setDimensions(1, 1, FRAMES);
			reads.set(0);
			return image;
		}
	}

	/** Also where ImageJ reads the image before the command works. */
	@RepeatedTest(10)
	void aStrokeAtARandomReadCancels() {
		final Film counting = new Film(0);
		Segmentation.of(counting.image(), KMeansOptions.defaults());
		final int last = 1 + new Random().nextInt(counting.reads.get());
		final ImagePlus image = new Film(last).image();
		final MacroRun run = MacroRun.of(image, "labels");
		assertTrue(IJ.escapePressed(), "read " + last);
		assertEquals(Collections.singletonList("film"), run.titles(), "read " + last);
		assertFalse(image.isLocked());
	}

	@Test
	void aStrokeBetweenTheCommandsOfAMacroCancels() {
		final MacroRun run = MacroRun.ofStatement(Pictures.rgb(9, 7),
			MacroRun.call("pressEscape") + "run(\"" + MacroRun.COMMAND + "\", \"\");");
		assertEquals(Collections.singletonList("rgb"), run.titles());
	}

	@Test
	void aStrokeBeforeACommandOfAScriptDoesNot() {
		MacroRun.of(Pictures.rgb(2, 2), ""); // registers the command
		Interpreter.batchMode = true;
		try {
			MacroRun.pressEscape();
			IJ.run(Pictures.rgb(9, 7), MacroRun.COMMAND, "masked=none");
			assertNotNull(WindowManager.getImage("rgb-segmented"));
		}
		finally {
			IJ.runMacro("close('*'); setBatchMode(false);");
		}
	}
}
