package sc.fiji.kmeans.samples;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

/** What happens to files: on disks, in transfers, in editors, and by those who mean harm. */
public enum FileDamage {

	CUT_SHORT((bytes, random) -> Arrays.copyOf(bytes, random.nextInt(bytes.length))), //
	BITS_FLIPPED((bytes, random) -> {
		for (int n = 1 + random.nextInt(8); n > 0; n--)
			bytes[place(bytes, random)] ^= 1 << random.nextInt(8);
		return bytes;
	}), //
	BYTES_CHANGED((bytes, random) -> {
		for (int n = 1 + random.nextInt(8); n > 0; n--)
			bytes[place(bytes, random)] = (byte) random.nextInt();
		return bytes;
	}), //
	/** A number of two, four or eight bytes somewhere. */
	LYING_NUMBER((bytes, random) -> lie(bytes, place(bytes, random), 2 << random.nextInt(3), random)), //
	/** A number that may be the size of the picture. */
	LYING_SIZE(FileDamage::lieOfSize), //
	/** The same in files whose heads are texts. */
	LYING_TEXT(FileDamage::lieInText), //
	PART_MISSING((bytes, random) -> {
		final int[] part = part(bytes, random);
		return joined(Arrays.copyOf(bytes, part[0]), Arrays.copyOfRange(bytes, part[1], bytes.length));
	}), //
	PART_TWICE((bytes, random) -> {
		final int[] part = part(bytes, random);
		return joined(Arrays.copyOf(bytes, part[1]), Arrays.copyOfRange(bytes, part[0], bytes.length));
	}), //
	PART_EMPTY((bytes, random) -> {
		final int[] part = part(bytes, random);
		Arrays.fill(bytes, part[0], part[1], (byte) (random.nextBoolean() ? 0 : 255));
		return bytes;
	}), //
	TWO_OF_THEM((bytes, random) -> joined(bytes, bytes));

	/** Where heads are. */
	private static final int HEAD = 200;
	private static final long[] LIES = { 0, 1, 2, 127, 255, 4096, 60_000, 65_535, 100_000, 1 << 28,
		Integer.MAX_VALUE, Integer.MIN_VALUE, -1, Long.MAX_VALUE };
	/** Of the pictures among the tests' files. */
	private static final int[] SIZES = { 16, 24, 30, 32, 40 };

	private final Damage damage;

	/** May change the bytes. */
	private interface Damage {

		byte[] of(byte[] bytes, Random random);
	}

	FileDamage(final Damage damage) {
		this.damage = damage;
	}

	/** Some of them, on a copy. Check sums are made right again in every second PNG file. */
	public static byte[] some(final byte[] whole, final Random random) {
		byte[] bytes = whole.clone();
		for (int n = 1 + random.nextInt(3); n > 0 && bytes.length > 0; n--)
			bytes = values()[random.nextInt(values().length)].damage.of(bytes, random);
		if (random.nextBoolean()) mendSums(bytes);
		return bytes;
	}

	/** Mostly in the head, or at the end, where some files have theirs. */
	private static int place(final byte[] bytes, final Random random) {
		final int end = random.nextInt(3) == 0 ? bytes.length : Math.min(bytes.length, HEAD);
		final int place = random.nextInt(end);
		return random.nextInt(3) == 0 ? bytes.length - 1 - place : place;
	}

	/** From one place to another. */
	private static int[] part(final byte[] bytes, final Random random) {
		final int from = place(bytes, random);
		return new int[] { from, from + 1 + random.nextInt(Math.min(100, bytes.length - from)) };
	}

	private static byte[] joined(final byte[] one, final byte[] other) {
		final ByteArrayOutputStream both = new ByteArrayOutputStream();
		both.write(one, 0, one.length);
		both.write(other, 0, other.length);
		return both.toByteArray();
	}

	private static byte[] lie(final byte[] bytes, final int place, final int length,
		final Random random)
	{
		final long lie = LIES[random.nextInt(LIES.length)];
		final byte[] number = ByteBuffer.allocate(8)
			.order(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
			.putLong(lie)
			.array();
		final int from = number[0] == (byte) lie ? 0 : 8 - length;
		for (int i = 0; i < length && place + i < bytes.length; i++)
			bytes[place + i] = number[from + i];
		return bytes;
	}

	private static byte[] lieOfSize(final byte[] bytes, final Random random) {
		for (int at = place(bytes, random); at + 1 < bytes.length; at++) {
			final int low = bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
			final int high = Short.reverseBytes((short) low) & 0xffff;
			if (Arrays.stream(SIZES).anyMatch(size -> size == low || size == high))
				return lie(bytes, at, random.nextBoolean() ? 2 : 4, random);
		}
		return bytes;
	}

	private static byte[] lieInText(final byte[] bytes, final Random random) {
		final String text = new String(bytes, StandardCharsets.ISO_8859_1);
		final int end = Math.min(HEAD, text.length());
		final String lie = String.valueOf(LIES[random.nextInt(LIES.length)]);
		final String[] pieces = text.substring(0, end).split("(?<=\\D)(?=\\d)");
		final int which = random.nextInt(pieces.length);
		pieces[which] = pieces[which].replaceFirst("^\\d+", lie);
		return (String.join("", pieces) + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
	}

	/** So that whatever is wrong is found by who looks at it, not by the sum. */
	private static void mendSums(final byte[] bytes) {
		if (bytes.length < 8 || bytes[1] != 'P' || bytes[2] != 'N' || bytes[3] != 'G') return;
		final ByteBuffer png = ByteBuffer.wrap(bytes);
		long at = 8;
		while (at >= 0 && at + 12 <= bytes.length) {
			final long end = at + 8 + png.getInt((int) at);
			if (end < at + 8 || end + 4 > bytes.length) return;
			final CRC32 sum = new CRC32();
			sum.update(bytes, (int) at + 4, (int) (end - at - 4));
			png.putInt((int) end, (int) sum.getValue());
			at = end + 4;
		}
	}
}
