package sc.fiji.kmeans.files.format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A format of images that is known and not read; immutable. */
final class UnreadFormat {

	private static final String BIO_FORMATS = "open it in Fiji with Bio-Formats and save it as TIFF";
	private static final String SAVE = "save it as PNG or TIFF";
	/** Their files begin with a small picture, of another format, that would be read. */
	private static final List<UnreadFormat> DISGUISED = Arrays.asList( //
		format(BIO_FORMATS, "MIRAX slide (MRXS)", "mrxs"), //
		format(BIO_FORMATS, "Olympus slide (VSI)", "vsi"), //
		format(BIO_FORMATS, "Hamamatsu slide (NDPI)", "ndpi,vms,vmu"), //
		format(BIO_FORMATS, "Leica slide (SCN)", "scn"), //
		format(BIO_FORMATS, "Ventana slide (BIF)", "bif"), //
		format(SAVE, "raw photo",
			"dng,nef,nrw,cr2,cr3,crw,arw,sr2,srf,pef,raf,orf,rw2,srw,x3f,3fr,erf,kdc"
				+ ",mrw,iiq,mef,mos"));

	private static final List<UnreadFormat> OTHERS = Arrays.asList( //
		format(SAVE, "AVIF", "avif,avifs", "4:ftypavif", "4:ftypavis"), //
		format(SAVE, "HEIC", "heic,heif,hif", "4:ftyphei", "4:ftyphev", "4:ftypmif1", "4:ftypmsf1"), //
		format(SAVE, "JPEG XL", "jxl", "\u00ff\n", "\0\0\0\fJXL "), //
		format(SAVE, "JPEG XR", "jxr,wdp,hdp", "II\u00bc"), //
		format(SAVE, "GIMP (XCF)", "xcf", "gimp xcf"), //
		format(SAVE, "OpenEXR", "exr", "v/1\u0001"), //
		format(SAVE, "Radiance HDR", "rgbe", "#?RADIANCE", "#?RGBE"), //
		format(SAVE, "PCX", "pcx"), //
		format(SAVE, "Targa (TGA)", "tga"), //
		format(SAVE, "SGI", "sgi", "\u0001\u00da\0", "\u0001\u00da\u0001"), //
		format(SAVE, "Sun raster", "ras,sun", "\u0059\u00a6\u006a\u0095"), //
		format(SAVE, "icon (ICO)", "ico,cur", "\0\0\u0001\0"), //
		format(SAVE, "icon (ICNS)", "icns", "icns"), //
		format(SAVE, "XPM", "xpm", "/* XPM"), //
		format(SAVE, "DirectDraw (DDS)", "dds", "DDS "), //
		format(SAVE, "QOI", "qoi", "qoif"), //
		format(SAVE, "MNG", "mng", "\u008aMNG\r\n"), //
		format(SAVE, "JNG", "jng", "\u008bJNG\r\n"), //
		format(SAVE, "BPG", "bpg", "BPG\u00fb"), //
		format(SAVE, "DjVu", "djvu,djv", "AT&TFORM"), //
		format(SAVE, "PFM", "pfm", "PF\n", "Pf\n"), //
		format(SAVE, "MIFF", "miff", "id=ImageMagick"), //
		format(SAVE, "VICAR", "vic,vicar", "LBLSIZE="), //
		format(SAVE, "WBMP", "wbmp"), //
		format(SAVE, "EPS", "eps,epsf,epsi", "%!PS-Adobe-3.0 EPSF", "%!PS-Adobe-2.0 EPSF",
			"%!PS-Adobe-3.1 EPSF", "\u00c5\u00d0\u00d3\u00c6"), //
		format(SAVE, "XBM", "xbm"), //
		format(SAVE, "XWD", "xwd"), //
		format(SAVE, "DPX, Cineon", "dpx,cin", "SDPX", "XPDS", "\u0080\u002a\u005f\u00d7"), //
		format(SAVE, "PICT", "pict,pct"), //
		format(SAVE, "Photo CD", "pcd"), //
		format(SAVE, "Amiga IFF", "iff,ilbm,lbm", "8:ILBM"), //
		format(SAVE, "FLIF", "flif", "FLIF"), //
		format(SAVE, "JPEG-LS", "jls"), //
		format(SAVE, "JBIG", "jbg,jbig,jb2", "\u0097JB2\r\n"), //
		format(SAVE, "Krita, OpenRaster", "kra,ora"), //
		format(SAVE, "EMF, WMF", "emf,wmf"), //
		format(SAVE, "SVG", "svg,svgz", "<svg"), //
		format(BIO_FORMATS, "FITS", "fits,fit,fts", "SIMPLE  ="), //
		format(BIO_FORMATS, "NIfTI", "nii,nii.gz", "344:n+1\0", "344:ni1\0"), //
		format(BIO_FORMATS, "NRRD", "nrrd,nhdr", "NRRD0"), //
		format(BIO_FORMATS, "MetaImage", "mha,mhd", "ObjectType =", "NDims ="), //
		format(BIO_FORMATS, "MINC", "mnc"), //
		format(BIO_FORMATS, "MRC", "mrc,mrcs,rec", "208:MAP "), //
		format(BIO_FORMATS, "Gatan (DM3, DM4)", "dm2,dm3,dm4"), //
		format(BIO_FORMATS, "TIA series (SER)", "ser"), //
		format(BIO_FORMATS, "Nikon (ND2)", "nd2", "\u00da\u00ce\u00be\n"), //
		format(BIO_FORMATS, "Zeiss (CZI)", "czi", "ZISRAWFILE"), //
		format(BIO_FORMATS, "Zeiss (ZVI)", "zvi"), //
		format(BIO_FORMATS, "Leica (LIF)", "lif,lof,xlef,xlif,lei", "\u0070\0\0\0"), //
		format(BIO_FORMATS, "Olympus (OIB, OIF)", "oib,oif"), //
		format(BIO_FORMATS, "Olympus (OIR)", "oir,poir", "OLYMPUSRAWFORMAT"), //
		format(BIO_FORMATS, "DeltaVision (DV)", "dv,r3d"), //
		format(BIO_FORMATS, "Imspector (OBF, MSR)", "obf,msr", "OMAS_BF_", "CDataStack"), //
		format(BIO_FORMATS, "Volocity (MVD2)", "mvd2"), //
		format(BIO_FORMATS, "SlideBook (SLD)", "sld,sldy"), //
		format(BIO_FORMATS, "Philips slide (iSyntax)", "isyntax"), //
		format(BIO_FORMATS, "Andor (SIF)", "sif", "Andor Technology"), //
		format(BIO_FORMATS, "WinSpec (SPE)", "spe"), //
		format(BIO_FORMATS, "ICS", "ics,ids", "ics_version"), //
		format(BIO_FORMATS, "Imaris (IMS)", "ims"), //
		format(BIO_FORMATS, "HDF5", "h5,hdf5,hdf,he5,nc", "\u0089HDF\r\n\u001a\n", "CDF\u0001",
			"CDF\u0002"), //
		format(BIO_FORMATS, "Erdas Imagine", "img", "EHFA_HEADER_TAG"), //
		format(SAVE, "ECW, MrSID", "ecw,sid", "msid"));

	private final String name;
	/** What helps. */
	private final String hint;
	private final List<String> extensions;
	private final List<String> marks;

	private UnreadFormat(final String hint, final String name, final String extensions,
		final String... marks)
	{
		this.hint = hint;
		this.name = name;
		this.extensions = Arrays.asList(extensions.split(","));
		this.marks = Arrays.asList(marks);
	}

	private static UnreadFormat format(final String hint, final String name, final String extensions,
		final String... marks)
	{
		return new UnreadFormat(hint, name, extensions, marks);
	}

	static Stream<String> labels() {
		return Stream.concat(DISGUISED.stream(), OTHERS.stream()).map(UnreadFormat::label);
	}

	/** What people call it. */
	String label() {
		return name;
	}

	/** Why a file is not opened, and what helps. */
	String refusal() {
		return "files of the format " + name + " are not read: " + hint;
	}

	/** @param fileName in lower case */
	static Optional<UnreadFormat> disguised(final String fileName) {
		return first(DISGUISED.stream(), format -> format.isExtensionOf(fileName));
	}

	/** By its name alone. @param fileName in lower case */
	static Optional<UnreadFormat> named(final String fileName) {
		final Optional<UnreadFormat> disguised = disguised(fileName);
		return disguised.isPresent()
			? disguised
			: first(OTHERS.stream(), format -> format.isExtensionOf(fileName));
	}

	/**
	 * By what the file begins with, or else by its name.
	 *
	 * @param fileName in lower case
	 */
	static Optional<UnreadFormat> of(final Beginning beginning, final String fileName) {
		final Optional<UnreadFormat> seen = first(OTHERS.stream(),
			format -> format.marks.stream().anyMatch(beginning::has));
		return seen.isPresent() ? seen : named(fileName);
	}

	private static Optional<UnreadFormat> first(final Stream<UnreadFormat> formats,
		final Predicate<UnreadFormat> condition)
	{
		return formats.filter(condition).findFirst();
	}

	private boolean isExtensionOf(final String fileName) {
		return extensions.stream().anyMatch(extension -> fileName.endsWith("." + extension));
	}
}
