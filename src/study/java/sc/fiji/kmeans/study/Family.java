package sc.fiji.kmeans.study;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Pictures of a kind. Those in uneven light show the same things as those in even light.
 */
enum Family {

	TISSUE("H&E", Kind.COLOURS, 1,
		chance -> Tissue.haematoxylinEosin(chance, true)), TISSUE_VIGNETTED("H&E, vignetted",
			Kind.COLOURS, 1, chance -> Tissue.haematoxylinEosin(chance, false)), DAB("H-DAB",
				Kind.COLOURS, 2, chance -> Tissue.haematoxylinDab(chance, true)), LEAVES("leaves",
					Kind.COLOURS, 3, chance -> Leaves.draw(chance, true)), LEAVES_SHADED("leaves in shade",
						Kind.COLOURS, 3, chance -> Leaves.draw(chance, false)), NUCLEI("nuclei", Kind.GREY, 4,
							chance -> Cells.nuclei(chance, true)), NUCLEI_VIGNETTED("nuclei, vignetted",
								Kind.GREY, 4, chance -> Cells.nuclei(chance, false)), COLONIES("colonies",
									Kind.GREY, 5, Cells::colonies), UNSTAINED("unstained cells", Kind.GREY, 6,
										Cells::unstained), CHANNELS("three channels", Kind.CHANNELS, 7,
											chance -> Cells.channels(chance, true)), CHANNELS_VIGNETTED(
												"three channels, vignetted", Kind.CHANNELS, 7,
												chance -> Cells.channels(chance, false));

	/** What the values of pixels are. */
	enum Kind {
		COLOURS, GREY, CHANNELS
	}

	/** Pictures of each family. */
	static final int EACH = 8;

	private final String label;
	private final Kind kind;
	private final long seed;
	private final Function<Chance, Picture> drawn;

	Family(final String label, final Kind kind, final long seed,
		final Function<Chance, Picture> drawn)
	{
		this.label = label;
		this.kind = kind;
		this.seed = seed;
		this.drawn = drawn;
	}

	Kind kind() {
		return kind;
	}

	static List<Family> of(final Kind kind) {
		return Arrays.stream(values()).filter(f -> f.kind == kind).collect(Collectors.toList());
	}

	/** @param number 0 to EACH - 1 */
	Picture picture(final int number) {
		return picture(number, 1);
	}

	/** Each region in one colour, sharp, in even light, without noise. */
	Picture plain(final int number) {
		return picture(number, 0);
	}

	private Picture picture(final int number, final double strength) {
		return drawn.apply(new Chance(1000 * seed + number, number, strength));
	}

	List<Picture> pictures() {
		return Collections.unmodifiableList(
			IntStream.range(0, EACH).mapToObj(this::picture).collect(Collectors.toList()));
	}

	@Override
	public String toString() {
		return label;
	}
}
