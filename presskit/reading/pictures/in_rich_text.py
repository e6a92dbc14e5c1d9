"""Pictures in a Rich Text file: written into it in figures, with what is cut away of them and what they show.

Words as in Microsoft's specification of Rich Text, 1.9.1, "Pictures". They have no names: they are counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha1

from presskit.reading.code_pages import code_page, decode
from presskit.reading.pictures.cropping import WHOLE, Crop

PICTURE = re.compile(rb"\{\s*(?:\\\*\s*)?\\pict(?![a-z])")
# A copy for old programs, what stands at the head and foot of the pages, the signs of lists.
PASSED_OVER = re.compile(rb"\{\s*(?:\\\*\s*)?\\(?:nonshppict|shprslt|header[lrf]?|footer[lrf]?|listpicture)(?![a-z])")
BRACE = re.compile(rb"\\[\\{}]|[{}]")
INNERMOST = re.compile(rb"\{[^{}]*\}")
CONTROL = re.compile(rb"\\[a-z]+(-?\d+)? ?|\\[^a-z]", re.IGNORECASE)
NUMBER = re.compile(rb"\\(picwgoal|pichgoal|piccropl|piccropt|piccropr|piccropb)(-?\d{1,9})")
PROPERTY = re.compile(rb"\{\\sn (\w+)\}\s*\{\\sv ([^{}]*)\}")
CODED = re.compile(rb"\\u(-?\d{1,6}) ?(?:\?|\\'..)?|((?:\\'[0-9a-f]{2})+)", re.IGNORECASE)
BINARY = re.compile(rb"\\bin(\d{1,10}) ?")
ENDINGS = {b"pngblip": "png", b"jpegblip": "jpg"}
DEEPEST = 8  # groups in a picture's group, which only say how it looks
SHAPES_WHOLE = 65_536


@dataclass(frozen=True)
class RichPicture:
    """A picture: its data, what is cut away of it, and what it shows, as its writer said.

    kind: the ending of its name; none where presskit does not print such. name: where it stands in the file's order.
    """

    data: bytes
    crop: Crop
    description: str
    kind: str
    name: str = ""

    @property
    def digest(self) -> str:
        """What pandoc calls the picture in the text that it makes."""
        return f"{sha1(self.data, usedforsecurity=False).hexdigest()}.{self.kind}"


def in_figures(data: bytes) -> bytes:
    """Return a file with the pictures that are kept as bytes written in figures, which means the same.

    Why: pandoc 3.9 takes such a file for damaged, and a brace among the bytes is none.
    """
    pieces, end = [], 0
    while found := BINARY.search(data, end):
        pieces += [data[end : found.start()], data[found.end() : found.end() + int(found[1])].hex().encode()]
        end = found.end() + int(found[1])
    return b"".join((*pieces, data[end:]))


@lru_cache(maxsize=2)
def pictures_in(data: bytes) -> tuple[RichPicture, ...]:
    """Return the pictures of a file's text, in their order; each once, however often it stands there."""
    data, encoding = in_figures(data), code_page(data)
    unseen = [(found.start(), end_of(data, found.start())) for found in PASSED_OVER.finditer(data)]
    starts = (found.start() for found in PICTURE.finditer(data))
    seen = (at for at in starts if not any(start < at < end for start, end in unseen))
    pictures = dict.fromkeys(picture_of(data[at : end_of(data, at)], encoding) for at in seen)
    return tuple(replace(one, name=f"image{place}.{one.kind}") for place, one in enumerate(pictures, start=1))


def picture_named(data: bytes, name: str) -> RichPicture | None:
    """Return the picture of a file that has this name."""
    return next((one for one in pictures_in(data) if one.name == name), None)


def end_of(data: bytes, start: int) -> int:
    """Return where the group ends that begins at a place; the end of the file where it never does."""
    depth = 0
    for found in BRACE.finditer(data, start):
        depth += {b"{": 1, b"}": -1}.get(found[0], 0)
        if not depth:
            return found.end()
    return len(data)


def picture_of(group: bytes, encoding: str) -> RichPicture:
    """Return the picture that a group holds; encoding: of its words."""
    plain = group[1:-1]
    for _ in range(DEEPEST):
        plain = INNERMOST.sub(b"", plain)
    words = {word.lstrip(b"\\").strip() for word in re.findall(rb"\\[a-z]+", plain)}
    figures = re.sub(rb"[^0-9a-fA-F]", b"", CONTROL.sub(b"", plain))
    content = bytes.fromhex(figures[: len(figures) // 2 * 2].decode())
    said = {key.decode(): value for key, value in PROPERTY.findall(group)}
    kind = next((ending for word, ending in ENDINGS.items() if word in words), "")
    return RichPicture(content, crop_of(group, said), description_of(said, encoding), kind)


def crop_of(group: bytes, said: dict[str, bytes]) -> Crop:
    """Return what is cut away: of a shape in parts of 65,536, else in twips of the picture's own size."""
    named = (said.get(f"cropFrom{side}", b"0") for side in ("Left", "Top", "Right", "Bottom"))
    parts = [part_of(part, SHAPES_WHOLE) for part in named]
    if any(parts):
        return Crop.of(parts)
    number = {name.decode(): value for name, value in NUMBER.findall(group)}
    goals = [int(number.get(f"pic{side}goal", 0)) for side in "whwh"]
    return Crop.of(
        (part_of(number.get(f"piccrop{side}", b"0"), goal) for side, goal in zip("ltrb", goals, strict=True))
    )


def part_of(number: bytes, whole: int) -> int:
    """Return a part in thousandths of a percent; 0 for a side that is set further out."""
    said = int(number) if re.fullmatch(rb"-?\d{1,9}", number) else 0
    return min(said * WHOLE // whole, WHOLE) if whole > 0 and said > 0 else 0


def description_of(said: dict[str, bytes], encoding: str) -> str:
    """Return the words that describe a picture for those who cannot see it."""
    words, pieces, end = said.get("wzDescription", b""), [], 0
    for found in CODED.finditer(words):
        pieces.append(decode(words[end : found.start()], encoding))
        signs = (found[2] or b"").replace(b"\\'", b"").decode()
        pieces.append(chr(int(found[1]) % 0x10000) if found[1] else decode(bytes.fromhex(signs), encoding))
        end = found.end()
    read = "".join((*pieces, decode(words[end:], encoding)))
    return " ".join(read.encode("utf-16", "surrogatepass").decode("utf-16", "replace").split())
