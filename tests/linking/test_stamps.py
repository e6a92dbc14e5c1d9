from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
from PIL import Image
from pypdf import PdfReader

from presskit.linking.linker import link
from tests.support import poppler
from tests.support.linked import FACES, METADATA, Sample


def test_each_page_carries_its_own_stamp(sample: Sample) -> None:
    for number, page in enumerate(PdfReader(BytesIO(sample.kit.pdf)).pages, start=1):
        assert f"Old Harbour Ferries · {number}" in page.extract_text()


def test_stamps_may_come_in_several_files(sample: Sample) -> None:
    files = []
    with pikepdf.open(BytesIO(sample.stamps)) as whole:
        for pages in (whole.pages[:3], whole.pages[3:]):
            part, file = pikepdf.Pdf.new(), BytesIO()
            part.pages.extend(pages)
            part.save(file)
            files.append(file.getvalue())
    kit = link(sample.parts, files, METADATA, FACES)
    for number, page in enumerate(PdfReader(BytesIO(kit.pdf)).pages, start=1):
        assert f"Old Harbour Ferries · {number}" in page.extract_text()


def test_stamps_are_not_read_aloud(sample: Sample) -> None:
    assert "Old Harbour Ferries" in poppler.text(sample.file)
    assert "Old Harbour Ferries" not in poppler.read_aloud(sample.file)


def test_a_stamp_stands_where_it_was_drawn(sample: Sample, tmp_path: Path) -> None:
    stamps = tmp_path / "stamps.pdf"
    stamps.write_bytes(sample.stamps)
    alone = poppler.pictures(stamps, tmp_path / "stamps")
    laid = poppler.pictures(sample.file, tmp_path / "kit")
    for before, after in zip(alone, laid, strict=True):
        assert foot(before).getbbox()
        assert foot(before).tobytes() == foot(after).tobytes()


def test_a_stamp_is_a_form_between_artifact_marks_outside_the_pages_own_state(linked: pikepdf.Pdf) -> None:
    for page in linked.pages:
        *own, restore, begin, save, draw, undo, end = pikepdf.parse_content_stream(page)
        operators = [str(each.operator) for each in (own[0], restore, begin, save, draw, undo, end)]
        assert operators == ["q", "Q", "BDC", "q", "Do", "Q", "EMC"]
        assert begin.operands[0] == "/Artifact"
        assert begin.operands[1].Type == "/Pagination"
        form = page.obj.Resources.XObject[str(draw.operands[0])]
        assert form.Subtype == "/Form"
        assert b"BDC" not in form.read_bytes()


def foot(page: Image.Image) -> Image.Image:
    """Return the bottom margin, where nothing but stamps stands, ink white on black."""
    width, height = page.size
    return page.crop((0, int(height * 0.91), width, height)).point(lambda grey: 255 if grey < 140 else 0)
