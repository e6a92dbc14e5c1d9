from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from docx.document import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from presskit.errors import SourceError
from presskit.findings import Finding
from presskit.model import Release
from presskit.reading.formats.office.word import read_word
from presskit.reading.pictures.in_texts import find_picture, picture_bytes
from tests.support.reading import read_biography, read_boilerplate, read_factsheet, read_release
from tests.support.word_files import RELATION, W, add_picture, add_xml, png, rewrite, run, with_footnotes, word

LEDE = (
    "Port Hollow, May 12, 2026 (QFM) – The Quillon Ferry Museum opens its doors on the old quay this Tuesday, with "
    "twelve boats that once tied the nine islands together."
)
REST = (
    "“We kept every ticket,” said Ada Thorn, who looks after the museum. Forty volunteers have painted, caulked and "
    "polished for three winters, and nobody has counted the tins."
)


def release_in(document: Document) -> None:
    document.add_heading("Ferry museum opens on the quay", 0)
    document.add_paragraph("Twelve boats and one bakery go on show", style="Subtitle")
    document.add_paragraph(LEDE)
    document.add_paragraph(REST)
    document.add_heading("What is on show", 2)
    for item in ("The Larkin of 1911", "A wheelhouse to stand in"):
        document.add_paragraph(item, style="List Bullet")
    document.add_heading("How to get there", 2)
    for item in ("Take the ferry", "Walk left"):
        document.add_paragraph(item, style="List Number")
    rows = document.add_table(0, 2)
    for day, hours in (("Monday", "closed"), ("Tuesday", "10 to 5")):
        cells = rows.add_row().cells
        cells[0].text, cells[1].text = day, hours
    document.add_paragraph("It was the first thing I ever steered.", style="Quote")
    for line in ("###", "Media contact:", "Ada Thorn, head of the museum", "+1 202 555 0143", "ada@museum.example"):
        document.add_paragraph(line)
    document.add_paragraph("About the Quillon Ferry Museum")
    document.add_paragraph("The Quillon Ferry Museum keeps the boats, the tickets and the stories of the ferries.")


def read(path: Path) -> tuple[Release, tuple[Finding, ...]]:
    reading = read_release(path)
    return reading.document, reading.findings


def codes(findings: tuple[Finding, ...]) -> set[str]:
    return {item.code for item in findings}


def test_a_release_is_read_by_its_styles(tmp_path: Path) -> None:
    release, findings = read(word(tmp_path / "a.docx", fill=release_in))
    assert findings == ()
    assert release.headline == "Ferry museum opens on the quay"
    assert release.subhead == "Twelve boats and one bakery go on show"
    assert release.dateline
    assert (release.dateline.place, release.dateline.source, str(release.date)) == ("Port Hollow", "QFM", "2026-05-12")
    assert [(block.kind, block.text) for block in release.body[1:]] == [
        ("paragraph", REST),
        ("heading", "What is on show"),
        ("list", "The Larkin of 1911\nA wheelhouse to stand in"),
        ("heading", "How to get there"),
        ("list", "Take the ferry\nWalk left"),
        ("table", "Monday\tclosed\nTuesday\t10 to 5"),
        ("quote", "It was the first thing I ever steered."),
    ]
    assert "<ol>" in release.body[5].html
    assert "<p>" not in release.body[6].html
    [contact] = release.contacts
    assert (contact.name, contact.phone, contact.email) == ("Ada Thorn", "+1 202 555 0143", "ada@museum.example")
    assert release.boilerplate[-1].text.startswith("The Quillon Ferry Museum keeps")
    assert release.end_mark == "###"


def test_no_line_of_a_word_file_has_a_number(tmp_path: Path) -> None:
    release, _ = read(word(tmp_path / "a.docx", "[DATE]", fill=release_in))
    lines = [block.line for block in (*release.body, *release.boilerplate)]
    lines += [release.contacts[0].line, release.headline_line, *(quote.line for quote in release.quotes)]
    assert lines
    assert set(lines) == {None}


def test_headings_of_the_house_are_headings(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        for name, base in (("House headline", "Title"), ("House section", "Heading 2")):
            document.styles.add_style(name, 1).base_style = document.styles[base]
        document.add_paragraph(LEDE)
        document.paragraphs[0].insert_paragraph_before("Ferry museum opens", style="House headline")
        document.add_paragraph("What is on show", style="House section")
        document.add_paragraph(REST)

    release, _ = read(word(tmp_path / "a.docx", fill=fill))
    assert release.headline == "Ferry museum opens"
    assert [block.kind for block in release.body] == ["paragraph", "heading", "paragraph"]


def test_links_are_kept_and_those_within_the_file_are_words(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", LEDE, REST, "See {link}.")
    link = (
        '</w:t></w:r><w:hyperlink r:id="rIdWeb" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships"><w:r><w:t>the timetable</w:t></w:r></w:hyperlink><w:hyperlink w:anchor="below"><w:r><w:t> below'
        "</w:t></w:r></w:hyperlink><w:r><w:t>"
    )
    relation = (
        f'<Relationship Id="rIdWeb" Type="{RELATION}/hyperlink" Target="https://museum.example/times" '
        'TargetMode="External"/></Relationships>'
    )
    rewrite(
        path,
        {
            "word/document.xml": lambda text: text.replace("{link}", link),
            "word/_rels/document.xml.rels": lambda text: text.replace("</Relationships>", relation),
        },
    )
    release, _ = read(path)
    assert release.body[-1].html == 'See <a href="https://museum.example/times">the timetable</a> below.'


def test_footnotes_stand_at_the_end_with_their_numbers_in_the_text(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", "Ferry museum opens", f"{LEDE}{{1}}", f"{REST}{{2}}")
    with_footnotes(path, "The tenth has had a bridge since 1962.", "There were 31.")
    release, findings = read(path)
    assert [block.text[-12:] for block in release.body] == ["s together.¹", "d the tins.²"]
    assert [block.text for block in release.notes] == ["The tenth has had a bridge since 1962.\nThere were 31."]
    assert "<ol>" in release.notes[0].html
    assert "↑" not in release.notes[0].html
    assert findings == ()
    facts = read_factsheet(path).document.sections[-1]
    assert facts.blocks[0].text.startswith("The tenth has")
    assert read_biography(path).document.body[-1].kind == "list"
    assert read_boilerplate(path).document[-1].kind == "list"


def test_a_picture_is_a_figure_with_its_description(tmp_path: Path) -> None:
    path = word(tmp_path / "a b%20ü.docx", LEDE, fill=lambda document: add_picture(document, "A ferry at a quay"))
    release, findings = read(path)
    figure = release.body[-1]
    assert (figure.kind, figure.text) == ("figure", "A ferry at a quay")
    found = find_picture(figure.html.split('src="')[1].split('"')[0], path)
    assert found
    assert picture_bytes(found) == png().getvalue()
    assert "c-027" not in codes(findings)


def test_a_picture_without_description_is_told(tmp_path: Path) -> None:
    _, findings = read(word(tmp_path / "a.docx", LEDE, fill=add_picture))
    [item] = [item for item in findings if item.code == "c-027"]
    assert "image1.png" in item.message


def test_a_picture_that_cannot_be_printed_is_told(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", LEDE, fill=add_picture)
    rewrite(path, {}, {"word/media/image1.png": b"\x01\x00\x00\x00 an old drawing of Windows"})
    release, findings = read(path)
    assert [block.kind for block in release.body] == ["paragraph"]
    [item] = [item for item in findings if item.code == "c-028"]
    assert "image1.png" in item.message


def test_a_picture_elsewhere_is_told_and_not_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("urllib.request.urlopen", None)
    monkeypatch.setattr("socket.socket", None)
    path = word(tmp_path / "a.docx", LEDE, fill=add_picture)
    rewrite(
        path,
        {
            "word/document.xml": lambda text: text.replace("r:embed=", "r:link="),
            "word/_rels/document.xml.rels": lambda text: text.replace(
                'Target="media/image1.png"', 'Target="http://elsewhere.example/x.png" TargetMode="External"'
            ),
        },
    )
    release, findings = read(path)
    assert [block.kind for block in release.body] == ["paragraph"]
    assert [item.message for item in findings if item.code == "c-028"] == [
        "A picture is not in the kit: the file only links to it."
    ]


def test_empty_paragraphs_set_apart_what_the_writer_set_apart(tmp_path: Path) -> None:
    spaced = word(tmp_path / "a.docx", "Ferry museum opens on", "the quay", "", LEDE, "", REST, "", REST)
    assert read(spaced)[0].headline == "Ferry museum opens on the quay"
    unspaced = word(tmp_path / "b.docx", "Ferry museum opens on", "the quay", LEDE, REST, REST)
    assert read(unspaced)[0].headline == "Ferry museum opens on"


def test_the_head_and_foot_of_words_pages_are_listed_as_left_out(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Quillon Ferry Museum, Quay 4"
        add_xml(document, run("Hidden", "<w:vanish/>"))

    release, _ = read(word(tmp_path / "a.docx", LEDE, fill=fill))
    assert [(one.line, one.text) for one in release.removed] == [(None, "Quillon Ferry Museum, Quay 4")]


@pytest.mark.parametrize(
    "inside",
    [
        '<w:fldSimple w:instr="DATE">{}</w:fldSimple>',
        '<w:bdo w:val="rtl">{}</w:bdo>',
        "<w:smartTag>{}</w:smartTag>",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:ins w:id="9" w:author="A">{}</w:ins>',
    ],
)
def test_words_inside_other_marks_are_words(tmp_path: Path, inside: str) -> None:
    path = word(tmp_path / "a.docx", LEDE, fill=lambda document: add_xml(document, inside.format(run("and a bridge"))))
    assert read(path)[0].body[-1].text == "and a bridge"


@pytest.mark.parametrize(
    "inside",
    [
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a=bc</m:t></m:r></m:oMath>',
        f"<w:r><w:drawing><w:txbxContent><w:p>{run('a=bc')}</w:p></w:txbxContent></w:drawing><w:ruby>{run('a=bc')}</w:ruby></w:r>",
    ],
)
def test_words_that_are_not_read_are_listed(tmp_path: Path, inside: str) -> None:
    def fill(document: Document) -> None:
        add_xml(document, run("The formula: ") + inside)
        document.add_paragraph(REST)

    release, _ = read(with_footnotes(word(tmp_path / "a.docx", f"{LEDE}{{1}}", fill=fill), "A note."))
    printed = " ".join(block.text for block in release.body)
    assert ("a=bc" in printed) or any("a=bc" in one.text for one in release.removed)
    assert len(release.removed) <= 1


def test_a_layout_table_is_read_as_text(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "Ferry museum opens on the quay"
        for text in (LEDE, REST, REST):
            cell.add_paragraph(text)

    release, _ = read(word(tmp_path / "a.docx", fill=fill))
    assert [block.kind for block in release.body] == ["paragraph"] * 3


def test_a_letterhead_table_is_read_column_by_column(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        table = document.add_table(2, 2)
        words = ("For immediate release", "Contact: Ada Thorn", "May 12, 2026", "+1 202 555 0143")
        for cell, text in zip((cell for row in table.rows for cell in row.cells), words, strict=True):
            cell.text = text
        document.add_heading("Ferry museum opens on the quay", 1)
        document.add_paragraph(LEDE)

    release, _ = read(word(tmp_path / "a.docx", fill=fill))
    assert release.headline == "Ferry museum opens on the quay"
    assert [(one.name, one.phone) for one in release.contacts] == [("Ada Thorn", "+1 202 555 0143")]
    assert [block.kind for block in release.body] == ["paragraph"]


def test_contacts_side_by_side_in_a_table_keep_their_numbers(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        document.add_heading("Media contacts", 2)
        cells = document.add_table(1, 2).rows[0].cells
        cells[0].text = "Ada Thorn\nPress officer\n+1 202 555 0143"
        cells[1].text = "Ivo Marsh\nPhotos\n+1 202 555 0188"

    release, _ = read(word(tmp_path / "a.docx", "Ferry museum opens on the quay", LEDE, fill=fill))
    found = [(one.name, one.role, one.phone) for one in release.contacts]
    assert found == [("Ada Thorn", "Press officer", "+1 202 555 0143"), ("Ivo Marsh", "Photos", "+1 202 555 0188")]


def test_a_table_of_one_cell_is_a_box(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        document.add_table(1, 1).cell(0, 0).text = "The museum is open from Tuesday to Sunday, and in June on Mondays."

    release, _ = read(word(tmp_path / "a.docx", "Ferry museum opens on the quay", LEDE, fill=fill))
    assert [block.kind for block in release.body] == ["paragraph", "paragraph"]


def test_a_factsheet_and_a_biography(tmp_path: Path) -> None:
    def facts(document: Document) -> None:
        document.add_heading("The ferries in figures", 0)
        document.add_heading("Key figures", 1)
        cells = document.add_table(1, 2).rows[0].cells
        cells[0].text, cells[1].text = "41 km", "of shoreline"
        document.add_heading("How old is the oldest boat?", 2)
        document.add_paragraph("She was built in 1911.")

    sections = read_factsheet(word(tmp_path / "f.docx", fill=facts)).document.sections
    assert [(figure.label, figure.text) for figure in sections[0].facts] == [("41 km", "of shoreline")]
    assert sections[1].questions[0].text == "How old is the oldest boat?"
    person = read_biography(word(tmp_path / "b.docx", "Ada Thorn", "Head of the museum", REST)).document
    assert (person.name, person.role, person.body[0].text) == ("Ada Thorn", "Head of the museum", REST)


# Files that are none, or mean harm.


def refused(path: Path) -> Finding:
    with pytest.raises(SourceError) as caught:
        read_release(path)
    [problem] = caught.value.problems
    return problem


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "s-002", "is empty"),
        (b"just some text", "s-012", "damaged"),
        (b"PK\x03\x04 half a zip", "s-012", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "s-012", "old Word document"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "s-012",
            "locked with a password",
        ),
    ],
)
def test_what_is_no_word_file_is_told_as_that(tmp_path: Path, data: bytes, code: str, words: str) -> None:
    (tmp_path / "a.docx").write_bytes(data)
    problem = refused(tmp_path / "a.docx")
    assert problem.code == code
    assert words in problem.message


def test_a_word_file_without_words_is_empty(tmp_path: Path) -> None:
    assert refused(word(tmp_path / "a.docx")).code == "s-002"


def test_a_zip_without_a_document_is_damaged(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("readme.txt", "nothing")
    assert refused(tmp_path / "a.docx").code == "s-012"


def test_entities_are_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the secret", encoding="utf-8")
    doctype = f'<!DOCTYPE w [<!ENTITY secret SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    path = word(tmp_path / "a.docx", "The word is {secret}.")
    rewrite(
        path,
        {
            "word/document.xml": lambda text: text.replace("<w:document", f"{doctype}<w:document", 1).replace(
                "{secret}", "&secret;"
            )
        },
    )
    assert refused(path).code == "s-012"


def test_a_file_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", LEDE)
    bomb = f'<w:footnotes xmlns:w="{W}">{" " * 30_000_000}</w:footnotes>'
    rewrite(path, {}, {"word/footnotes.xml": bomb})
    assert path.stat().st_size < 100_000
    assert "unpacks" in refused(path).message


def test_a_picture_is_only_found_inside_its_own_kind_of_file(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", LEDE, fill=add_picture)
    shutil.copy(path, tmp_path / "a.zip")
    assert find_picture("a.docx/word/media/image1.png", path)
    for name in ("a.zip/word/media/image1.png", "a.docx/word/media/none.png", "a.docx", "https://x.example/a.png", ""):
        assert find_picture(name, path) is None or name == "a.docx"


WORDS = st.sampled_from(["kelp", "reef", "Marsh", "“quietly”", "12", "(twice)", "said,", "over.", "Straße", "قارب"])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=20)
@given(texts=TEXTS, style=st.sampled_from(["Normal", "List Bullet", "Heading 2", "Quote", "Caption"]))
def test_every_word_is_read_once_and_in_order(tmp_path: Path, texts: list[str], style: str) -> None:
    def fill(document: Document) -> None:
        for text in texts:
            document.add_paragraph(text, style=style)

    source, _ = read_word(word(tmp_path / "a.docx", fill=fill))
    assert " ".join(block.text for block in source.blocks).split() == " ".join(texts).split()
