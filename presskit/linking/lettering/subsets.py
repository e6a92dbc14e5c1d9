"""The typefaces of one copy: the glyphs of its own lines, and so no letter of anybody else's name.

What a glyph stands for depends on the word: Arabic draws one dot for many letters. So each pair of glyph and text has a
code of its own, and a map from codes to glyphs stands beside the font.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz as hb

from presskit.fonts import font_of
from presskit.linking.lettering.lines import Cluster
from presskit.linking.lettering.unicode import write_texts
from presskit.linking.splicing import entries, stream

EM = 1000
# The text is shaped already, and codes are not letters.
DROPPED = (b"BASE", b"DSIG", b"GDEF", b"GPOS", b"GSUB", b"name", b"post")
SYMBOLIC = 4  # its codes are no letters of the alphabet (ISO 32000-1, 9.8.2)
STEM = 80  # of no consequence where the font is embedded (9.8.1), but it must be there

Letter = tuple[int, str]  # a glyph, and the text it draws


@dataclass(frozen=True)
class Subset:
    """What a copy holds of a face: the font file, and the code and new glyph number of each letter."""

    name: str
    face: Path
    data: bytes
    codes: Mapping[Letter, int]
    numbers: Mapping[int, int]

    def width(self, glyph: int) -> float:
        """Return how wide a glyph of the whole face is, in thousandths of an em."""
        font = font_of(self.face)
        return float(round(font.get_glyph_h_advance(glyph) * EM / font.face.upem, 3))


def subsets_of(clusters: Iterable[Cluster], names: Mapping[Path, str]) -> dict[Path, Subset]:
    """Return a subset for each face that clusters are set in. names: of the faces, as a PDF calls them."""
    letters: dict[Path, dict[Letter, None]] = {}
    for cluster in clusters:
        own = letters.setdefault(cluster.face, {})
        own.update({(glyph.number, cluster.text): None for glyph in cluster.glyphs})
    return {face: _subset(names[face], face, [*own]) for face, own in letters.items()}


def _subset(name: str, face: Path, letters: Sequence[Letter]) -> Subset:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyph for glyph, _ in letters)
    wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in DROPPED)
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.DESUBROUTINIZE
    plan = hb.SubsetPlan(font_of(face).face, wanted)
    numbers = dict(plan.old_to_new_glyph_mapping)
    data = bytes(plan.execute().blob.data)
    if _is_cff(face):  # whose codes are its glyph numbers: no map can stand beside it (ISO 32000-1, 9.7.4.2)
        return Subset(name, face, data, {letter: numbers[letter[0]] for letter in letters}, numbers)
    return Subset(name, face, data, {letter: code for code, letter in enumerate(letters, start=1)}, numbers)


def _is_cff(face: Path) -> bool:
    return "CFF " in font_of(face).face.table_tags


def objects_of(subset: Subset, first: int) -> list[bytes]:
    """Return the objects of a subset, numbered from `first`, which is the font itself."""
    tag = "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(subset.data).digest()[:6])
    name = f"/{tag}+{subset.name}"
    codes = sorted((code, glyph, text) for (glyph, text), code in subset.codes.items())
    is_cff = _is_cff(subset.face)
    font = {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": name,
        "Encoding": "/Identity-H",
        "DescendantFonts": f"[{first + 1} 0 R]",
        "ToUnicode": f"{first + 2} 0 R",
    }
    inner = {
        "Type": "/Font",
        "Subtype": "/CIDFontType0" if is_cff else "/CIDFontType2",
        "BaseFont": name,
        "CIDSystemInfo": "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
        "FontDescriptor": f"{first + 3} 0 R",
        "W": f"[{' '.join(f'{code} [{subset.width(glyph):g}]' for code, glyph, _ in codes)}]",
        **({} if is_cff else {"CIDToGIDMap": f"{first + 5} 0 R"}),
    }
    file = {"Subtype": "/OpenType"} if is_cff else {"Length1": str(len(subset.data))}
    return [
        entries(font),
        entries(inner),
        stream({}, write_texts({code: text for code, _, text in codes})),
        entries(_descriptor(subset, name, f"/{'FontFile3' if is_cff else 'FontFile2'} {first + 4} 0 R")),
        stream(file, subset.data),
        *([] if is_cff else [stream({}, _map({code: subset.numbers[glyph] for code, glyph, _ in codes}))]),
    ]


def _descriptor(subset: Subset, name: str, file: str) -> dict[str, str]:
    font = font_of(subset.face)
    reach, em = font.get_font_extents("ltr"), font.face.upem
    high, low = (round(value * EM / em) for value in (reach.ascender, reach.descender))
    wide = max(round(subset.width(glyph)) for glyph in subset.numbers)
    key, _, number = file.partition(" ")
    return {
        "Type": "/FontDescriptor",
        "FontName": name,
        "Flags": str(SYMBOLIC),
        "FontBBox": f"[0 {low} {wide} {high}]",
        "ItalicAngle": "0",
        "Ascent": str(high),
        "Descent": str(low),
        "CapHeight": str(high),
        "StemV": str(STEM),
        key[1:]: number,
    }


def _map(numbers: Mapping[int, int]) -> bytes:
    return b"".join(numbers.get(code, 0).to_bytes(2, "big") for code in range(max(numbers) + 1))
