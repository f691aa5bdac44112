package sc.fiji.kmeans.camera;

import java.util.Arrays;

/** Bytes in an array that is kept and grows. */
final class Bytes {

	private byte[] array = new byte[1 << 16];
	private int length;

	/** The bytes from 0 to the length; what follows is left from before. */
	byte[] array() {
		return array;
	}

	int length() {
		return length;
	}

	void clear() {
		length = 0;
	}

	void add(final int value) {
		reserve(1);
		array[length++] = (byte) value;
	}

	void add(final byte[] from, final int first, final int n) {
		reserve(n);
		System.arraycopy(from, first, array, length, n);
		length += n;
	}

	private void reserve(final int n) {
		if (length + n > array.length)
			array = Arrays.copyOf(array, Math.max(length + n, 2 * array.length));
	}
}
