package sc.fiji.kmeans.files.format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Formats of images that are known and not read. */
final class UnreadFormats {

	/** Their files begin with a small picture, of another format, that would be read. */
	private static final List<UnreadFormats> DISGUISED = Arrays.asList( //
		format("MIRAX slide (MRXS)", "mrxs"), //
		format("Olympus slide (VSI)", "vsi"), //
		format("Hamamatsu slide (NDPI)", "ndpi,vms,vmu"), //
		format("Leica slide (SCN)", "scn"), //
		format("Ventana slide (BIF)", "bif"), //
		format("raw photo", "dng,nef,nrw,cr2,cr3,crw,arw,sr2,srf,pef,raf,orf,rw2,srw,x3f,3fr,erf,kdc"
			+ ",mrw,iiq,mef,mos"));

	private static final List<UnreadFormats> OTHERS = Arrays.asList( //
		format("AVIF", "avif,avifs", "4:ftypavif", "4:ftypavis"), //
		format("HEIC", "heic,heif,hif", "4:ftyphei", "4:ftyphev", "4:ftypmif1", "4:ftypmsf1"), //
		format("JPEG XL", "jxl", "\u00ff\n", "\0\0\0\fJXL "), //
		format("JPEG XR", "jxr,wdp,hdp", "II\u00bc"), //
		format("GIMP (XCF)", "xcf", "gimp xcf"), //
		format("OpenEXR", "exr", "v/1\u0001"), //
		format("Radiance HDR", "rgbe", "#?RADIANCE", "#?RGBE"), //
		format("PCX", "pcx"), //
		format("Targa (TGA)", "tga"), //
		format("SGI", "sgi", "\u0001\u00da\0", "\u0001\u00da\u0001"), //
		format("Sun raster", "ras,sun", "\u0059\u00a6\u006a\u0095"), //
		format("icon (ICO)", "ico,cur", "\0\0\u0001\0", "\0\0\u0002\0"), //
		format("icon (ICNS)", "icns", "icns"), //
		format("XPM", "xpm", "/* XPM"), //
		format("DirectDraw (DDS)", "dds", "DDS "), //
		format("QOI", "qoi", "qoif"), //
		format("MNG", "mng", "\u008aMNG\r\n"), //
		format("JNG", "jng", "\u008bJNG\r\n"), //
		format("BPG", "bpg", "BPG\u00fb"), //
		format("DjVu", "djvu,djv", "AT&TFORM"), //
		format("SVG", "svg,svgz", "<svg"), //
		format("FITS", "fits,fit,fts", "SIMPLE  ="), //
		format("NIfTI", "nii,nii.gz", "344:n+1\0", "344:ni1\0"), //
		format("NRRD", "nrrd,nhdr", "NRRD0"), //
		format("MetaImage", "mha,mhd", "ObjectType =", "NDims ="), //
		format("MINC", "mnc"), //
		format("MRC", "mrc,mrcs,rec", "208:MAP "), //
		format("Gatan (DM3, DM4)", "dm2,dm3,dm4"), //
		format("TIA series (SER)", "ser"), //
		format("Nikon (ND2)", "nd2", "\u00da\u00ce\u00be\n"), //
		format("Zeiss (CZI)", "czi", "ZISRAWFILE"), //
		format("Zeiss (ZVI)", "zvi"), //
		format("Leica (LIF)", "lif,lof,xlef,xlif,lei", "\u0070\0\0\0"), //
		format("Olympus (OIB, OIF)", "oib,oif"), //
		format("Olympus (OIR)", "oir,poir", "OLYMPUSRAWFORMAT"), //
		format("DeltaVision (DV)", "dv,r3d"), //
		format("Imspector (OBF, MSR)", "obf,msr", "OMAS_BF_", "CDataStack"), //
		format("Volocity (MVD2)", "mvd2"), //
		format("SlideBook (SLD)", "sld,sldy"), //
		format("Philips slide (iSyntax)", "isyntax"), //
		format("Andor (SIF)", "sif", "Andor Technology"), //
		format("WinSpec (SPE)", "spe"), //
		format("ICS", "ics,ids", "ics_version"), //
		format("Imaris (IMS)", "ims"), //
		format("HDF5", "h5,hdf5,hdf,he5,nc", "\u0089HDF\r\n\u001a\n", "CDF\u0001", "CDF\u0002"), //
		format("Erdas Imagine", "img", "EHFA_HEADER_TAG"), //
		format("ECW, MrSID", "ecw,sid", "msid"));

	private final String name;
	private final List<String> extensions;
	private final List<String> marks;

	private UnreadFormats(final String name, final String extensions, final String... marks) {
		this.name = name;
		this.extensions = Arrays.asList(extensions.split(","));
		this.marks = Arrays.asList(marks);
	}

	private static UnreadFormats format(final String name, final String extensions,
		final String... marks)
	{
		return new UnreadFormats(name, extensions, marks);
	}

	/** @param fileName in lower case */
	static Optional<String> disguised(final String fileName) {
		return first(DISGUISED.stream(), format -> format.isExtensionOf(fileName));
	}

	/**
	 * By what the file begins with, or else by its name.
	 *
	 * @param fileName in lower case
	 */
	static Optional<String> of(final Beginning beginning, final String fileName) {
		final Optional<String> seen = first(OTHERS.stream(),
			format -> format.marks.stream().anyMatch(beginning::has));
		return seen.isPresent()
			? seen
			: first(OTHERS.stream(), format -> format.isExtensionOf(fileName));
	}

	private static Optional<String> first(final Stream<UnreadFormats> formats,
		final Predicate<UnreadFormats> condition)
	{
		return formats.filter(condition).map(format -> format.name).findFirst();
	}

	private boolean isExtensionOf(final String fileName) {
		return extensions.stream().anyMatch(extension -> fileName.endsWith("." + extension));
	}
}
