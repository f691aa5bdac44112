"""Writes small image files of many formats, and index.csv with what is in them.

    pip install numpy pillow tifffile imagecodecs pydicom; apt-get install imagemagick
    python formats.py ../resources/formats

One scene: 40 x 32 pixels, columns 0-7, 8-19 and 20-39 in three colours, or three greys, with
noise of at most 6 above. In files with an alpha the rows 0-7 are transparent and hold another
colour; in the rows 8-11 the alpha grows from 8 to 248. Columns of index.csv:

    file; format; kind of file; program; means of the three regions in the upper half and then in the lower, the components
    of all channels or frames one after another, none where the file is not to be read; how far they may be off; rows left out; width; height
"""
import os
import struct
import subprocess
import sys
import zlib

import imagecodecs
import numpy as np
import pydicom
import tifffile
from PIL import Image, TiffImagePlugin
from pydicom.encaps import encapsulate
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian, JPEGBaseline8Bit

W, H, TOP = 40, 32, 8
REGION = np.repeat([0, 1, 2], [8, 12, 20])
COLOURS = np.array([(40, 30, 90), (180, 60, 40), (220, 200, 90)])
GREYS = np.array([30, 120, 220])
ROWS, COLUMNS = np.mgrid[0:H, 0:W]

out = sys.argv[1]
index = []


def noise(salt):
    return ((ROWS * 7919 + COLUMNS * 104729 + salt * 1299709) % 65537 * 31 >> 4) % 7


GREY = (GREYS[REGION][None, :] + noise(0)).astype(np.uint8)
RGB = np.stack([COLOURS[REGION][None, :, c] + noise(c + 1) for c in range(3)], 2).astype(np.uint8)
ALPHA = np.where(ROWS < TOP, 0, np.where(ROWS < 12, 8 + 80 * (ROWS - TOP), 255)).astype(np.uint8)
HIDDEN = np.where(ALPHA[..., None] == 0, (10, 250, 20), RGB).astype(np.uint8)
RGBA = np.dstack([HIDDEN, ALPHA])
LA = np.dstack([np.where(ALPHA == 0, 255, GREY).astype(np.uint8), ALPHA])
BITS = (GREY > 60).astype(np.uint8)
FLAT = COLOURS[REGION][None, :].repeat(H, 0).astype(np.uint8)


def path(name):
    return os.path.join(out, name)


def note(name, form, kind, program, image, tolerance=0.4, left_out=0, size=(W, H)):
    """image: rows x columns x components as they should be read; None where nobody asks."""
    values = '' if image is None else '/'.join(
        ' '.join('%.2f' % v for v in region(image, n, rows))
        for rows in (slice(left_out, H // 2), slice(H // 2, H)) for n in range(3))
    index.append(';'.join(map(str, (name, form, kind, program, values, tolerance, left_out) + size)))


def region(image, n, rows):
    image = np.asarray(image, dtype=float).reshape(H, W, -1)
    return image[rows, REGION == n].mean((0, 1))


def pillow(name, form, kind, array, mode=None, expected=None, tolerance=0.4, left_out=0, **options):
    Image.fromarray(array, mode).save(path(name), **options)
    note(name, form, kind, 'Pillow', array if expected is None else expected, tolerance, left_out)


def magick(name, form, kind, array, expected, *options, tolerance=0.4, left_out=0, prefix=''):
    Image.fromarray(array).save('/tmp/formats.png')
    subprocess.run(['convert', '/tmp/formats.png', *options, prefix + path(name)], check=True)
    note(name, form, kind, 'ImageMagick', expected, tolerance, left_out)


def codec(name, form, kind, bytes_, expected=None, tolerance=0.4):
    with open(path(name), 'wb') as file:
        file.write(bytes_)
    note(name, form, kind, 'imagecodecs', expected, tolerance)


def exif(orientation):
    data = Image.Exif()
    data[0x112] = orientation
    return data


def as_stored(array, orientation):
    """What a camera stores, so that the array is seen."""
    turn = {1: lambda a: a, 2: lambda a: a[:, ::-1], 3: lambda a: a[::-1, ::-1], 4: lambda a: a[::-1],
            5: lambda a: a.swapaxes(0, 1), 6: np.rot90, 7: lambda a: a[::-1, ::-1].swapaxes(0, 1),
            8: lambda a: np.rot90(a, -1)}
    return np.ascontiguousarray(turn[orientation](array))


def jpegs():
    pillow('rgb.jpg', 'JPEG', 'colours', RGB, quality=92, tolerance=6)
    pillow('grey.jpg', 'JPEG', 'grey', GREY, quality=92, tolerance=6)
    pillow('progressive.jpg', 'JPEG', 'progressive', RGB, quality=92, progressive=True, tolerance=6)
    inks = np.dstack([255 - RGB, np.zeros_like(GREY)])
    pillow('cmyk.jpg', 'JPEG', 'CMYK', inks, 'CMYK', RGB, 6, quality=92)
    # The components of YCCK: as those of CMYK, but the first three are luminance and colour.
    left = Image.fromarray(255 - RGB, 'RGB').convert('YCbCr')
    ycck = np.dstack([255 - np.asarray(left), np.zeros_like(GREY)])
    Image.fromarray(ycck, 'CMYK').save(path('ycck.jpg'), quality=92)
    with open(path('ycck.jpg'), 'rb') as file:
        data = bytearray(file.read())
    data[data.index(b'Adobe') + 11] = 2
    with open(path('ycck.jpg'), 'wb') as file:
        file.write(data)
    note('ycck.jpg', 'JPEG', 'YCCK', 'Pillow', RGB, 6)
    for n in range(1, 9):
        seen = RGB.copy()
        seen[:4, :20] = 0
        Image.fromarray(as_stored(seen, n)).save(
            path('exif%d.jpg' % n), quality=90, subsampling=0, exif=exif(n))
        note('exif%d.jpg' % n, 'JPEG', 'EXIF orientation %d' % n, 'Pillow', seen, 6)
    codec('twelve_bits.jpg', 'JPEG', '12 bits',
          imagecodecs.jpeg_encode(GREY.astype(np.uint16) * 16, bitspersample=12))
    codec('lossless.jpg', 'JPEG', 'lossless', imagecodecs.ljpeg_encode(GREY))
    codec('jpegls.jls', 'JPEG-LS', '', imagecodecs.jpegls_encode(GREY))
    codec('jpegxl.jxl', 'JPEG XL', '', imagecodecs.jpegxl_encode(RGB))
    codec('jpegxr.jxr', 'JPEG XR', '', imagecodecs.jpegxr_encode(RGB))


def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))


def png(name, kind, head, rows, expected, extra=b'', left_out=0):
    data = b''.join(b'\0' + row.tobytes() for row in rows)
    with open(path(name), 'wb') as file:
        file.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', W, H, *head, 0, 0, 0))
                   + extra + chunk(b'IDAT', zlib.compress(data)) + chunk(b'IEND', b''))
    note(name, 'PNG', kind, 'its definition', expected, 0.4, left_out)


def pngs():
    pillow('rgb.png', 'PNG', 'colours', RGB)
    pillow('grey.png', 'PNG', 'grey', GREY)
    pillow('one_bit.png', 'PNG', '1 bit', BITS.astype(bool), expected=255 * np.dstack([BITS] * 3))
    palette = Image.fromarray(FLAT).quantize(3)
    palette.save(path('palette.png'))
    note('palette.png', 'PNG', 'palette', 'Pillow', FLAT)
    clear = Image.fromarray(np.where(ALPHA[..., None] == 0, (10, 250, 20), FLAT).astype(np.uint8))
    clear = clear.quantize(4)
    index_of_clear = clear.getpixel((0, 0))
    clear.save(path('palette_transparent.png'), transparency=index_of_clear)
    note('palette_transparent.png', 'PNG', 'palette, one colour transparent', 'Pillow', FLAT, 0.4, TOP)
    pillow('grey_alpha.png', 'PNG', 'grey and alpha', LA, 'LA', GREY, left_out=TOP)
    pillow('rgb_alpha.png', 'PNG', 'colours and alpha, some half transparent', RGBA, 'RGBA', RGB,
           left_out=TOP)
    pillow('grey16.png', 'PNG', 'grey of 16 bits', GREY.astype(np.uint16) * 256)
    pillow('exif6.png', 'PNG', 'EXIF orientation 6', as_stored(RGB, 6),
           expected=RGB, exif=exif(6))
    wide = (RGB.astype('>u2') * 256 + 1).astype('>u2')
    png('rgb16.png', 'colours of 16 bits', (16, 2), wide, wide)
    widea = np.dstack([HIDDEN.astype('>u2') * 256, ALPHA.astype('>u2') * 257]).astype('>u2')
    png('rgb_alpha16.png', 'colours of 16 bits and alpha', (16, 6), widea, RGB.astype(int) * 256,
        left_out=TOP)
    la16 = np.dstack([GREY.astype('>u2') * 256, ALPHA.astype('>u2') * 257]).astype('>u2')
    png('grey_alpha16.png', 'grey of 16 bits and alpha', (16, 4), la16, GREY.astype(int) * 256,
        left_out=TOP)
    four = (GREY >> 4).astype(np.uint8)
    png('grey4.png', 'grey of 4 bits', (4, 0), four[:, ::2] << 4 | four[:, 1::2],
        17 * np.dstack([four] * 3))
    keyed = np.where(ALPHA[..., None] == 0, (10, 250, 20), RGB).astype(np.uint8)
    png('rgb_key.png', 'colours, one of them transparent', (8, 2), keyed, RGB,
        chunk(b'tRNS', struct.pack('>HHH', 10, 250, 20)), TOP)
    greykey = np.where(ALPHA == 0, 255, GREY).astype(np.uint8)
    png('grey_key.png', 'grey, one value transparent', (8, 0), greykey, GREY,
        chunk(b'tRNS', struct.pack('>H', 255)), TOP)
    magick('interlaced.png', 'PNG', 'interlaced', RGB, RGB, '-interlace', 'PNG')


def gifs():
    still = Image.fromarray(FLAT).quantize(3)
    still.save(path('still.gif'))
    note('still.gif', 'GIF', 'one picture', 'Pillow', FLAT)
    clear = Image.fromarray(np.where(ALPHA[..., None] == 0, (10, 250, 20), FLAT).astype(np.uint8))
    clear = clear.quantize(4)
    clear.save(path('transparent.gif'), transparency=clear.getpixel((0, 0)))
    note('transparent.gif', 'GIF', 'one colour transparent', 'Pillow', FLAT, 0.4, TOP)
    frames = [Image.fromarray(np.clip(FLAT.astype(int) + 20 * n, 0, 255).astype(np.uint8))
              for n in range(3)]
    frames[0].save(path('animated.gif'), save_all=True, append_images=frames[1:], disposal=1)
    note('animated.gif', 'GIF', 'animation', 'Pillow',
         np.dstack([np.asarray(frame) for frame in frames]), 2)


def bmps():
    pillow('rgb.bmp', 'BMP', 'colours', RGB)
    pillow('one_bit.bmp', 'BMP', '1 bit', BITS.astype(bool), expected=255 * np.dstack([BITS] * 3))
    pillow('grey.bmp', 'BMP', 'grey', GREY)
    Image.fromarray(FLAT).quantize(3).save(path('palette.bmp'))
    note('palette.bmp', 'BMP', 'palette', 'Pillow', FLAT)
    magick('runs.bmp', 'BMP', 'palette, run lengths', FLAT, FLAT, '-type', 'palette', '-compress', 'RLE')
    magick('565.bmp', 'BMP', 'colours of 16 bits a pixel', RGB, RGB, '-define',
           'bmp:subtype=RGB565', tolerance=5)
    magick('alpha.bmp', 'BMP', 'colours and alpha', RGBA, RGB, left_out=TOP)


def pnms():
    for array, name in ((255 * BITS, 'pbm'), (GREY, 'pgm'), (RGB, 'ppm')):
        magick('binary.' + name, name.upper(), 'binary', array, array)
        magick('text.' + name, name.upper(), 'text', array, array, '-compress', 'none')
    wide = GREY.astype(np.uint16) * 256
    magick('wide.pgm', 'PGM', '16 bits', wide, wide, '-depth', '16')
    magick('wide.ppm', 'PPM', '16 bits', RGB, RGB.astype(int) * 257, '-depth', '16')
    with open(path('grey.pam'), 'wb') as file:
        file.write(b'P7\nWIDTH %d\nHEIGHT %d\nDEPTH 1\nMAXVAL 255\nTUPLTYPE GRAYSCALE\nENDHDR\n' % (W, H)
                   + GREY.tobytes())
    note('grey.pam', 'PAM', 'grey', 'its definition', GREY)
    magick('rgb_alpha.pam', 'PAM', 'colours and alpha', RGBA, RGB, left_out=TOP)
    with open(path('rgb15.ppm'), 'wb') as file:
        file.write(b'P6\n# a comment\n%d %d\n15\n' % (W, H) + (RGB >> 4).tobytes())
    note('rgb15.ppm', 'PPM', 'values up to 15', 'its definition', 17 * (RGB >> 4))


def webps():
    pillow('lossless.webp', 'WebP', 'lossless', RGB, lossless=True)
    pillow('lossy.webp', 'WebP', 'lossy', RGB, quality=90, tolerance=14)
    pillow('alpha.webp', 'WebP', 'lossless with alpha', RGBA, 'RGBA', RGB, 0.4, TOP, lossless=True, exact=True)
    pillow('lossy_alpha.webp', 'WebP', 'lossy with alpha', RGBA, 'RGBA', RGB, 10, TOP, quality=90)
    pillow('exif6.webp', 'WebP', 'EXIF orientation 6', as_stored(RGB, 6),
           expected=RGB, lossless=True, exif=exif(6))
    frames = [Image.fromarray(RGB), Image.fromarray(255 - RGB)]
    frames[0].save(path('animated.webp'), save_all=True, append_images=frames[1:], lossless=True)
    note('animated.webp', 'WebP', 'animation', 'Pillow', None)


def jpeg2000s():
    pillow('rgb.jp2', 'JPEG 2000', 'colours', RGB)
    pillow('grey.j2k', 'JPEG 2000', 'grey, code stream', GREY)
    pillow('grey16.jp2', 'JPEG 2000', 'grey of 16 bits', GREY.astype(np.uint16) * 256)
    pillow('lossy.jp2', 'JPEG 2000', 'lossy', RGB, irreversible=True, quality_mode='rates',
           quality_layers=[4], tolerance=6)
    pillow('alpha.jp2', 'JPEG 2000', 'colours and alpha', RGBA, 'RGBA', RGB, 0.4, TOP)


def psds():
    magick('rgb.psd', 'PSD', 'colours', RGB, RGB)
    magick('runs.psd', 'PSD', 'colours, run lengths', FLAT, FLAT, '-compress', 'RLE')
    magick('grey.psd', 'PSD', 'grey', GREY, GREY, '-colorspace', 'Gray')
    wide = GREY.astype(np.uint16) * 256
    magick('grey16.psd', 'PSD', 'grey of 16 bits', wide, wide, '-colorspace', 'Gray', '-depth', '16')
    magick('rgb.psb', 'PSD', 'large file (PSB)', RGB, RGB)
    magick('cmyk.psd', 'PSD', 'CMYK', RGB, None, '-colorspace', 'CMYK')


def dicom(name, kind, array, expected, syntax=ExplicitVRLittleEndian, **elements):
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = '1.2.840.10008.5.1.4.1.1.7'
    meta.MediaStorageSOPInstanceUID = '1.2.826.0.1.3680043.8.498.1'
    meta.TransferSyntaxUID = syntax
    data = FileDataset(name, {}, file_meta=meta, preamble=b'\0' * 128)
    data.SOPClassUID = meta.MediaStorageSOPClassUID
    data.SOPInstanceUID = meta.MediaStorageSOPInstanceUID
    data.Modality = 'OT'
    data.SamplesPerPixel = 1
    data.PhotometricInterpretation = 'MONOCHROME2'
    data.Rows, data.Columns = H, W
    data.BitsAllocated = data.BitsStored = 8 * getattr(array, 'itemsize', 1)
    data.HighBit = data.BitsStored - 1
    data.PixelRepresentation = 1 if getattr(array, 'dtype', GREY.dtype).kind == 'i' else 0
    for key, value in elements.items():
        setattr(data, key, value)
    data.PixelData = array if isinstance(array, bytes) else array.tobytes()
    data.save_as(path(name), enforce_file_format=True)
    note(name, 'DICOM', kind, 'pydicom', expected)


def dicoms():
    dicom('grey8.dcm', '8 bits', GREY, GREY)
    wide = GREY.astype('<u2') * 16
    dicom('grey16.dcm', '16 bits', wide, wide, PixelSpacing=[0.5, 0.25])
    dicom('implicit.dcm', '16 bits, implicit', wide, wide, ImplicitVRLittleEndian)
    signed = GREY.astype('<i2') * 4 - 1000
    dicom('signed16.dcm', '16 bits, signed', signed, signed.astype(int) + 32768,
          RescaleIntercept='-24', RescaleSlope='1')
    dicom('rgb.dcm', 'colours', RGB, RGB, SamplesPerPixel=3, PhotometricInterpretation='RGB',
          PlanarConfiguration=0)
    dicom('frames.dcm', 'frames', np.stack([GREY, 255 - GREY]), np.dstack([GREY, 255 - GREY]),
          NumberOfFrames=2)
    dicom('slope.dcm', 'slope that is not 1', wide, None, RescaleSlope='0.5', RescaleIntercept='0')
    dicom('compressed.dcm', 'compressed', encapsulate([imagecodecs.jpeg_encode(GREY)]), None,
          JPEGBaseline8Bit)


def others():
    pillow('picture.avif', 'AVIF', '', RGB)
    pillow('picture.tga', 'TGA', '', RGB)
    pillow('picture.pcx', 'PCX', '', RGB)
    pillow('picture.ico', 'ICO', '', RGB)
    pillow('picture.sgi', 'SGI', '', RGB)
    magick('picture.heic', 'HEIC', '', RGB, None)
    magick('picture.exr', 'OpenEXR', '', RGB, None)
    magick('picture.xpm', 'XPM', '', FLAT, None)
    codec('picture.qoi', 'QOI', '', imagecodecs.qoi_encode(RGB))


def tiff(name, kind, array, expected=None, tolerance=0.4, **options):
    tifffile.imwrite(path(name), array, metadata=options.pop('metadata', None), **options)
    note(name, 'TIFF', kind, 'tifffile', array if expected is None else expected, tolerance)


def libtiff(name, kind, array, expected, compression, tolerance=0.4, left_out=0):
    Image.fromarray(array).save(path(name), compression=compression)
    note(name, 'TIFF', kind, 'libtiff', expected, tolerance, left_out)


def tiffs():
    tiff('rgb.tif', 'colours', RGB, photometric='rgb')
    tiff('big_endian.tif', 'big-endian', RGB, photometric='rgb', byteorder='>')
    tiff('strips.tif', 'strips', RGB, photometric='rgb', rowsperstrip=7)
    tiff('lzw.tif', 'LZW', RGB, photometric='rgb', compression='lzw')
    tiff('lzw_predictor.tif', 'LZW, predictor', RGB, photometric='rgb', compression='lzw', predictor=True)
    tiff('deflate.tif', 'Deflate', RGB, photometric='rgb', compression='zlib')
    tiff('deflate_predictor.tif', 'Deflate, predictor', RGB, photometric='rgb', compression='zlib',
         predictor=True)
    tiff('packbits.tif', 'PackBits', RGB, photometric='rgb', compression='packbits')
    tiff('planar.tif', 'planes of colours', np.moveaxis(RGB, 2, 0), RGB, photometric='rgb',
         planarconfig='separate')
    tiff('tiles.tif', 'tiles', RGB, photometric='rgb', tile=(16, 16))
    tiff('tiles_deflate.tif', 'tiles, Deflate', RGB, photometric='rgb', tile=(16, 16), compression='zlib')
    tiff('bigtiff.tif', 'BigTIFF', RGB, photometric='rgb', bigtiff=True)
    tiff('rgb16.tif', 'colours of 16 bits', RGB.astype(np.uint16) * 256, photometric='rgb')
    tiff('grey.tif', 'grey', GREY, photometric='minisblack')
    tiff('white_is_0.tif', 'grey, white is 0 (shown inverted)', GREY, photometric='miniswhite')
    tiff('grey16.tif', 'grey of 16 bits', GREY.astype(np.uint16) * 256)
    tiff('grey32.tif', 'whole numbers of 32 bits', GREY.astype(np.uint32) * 12_000_000,
         tolerance=12_000_000)
    tiff('float.tif', 'real numbers of 32 bits', GREY.astype(np.float32) / 255, tolerance=0.01)
    tiff('half.tif', 'real numbers of 16 bits', (GREY / 255).astype(np.float16), tolerance=0.01)
    tiff('double.tif', 'real numbers of 64 bits', GREY / 255, tolerance=0.01)
    tiff('int16.tif', '16 bits, signed', GREY.astype(np.int16) - 128, GREY.astype(int) - 128 + 32768)
    tiff('int8.tif', '8 bits, signed', (GREY.astype(int) - 128).astype(np.int8), GREY)
    stack = np.stack([GREY, 255 - GREY, GREY // 2])
    tiff('pages.tif', 'pages', stack, np.moveaxis(stack, 0, 2), photometric='minisblack')
    tiff('imagej.tif', 'channels of ImageJ', stack, np.moveaxis(stack, 0, 2), imagej=True,
         metadata={'axes': 'CYX'})
    tiff('ome.ome.tif', 'channels of OME-TIFF', stack, np.moveaxis(stack, 0, 2), ome=True,
         metadata={'axes': 'CYX'}, photometric='minisblack')
    seven = np.stack([GREY // (n + 1) for n in range(7)])
    tiff('seven_planes.tif', '7 channels, planes', seven, np.moveaxis(seven, 0, 2),
         photometric='minisblack', planarconfig='separate')
    tiff('seven_samples.tif', '7 channels, samples', np.moveaxis(seven, 0, 2), photometric='minisblack',
         planarconfig='contig')
    with tifffile.TiffWriter(path('two_sizes.tif')) as writer:
        writer.write(GREY, metadata=None)
        writer.write(GREY[:20], metadata=None)
    note('two_sizes.tif', 'TIFF', 'pages of two sizes', 'tifffile', None)
    libtiff('one_bit.tif', '1 bit', BITS.astype(bool), 255 * BITS, None)
    libtiff('group4.tif', '1 bit, Group 4 fax', BITS.astype(bool), 255 * BITS, 'group4')
    libtiff('jpeg.tif', 'JPEG', RGB, RGB, 'jpeg', 8)
    libtiff('alpha.tif', 'colours and alpha', RGBA, RGB, None, left_out=TOP)
    Image.fromarray(np.dstack([255 - RGB, np.zeros_like(GREY)]), 'CMYK').save(path('cmyk.tif'))
    note('cmyk.tif', 'TIFF', 'CMYK', 'libtiff', RGB, 2)
    Image.fromarray(FLAT).quantize(3).save(path('palette.tif'))
    note('palette.tif', 'TIFF', 'palette', 'libtiff', FLAT)


def refused(name, form, kind, program='tifffile'):
    note(name, form, kind, program, None)


def pages(name, *arrays, **options):
    """Each page has options of its own where they are lists."""
    with tifffile.TiffWriter(path(name)) as writer:
        for n, array in enumerate(arrays):
            own = {key: value[n] if isinstance(value, list) else value for key, value in options.items()}
            writer.write(np.ascontiguousarray(array), metadata=None, **own)


def several():
    """Files of more than one image, and numbers and compressions that are hard to read."""
    inks = np.dstack([255 - RGB, np.zeros_like(GREY)])
    two = np.dstack([RGB, 255 - RGB])
    planes = np.moveaxis(255 - RGB, 2, 0)
    pages('pages_cmyk.tif', inks, np.dstack([RGB, np.zeros_like(GREY)]), photometric='separated')
    note('pages_cmyk.tif', 'TIFF', 'pages of CMYK', 'tifffile', two, 1)
    wide = two.astype(np.uint16) * 256
    pages('pages_rgb16.tif', wide[..., :3], wide[..., 3:], photometric='rgb', compression='zlib')
    note('pages_rgb16.tif', 'TIFF', 'pages of colours of 16 bits', 'tifffile', wide)
    pages('pages_planar.tif', RGB, planes, photometric='rgb', planarconfig=['contig', 'separate'])
    note('pages_planar.tif', 'TIFF', 'pages, one in planes', 'tifffile', two)
    pages('pages_compressed.tif', GREY, 255 - GREY, compression=[None, 'zlib'], predictor=[None, 2])
    note('pages_compressed.tif', 'TIFF', 'pages, one compressed', 'tifffile', np.dstack([GREY, 255 - GREY]))
    pages('copy_first.tif', RGB[::2, ::2], RGB, photometric='rgb', subfiletype=[1, 0])
    note('copy_first.tif', 'TIFF', 'a smaller copy, then the image', 'tifffile', RGB)
    pages('mask_page.tif', GREY, GREY > 60, photometric=['minisblack', 'mask'], subfiletype=[0, 4])
    refused('mask_page.tif', 'TIFF', 'a page and its mask')
    maps = [np.stack([np.roll(np.arange(256, dtype=np.uint16) * 257, n)] * 3) for n in (0, 1)]
    pages('palettes.tif', GREY, GREY, photometric='palette', colormap=maps)
    refused('palettes.tif', 'TIFF', 'pages with palettes of their own')
    with tifffile.TiffWriter(path('two_images.ome.tif'), ome=True) as writer:
        for array in (GREY, 255 - GREY):
            writer.write(array, photometric='minisblack')
    refused('two_images.ome.tif', 'TIFF', 'two images of OME-TIFF')
    tiff('int32.tif', 'whole numbers of 32 bits, signed', 1000 * (GREY.astype(np.int32) - 128),
         tolerance=1000)
    tifffile.imwrite(path('int32_large.tif'), GREY.astype(np.int32) - (1 << 24) - 1000, metadata=None)
    refused('int32_large.tif', 'TIFF', 'whole numbers of 32 bits, signed, beyond 2^24')
    tifffile.imwrite(path('double_far.tif'), 1e9 + GREY / 255, metadata=None, compression='zlib')
    refused('double_far.tif', 'TIFF', 'real numbers of 64 bits, 1e9 to 1e9 + 1')
    tifffile.imwrite(path('double_small.tif'), 1e-60 * GREY, metadata=None, compression='zlib')
    refused('double_small.tif', 'TIFF', 'real numbers of 64 bits, below 1e-57')
    Image.fromarray(inks, 'CMYK').save(path('cmyk_jpeg.tif'), compression='jpeg', quality=95)
    note('cmyk_jpeg.tif', 'TIFF', 'CMYK, JPEG', 'libtiff', RGB, 6)
    tifffile.imwrite(path('cmyk16.tif'), inks.astype(np.uint16) * 257, photometric='separated',
                     metadata=None, compression='zlib')
    refused('cmyk16.tif', 'TIFF', 'CMYK of 16 bits')
    tifffile.imwrite(path('jpeg12.tif'), GREY.astype(np.uint16) * 16, compression='jpeg',
                     compressionargs={'bitspersample': 12}, metadata=None)
    refused('jpeg12.tif', 'TIFF', 'JPEG of 12 bits')
    for name, kind in (('zstd', 'Zstandard'), ('lzma', 'LZMA'), ('webp', 'WebP'), ('lerc', 'LERC'),
                       ('png', 'PNG'), ('jpegxl', 'JPEG XL'), ('jpegxr', 'JPEG XR')):
        tifffile.imwrite(path(name + '.tif'), RGB, photometric='rgb', compression=name, metadata=None)
        refused(name + '.tif', 'TIFF', kind)
    frames = [Image.fromarray(array) for array in (RGB, 255 - RGB)]
    frames[0].save(path('animated.png'), save_all=True, append_images=frames[1:])
    refused('animated.png', 'PNG', 'animated', 'Pillow')
    with open(path('two.pgm'), 'wb') as file:
        for array in (GREY, 255 - GREY):
            file.write(b'P5 40 32 255\n' + array.tobytes())
    refused('two.pgm', 'PGM', 'two images', 'its definition')


for write in (pngs, jpegs, gifs, bmps, webps, pnms, psds, dicoms, jpeg2000s, others, tiffs, several):
    write()
with open(path('index.csv'), 'w') as file:
    file.write('\n'.join(index) + '\n')
