"""A mark alone, wherever an office's file can hold one: in a note, at the head of its pages, in a box, unseen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document

from presskit import gate
from presskit.sorting.internal import says_unfinished
from presskit.sorting.take import take
from presskit.sorting.taken import Taken, Wish
from tests.support.internal_files import CONTACT, RELEASES, STATUS, coded
from tests.support.office_files import odt

LINES = (STATUS["en"], *(line.format("a barge") for line in RELEASES["en"]), CONTACT)
NOTE = r"{\super\chftn}{\footnote\pard\plain{\super\chftn} MARK}"
RTF_HEADS = {
    "head": r"{\header\pard MARK\par}",
    "columns": r"{\header\pard Larkin\tab MARK\tab 1\par}",
    "box in the foot": r"{\footer{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 202}}{\shptxt \pard MARK\par}}}\par}",
    "old box": r"{\*\do\dobxpage{\dptxbx{\dptxbxtext\pard MARK\par}}}",
    "company": r"{\info{\*\company MARK}}",
    "own property": r"{\*\userprops {\propname Sensitivity}\proptype30{\staticval MARK}}",
}
RTF_NOTES = {
    "footnote": NOTE,
    "endnote": NOTE.replace(r"\footnote", r"\footnote\ftnalt"),
    "comment": r"{\*\atnid A}\chatn{\*\annotation{\*\atndate 1}\pard MARK\par}",
    "hidden": r"\par {\v MARK}",
}
BODY = "<text:p>{}</text:p>"
ODT_NOTE = (
    "<text:note text:id='n' text:note-class='{}'><text:note-citation>1</text:note-citation>"
    "<text:note-body><text:p>MARK</text:p></text:note-body></text:note>"
)
ODT_NOTES = {
    "footnote": ODT_NOTE.format("footnote"),
    "endnote": ODT_NOTE.format("endnote"),
    "comment": "<office:annotation><dc:creator>A. Vane</dc:creator><text:p>MARK</text:p></office:annotation>",
    "field": "</text:p><text:p><text:user-defined text:name='status'>MARK</text:user-defined>",
    "hidden": "<text:hidden-text text:string-value='MARK'/>",
}


def taken(path: Path) -> Taken:
    with gate.opened(path.parent):
        return take(Wish(path, path.parent), "en", "US")


def rtf(path: Path, head: str, note: str, mark: str) -> None:
    body = "".join(rf"\pard {coded(line)}{note if place == 2 else ''}\par " for place, line in enumerate(LINES))
    path.write_bytes((r"{\rtf1\ansi\uc0 " + (head + body).replace("MARK", mark) + "}").encode())


def opendocument(path: Path, head: str, note: str, mark: str) -> None:
    lines = "".join(BODY.format(line + (note if place == 2 else "")) for place, line in enumerate(LINES))
    odt(path, lines.replace("MARK", mark), head=head.replace("MARK", mark))


def word(path: Path, change: Callable[[Document], None]) -> None:
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    change(document)
    document.save(str(path))


def write_all(folder: Path, mark: str) -> None:
    for name, head in RTF_HEADS.items():
        rtf(folder / f"{name}.rtf", head, "", mark)
    for name, note in RTF_NOTES.items():
        rtf(folder / f"{name}.rtf", "", note, mark)
    for name, note in ODT_NOTES.items():
        opendocument(folder / f"{name}.odt", "", note, mark)
    opendocument(
        folder / "head.odt", "Larkin<text:tab/>MARK<text:tab/><text:page-number>1</text:page-number>", "", mark
    )

    def columns(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = f"Larkin\t{mark}\t1"

    def hidden(document: Document) -> None:
        document.add_paragraph().add_run(mark).font.hidden = True

    word(folder / "columns.docx", columns)
    word(folder / "hidden.docx", hidden)
    note = "\n\n".join(LINES).replace("spring", "spring[^1]")
    (folder / "note.md").write_text(f"{note}\n\n[^1]: {mark}\n", encoding="utf-8")


@pytest.mark.parametrize("mark", ["Confidential", "INTERNAL - do not share"])
def test_a_mark_alone_keeps_the_text_inside(tmp_path: Path, mark: str) -> None:
    write_all(tmp_path, mark)
    told = {path.name: taken(path) for path in tmp_path.iterdir()}
    assert [name for name, one in told.items() if (one.kind, one.mark) != ("internal", mark)] == []


@pytest.mark.parametrize(
    "mark",
    [
        *(
            "DRAFT",
            "Draft 3 (for review)",
            "BROUILLON",
            "D R A F T",
            "Version 0.9 - not approved",
            "Entwurf, Stand 3.11.",
        ),
        *(
            "Do not send before Ada has approved.",
            "Awaiting sign-off from the director",
            "Freigabe durch Ada steht aus",
        ),
        *("En attente de validation par Ada", "No enviar antes de la firma"),
    ],
)
def test_a_text_that_calls_itself_unfinished_is_printed_and_that_is_told(tmp_path: Path, mark: str) -> None:
    write_all(tmp_path, mark)
    for path in tmp_path.iterdir():
        one = taken(path)
        assert one.reading, path
        assert [item.message for item in one.reading.findings if item.code == "c-048" and f"“{mark}”" in item.message]


@pytest.mark.parametrize(
    "words", ["بانتظار موافقة المدير", "غير نهائي", "Freigabe steht aus", "non définitif", "sin revisar"]
)
def test_a_line_says_so_in_every_language(words: str) -> None:
    assert says_unfinished(words)


@pytest.mark.parametrize(
    "words", ["The approval came on Monday.", "Pending approvals by the council of 1911 were 12.", "Stand 3"]
)
def test_a_line_of_news_does_not(words: str) -> None:
    assert not says_unfinished(words)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Release DRAFT.rtf", "draft"),
        ("pier-draft-3.rtf", "draft"),
        ("Pier release for review.rtf", "for review"),
        ("pier_not final v2.rtf", "not final"),
        ("Pier (with comments).rtf", "with comments"),
        ("Pier – Entwurf.rtf", "entwurf"),
        ("communiqué_brouillon.rtf", "brouillon"),
        ("draft-budget-2027.rtf", ""),
        ("The draft of the pier.rtf", ""),
        ("pier final.rtf", ""),
    ],
)
def test_a_name_that_calls_its_text_unfinished_is_told(tmp_path: Path, name: str, words: str) -> None:
    rtf(tmp_path / name, "", NOTE, "Boats")
    [path] = tmp_path.iterdir()
    reading = taken(path).reading
    assert reading
    assert [item.message.partition("”")[0] for item in reading.findings if item.code == "c-048"] == (
        [f"The file says “{words}"] if words else []
    )


@pytest.mark.parametrize(
    "words", ["Confidential helpline opens", "Draft law passes", "A draft of fresh air", "See p. 3"]
)
def test_a_note_that_only_holds_such_a_word_is_news(tmp_path: Path, words: str) -> None:
    rtf(tmp_path / "a.rtf", "", NOTE, words)
    opendocument(tmp_path / "a.odt", "", ODT_NOTES["footnote"], words)
    for path in tmp_path.iterdir():
        one = taken(path)
        assert one.reading, path
        assert (one.kind, [item.code for item in one.reading.findings]) == ("release", [])
