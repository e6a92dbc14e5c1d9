"""Tracked changes, comments, hidden text: told with their words, and never printed."""

from __future__ import annotations

import json
from pathlib import Path

import pypdf
import pytest
from docx.document import Document

from tests.conftest import Cli
from tests.support.reading import read_release
from tests.support.word_files import BY, add_xml, deleted, inserted, rewrite, run, word

LEDE = "Port Hollow, May 12, 2026 – The Quillon Ferry Museum opens its doors on the old quay this Tuesday, at noon."
ASK = "Accept or reject all changes in Word, save, build again."
VANISH, SHOWN = "<w:vanish/>", '<w:vanish w:val="0"/>'
MOVED = f'<w:moveFrom w:id="3" {BY}>{run("for good")}</w:moveFrom><w:moveTo w:id="4" {BY}>{run("for good")}</w:moveTo>'
ROW = (
    "<w:r><w:t>before</w:t></w:r></w:p><w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:trPr>{}</w:trPr><w:tc><w:tcPr/><w:p><w:r>"
    "<w:t>the secret</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p>"
)


def with_xml(path: Path, *inside: str) -> Path:
    def fill(document: Document) -> None:
        for each in inside:
            add_xml(document, each)

    return word(path, LEDE, fill=fill)


def found(path: Path) -> dict[str, str]:
    reading = read_release(path)
    assert all(ASK in item.hint for item in reading.findings if item.code in ("c-024", "c-025", "c-026"))
    return {item.code: item.message for item in reading.findings if item.severity == "error"}


def texts(path: Path) -> str:
    return repr(read_release(path).document)


@pytest.mark.parametrize(
    ("inside", "words", "is_printed"),
    [
        (inserted("with a brass band"), "an insertion: “with a brass band”", True),
        (deleted("without any music"), "a deletion: “without any music”", False),
        (MOVED, "“for good”", True),
        (f'<w:pPr><w:rPr><w:del w:id="5" {BY}/></w:rPr></w:pPr>{run("a mark gone")}', "“a mark gone”", True),
    ],
)
def test_a_tracked_change_is_quoted(tmp_path: Path, inside: str, words: str, is_printed: bool) -> None:
    path = with_xml(tmp_path / "a.docx", run("The museum opens "), inside)
    [(code, message)] = found(path).items()
    assert code == "c-024"
    assert words in message
    quoted = words.split("“")[1].rstrip("”")
    assert (quoted in texts(path)) is is_printed


def test_changes_are_counted_and_the_first_is_quoted(tmp_path: Path) -> None:
    path = with_xml(tmp_path / "a.docx", inserted("one"), deleted("two"), inserted("three"))
    assert found(path)["c-024"] == ("The file still holds tracked changes, 3 in all. The first is an insertion: “one”.")


def test_a_comment_is_quoted_and_never_printed(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("The museum has ")
        marked = paragraph.add_run("twelve boats")
        document.add_comment(marked, text="Is this the right number?", author="Ada Thorn", initials="AT")
        paragraph.add_run(" and a bakery.")

    path = word(tmp_path / "a.docx", LEDE, fill=fill)
    assert found(path) == {
        "c-025": "The file still holds comments, 1 in all. "
        "The first, on “twelve boats”, says “Is this the right number?”."
    }
    assert "right number" not in texts(path)
    assert "The museum has twelve boats and a bakery." in texts(path)


@pytest.mark.parametrize(
    "inside",
    [
        run("the secret", VANISH),
        run("the secret", '<w:vanish w:val="1"/>'),
        run("the secret", '<w:rStyle w:val="Quiet"/>'),
        f'<w:pPr><w:pStyle w:val="QuietLine"/></w:pPr>{run("the secret")}',
        f'<w:pPr><w:pStyle w:val="BasedOnQuiet"/></w:pPr>{run("the secret")}',
        ROW.format("<w:hidden/>"),
    ],
)
def test_hidden_text_is_quoted_and_never_printed(tmp_path: Path, inside: str) -> None:
    path = with_xml(tmp_path / "a.docx", run("seen"))
    styles = (
        f'<w:style w:type="character" w:styleId="Quiet"><w:name w:val="Quiet"/><w:rPr>{VANISH}</w:rPr></w:style>'
        f'<w:style w:type="paragraph" w:styleId="QuietLine"><w:name w:val="Q"/><w:rPr>{VANISH}</w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="BasedOnQuiet"><w:basedOn w:val="QuietLine"/></w:style>'
    )
    rewrite(
        path,
        {
            "word/styles.xml": lambda text: text.replace("</w:styles>", f"{styles}</w:styles>"),
            "word/document.xml": lambda text: text.replace("<w:sectPr", f"<w:p>{inside}</w:p><w:sectPr", 1),
        },
    )
    assert found(path) == {"c-026": "The file still holds hidden text, 1 in all. The first is “the secret”."}
    assert "secret" not in texts(path)


def test_what_a_run_says_itself_wins_over_its_style(tmp_path: Path) -> None:
    path = with_xml(tmp_path / "a.docx", f'<w:pPr><w:pStyle w:val="Q"/></w:pPr>{run("shown after all", SHOWN)}')
    style = f"<w:rPr>{VANISH}</w:rPr></w:style>"
    rewrite(
        path,
        {
            "word/styles.xml": lambda text: text.replace(
                "</w:styles>", f'<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Q"/>{style}</w:styles>'
            ),
        },
    )
    assert found(path) == {}
    assert "shown after all" in texts(path)


def test_hidden_text_in_a_page_head_is_told_too(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        hidden = document.sections[0].header.paragraphs[0].add_run("the secret")
        hidden.font.hidden = True

    path = word(tmp_path / "a.docx", LEDE, fill=fill)
    assert "c-026" in found(path)
    assert "secret" not in texts(path)


def test_words_in_pieces_are_quoted_as_one_passage(tmp_path: Path) -> None:
    path = with_xml(tmp_path / "a.docx", run("for the ", VANISH) + run("board only", VANISH), run("x", VANISH))
    assert found(path)["c-026"].endswith("2 in all. The first is “for the board only”.")


def test_a_build_is_a_draft_without_the_hidden_words(cli: Cli, tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        add_xml(document, run("Printed words ") + inserted("with a brass band") + deleted("without any music"))
        add_xml(document, run("for the board only", VANISH))
        paragraph = document.add_paragraph()
        marked = paragraph.add_run("twelve boats")
        document.add_comment(marked, text="Is this right?", author="Ada Thorn", initials="AT")

    path = word(tmp_path / "release.docx", "Ferry museum opens", LEDE, fill=fill)
    done = cli("build", path, "-o", tmp_path / "kit.pdf", "--json")
    assert done.code == 8
    assert {item["code"] for item in json.loads(done.out)["findings"] if item["severity"] == "error"} == {
        "c-024",
        "c-025",
        "c-026",
    }
    assert not (tmp_path / "kit.pdf").exists()
    pdf = tmp_path / "kit-DRAFT.pdf"
    words = " ".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    assert "with a brass band" in words
    for hidden in ("without any music", "for the board only", "Is this right?"):
        assert hidden not in words
    inspected = json.loads(cli("inspect", path, "--json").out)
    assert "for the board only" not in json.dumps([inspected["body"], inspected["removed"], inspected["boilerplate"]])
