"""A table that is too wide for the page has one on its side, where there are such; else each row is a record."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from presskit.making.build import build
from presskit.making.orders import BuildOrder
from presskit.settings.themes import theme_names
from tests.support import poppler, verapdf
from tests.support.writing import PARAGRAPH, brand, release, write_kit

WORDS = tuple(f"Neighbourhood{n}" for n in range(1, 9))
SPANS = f"""<table><thead><tr><th rowspan="2">Pier</th><th colspan="8">Summer</th></tr>
<tr>{"".join(f"<th>{word}</th>" for word in WORDS)}</tr></thead>
<tbody>{"".join(f"<tr><td>Larkin {n}</td>{'<td>12:00</td>' * 8}</tr>" for n in range(10, 34))}</tbody></table>"""
ROW = f"| {' | '.join(('Pier', *WORDS))} |\n|{'---|' * 9}\n| North |{' 12:00 |' * 8}\n"


@pytest.fixture(scope="module")
def kits(quick: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return a kit of a release and a page of sections, by theme and by what it is for."""
    body = f"<h1>Sailings</h1><h2>Each day</h2>{SPANS}<h2>Why</h2><p>{PARAGRAPH}</p>"
    texts = {
        "releases/a.md": f"{release(paragraphs=1)}\n## The summer\n\n{ROW}\n{PARAGRAPH}\n",
        "factsheet.html": f"<html lang='en'><body>{body}</body></html>",
        "brand/brand.toml": brand(),
    }
    folder = write_kit(tmp_path_factory.mktemp("wide"), texts)
    orders = {theme: {"theme": theme} for theme in theme_names()}
    built = {}
    for name, order in {**orders, "print": {"purpose": "print"}, "booklet": {"purpose": "booklet"}}.items():
        made, built[name] = build(BuildOrder((folder,), folder / f"{name}.pdf", **order))  # type: ignore[arg-type]
        assert [item.code for item in made.findings].count("c-057") == (2 if name == "booklet" else 0)
    return built


def turned(pdf: Path) -> list[int]:
    """Return the pages, from 1, that lie on their side."""
    pages = pypdf.PdfReader(pdf).pages
    return [number for number, page in enumerate(pages, start=1) if page.mediabox.width > page.mediabox.height]


@pytest.mark.parametrize("name", [*theme_names(), "print"])
def test_a_wide_table_has_a_page_on_its_side_with_its_heading(kits: dict[str, Path], name: str) -> None:
    pages = poppler.text(kits[name]).split("\f")
    summer, *days = turned(kits[name])
    assert "The summer" in pages[summer - 1]
    assert "North" in pages[summer - 1]
    # The title of a document that begins with it stands above it, and its heads are repeated below the running line.
    assert all(words in pages[days[0] - 1] for words in ("Sailings", "Each day", "Larkin 10", *WORDS))
    assert all(words in pages[days[1] - 1] for words in ("Sailings · Each day", "Summer", *WORDS))
    assert all(str(number) in pages[number - 1].split() for number in (summer, *days))


def test_turned_pages_pass_pdf_ua_and_keep_their_spans(kits: dict[str, Path]) -> None:
    files = [kits[name] for name in (*theme_names(), "print")]
    assert verapdf.validate(files) == {path: [] for path in files}
    for file in files:
        assert "/ColSpan 8" in poppler.run("pdfinfo", "-struct", file)


def test_a_booklet_has_records(kits: dict[str, Path]) -> None:
    text = poppler.text(kits["booklet"])
    assert text.count("Neighbourhood1") == 24 + 1
    assert "Larkin 33" in text
