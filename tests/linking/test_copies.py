"""The line of a copy: which face draws which letter, how long names are fitted, what a copy holds of a typeface."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

from presskit.fonts import find_face, shipped_faces
from presskit.linking.lettering.lines import ELLIPSIS, Line, Script, fitted
from presskit.linking.lettering.subsets import objects_of, subsets_of

SANS = find_face(shipped_faces(), "Pk-Sans", 600).path
ARABIC = find_face(shipped_faces(), "Pk-Arabic", 700).path
SCRIPT = Script((SANS, ARABIC))
SENTENCE = "For {name}. Embargoed until May 12"
SIZES_PT = (10.0, 9.0, 8.0)


def text(line: Line) -> str:
    return "".join(cluster.text for cluster in line.clusters)


def said(name: str, room_pt: float = 300) -> tuple[float, list[str]]:
    found = fitted(SENTENCE, name, SCRIPT, room_pt, SIZES_PT)
    assert all(line.width * found.size_pt <= room_pt for line in found.lines)
    return found.size_pt, [text(line) for line in found.lines]


def test_a_short_name_stands_on_one_line_of_the_largest_size() -> None:
    assert said("Anna Thorn, Le Monde") == (10.0, ["For Anna Thorn, Le Monde. Embargoed until May 12"])


def test_a_longer_one_is_set_smaller_then_on_two_lines() -> None:
    sizes = [(size, len(lines)) for size, lines in (said("Anna " * words + "Thorn") for words in range(1, 16))]
    assert sizes == sorted(sizes, key=lambda found: (-found[0], found[1]))
    assert {(10.0, 1), (9.0, 1), (8.0, 1), (8.0, 2)} == {*sizes}


@pytest.mark.parametrize("name", ["Anna " * 80 + "Thorn", "M" * 300, "سلمى " * 100, "e\u0301\u0323" * 200])
def test_a_name_that_is_too_long_ends_with_an_ellipsis(name: str) -> None:
    size_pt, lines = said(name)
    told = " ".join(lines)
    assert (size_pt, told.count(ELLIPSIS)) == (8.0, 1)
    assert "Embargoed until May 12" in told


@pytest.mark.parametrize("name", ["e\u0301" * 200, "q\u0323\u0301" * 200])
def test_no_letter_is_parted_from_its_marks(name: str) -> None:
    told = " ".join(said(name)[1])
    cut = told.partition("For ")[2].partition(ELLIPSIS)[0].replace(" ", "")
    assert len(cut) > 20
    assert name.startswith(cut)
    assert name[len(cut)] == name[0]


def test_letters_are_drawn_by_the_first_face_that_has_them() -> None:
    faces = [cluster.face for cluster in SCRIPT.line("Ło سلمى Ж").clusters]
    assert [faces[0], faces[1], faces[-1]] == [SANS] * 3
    assert ARABIC in faces


def test_codes_tell_letters_apart_that_share_a_glyph() -> None:
    subsets = subsets_of(SCRIPT.line("تبثن بت").clusters, {ARABIC: "Pk-Arabic-Bold", SANS: "Pk-Sans"})
    subset = subsets[ARABIC]
    assert len({*subset.codes.values()}) == len(subset.codes)
    assert {"ت", "ب", "ث", "ن"} <= {letter for _, letter in subset.codes}


def test_equal_lines_give_equal_subsets() -> None:
    names = {SANS: "Pk-Sans-Semi-Bold"}
    one, other = (objects_of(subsets_of(SCRIPT.line("Anna").clusters, names)[SANS], 7) for _ in range(2))
    assert one == other


def postscript(path: Path) -> Path:
    """Write a typeface with PostScript's outlines, and letters A to C."""
    builder = FontBuilder(1000, isTTF=False)
    glyphs = [".notdef", "A", "B", "C"]
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap({ord(letter): letter for letter in "ABC"})
    drawn = {}
    for number, glyph in enumerate(glyphs):
        pen = T2CharStringPen(600, None)
        pen.moveTo((0, 0))
        pen.lineTo((100 + number * 10, 700))
        pen.lineTo((200, 0))
        pen.closePath()
        drawn[glyph] = pen.getCharString()
    builder.setupCFF("Test", {"FullName": "Test"}, drawn, {})
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2()
    builder.setupPost()
    file = io.BytesIO()
    builder.save(file)
    path.write_bytes(file.getvalue())
    return path


def test_in_a_typeface_with_postscript_outlines_codes_are_glyph_numbers(tmp_path: Path) -> None:
    face = postscript(tmp_path / "own.otf")
    subset = subsets_of(Script((face,)).line("CA").clusters, {face: "Pk-Sans"})[face]
    font = hb.Face(hb.Blob(subset.data))
    assert "CFF " in font.table_tags
    assert subset.codes == {(3, "C"): 2, (1, "A"): 1}
    objects = objects_of(subset, 7)
    assert len(objects) == 5
    assert b"/CIDFontType0" in objects[1]
    assert b"/CIDToGIDMap" not in objects[1]
    assert b"/Subtype /OpenType" in objects[4]
