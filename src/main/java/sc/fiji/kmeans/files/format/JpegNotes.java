package sc.fiji.kmeans.files.format;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What programs and cameras note in a JPEG file, before its pixels. */
final class JpegNotes {

	private static final int EXIF = 0xe1;
	private static final int PROFILE = 0xe2;
	private static final int ADOBE = 0xee;
	/** Where Adobe's programs say how the components were made. */
	private static final int TRANSFORM = 11;
	private static final int YCCK = 2;

	private Orientation orientation = Orientation.UPRIGHT;
	/** Parts of the colour profile by their numbers. */
	private final Map<Integer, byte[]> profile = new TreeMap<>();
	private int transform;

	/** @param length of the note that comes next */
	void read(final DataInputStream in, final int marker, final int length) throws IOException {
		final byte[] note = new byte[length];
		in.readFully(note);
		if (marker == EXIF && begins(note, "Exif\0\0"))
			orientation = Orientation.of(Arrays.copyOfRange(note, 6, length));
		else
			if (marker == PROFILE && begins(note, "ICC_PROFILE\0") && length > 14)
				profile.put(note[12] & 0xff, Arrays.copyOfRange(note, 14, length));
			else
				if (marker == ADOBE && begins(note, "Adobe") && length > TRANSFORM)
					transform = note[TRANSFORM];
	}

	private static boolean begins(final byte[] note, final String name) {
		return new String(note, 0, Math.min(note.length, name.length()), StandardCharsets.ISO_8859_1)
			.equals(name);
	}

	Orientation orientation() {
		return orientation;
	}

	/** Whether the four components are luminance, two of colour, and black. */
	boolean isYcck() {
		return transform == YCCK;
	}

	/** The colour profile of four inks, if there is one that is whole. */
	Optional<ICC_Profile> profileOfInks() {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		profile.values().forEach(part -> bytes.write(part, 0, part.length));
		try {
			return Optional.of(ICC_Profile.getInstance(bytes.toByteArray()))
				.filter(p -> p.getColorSpaceType() == ColorSpace.TYPE_CMYK);
		}
		catch (final CMMException | IllegalArgumentException e) {
			return Optional.empty();
		}
	}
}
