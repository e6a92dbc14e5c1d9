"""The typefaces: which face is which file, what characters it holds, how wide its words are.

Lengths are in em unless a name says otherwise.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal

import uharfbuzz as hb

from presskit import gate
from presskit.errors import SourceError
from presskit.resources import shipped

Family = Literal["Pk-Serif", "Pk-Sans", "Pk-Arabic", "Pk-Behind-Serif", "Pk-Behind-Sans"]
# The shipped families by the names that their makers gave them.
BY_MAKERS: Mapping[str, Family] = {"source serif pro": "Pk-Serif", "source sans pro": "Pk-Sans", "amiri": "Pk-Arabic"}
# What draws the letters that a brand's typeface lacks: presskit's own of the same role.
BEHIND: Mapping[Family, Family] = {"Pk-Serif": "Pk-Behind-Serif", "Pk-Sans": "Pk-Behind-Sans"}

ALL_RIGHTS, RESTRICTED, BITMAPS_ONLY = 0x000E, 0x0002, 0x0200  # of fsType
# Pango's words for CSS weights, as they stand in a PDF's font names (pango_font_description_to_string).
PANGO_WEIGHTS = {300: "Light", 400: "", 500: "Medium", 600: "Semi-Bold", 700: "Bold", 800: "Ultra-Bold", 900: "Heavy"}


FEW = 5  # letters that a message names
BREAKS = re.compile(r"[^\S\u00a0\u202f]+")


@dataclass(frozen=True)
class Face:
    """One typeface file under the family name, weight and style by which the page templates ask for it."""

    family: Family
    weight: int
    italic: bool
    path: Path

    @property
    def pdf_name(self) -> str:
        """The name WeasyPrint gives the face in a PDF, after its six letters and "+": "Pk-Serif-Light-Italic"."""
        words = [self.family, PANGO_WEIGHTS[self.weight], "Italic" if self.italic else ""]
        return "-".join(word for word in words if word)


def _shipped(family: Family, weight: int, file: str, *, italic: bool = False) -> Face:
    return Face(family, weight, italic, shipped("assets/fonts") / file)


@cache
def shipped_faces() -> tuple[Face, ...]:
    """Return presskit's own faces. Why one file each: two files in one face draw wrong letters in WeasyPrint 70."""
    serif, sans = "source-serif-pro/SourceSerifPro-{}.ttf", "source-sans-pro/SourceSansPro-{}.ttf"
    return (
        _shipped("Pk-Serif", 300, serif.format("Light")),
        _shipped("Pk-Serif", 300, serif.format("LightIt"), italic=True),
        _shipped("Pk-Serif", 400, serif.format("Regular")),
        _shipped("Pk-Serif", 400, serif.format("It"), italic=True),
        _shipped("Pk-Serif", 600, serif.format("Semibold")),
        _shipped("Pk-Sans", 300, sans.format("Light")),
        _shipped("Pk-Sans", 400, sans.format("Regular")),
        _shipped("Pk-Sans", 400, sans.format("It"), italic=True),
        _shipped("Pk-Sans", 600, sans.format("Semibold")),
        _shipped("Pk-Sans", 700, sans.format("Bold")),
        _shipped("Pk-Arabic", 400, "amiri/Amiri-Regular.ttf"),
        _shipped("Pk-Arabic", 700, "amiri/Amiri-Bold.ttf"),
    )


def with_brand_faces(own: Iterable[Face]) -> tuple[Face, ...]:
    """Return the shipped faces with a brand's own in place of those it replaces, which stand behind them.

    Why whole families: a brand that gives only "Sans 400" must not mix its letters with ours in one line. Letters that
    it has not at all are drawn by the shipped family of the same role.
    """
    own = tuple(own)
    replaced = {face.family for face in own}
    kept = (face for face in shipped_faces() if face.family not in replaced)
    behind = (replace(face, family=BEHIND[face.family]) for face in shipped_faces() if face.family in replaced)
    return (*own, *kept, *behind)


def stack(families: Iterable[Family], faces: Iterable[Face]) -> tuple[Family, ...]:
    """Return families in the order in which a letter is looked for: behind each of a brand's, what it may lack."""
    known = {face.family for face in faces}
    return tuple(one for family in families for one in (family, BEHIND.get(family)) if one in known)


def by_pdf_name(faces: Iterable[Face]) -> Mapping[str, Path]:
    """Return the original file of each face by its name in a PDF."""
    return {face.pdf_name: face.path for face in faces}


def forget() -> None:
    """Open typefaces anew that were opened before: somebody has changed one."""
    for known in (font_of, characters, width):
        known.cache_clear()


@cache
def font_of(path: Path) -> hb.Font:
    """Return a face, opened once."""
    return hb.Font(hb.Face(hb.Blob(gate.bytes_of(path))))


@cache
def characters(path: Path) -> frozenset[int]:
    """Return the code points the file has a letterform for (its cmap)."""
    return frozenset(font_of(path).face.unicodes)


def is_font(path: Path) -> bool:
    """Tell whether the file is a typeface that can be opened and holds the letters of the alphabet."""
    try:
        return {ord("a"), ord("Z")} <= characters(path)
    except (hb.HarfBuzzError, SourceError, ValueError):
        return False


def is_variable(path: Path) -> bool:
    """Tell whether one file holds all weights of a typeface, of which the page engine sets the first alone."""
    return any(axis.tag == "wght" for axis in font_of(path).face.axis_infos)


def is_barred(path: Path) -> bool:
    """Tell whether a typeface says that it may not be embedded (OpenType, OS/2, fsType).

    Restricted, without a wider right beside it, or its bitmaps alone.
    """
    rights = int.from_bytes(font_of(path).face.reference_table("OS/2").data[8:10], "big")
    return rights & ALL_RIGHTS == RESTRICTED or bool(rights & BITMAPS_ONLY)


def missing_characters(text: str, faces: Sequence[Face]) -> dict[str, None]:
    """Return the characters of `text` that no face can draw, in order of appearance."""
    return missing_in(text, [face.path for face in faces if not face.italic])


def named(letters: Collection[str]) -> str:
    """Return characters as a message names them: one with its number in Unicode, of many the first."""
    first = [*letters][:FEW]
    if len(letters) == 1:
        return f"“{first[0]}” (U+{ord(first[0]):04X})"
    more = f" and {len(letters) - FEW} more" if len(letters) > FEW else ""
    return ", ".join(f"“{letter}”" for letter in first) + more


def missing_in(text: str, files: Iterable[Path]) -> dict[str, None]:
    """Return the characters of `text` that are in none of the files, in order of appearance.

    Spaces, line ends and characters that are never drawn (Unicode categories Z and C) do not count,
    nor does U+2011, which Pango draws as a hyphen.
    """
    covered = frozenset().union(*map(characters, files))
    return {
        letter: None
        for letter in dict.fromkeys(text)
        if ord(letter) not in covered and unicodedata.category(letter)[0] not in "ZC" and letter != "‑"
    }


def find_face(faces: Iterable[Face], family: Family, weight: int) -> Face:
    """Return the upright face of `family` whose weight is nearest to `weight`."""
    return min(
        (face for face in faces if face.family == family and not face.italic),
        key=lambda face: abs(face.weight - weight),
    )


@cache
def width(text: str, face: Face, tracking: float = 0.0) -> float:
    """Return the advance width of `text` set in `face`, kerned, in em; `tracking` is added after each letter."""
    if not text:
        return 0.0
    tracking = 0.0 if face.family == "Pk-Arabic" else tracking  # nothing comes between letters that join
    font = font_of(face.path)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    advance = sum(position.x_advance for position in buffer.glyph_positions)
    return float(advance / font.face.upem + tracking * len(text))


def left_bearing(text: str, face: Face) -> float:
    """Return the white between the origin and the first letter's stem, in em; large type is moved left by it."""
    font = font_of(face.path)
    glyph = font.get_nominal_glyph(ord(text[0])) if text else None
    extents = font.get_glyph_extents(glyph) if glyph else None
    return float(extents.x_bearing / font.face.upem) if extents else 0.0


def wrap(text: str, face: Face, measure: float, tracking: float = 0.0) -> tuple[str, ...]:
    """Break `text` at its spaces into lines of at most `measure` em, as the page engine will; long words overhang."""
    lines: list[str] = []
    for word in BREAKS.split(text.strip()):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, face, tracking) <= measure:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def balanced(text: str, face: Face, measure: float, tracking: float = 0.0) -> float:
    """Return the least measure, to a tenth of an em, in which `text` takes no more lines than in `measure`."""
    lines = len(wrap(text, face, measure, tracking))
    tenths = range(math.ceil(measure * 10 / max(lines, 1)), math.ceil(measure * 10))
    narrower = (
        tenth / 10
        for tenth in tenths
        if len(wrap(text, face, tenth / 10, tracking)) <= lines
        and all(width(line, face, tracking) <= tenth / 10 for line in wrap(text, face, tenth / 10, tracking))
    )
    return next(narrower, measure)


def fit(  # noqa: PLR0913
    text: str, face: Face, box_pt: tuple[float, float], sizes_pt: Sequence[float], leading: float, tracking: float = 0.0
) -> float:
    """Return the first of `sizes_pt` (largest first) at which `text` fits a box of (width, height), else the last.

    The longest word decides first: a word is never broken.
    """
    for size_pt in sizes_pt:
        measure = box_pt[0] / size_pt
        lines = wrap(text, face, measure, tracking)
        fits_width = all(width(line, face, tracking) <= measure for line in lines)
        if fits_width and len(lines) * leading * size_pt <= box_pt[1]:
            return size_pt
    return sizes_pt[-1]


def are_two_letters(one: str, other: str) -> bool:
    """Tell whether two texts of a glyph are different letters: a space that never breaks is a space all the same."""
    plain = [unicodedata.normalize("NFKC", text) for text in (one, other)]
    return plain[0] != plain[1] and all(unicodedata.category(text[0])[0] in "LM" for text in plain)
