from __future__ import annotations

from pathlib import Path

import pytest
from pikepdf import Dictionary, Name, Object

from presskit import gate
from presskit.checking.files import look_at_print
from presskit.checking.page_numbers import each_once, in_words
from presskit.findings import Where, finding
from tests.support.small_pdf import SmallPdf


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([2], "page 2"), ([1, 2, 3, 7], "pages 1–3, 7"), ([1, 3, 4], "pages 1, 3–4")],
)
def test_pages_are_named_in_runs(numbers: list[int], words: str) -> None:
    assert in_words(numbers) == words


def test_what_several_pages_share_is_said_once_with_all_of_them() -> None:
    found = [finding("p-011", Where(page=page)) for page in (2, 1, 3)]
    [told] = each_once(found)
    assert told.where.page == 1
    assert told.message == f"{found[0].message} This is so on pages 1–3."


def test_what_is_found_more_often_than_on_a_page_is_counted() -> None:
    several = [finding("p-011", Where(page=page)) for page in (1, 1, 2)]
    assert each_once(several)[0].message.endswith(" This is so 3 times on pages 1–2.")
    assert each_once(several[:2])[0].message.endswith(" This is so 2 times.")


def test_what_differs_is_said_each_by_itself() -> None:
    found = (
        finding("p-003"),
        finding("p-007", Where(page=1), target="facts"),
        finding("p-007", Where(page=2), target="figures"),
    )
    assert each_once(found) == found


def test_a_finished_file_is_told_once_of_what_its_pages_share(tmp_path: Path) -> None:
    small = SmallPdf()
    for _ in range(3):
        small.add_page(b"q 150 0 0 100 25 50 cm /P Do Q").obj.Resources.XObject = Dictionary(P=coarse(small))
    path = tmp_path / "brochure.pdf"
    path.write_bytes(small.bytes())
    with gate.opened(path):
        told = [item for item in look_at_print(path, "print") if item.code == "f-007"]
    assert [item.where.page for item in told] == [1]
    assert told[0].message.endswith(" This is so on pages 1–3.")


def coarse(small: SmallPdf) -> Object:
    picture = small.pdf.make_stream(bytes(30 * 20), Width=30, Height=20, BitsPerComponent=8)
    picture.Subtype, picture.ColorSpace = Name.Image, Name.DeviceGray
    return picture
