from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from PIL import ImageChops

from presskit.linking import LinkedKit
from presskit.linking.lettering.fonts import face_name, subset
from presskit.linking.lettering.widths import joined_widths, read_widths, write_widths
from presskit.linking.linker import link
from presskit.linking.resources import drawing
from tests.support import poppler
from tests.support.linked import FACES, METADATA, Sample

USED = {
    "Pk-Arabic",
    "Pk-Sans",
    "Pk-Sans-Bold",
    "Pk-Serif",
    "Pk-Serif-Italic",
    "Pk-Serif-Light-Italic",
    "Pk-Serif-Semi-Bold",
}


def test_each_face_is_one_subset(sample: Sample) -> None:
    lines = poppler.run("pdffonts", sample.file).splitlines()[2:]
    assert sorted(line.split()[0].partition("+")[2] for line in lines) == sorted(USED)
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in lines), "embedded, subset, with its text"


def test_glyphs_and_widths_are_those_of_the_original(sample: Sample, linked: pikepdf.Pdf) -> None:
    painted = {name: glyphs for pdf in part_files(sample) for name, glyphs in painted_glyphs(pdf).items()}
    for name, font in fonts(linked).items():
        inner, original = font.DescendantFonts[0], TTFont(FACES[name])
        cut = TTFont(BytesIO(inner.FontDescriptor.FontFile2.read_bytes()))
        widths = dict(read_widths(inner.W))
        for glyph, width in ((glyph, widths[glyph]) for glyph in painted[name]):
            old, new = original.getGlyphName(glyph), cut.getGlyphName(glyph)
            assert (
                cut["glyf"][new].getCoordinates(cut["glyf"])[0]
                == original["glyf"][old].getCoordinates(original["glyf"])[0]
            )
            assert width == pytest.approx(original["hmtx"][old][0] * 1000 / original["head"].unitsPerEm, abs=1)


def test_pages_look_as_their_parts_did(sample: Sample, tmp_path: Path) -> None:
    kit = tmp_path / "kit.pdf"
    kit.write_bytes(link(sample.parts, (), METADATA, FACES).pdf)
    before = [page for part in sample.parts for page in part_pictures(part.slug, part.pdf, tmp_path)]
    after = poppler.pictures(kit, tmp_path / "kit")
    assert len(before) == len(after)
    for old, new in zip(before, after, strict=True):
        histogram = ImageChops.difference(old, new).histogram()
        assert sum(histogram[48:]) < 40, "hinting may move the grey at an edge, and nothing else"
        assert sum(old.histogram()[:200]) > 40, "an empty page proves nothing"


def test_text_reads_as_in_the_parts(sample: Sample, tmp_path: Path) -> None:
    kit = tmp_path / "kit.pdf"
    kit.write_bytes(link(sample.parts, (), METADATA, FACES).pdf)
    before = "".join(poppler.text(saved(tmp_path, part.slug, part.pdf)) for part in sample.parts)
    after = poppler.text(kit)
    latin, arabic = after[: after.index("العبّارة")], after[after.index("العبّارة") :]
    assert before.startswith(latin), "what is read of Arabic is better than in the parts: test_letters.py"
    assert "Œuvre d’art" in latin
    assert "ولكن لكم أن تسألوا المملكة والطريق" in arabic


def test_the_order_of_parts_does_not_change_the_fonts(sample: Sample) -> None:
    kits = [link(parts, (), METADATA, FACES) for parts in (sample.parts, sample.parts[::-1])]
    first, second = map(contents, kits)
    assert first == second
    assert set(first) == USED - {"Pk-Sans"}, "all but the stamps' face"


def test_a_face_without_an_original_is_left_alone_and_reported(sample: Sample) -> None:
    faces = {name: path for name, path in FACES.items() if name != "Pk-Arabic"}
    kit = link(sample.parts, [sample.stamps], METADATA, faces)
    assert [(finding.code, finding.where.page) for finding in kit.findings] == [("p-001", 7)]
    assert "Pk Arabic" in kit.findings[0].message
    assert contents(kit)["Pk-Arabic"] != contents(sample.kit)["Pk-Arabic"]
    assert contents(kit)["Pk-Serif"] == contents(sample.kit)["Pk-Serif"]


def test_a_font_with_its_own_code_table_is_left_alone(sample: Sample) -> None:
    part = sample.parts[0]
    with pikepdf.open(BytesIO(part.pdf)) as pdf:
        fonts(pdf)["Pk-Serif"].Encoding = pdf.make_stream(b"a table that maps missing characters")
        changed = BytesIO()
        pdf.save(changed)
    odd = type(part)("odd", "Odd", "en", changed.getvalue())
    with pikepdf.open(BytesIO(link([odd, part], (), METADATA, FACES).pdf)) as pdf:
        serif = {font.objgen: font for font in all_fonts(pdf) if face_name(font) == "Pk-Serif"}
        assert len(serif) == 2
        assert any(font.Encoding == pikepdf.Name("/Identity-H") for font in serif.values())


def test_widths_are_read_and_written_in_runs() -> None:
    array = pikepdf.Array([3, pikepdf.Array([500, 600]), 9, pikepdf.Array([250])])
    assert dict(read_widths(array)) == {3: 500, 4: 600, 9: 250}
    assert write_widths({9: 250, 4: 600, 3: 500}) == array


def test_widths_of_several_subsets_are_joined() -> None:
    def font(*runs: object) -> pikepdf.Object:
        return pikepdf.Dictionary(DescendantFonts=[pikepdf.Dictionary(W=pikepdf.Array(runs))])

    assert joined_widths([font(3, [500]), font(4, [600, 700])]) == {3: 500, 4: 600, 5: 700}


def test_a_subset_ends_with_the_last_glyph_wanted() -> None:
    path = FACES["Pk-Serif"]
    cut = TTFont(BytesIO(subset(path, {5, 40})))
    assert cut["maxp"].numGlyphs == 41
    assert cut["glyf"][cut.getGlyphName(40)].numberOfContours > 0
    assert cut["glyf"][cut.getGlyphName(20)].numberOfContours == 0


def part_files(sample: Sample) -> list[bytes]:
    return [*(part.pdf for part in sample.parts), sample.stamps]


def painted_glyphs(pdf: bytes) -> dict[str, set[int]]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return {name: set(dict(read_widths(font.DescendantFonts[0].W))) for name, font in fonts(opened).items()}


def all_fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [font for _, resources in drawing(pdf) for _, font in resources.get("/Font", {}).items()]


def fonts(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    return {face_name(font): font for font in all_fonts(pdf)}


def contents(kit: LinkedKit) -> dict[str, tuple[bytes, bytes, bytes]]:
    """Return each face's program, widths and texts."""
    with pikepdf.open(BytesIO(kit.pdf)) as pdf:
        return {
            name: (
                font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes(),
                font.DescendantFonts[0].W.unparse(resolved=True),
                font.ToUnicode.read_bytes(),
            )
            for name, font in fonts(pdf).items()
        }


def saved(folder: Path, name: str, pdf: bytes) -> Path:
    file = folder / f"{name}.pdf"
    file.write_bytes(pdf)
    return file


def part_pictures(name: str, pdf: bytes, folder: Path) -> list:
    return poppler.pictures(saved(folder, name, pdf), folder / name)
