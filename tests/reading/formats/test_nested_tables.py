"""Tables in the cells of others: their words stay with their cell, in order, in every format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from presskit.reading.formats.opening import open_source
from tests.support.office_files import odt

NEWS = "The ferry of Old Harbour sails again in the spring, after four winters ashore, its captain said. " * 4
INNER = (("Leaves", "Arrives"), ("7:00", "8:15"))
EXPECTED = "Route\tTimes\nNorth\tWeekdays Leaves, Arrives 7:00, 8:15 not on Sundays"
HTML = (
    "<table><tr><td>Route</td><td>Times</td></tr><tr><td>North</td><td>Weekdays<table><tr><td>Leaves</td>"
    "<td>Arrives</td></tr><tr><td>7:00</td><td>8:15</td></tr></table>not on Sundays</td></tr></table>"
)
RTF_ROW = (
    r"\pard\intbl\itap2 {}\nestcell {}\nestcell"
    r"{{\*\nesttableprops\trowd\cellx4000\cellx8000\nestrow}}{{\nonesttables\par}}"
)


def write_word(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("The ferry sails again")
    table = document.add_table(2, 2)
    for place, words in enumerate(("Route", "Times", "North", "Weekdays")):
        table.cell(place // 2, place % 2).text = words
    cell = table.cell(1, 1)
    nested = cell.add_table(2, 2)
    for row, pair in enumerate(INNER):
        for column, words in enumerate(pair):
            nested.cell(row, column).text = words
    cell.add_paragraph("not on Sundays")
    document.save(str(path))


def write_page(path: Path) -> None:
    path.write_text(f"<article><h1>The ferry sails again</h1><p>{NEWS}</p>{HTML}</article>", encoding="utf-8")


def write_markdown(path: Path) -> None:
    path.write_text(f"# The ferry sails again\n\n{HTML}\n", encoding="utf-8")


def row_of(*cells: str) -> str:
    inside = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
    return f"<table:table-row>{inside}</table:table-row>"


def write_odt(path: Path) -> None:
    def lines(*words: str) -> list[str]:
        return [f"<text:p>{each}</text:p>" for each in words]

    nested = f"<table:table>{''.join(row_of(*lines(*pair)) for pair in INNER)}</table:table>"
    above, below = lines("Weekdays", "not on Sundays")
    rows = row_of(*lines("Route", "Times")) + row_of(*lines("North"), f"{above}{nested}{below}")
    odt(path, f"<text:p>The ferry sails again</text:p><table:table>{rows}</table:table>")


def write_rtf(path: Path) -> None:
    row = r"\trowd\cellx3000\cellx9000\pard\intbl "
    nested = "\n".join(RTF_ROW.format(*pair) for pair in INNER)
    cell = rf"Weekdays\par {nested}\pard\intbl\itap1 not on Sundays"
    text = rf"{row}Route\cell Times\cell\row {row}North\cell {cell}\cell\row \pard The end.\par"
    path.write_text(rf"{{\rtf1\ansi\uc0 \pard The ferry sails again\par {text}}}", encoding="ascii")


WRITERS: dict[str, Callable[[Path], None]] = {
    ".docx": write_word,
    ".html": write_page,
    ".md": write_markdown,
    ".odt": write_odt,
    ".rtf": write_rtf,
}


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_words_of_a_table_stay_in_the_cell_that_holds_it(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    WRITERS[suffix](path)
    read = open_source(path).text
    assert [block.text for block in read.blocks if block.kind == "table"] == [EXPECTED]
    assert read.removed == ()


def test_a_table_that_arranges_a_page_is_none(tmp_path: Path) -> None:
    boxes = f"<table><tr><td>{HTML}</td><td>{HTML}</td></tr><tr><td>{HTML}</td><td>Weather</td></tr></table>"
    path = tmp_path / "a.html"
    path.write_text(f"<article><h1>The ferry sails again</h1><p>{NEWS}</p>{boxes}</article>", encoding="utf-8")
    assert [block.text for block in open_source(path).text.blocks if block.kind == "table"] == [EXPECTED] * 3


def test_several_short_lines_in_a_cell_leave_a_table_whole(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("The ferry sails again")
    table = document.add_table(2, 2)
    for place, words in enumerate(("Route", "Stops", "North", "Larkin\nSaltmarsh\nOld Harbour")):
        table.cell(place // 2, place % 2).text = ""
        for line in words.split("\n"):
            table.cell(place // 2, place % 2).add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    tables = [block.text for block in open_source(tmp_path / "a.docx").text.blocks if block.kind == "table"]
    assert [text.replace("  ", " ") for text in tables] == ["Route\tStops\nNorth\tLarkin Saltmarsh Old Harbour"]


def test_words_that_a_converter_loses_in_rich_text_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1\ansi\uc0 \pard The ferry sails again\par {\*\unknown gone}{\do{\pard Lost words\par}}}")
    read = open_source(path).text
    shown = " ".join(block.text for block in read.blocks)
    assert "Lost words" in shown or "Lost words" in [one.text for one in read.removed]
