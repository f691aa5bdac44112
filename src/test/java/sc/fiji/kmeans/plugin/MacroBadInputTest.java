package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One message with field, value and what it takes; nothing else happens. */
@Timeout(60)
class MacroBadInputTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"clusters=0|clusters = 0|from 1 to 65535, or suggest",
		"clusters=65536|clusters = 65536|from 1 to 65535",
		"clusters=9999999999|clusters = 9999999999|a whole number",
		"clusters=2.5|clusters = 2.5|a whole number from 1 to 65535",
		"clusters=abc|clusters = abc|a whole number", "clusters= masked=1|clusters =|a whole number",
		"clusters=NaN|clusters = NaN|a whole number", "epsilon=-1|epsilon = -1|0 or more", //
		"epsilon=NaN|epsilon = NaN|a number", "epsilon=small|epsilon = small|a number",
		"clusters=\uff13|clusters = \uff13|a whole number", "epsilon=\uff13|epsilon = \uff13|a number",
		"epsilon=1d|epsilon = 1d|a number", "random_seed=\u0663|random_seed = \u0663|a whole number",
		"masked=\uff11|masked = \uff11|numbers from 1 to 3", "merge=\uff11+2|merge = \uff11+2|numbers",
		"min_size=\u0661|min_size = \u0661|a whole number", "ignore=\uff11|ignore = \uff11|a value",
		"iterations=0|iterations = 0|1 or more", "attempts=0|attempts = 0|1 or more",
		"initialization=foo|initialization = foo|k-means++ or random",
		"random_seed=1.5|random_seed = 1.5|a whole number", "masked=4|masked = 4|numbers from 1 to 3",
		"clusters=2 masked=1,3|masked = 1,3|numbers from 1 to 2",
		"masked=0|masked = 0|numbers from 1 to 3",
		"frames=some|frames = some|each, together, current, apply",
		"color_space=CMYK|color_space = CMYK|RGB, Lab, a*b*, HSB",
		"transform=cube|transform = cube|none, sqrt, log",
		"transform=log|transform = log|none for images of colours", //
		"apply_to=stack|apply_to = stack|selection or image",
		"background=grey|background = grey|black, white, transparent",
		"ignore=grey|ignore = grey|none, black, white, a colour",
		"channels=1|channels = 1|all for an image of colours", "min_size=-1|min_size = -1|0 or more",
		"merge=1+4|merge = 1+4|numbers from 1 to 3", "kept=4|kept = 4|numbers from 1 to 3",
		"match=nowhere.csv|match = nowhere.csv|a file of clusters",
		"masked=selection|masked = selection|a selection",
		"masked=x|masked = x|each, none, selection, or cluster numbers",
		"masked=-1|masked = -1|each, none, selection, or cluster numbers" })
	void optionsAreRefused(final String options, final String fieldAndValue, final String takes) {
		final String message = refusal(Pictures.rgb(20, 10), options);
		assertTrue(message.startsWith(fieldAndValue), message);
		assertTrue(message.contains("takes ") && message.contains(takes), message);
	}

	@Test
	void aSelectionWithoutPixelsIsRefused() {
		for (final Roi empty : new Roi[] { new Roi(500, 500, 9, 9), new OvalRoi(-90, -90, 9, 9) }) {
			final ImagePlus image = Pictures.rgb(20, 10);
			image.setRoi(empty);
			final String message = refusal(image, "");
			assertTrue(message.startsWith("The selection has no pixels"), message);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "channels=1,10|channels = 1,10|1 to 9",
		"channels=0|channels = 0|from 1 on", "channels=3-1|channels = 3-1|all, or numbers" })
	void channelsAreRefused(final String options, final String fieldAndValue, final String takes) {
		final ImageStack stack = new ImageStack(4, 4);
		for (int c = 1; c <= 9; c++)
			stack.addSlice(new ByteProcessor(4, 4));
		final ImagePlus image = new ImagePlus("channels", stack);
		image.setDimensions(9, 1, 1);
		final String message = refusal(image, options);
		assertTrue(message.startsWith(fieldAndValue + ": takes "), message);
		assertTrue(message.contains(takes), message);
	}

	@Test
	void anImageOfOneChannelTakesNoOther() {
		assertEquals("channels = 2: takes all or 1 for an image of one channel",
			refusal(Pictures.grey8(20, 10), "channels=2"));
	}

	private static String refusal(final ImagePlus image, final String options) {
		final ImagePlus before = image.duplicate();
		final MacroRun run = MacroRun.of(image, options);
		final List<String> messages = run.messages();
		assertEquals(1, messages.size(), run.said());
		assertFalse(run.said().contains("Exception"), run.said());
		assertFalse(run.finished(), "the macro went on");
		assertFalse(image.isLocked(), "still locked");
		Pictures.assertSame(before, image);
		return messages.get(0);
	}
}
