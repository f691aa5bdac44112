package sc.fiji.kmeans.files.deflate;

/**
 * The checksum of a stream, from the checksums of its parts.
 * <p>
 * RFC 1950, ZLIB Compressed Data Format Specification, 1996: Adler-32.
 */
public final class JoinedSum {

	private static final long BASE = 65521;

	/** 1 and all bytes. */
	private long plain = 1;
	/** That after each byte. */
	private long weighted;

	/**
	 * Adds what follows.
	 *
	 * @param sum its own
	 * @param length number of its bytes
	 */
	public void add(final long sum, final long length) {
		// Its own began with 1, and so counted 1 for each byte.
		final long before = plain - 1 + BASE;
		weighted = (weighted + (sum >>> 16) + length % BASE * (before % BASE)) % BASE;
		plain = ((sum & 0xffff) + before) % BASE;
	}

	public long value() {
		return weighted << 16 | plain;
	}
}
