"""One subset for each face: the many that the parts brought become one, and content streams stay as they are.

Why it can be: WeasyPrint keeps a face's own glyph numbers in its subsets (/CIDToGIDMap /Identity, Identity-H) and gives
a face one name in every part. So the union of what the subsets hold, cut from the original file, fits every text that
was set with any of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name, Object, Pdf

from presskit import gate
from presskit.findings import Finding, Where, finding
from presskit.fonts import are_two_letters
from presskit.linking.lettering.compounds import with_compounds
from presskit.linking.lettering.letters import Face, Letter, letters_of, read_letters, write_letters
from presskit.linking.lettering.unicode import joined_texts, read_texts, write_texts
from presskit.linking.lettering.widths import joined_widths, read_widths, write_widths
from presskit.linking.resources import drawing

SHAPING_TABLES = [b"BASE", b"GDEF", b"GPOS", b"GSUB"]  # the text is shaped already


def unite_fonts(pdf: Pdf, faces: Mapping[str, Path]) -> list[Finding]:
    """Let all text of one face use one font object; report each face without an original, and leave it as it is."""
    groups: dict[str, dict[tuple[int, int], Object]] = {}
    pages: dict[str, int] = {}
    holders = list(drawing(pdf))
    for index, resources in holders:
        for _, font in resources.get(Name.Font, Dictionary()).items():
            name = face_name(font)
            groups.setdefault(name, {})[font.objgen] = font
            pages.setdefault(name, index + 1)
    ours = {name: same for name, fonts in groups.items() if name in faces and (same := _alike(fonts.values()))}
    united = unite_all(pdf, ours, faces)
    for _, resources in holders:
        for key, font in resources.get(Name.Font, Dictionary()).items():
            resources.Font[key] = united.get(font.objgen, font)
    return [
        finding("p-001", Where(page=pages[name]), name=name.replace("-", " "))
        for name in sorted(groups)
        if name not in faces
    ]


def unite_all(
    pdf: Pdf, ours: Mapping[str, Sequence[Object]], faces: Mapping[str, Path]
) -> dict[tuple[int, int], Object]:
    """Return the one font of each face, by those it stands for; letters that need a glyph of their own have one."""
    known = [found for name, same in ours.items() for found in faces_of(name, same)]
    drafts = read_letters(pdf, {font.objgen: face for font, face in known if _has_outlines(font)})
    letters = letters_of(drafts)
    united, numbers = {}, {}
    for name, same in ours.items():
        one, numbers[name] = unite(pdf, same, faces[name], letters.get(name, ()))
        united.update({font.objgen: one for font in same})
    write_letters(pdf, drafts, numbers)
    return united


def _alike(fonts: Iterable[Object]) -> list[Object]:
    """Return the fonts whose codes are glyph numbers."""
    return [font for font in fonts if font.get("/Encoding") == Name("/Identity-H")]


def faces_of(name: str, fonts: Sequence[Object]) -> Iterator[tuple[Object, Face]]:
    """Yield the subsets of a face with their widths, and the glyphs that stand for other letters than in the union."""
    every = [read_texts(font.ToUnicode.read_bytes()) for font in fonts]
    joined = joined_texts(every)
    for font, own in zip(fonts, every, strict=True):
        others = {glyph: text for glyph, text in own.items() if text and are_two_letters(text, joined[glyph])}
        yield font, Face(name, dict(read_widths(font.DescendantFonts[0].W)), others)


def _has_outlines(font: Object) -> bool:
    """Tell whether a font is TrueType, whose glyphs can be made of others."""
    return "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def face_name(font: Object) -> str:
    """Return a font's name without the six letters that mark a subset."""
    return re.sub(r"^/(?:[A-Z]{6}\+)?", "", str(font.get("/BaseFont", "/?")))


def unite(
    pdf: Pdf, fonts: Sequence[Object], path: Path, letters: Sequence[Letter]
) -> tuple[Object, Mapping[Letter, int]]:
    """Return one font that holds all glyphs, widths and texts of `fonts`, subsets of the file at `path`.

    `letters` are glyphs behind them; their numbers are returned as well.
    """
    font, inner = fonts[0], fonts[0].DescendantFonts[0]
    widths = joined_widths(fonts)
    texts = joined_texts(read_texts(each.ToUnicode.read_bytes()) for each in fonts)
    descriptor = joined_descriptor([each.DescendantFonts[0].FontDescriptor for each in fonts])
    data = subset(path, widths)
    numbers: dict[Letter, int] = {}
    if letters:
        own = hb.Face(hb.Blob(data)).glyph_count  # more than were asked for: those that others are drawn with
        numbers = {letter: number for number, letter in enumerate(letters, start=own)}
        data = with_compounds(data, letters)
        widths |= {number: letter.width for letter, number in numbers.items()}
        texts |= {number: letter.text for letter, number in numbers.items()}
    if Name.FontFile3 in descriptor:
        descriptor.FontFile3 = pdf.make_stream(data, Subtype=Name.OpenType)
    else:
        descriptor.FontFile2 = pdf.make_stream(data, Length1=len(data))
    inner = pdf.make_indirect(inner.copy())
    inner.W = write_widths(widths)
    inner.FontDescriptor = pdf.make_indirect(descriptor)
    one = pdf.make_indirect(font.copy())
    one.DescendantFonts = Array([inner])
    one.ToUnicode = pdf.make_stream(write_texts(texts))
    return one, numbers


def joined_descriptor(descriptors: Sequence[Object]) -> Object:
    """Return one font descriptor that is true of all: the largest box, and flags that all of them have."""
    one = descriptors[0].copy()
    boxes = [[float(value) for value in each.FontBBox] for each in descriptors]
    lows, highs = (
        [min(values) for values in zip(*boxes, strict=True)],
        [max(values) for values in zip(*boxes, strict=True)],
    )
    one.FontBBox = Array(lows[:2] + highs[2:])
    one.Ascent, one.Descent, one.CapHeight = highs[3], lows[1], highs[3]
    for each in descriptors:
        one.Flags = int(one.Flags) & int(each.Flags)
    return one


def subset(path: Path, glyphs: Collection[int]) -> bytes:
    """Return the font file with these glyphs only, their numbers kept, cut off after the last.

    Why twice: keeping the numbers leaves an empty entry for every glyph up to the file's last. The second cut ends with
    the last one used, and its numbers cannot move: there is no gap left.
    """
    face = cut(hb.Face(hb.Blob(gate.bytes_of(path))), glyphs, hb.SubsetFlags.RETAIN_GIDS)
    face = cut(face, range(max(glyphs) + 1), hb.SubsetFlags.NO_HINTING)
    return bytes(face.blob.data)


def cut(face: hb.Face, glyphs: Iterable[int], flag: hb.SubsetFlags) -> hb.Face:
    """Cut a face down to `glyphs`."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in SHAPING_TABLES)
    wanted.flags = flag | hb.SubsetFlags.DESUBROUTINIZE
    return hb.subset(face, wanted)
