package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FastDeflateTest {

	/** Number of bytes, how many of them differ, and the most and the least that is left. */
	@ParameterizedTest
	@CsvSource({ "0,1,20,1", "1,256,20,1", "100000,1,1000,1", "100000,256,100100,100000",
		"100000,2,30000,100", "5000,256,5100,4900" })
	void noiseIsStored(final int length, final int values, final int most, final int least)
		throws DataFormatException
	{
		final Random random = new Random(length);
		final byte[] bytes = new byte[length];
		for (int i = 0; i < length; i++)
			bytes[i] = (byte) random.nextInt(values);
		final byte[] packed = FastDeflate.of(bytes);
		assertTrue(packed.length <= most && packed.length >= least, packed.length + " bytes");
		final Inflater inflater = new Inflater();
		inflater.setInput(packed);
		final byte[] back = new byte[length];
		inflater.inflate(back);
		inflater.end();
		assertArrayEquals(bytes, back);
	}
}
