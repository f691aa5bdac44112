package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.text.Normalizer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameNameTest {

	@ParameterizedTest
	@CsvSource({ "A.png,a.png", "Zähler,zÄHLER", "ΣΑΣ,σας", "a,a" })
	void lettersOfBothSizesAreTheSame(final String one, final String other) {
		for (final Normalizer.Form form : Normalizer.Form.values())
			assertEquals(SameName.folded(one), SameName.folded(Normalizer.normalize(other, form)));
	}

	@ParameterizedTest
	@CsvSource({ "a.png,b.png", "a,ä", "a-b,a_b", "1,I" })
	void othersAreNot(final String one, final String other) {
		assertNotEquals(SameName.folded(one), SameName.folded(other));
	}

	/** On Linux a letter has two sizes. */
	@Test
	void onThisSystemItIsOneOfBoth() {
		final boolean isFolded = !System.getProperty("os.name").equals("Linux");
		assertEquals(isFolded, SameName.of("A").equals(SameName.of("a")));
	}
}
