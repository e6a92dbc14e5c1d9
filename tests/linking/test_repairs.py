from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from presskit.linking import LinkablePart
from presskit.linking.linker import link
from presskit.linking.tree import below
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


def test_a_table_over_two_pages_repeats_its_column_headers(linked: pikepdf.Pdf) -> None:
    scopes = [str(header.A.Scope) for header in elements(linked, "/TH")]
    assert scopes.count("/Column") == 4
    assert scopes.count("/Row") == 35


def test_every_header_has_a_name_of_its_own_in_the_kit(sample: Sample) -> None:
    twins = [replace(sample.parts[1], slug=slug) for slug in ("one", "two")]
    with pikepdf.open(BytesIO(link(twins, (), METADATA, FACES).pdf)) as kit:
        headers = elements(kit, "/TH")
        listed = pikepdf.NameTree(kit.Root.StructTreeRoot.IDTree)
        assert len({str(header.ID) for header in headers}) == len(headers) == len(listed) == 2 * 39
        assert all(listed[str(header.ID)].objgen == header.objgen for header in headers)


def test_cells_name_the_headers_of_their_own_row_and_table(linked: pikepdf.Pdf) -> None:
    listed = pikepdf.NameTree(linked.Root.StructTreeRoot.IDTree)
    rows = [row for row in elements(linked, "/TR") if row.K[1].S == "/TD"]
    assert len(rows) == 35
    for row in rows:
        row_header, column_header = (listed[str(name)] for name in row.K[1].A.Headers)
        assert row_header.objgen == row.K[0].objgen
        assert column_header.Pg.objgen == row.Pg.objgen


def test_a_list_item_holds_its_label_and_its_body(render: Render) -> None:
    items = "<li>One line</li><li><p>First paragraph</p><p>Second paragraph</p></li>"
    part = LinkablePart("ferries", "Ferries", "en", render(f"<h1>Ferries</h1><ol>{items}</ol>"))
    with pikepdf.open(BytesIO(link([part], (), METADATA, FACES).pdf)) as kit:
        held = [[str(kid.S) for kid in item.K] for item in elements(kit, "/LI")]
        assert held == [["/Lbl", "/LBody"], ["/Lbl", "/LBody"]]
        body = elements(kit, "/LI")[1].K[1]
        assert [str(kid.S) for kid in body.K] == ["/P", "/P"]
        assert all(kid.P.objgen == body.objgen for kid in body.K)
