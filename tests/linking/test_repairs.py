from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from presskit.linking import LinkablePart
from presskit.linking.linker import link
from presskit.linking.structuring.tree import below
from tests.support import poppler
from tests.support.linked import FACES, METADATA, Render, Sample


def elements(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    return [each for each in below(pdf.Root.StructTreeRoot.K[0]) if str(each.S) == kind]


def test_a_figures_box_is_where_it_is_drawn(sample: Sample, linked: pikepdf.Pdf, tmp_path: Path) -> None:
    figure = elements(linked, "/Figure")[-1]
    left, bottom, right, top = (float(value) for value in figure.A.BBox)
    assert right - left == pytest.approx(120, abs=0.1)
    page = poppler.pictures(sample.file, tmp_path / "pages", dpi=72)[6]
    drawn = page.crop((0, 98, 420, 180)).point(lambda grey: 255 if grey < 128 else 0).getbbox()
    assert drawn is not None
    assert drawn[0] == pytest.approx(left, abs=1.5)
    assert drawn[1] + 98 == pytest.approx(560 - top, abs=1.5)
    assert drawn[2] == pytest.approx(right, abs=1.5)
    assert top - bottom == pytest.approx(80, abs=0.1)


def test_headers_say_what_they_head(linked: pikepdf.Pdf) -> None:
    first, second, *others = elements(linked, "/TH")
    assert first.A.Scope == second.A.Scope == "/Column"
    assert others[0].A.Scope == "/Row"


def test_a_table_over_two_pages_is_one_and_says_its_head_once(linked: pikepdf.Pdf) -> None:
    assert len(elements(linked, "/Table")) == len(elements(linked, "/THead")) == 1
    scopes = [str(header.A.Scope) for header in elements(linked, "/TH")]
    assert (scopes.count("/Column"), scopes.count("/Row")) == (2, 35)


def test_no_cell_names_headers_that_say_less_than_their_scopes(linked: pikepdf.Pdf) -> None:
    cells = elements(linked, "/TH") + elements(linked, "/TD")
    assert len(cells) == 72
    assert not [cell for cell in cells if "/ID" in cell or "/Headers" in cell.A]


def test_a_list_item_holds_its_label_and_its_body(render: Render) -> None:
    items = "<li>One line</li><li><p>First paragraph</p><p>Second paragraph</p></li>"
    part = LinkablePart("ferries", "Ferries", "en", render(f"<h1>Ferries</h1><ol>{items}</ol>"))
    with pikepdf.open(BytesIO(link([part], (), METADATA, FACES).pdf)) as kit:
        held = [[str(kid.S) for kid in item.K] for item in elements(kit, "/LI")]
        assert held == [["/Lbl", "/LBody"], ["/Lbl", "/LBody"]]
        body = elements(kit, "/LI")[1].K[1]
        assert [str(kid.S) for kid in body.K] == ["/P", "/P"]
        assert all(kid.P.objgen == body.objgen for kid in body.K)
