from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf
import pytest
from pikepdf import Array, Name

from presskit.printing.boxes import draw_marks, grown, marks, registration_colour, set_boxes, trim_of

A4 = (0.0, 0.0, 595.276, 841.89)
BLEED_PT = 3 * 72 / 25.4


@pytest.fixture
def page() -> Iterator[pikepdf.Page]:
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(600, 850))
    page.obj.TrimBox, page.obj.CropBox, page.obj.ArtBox = Array(A4), Array([1, 1, 9, 9]), Array([2, 2, 8, 8])
    page.obj.Contents = pdf.make_stream(b"0 0 m\n")
    set_boxes(page, trim_of(page), BLEED_PT)
    draw_marks(page, A4, BLEED_PT, registration_colour(pdf, Name.DeviceCMYK))
    yield page
    pdf.close()


def box(page: pikepdf.Page, name: str) -> list[float]:
    return [float(value) for value in page.obj[name]]


def lines(drawing: str) -> list[list[float]]:
    return [[float(word) for word in found] for found in re.findall(r"(\S+) (\S+) m (\S+) (\S+) l S", drawing)]


def test_bleed_lies_around_the_trim_and_marks_around_the_bleed(page: pikepdf.Page) -> None:
    assert box(page, "/TrimBox") == pytest.approx(A4, abs=0.001)
    assert box(page, "/BleedBox") == pytest.approx(grown(A4, BLEED_PT), abs=0.001)
    assert box(page, "/MediaBox") == pytest.approx(grown(A4, BLEED_PT + 18), abs=0.001)


def test_no_other_box_contradicts(page: pikepdf.Page) -> None:
    assert not {"/CropBox", "/ArtBox"} & set(page.obj.keys())


def test_marks_point_at_the_trim_and_begin_outside_of_the_bleed() -> None:
    left, bottom, right, top = grown(A4, BLEED_PT)
    drawn = lines(marks(A4, BLEED_PT))
    assert len(drawn) == 8
    for x, y, x2, y2 in drawn:
        stands = x == x2
        assert (x if stands else y) in (pytest.approx(value, abs=0.001) for value in A4)
        ends = (y, y2) if stands else (x, x2)
        low, high = (bottom, top) if stands else (left, right)
        assert all(end < low - 1 or end > high + 1 for end in ends)


def test_marks_lie_within_the_media(page: pikepdf.Page) -> None:
    left, bottom, right, top = box(page, "/MediaBox")
    for x, y, x2, y2 in lines(marks(A4, BLEED_PT)):
        assert all(left < value < right for value in (x, x2))
        assert all(bottom < value < top for value in (y, y2))


def test_marks_print_on_every_plate(page: pikepdf.Page) -> None:
    kind, name, alternate, _ = page.obj.Resources.ColorSpace.Registration
    assert (kind, name, alternate) == ("/Separation", "/All", "/DeviceCMYK")


def test_what_sticks_out_of_the_bleed_is_cut_off(page: pikepdf.Page) -> None:
    content = b"".join(part.read_bytes() for part in page.obj.Contents).decode()
    clip, rest = content.split("W n", 1)
    left, bottom, width, height = map(float, re.findall(r"-?[\d.]+", clip))
    assert (left, bottom) == pytest.approx(grown(A4, BLEED_PT)[:2], abs=0.001)
    assert (width, height) == pytest.approx((A4[2] + 2 * BLEED_PT, A4[3] + 2 * BLEED_PT), abs=0.001)
    assert rest.index("0 0 m") < rest.index("Q") < rest.index("Registration CS")
