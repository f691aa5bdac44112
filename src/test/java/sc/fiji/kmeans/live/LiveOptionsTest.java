package sc.fiji.kmeans.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.MaskedClusters;

class LiveOptionsTest {

	private static final SegmentationOptions NAMED = SegmentationOptions.defaults()
		.withClusters(3)
		.withNames("a,b,\"c, d\"");

	private static String names(final int clusters) {
		return new LiveOptions(NAMED.withClusters(clusters), PictureKind.LABELS, MaskedClusters.NONE)
			.named()
			.names()
			.toString();
	}

	/** The number of clusters may change while it runs. */
	@Test
	void namesOfMoreClustersThanThereAreWait() {
		assertEquals("a,b", names(2));
		assertEquals("a", names(1));
		assertEquals("a,b,\"c, d\"", names(3));
		assertEquals("a,b,\"c, d\"", names(9));
	}
}
