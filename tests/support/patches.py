"""Photos of four coloured patches, in every kind of file that people have, and the same patches found again."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pillow_heif
from PIL import Image, ImageCms

from presskit.reading.pictures.meant_colours import ADOBE_RGB, P3, make_profile
from tests.support import ghostscript

RED, GREEN, BLUE, GREY = (200, 40, 50), (60, 150, 70), (60, 90, 150), (190, 190, 190)
PATCHES = (RED, GREEN, BLUE, GREY)  # top left, top right, bottom left, bottom right
SIZE = (240, 360)
Save = Callable[[Path], object]


def register() -> None:
    """Let Pillow write HEIF."""
    pillow_heif.register_heif_opener()


register()


def patches(size: tuple[int, int] = SIZE) -> Image.Image:
    """Return the patches as an upright photo in sRGB."""
    image = Image.new("RGB", size)
    width, height = size[0] // 2, size[1] // 2
    for number, colour in enumerate(PATCHES):
        image.paste(colour, (number % 2 * width, number // 2 * height, size[0], size[1]))
    return image


def seen(image: Image.Image) -> tuple[tuple[int, ...], ...]:
    """Return the colours in the middle of the four patches."""
    rgb = image.convert("RGB")
    places = [(x * rgb.width // 4, y * rgb.height // 4) for y in (1, 3) for x in (1, 3)]
    return tuple(tuple(rgb.getpixel(place)) for place in places)  # type: ignore[arg-type]


def differ(image: Image.Image, expected: tuple[tuple[int, ...], ...] = PATCHES) -> int:
    """Return by how much the worst channel of the patches is off."""
    pairs = zip(seen(image), expected, strict=True)
    return max(abs(one - other) for ours, theirs in pairs for one, other in zip(ours, theirs, strict=True))


def turned() -> Image.Image:
    """Return the photo as a camera held on its side stores it: to be turned by a quarter, clockwise."""
    return patches().transpose(Image.Transpose.ROTATE_90)


def exif(orientation: int = 6, **more: str) -> Image.Exif:
    made = Image.Exif()
    made[0x0112] = orientation
    tags = {"caption": 0x010E, "creator": 0x013B, "copyright": 0x8298}
    for name, words in more.items():
        made[tags[name]] = words
    return made


def meant(profile: bytes, mode: str = "RGB") -> Image.Image:
    """Return the photo with the numbers that mean its colours in a profile."""
    target = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    made = ImageCms.profileToProfile(
        patches(), ImageCms.createProfile("sRGB"), target, ImageCms.Intent.RELATIVE_COLORIMETRIC, outputMode=mode
    )
    assert made
    return made


def of_16_bits(path: Path) -> None:
    """Write an RGB PNG of 16 bits, which Pillow cannot write."""
    image = patches()
    rows = b"".join(
        b"\0" + b"".join(struct.pack(">H", value * 257) for value in image.crop((0, y, SIZE[0], y + 1)).tobytes())
        for y in range(SIZE[1])
    )
    head = struct.pack(">IIBBBBB", *SIZE, 16, 2, 0, 0, 0)
    pieces = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    chunks = [
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in pieces
    ]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))


def tiff_of_16_bits(path: Path) -> None:
    """Write an RGB TIFF of 16 bits, which Pillow cannot write."""
    data = b"".join(struct.pack("<H", value * 257) for value in patches().tobytes())
    count = 10
    bits, start = 8 + 2 + 12 * count + 4, 8 + 2 + 12 * count + 4 + 6
    entries = (
        (256, 4, 1, SIZE[0]),
        (257, 4, 1, SIZE[1]),
        (258, 3, 3, bits),
        (259, 3, 1, 1),
        (262, 3, 1, 2),
        (273, 4, 1, start),
        (277, 3, 1, 3),
        (278, 4, 1, SIZE[1]),
        (279, 4, 1, len(data)),
        (284, 3, 1, 1),
    )
    table = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    head = b"II*\0" + struct.pack("<IH", 8, count) + table + struct.pack("<I", 0)
    path.write_bytes(head + struct.pack("<HHH", 16, 16, 16) + data)


def jpeg_2000_with_profile(path: Path) -> None:
    """Write a JPEG 2000 whose colours are those of a profile in it."""
    profile = make_profile(*P3)
    data = io.BytesIO()
    meant(profile).save(data, "JPEG2000")
    whole = data.getvalue()
    at = whole.index(b"colr") - 4
    size = int.from_bytes(whole[at : at + 4])
    box = struct.pack(">I", 11 + len(profile)) + b"colr\x02\0\0" + profile
    header = whole.index(b"jp2h") - 4
    longer = int.from_bytes(whole[header : header + 4]) + len(box) - size
    path.write_bytes(whole[:header] + struct.pack(">I", longer) + whole[header + 4 : at] + box + whole[at + size :])


def adobe_by_camera(path: Path) -> None:
    """Write a JPEG that says Adobe RGB as cameras do: in EXIF alone."""
    made = exif(1)
    made.get_ifd(0x8769)[0xA001] = 0xFFFF
    made.get_ifd(0x8769)[0xA005] = {1: "R03"}
    meant(make_profile(*ADOBE_RGB)).save(path, "JPEG", quality=95, exif=made)


def heic_turned(path: Path) -> None:
    image = turned()
    image.info["exif"] = exif().tobytes()
    image.save(path, "HEIF", quality=95)


def cmyk(path: Path, kind: str) -> None:
    profile = ghostscript.profile().read_bytes()
    meant(profile, "CMYK").save(path, kind, icc_profile=profile, **({"quality": 95} if kind == "JPEG" else {}))


def transparent(path: Path) -> None:
    """Write a PNG with transparency in the colours of telephones."""
    image = meant(make_profile(*P3))
    image.putalpha(255)
    image.putpixel((0, 0), (0, 0, 0, 0))
    image.save(path, "PNG", icc_profile=make_profile(*P3))


def saved(kind: str, **options: object) -> Save:
    return lambda path: patches().save(path, kind, **options)  # type: ignore[arg-type]


# Each kind of file that is read, by a name that says what is special about it.
READ: dict[str, Save] = {
    "plain.jpg": saved("JPEG", quality=95),
    "turned.jpg": lambda path: turned().save(path, "JPEG", quality=95, exif=exif()),
    "two-in-one.jpg": lambda path: patches().save(
        path, "MPO", quality=95, save_all=True, append_images=[Image.new("RGB", (60, 90))]
    ),
    "inks.jpg": lambda path: cmyk(path, "JPEG"),
    "inks.tif": lambda path: cmyk(path, "TIFF"),
    "adobe.jpg": lambda path: meant(make_profile(*ADOBE_RGB)).save(
        path, "JPEG", quality=95, icc_profile=make_profile(*ADOBE_RGB)
    ),
    "adobe-by-camera.jpg": adobe_by_camera,
    "telephone.png": lambda path: meant(make_profile(*P3)).save(path, "PNG", icc_profile=make_profile(*P3)),
    "clear.png": transparent,
    "deep.png": of_16_bits,
    "deep.tif": tiff_of_16_bits,
    "turned.tif": lambda path: turned().save(path, "TIFF", tiffinfo={274: 6}),
    "plain.webp": saved("WEBP", quality=95),
    "plain.gif": saved("GIF"),
    "plain.bmp": saved("BMP"),
    "plain.jp2": saved("JPEG2000"),
    "telephone.jp2": jpeg_2000_with_profile,
    "turned.HEIC": heic_turned,
    "telephone.heic": lambda path: meant(make_profile(*P3)).save(
        path, "HEIF", quality=95, icc_profile=make_profile(*P3)
    ),
    "turned.avif": lambda path: turned().save(path, "AVIF", quality=95, exif=exif()),
    "really-heic.jpg": saved("HEIF", quality=95),
    "really-png.jpg": saved("PNG"),
    "really-jpeg.png": saved("JPEG", quality=96),
    "windows.jfif": saved("JPEG", quality=95),
}
