package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

/** Tables of one labeler, empty for the next. */
class LabelTablesTest {

	private final LabelTables tables = new LabelTables();

	@Test
	void theyAreEmptyForTheNext() {
		tables.begin(8, 4);
		tables.owners()[3] = 7;
		tables.sharers()[2] = new int[] { 1, 2 };
		tables.memo().of(5)[1] = 9;
		final char[] owners = tables.owners();
		final LabelMemo memo = tables.memo();
		tables.begin(8, 4);
		assertSame(owners, tables.owners());
		assertSame(memo, tables.memo());
		assertEquals(0, tables.owners()[3]);
		assertNull(tables.sharers()[2]);
		assertEquals(0, tables.memo().get(5, 1));
	}

	@Test
	void otherSizesHaveOthers() {
		tables.begin(8, 4);
		final char[] owners = tables.owners();
		final LabelMemo memo = tables.memo();
		tables.begin(16, 4);
		assertNotSame(owners, tables.owners());
		assertEquals(16, tables.owners().length);
		assertEquals(16, tables.sharers().length);
		assertNotSame(memo, tables.memo());
	}
}
