package sc.fiji.kmeans.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.image.ColorSpace;
import sc.fiji.kmeans.image.Transform;
import sc.fiji.kmeans.segment.SegmentationOptions;

/** A small part of the tables of the page, measured again. */
class StudyPageTest {

	@Test
	void theTissueIsAsThePageSays() throws IOException {
		theyAreAsThePageSays(Family.TISSUE, ours("RGB", options -> options),
			ours("Lab", options -> options.with(ColorSpace.LAB)));
	}

	@Test
	void theNucleiAreAsThePageSays() throws IOException {
		theyAreAsThePageSays(Family.NUCLEI, ours("transform=none", options -> options),
			ours("transform=log", options -> options.with(Transform.LOG)), Thresholds.multiOtsu());
	}

	private static Method ours(final String name, final UnaryOperator<SegmentationOptions> settings) {
		return Ours.with(name, settings);
	}

	private static void theyAreAsThePageSays(final Family family, final Method... methods)
		throws IOException
	{
		final StudyPage page = StudyPage.read(Paths.get("src/site/markdown/study.md"));
		final List<List<Picture>> pictures = Collections.singletonList(family.pictures());
		for (final Method method : methods) {
			final Row row = Row.of(method, pictures);
			for (final Measure measure : Measure.values())
				assertEquals(Stream.of(row.text(measure).split(" *[|] *")).skip(2).findFirst().get(),
					page.cell(StudyPage.name(family.kind(), measure), method.name(), family.toString()));
		}
	}
}
