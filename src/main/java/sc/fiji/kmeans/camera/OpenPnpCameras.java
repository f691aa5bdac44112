package sc.fiji.kmeans.camera;

import com.sun.jna.Memory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.openpnp.capture.CaptureDevice;
import org.openpnp.capture.CaptureFormat;
import org.openpnp.capture.CaptureStream;
import org.openpnp.capture.OpenPnpCapture;
import org.openpnp.capture.library.CapFormatInfo;
import org.openpnp.capture.library.OpenpnpCaptureLibrary;

/**
 * Cameras through openpnp-capture. Whoever loads this class must be ready for a
 * LinkageError.
 */
final class OpenPnpCameras implements CameraLibrary {

	private final OpenPnpCapture library;
	private final List<CaptureDevice> devices;

	/**
	 * JNA looks for the library's file through the class loader of the thread. But
	 * ImageJ has another one for plugins and their jars.
	 */
	OpenPnpCameras() {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(OpenPnpCameras.class.getClassLoader());
		try {
			library = new OpenPnpCapture();
			devices = library.getDevices();
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	@Override
	public List<String> names() {
		return devices.stream().map(CaptureDevice::getName).collect(Collectors.toList());
	}

	/** Without films: the library decodes single pictures. */
	@Override
	public List<CameraFormat> formats(final int camera) {
		final List<CameraFormat> formats = new ArrayList<>();
		final List<CaptureFormat> all = devices.get(camera).getFormats();
		for (int i = 0; i < all.size(); i++) {
			final CapFormatInfo info = all.get(i).getFormatInfo();
			if (!OpenPnpCapture.fourCcToString(info.fourcc).matches("H26[45]|HEVC"))
				formats.add(new CameraFormat(i, info.width, info.height, info.fps));
		}
		return formats;
	}

	@Override
	public CameraStream open(final int camera, final CameraFormat format) {
		final CaptureDevice device = devices.get(camera);
		final CaptureStream stream = device.openStream(device.getFormats().get(format.id));
		return stream == null ? null : new Stream(stream, format.pixels());
	}

	@Override
	public void close() {
		library.close();
	}

	/** Its own method to capture would make two new copies of each frame. */
	private static final class Stream implements CameraStream {

		private final CaptureStream stream;
		private final Memory memory;
		private final byte[] bytes;

		Stream(final CaptureStream stream, final int pixels) {
			this.stream = stream;
			bytes = new byte[3 * pixels];
			memory = new Memory(bytes.length);
		}

		@Override
		public int frames() {
			return OpenpnpCaptureLibrary.INSTANCE.Cap_getStreamFrameCount(stream.getContext(),
				stream.getStreamId());
		}

		@Override
		public boolean capture(final int[] pixels) throws IOException {
			final int result = OpenpnpCaptureLibrary.INSTANCE.Cap_captureFrame(stream.getContext(),
				stream.getStreamId(), memory, bytes.length);
			if (result != OpenpnpCaptureLibrary.CAPRESULT_OK)
				throw new IOException(OpenPnpCapture.getResultDescription(result));
			memory.read(0, bytes, 0, bytes.length);
			return PixelBytes.copyRgb(bytes, pixels);
		}

		@Override
		public void close() {
			stream.close();
		}
	}
}
