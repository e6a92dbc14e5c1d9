"""What a Word file shows and no page can: charts, diagrams, formulas, hints of forms. Nothing of it goes in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.document import Document

from presskit.model import Release
from presskit.reading.result import Reading
from tests.support.reading import read_release
from tests.support.word_files import add_xml, rewrite, run, word

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
HEAD = "The night ferry sails again"
CHART = (
    f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}"><c:chart><c:title><a:p><a:r><a:t>Passengers</a:t></a:r></a:p></c:title>'
    "<c:ser><c:cat><c:pt><c:v>2031</c:v></c:pt></c:cat><c:val><c:pt><c:v>4711</c:v></c:pt></c:val></c:ser>"
    "</c:chart></c:chartSpace>"
)
DIAGRAM = f'<dgm:dataModel xmlns:dgm="{DGM}" xmlns:a="{A}"><a:p><a:r><a:t>The board</a:t></a:r></a:p></dgm:dataModel>'


def drawing(kind: str, words: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}"><wp:docPr id="9" name="Object 9" descr="{words}"/>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData>{kind}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def read(path: Path, xml: str, parts: dict[str, str | bytes] | None = None) -> Reading[Release]:
    def fill(document: Document) -> None:
        add_xml(document, xml)

    return read_release(rewrite(word(path / "a.docx", HEAD, fill=fill), {}, parts))


def told(reading: Reading[Release], code: str) -> list[str]:
    return [one.message for one in reading.findings if one.code == code]


def left_out(reading: Reading[Release]) -> list[str]:
    return [one.text for one in reading.document.removed]


def texts(reading: Reading[Release]) -> list[str]:
    return [block.text for block in reading.document.body]


def test_a_chart_is_told_and_its_figures_are_listed(tmp_path: Path) -> None:
    shown = drawing(f'<c:chart xmlns:c="{C}"/>', "Passengers rise")
    reading = read(tmp_path, shown, {"word/charts/chart1.xml": CHART})
    assert told(reading, "c-028") == ["The chart “Passengers rise” is not in the kit: its kind cannot be printed."]
    assert left_out(reading) == ["Passengers", "2031 4711"]


def test_a_diagram_is_told_and_its_words_are_listed(tmp_path: Path) -> None:
    shown = drawing(f'<dgm:relIds xmlns:dgm="{DGM}"/>')
    reading = read(tmp_path, shown, {"word/diagrams/data1.xml": DIAGRAM})
    assert told(reading, "c-028") == ["The diagram “Object 9” is not in the kit: its kind cannot be printed."]
    assert left_out(reading) == ["The board"]


def test_a_formula_along_the_line_is_text(tmp_path: Path) -> None:
    power = "<m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
    formula = f'<m:oMath xmlns:m="{M}"><m:r><m:t>E=m</m:t></m:r>{power}</m:oMath>'
    reading = read(tmp_path, run("As ") + formula + run(" says."))
    assert (texts(reading), told(reading, "c-028"), left_out(reading)) == (["As E=mc² says."], [], [])


def test_another_formula_is_told(tmp_path: Path) -> None:
    half = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    reading = read(tmp_path, run("As ") + f'<m:oMath xmlns:m="{M}">{half}</m:oMath>' + run(" says."))
    assert texts(reading) == ["As says."]
    assert left_out(reading) == ["12"]
    assert told(reading, "c-028") == ["The formula “12” is not in the kit: its kind cannot be printed."]


@pytest.mark.parametrize("words", ["Click or tap here to enter text.", "Who speaks, and where?"])
def test_a_field_of_a_form_that_nobody_filled_in_is_told_once(tmp_path: Path, words: str) -> None:
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run(words)}</w:sdtContent></w:sdt>"
    assert told(read(tmp_path, run("By ") + control), "c-007") == [f"“{words}” is still to be filled in."]


@pytest.mark.parametrize(("value", "mark"), [("1", "☑"), ("0", "☐")])
def test_a_box_to_tick_keeps_its_mark(tmp_path: Path, value: str, mark: str) -> None:
    space = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    box = f'<w:sdt><w:sdtPr><w14:checkbox {space}><w14:checked w14:val="{value}"/></w14:checkbox></w:sdtPr>'
    reading = read(
        tmp_path, f"{box}<w:sdtContent>{run('x')}</w:sdtContent></w:sdt>{run(' Dogs are welcome on the deck.')}"
    )
    assert texts(reading) == [f"{mark} Dogs are welcome on the deck."]


def test_word_art_is_listed(tmp_path: Path) -> None:
    shape = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="Ahoy"/></v:shape>'
    assert left_out(read(tmp_path, f"{run('A ferry.')}<w:r><w:pict>{shape}</w:pict></w:r>")) == ["Ahoy"]
