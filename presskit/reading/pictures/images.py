"""Pictures opened: the one way from a file to its points. What a file is, its content says, and not its name.

Every picture that leaves here is of a kind whose colours are known: `info["icc_profile"]` holds the profile they are
meant in, where they are not sRGB, `info["xmp"]` its words, `info["credentials"]` whether it has content credentials.
All others are refused, with the way out: a picture in wrong colours is found by nobody before it is printed.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from presskit import gate
from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.limits import PIXELS
from presskit.reading.pictures.decoding import open_data, require_modest
from presskit.reading.pictures.in_texts import DAMAGED, picture_bytes
from presskit.reading.pictures.meant_colours import colour_problem, profile_of

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

BOMB = re.compile(r"Image size \((\d+) pixels\)")
ORIENTATION = 0x0112
ON_ITS_SIDE = (5, 6, 7, 8)
# How files of each kind begin, with the name that Pillow gives the kind. HEIF and AVIF tell each other apart by brands.
READ = (
    (rb"\xff\xd8\xff", "JPEG"),
    (rb"\x89PNG\r\n\x1a\n", "PNG"),
    (rb"(?:II\*\0|MM\0\*)(?!.{4}CR)|II\+\0|MM\0\+", "TIFF"),
    (rb"RIFF.{4}WEBP", "WEBP"),
    (rb"GIF8[79]a", "GIF"),
    (rb"BM.{4}\0\0\0\0", "BMP"),
    (rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51", "JPEG2000"),
    (rb".{4}ftyp(?:.{4}){0,20}?avi[fs]", "AVIF"),
    (rb".{4}ftyp(?:.{4}){0,20}?(?:hei[cxms]|hev[cxms]|mif1|msf1)", "HEIF"),
)
RAW, SVG = "a camera's raw file", "a drawing (SVG)"
NO_PICTURES = ("a PDF", "a web page", "a film")
WAYS = {
    NO_PICTURES[1]: "Most likely the page was saved where the photo was meant, or it says that the photo is gone: "
    "download the photo itself, as JPEG or PNG",
}
UNREAD = (
    (rb"8BP[SB]", "a file of Photoshop"),
    (rb"%PDF", NO_PICTURES[0]),
    (rb"%!PS|\xc5\xd0\xd3\xc6", "a drawing (EPS)"),
    (rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml.*?>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE svg.*?>\s*)?<svg\b", SVG),
    (rb"(?:\xef\xbb\xbf)?\s*<(?i:!doctype html|html)\b", NO_PICTURES[1]),
    (rb"II\*\0.{4}CR|II(?:RO|RS|U\0)|FUJIFILMCCD-RAW|.{4}ftypcrx ", RAW),
    (rb"\xff\x0a|\0\0\0\x0cJXL ", "a picture of the kind JPEG XL"),
    (rb"\x00\x00\x01\x00", "an icon (ICO)"),
    (rb"\xd7\xcd\xc6\x9a|\x01\x00\x09\x00|\x01\x00\x00\x00.{36} EMF", "a drawing of Windows (WMF, EMF)"),
    (rb".{4}ftyp|\x1aE\xdf\xa3", NO_PICTURES[2]),
)
HEAD_BYTES = 1024  # in which a file says what it is
XMP_BOX = b"uuid" + bytes.fromhex("be7acfcb97a942e89c71999491e3afac")  # XMP Specification, part 3
# How a record of content credentials begins, in every kind of picture (C2PA 2.1, 11.1: a JUMBF superbox).
CREDENTIALS = b"jumdc2pa"
XMP_BLOCK, AFTER_XMP_BLOCK = b"XMP DataXMP", b"\x01\xff\xfe\xfd"
DNG_VERSION, SUBFILE, IS_PREVIEW = 50706, 254, 1


@contextmanager
def opened(path: Path, source: bytes | None = None) -> Iterator[ImageFile]:
    """Open a picture, from its file or from inside a Word file; its points are read when they are asked for.

    source: what was read of it before, for what is kept under a name made of that: the file may be another by now.

    Raises SourceError: as the gate does; s-005 for a damaged picture, also where its points or words turn out to be
    damaged while it is open; s-018 for one that is too large; s-020 for another kind than are read, s-021 where
    nobody can tell its colours.
    """
    try:
        with warnings.catch_warnings(action="ignore"), image_in(source or picture_bytes(path), path) as image:
            yield image
    except _unreadable() as error:
        found = BOMB.match(str(error))
        too_large = PIXELS.exceeded(int(found[1]), Where(path)) if found else None
        raise SourceError(too_large or finding("s-005", Where(path), name=path.name)) from error


def image_in(data: bytes, path: Path) -> ImageFile:
    """Return the picture that a file's bytes hold. Raises SourceError s-020 or s-021, or what Pillow raises."""
    kind = kind_of(data)
    if kind in (unread for _, unread in UNREAD):
        raise _of_another_kind(path, kind)
    if not kind:
        raise SourceError(finding("s-005", Where(path), name=path.name))
    if kind == "HEIF":
        import pillow_heif  # noqa: PLC0415  (slow to import, and only telephones' photos need it)

        pillow_heif.register_heif_opener(thumbnails=False)
    formats = (kind, "MPO") if kind == "JPEG" else (kind,)  # a JPEG with a second one behind it, as telephones write
    image = open_data(data, formats)
    require_modest(image, data, path)
    if kind == "TIFF" and _is_raw(image):
        raise _of_another_kind(path, RAW)
    image.info["credentials"] = CREDENTIALS in data
    if packet := _words_passed_over(kind, data):
        image.info["xmp"] = packet
    profile = profile_of(image, data)
    if profile:
        image.info["icc_profile"] = profile
    if reason := colour_problem(image, data):
        raise SourceError(finding("s-021", Where(path), name=path.name, reason=reason))
    return image


def jpeg_in(data: bytes) -> ImageFile:
    """Return the JPEG that a PDF holds, whatever its colours mean there. Raises what Pillow raises."""
    return open_data(data, ("JPEG",))


def kind_of(data: bytes) -> str:
    """Return what a file is: Pillow's name for a kind that is read, words for another, "" for what is no picture."""
    head = data[:HEAD_BYTES]
    kinds = ((kind, start) for start, kind in (*READ, *UNREAD))
    return next((kind for kind, start in kinds if re.match(start, head, re.DOTALL)), "")


def is_picture(path: Path) -> bool:
    """Tell whether a file's content is a picture's, of a kind that is read or not."""
    if not gate.is_file(path):
        return False
    with gate.open_file(path) as file:
        return kind_of(file.read(HEAD_BYTES)) not in ("", *NO_PICTURES)


def refusal(path: Path) -> Finding | None:
    """Return why a picture cannot be printed; None where it can."""
    try:
        with opened(path) as image:
            upright_size(image)
    except SourceError as error:
        return error.problems[0]
    return None


def left_out(path: Path, where: Where) -> Finding | None:
    """Return what is said of a picture that stands in a Word file or a web page and cannot be printed."""
    problem = refusal(path)
    if not problem:
        return None
    reason = "nobody can tell its colours" if problem.code == "s-021" else "its kind cannot be printed"
    return finding("c-028", where, what=f"The picture {path.name} is", reason=reason)


def size_of(path: Path) -> tuple[int, int] | None:
    """Return the width and height in pixels of a picture as it is shown; None where it cannot be printed."""
    try:
        with opened(path) as image:
            return upright_size(image)
    except SourceError:
        return None


def upright_size(image: ImageFile) -> tuple[int, int]:
    """Return the width and height in pixels of an opened picture as it is shown."""
    # Pillow turns a TIFF itself, and says the size of the turned one.
    is_turned = image.format != "TIFF" and image.getexif().get(ORIENTATION) in ON_ITS_SIDE
    return (image.height, image.width) if is_turned else image.size


def load(image: ImageFile, needed_px: tuple[int, int]) -> None:
    """Read an opened picture's points, where that is quick no more than (width, height), as it lies in the file, need.

    Why JPEG alone: of other kinds a small picture inside the file is read in its place, which may show something else.
    """
    if image.format in ("JPEG", "MPO"):
        image.draft(None, needed_px)
    image.load()


def several(path: Path) -> list[Finding]:
    """Return what there is to say of a file that holds more pictures than the one that is shown."""
    with opened(path) as image:
        count = _pages(image) if image.format == "TIFF" else getattr(image, "n_frames", 1)
        if count == 1 or image.format == "MPO":  # what lies behind a JPEG is the same picture, for other screens
            return []
    return [finding("s-022", Where(path), name=path.name, count=count)]


def _pages(image: ImageFile) -> int:
    """Count a TIFF's pages; smaller copies of one are none."""
    count, first = 0, image.tell()
    for number in range(getattr(image, "n_frames", 1)):
        image.seek(number)
        count += not _tags(image).get(SUBFILE, 0) & IS_PREVIEW
    image.seek(first)
    return count


def _is_raw(image: ImageFile) -> bool:
    """Tell whether a TIFF is one of a camera's: it begins with a preview, and Pillow would show that."""
    tags = _tags(image)
    return DNG_VERSION in tags or bool(tags.get(SUBFILE, 0) & IS_PREVIEW)


def _tags(image: ImageFile) -> dict[int, int]:
    return getattr(image, "tag_v2", {})


def _words_passed_over(kind: str, data: bytes) -> bytes:
    """Return the XMP packet of a kind in which Pillow looks for none; b"" where there is none."""
    start = {"JPEG2000": XMP_BOX, "GIF": XMP_BLOCK}.get(kind)
    at = data.find(start) if start else -1
    if not start or at < 4:
        return b""
    if kind == "GIF":
        return data[at + len(start) : data.find(AFTER_XMP_BLOCK, at)]
    size = int.from_bytes(data[at - 4 : at])
    return data[at + len(start) : at - 4 + size if size else len(data)]  # 0: to the end of the file


def _of_another_kind(path: Path, kind: str) -> SourceError:
    way = WAYS.get(kind, "Open it in the program that made it, and export it as JPEG or PNG")
    return SourceError(finding("s-020", Where(path), name=path.name, kind=kind, way=way))


def _unreadable() -> tuple[type[Exception], ...]:
    from PIL import Image  # noqa: PLC0415

    return (*DAMAGED, Image.DecompressionBombError)
