package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How results are named. */
class ResultNamesTest {

	private static final Path IMAGE = Paths.get("a/b/c.d.tif");

	@ParameterizedTest
	@CsvSource({ "{name}-{result},c.d-*", "{result}_{name}.{extension},*_c.d.tif",
		"{folder}{number}_k{k}-{result}x,b07_k3-*x", "{name}{name}{result},c.dc.d*" })
	void wordsInBracesAreReplaced(final String template, final String name) {
		assertEquals(name, String.join("*", new ResultNames(template, "3").around(IMAGE, "07")));
	}

	@ParameterizedTest
	@CsvSource({ "a.png,a,png", "a.b.png,a.b,png", "a,a,''", ".png,.png,''", "a.,a,''", "..,.,''",
		"a b.tif,a b,tif" })
	void theNameIsThatBeforeTheLastPoint(final String file, final String name,
		final String extension)
	{
		final String[] around = new ResultNames("{name}~{extension}{result}", "3")
			.around(Paths.get("folder.x", file), "1");
		assertEquals(name + "~" + extension, around[0]);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{name}", "{result}", "x-{result}", "{name}{result}{result}",
		"{name}/{result}", "{name}\\{result}", "{name}-{result}{", "{name}-{result}}",
		"{Name}-{result}", "{name}:{result}", "{name}*{result}", "{name}?{result}", "{name}<{result}>",
		"{name}-{result}-{day}", "{name}\n{result}" })
	void whatDoesNotTellResultsApartIsRefused(final String template) {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> new ResultNames(template, "3")).getMessage();
		assertTrue(message.startsWith("output_name = ") && message.contains("{extension}"), message);
	}

	@Property(tries = 100)
	void whatAPictureIsMadeOfStandsInItsName(
		@ForAll @NotEmpty @AlphaChars @Chars({ '-', '+', ' ', '.', '(', '1', '\n' }) final String name)
	{
		for (final String template : new String[] { "{name}-{result}", "{result}_of_{name}",
			"{number} {name}+{result}.x" })
			for (final String kind : new String[] { "segmented.png", "masked-1.png",
				"kept-1+12+3.tif" })
			{
				final ResultNames names = new ResultNames(template, "3");
				final int dot = kind.indexOf('.');
				final PlannedImage image = new PlannedImage(1, FoundImage.of(Paths.get(name + ".png")),
					Paths.get(""), names.around(Paths.get(name + ".png"), "1"));
				final Path picture = image.result(kind.substring(0, dot), kind.substring(dot));
				assertEquals(Optional.of(image.result("clusters", ".csv").getFileName().toString()),
					names.tableBeside(picture, name::equals));
			}
	}

	@ParameterizedTest
	@ValueSource(strings = { "-labels.png", "a-labels.jpg", "a-labels", "a_labels.png",
		"a-labels.png.bak", "a-masked.png", "a-masked-.png", "a-kept-x.png", "a-clusters.csv",
		"a-segmented-1.png", "b-labels.png" })
	void othersAreMadeOfNothing(final String name) {
		assertEquals(Optional.empty(),
			new ResultNames(ResultNames.STANDARD, "3").tableBeside(Paths.get(name), "a"::equals));
	}
}
