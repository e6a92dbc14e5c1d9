"""People, works and films stand as cards: a picture, a title, a few lines, told by their shape in every format."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx import Document

from presskit.model import Section
from presskit.reading.formats.opening import open_source
from presskit.reading.sections.cards import split_title
from tests.reading.conftest import Write
from tests.reading.sections.test_sections import read, words_in
from tests.support.word_files import png

ADA, IVO = ("Ada Thorn", "director\nada@tower.example"), ("Ivo Marsh", "harbour master\nArabic")
HEAD = {
    ".md": "# T\n\nLead.\n\n## {}\n\n",
    ".html": "<h1>T</h1><p>Lead.</p><h2>{}</h2>",
    ".txt": "T\n\nLead it is.\n\n{}\n\n",
}
PEOPLE = {
    "lines.md": "![a](a.png)\n\n**Ada Thorn**, director\n\nada@tower.example\n\n"
    "![i](i.png)\n\n**Ivo Marsh**, harbour master\n\nArabic\n",
    "one.md": "![a](a.png)\n**Ada Thorn**\ndirector\nada@tower.example\n\n"
    "![i](i.png)\n**Ivo Marsh**\nharbour master\nArabic\n",
    "heads.md": "### Ada Thorn\n\n![a](a.png)\n\ndirector\n\nada@tower.example\n\n"
    "### Ivo Marsh\n\n![i](i.png)\n\nharbour master\n\nArabic\n",
    "table.md": "| | | |\n|---|---|---|\n| ![a](a.png) | **Ada Thorn**<br>director | ada@tower.example |\n"
    "| ![i](i.png) | **Ivo Marsh**<br>harbour master | Arabic |\n",
    "boxes.html": '<div><img src="a.png" alt="a"><h3>Ada Thorn</h3><p>director</p><p>ada@tower.example</p></div>'
    '<div><img src="i.png" alt="i"><h3>Ivo Marsh</h3><p>harbour master</p><p>Arabic</p></div>',
    "figures.html": '<figure><img src="a.png" alt="a"><figcaption>Ada Thorn, director<br>ada@tower.example</figcaption>'
    '</figure><figure><img src="i.png" alt="i"><figcaption>Ivo Marsh, harbour master<br>Arabic</figcaption></figure>',
    "table.html": '<table><tr><td><img src="a.png"></td><td><b>Ada Thorn</b><br>director</td><td>'
    "ada@tower.example</td></tr>"
    '<tr><td><img src="i.png"></td><td><b>Ivo Marsh</b><br>harbour master</td><td>Arabic</td></tr></table>',
    "plain.txt": "Ada Thorn\ndirector\nada@tower.example\n\nIvo Marsh, harbour master\nArabic\n",
    "bold.md": "**Ada Thorn**, director\\\nada@tower.example\n\n**Ivo Marsh**, harbour master\\\nArabic\n",
    "list.md": "- Ada Thorn, director<br>ada@tower.example\n- Ivo Marsh – harbour master<br>Arabic\n",
}
NAMES = {"en": "Spokespeople", "fr": "Intervenants", "de": "Ansprechpartner", "es": "Portavoces", "ar": "المتحدثون"}


def cards(section: Section) -> list[tuple[str, str]]:
    return [(card.label, card.text) for card in section.facts]


def write_pictures(folder: Path) -> None:
    for name in ("a.png", "i.png"):
        (folder / name).write_bytes(png().getvalue())


@pytest.mark.parametrize("name", PEOPLE)
def test_people_are_found_in_every_shape_and_no_word_is_lost(write: Write, tmp_path: Path, name: str) -> None:
    write_pictures(tmp_path)
    path = write(name, HEAD[Path(name).suffix].format("Spokespeople") + PEOPLE[name])
    found = read(path)
    [section] = found.sections
    assert (section.kind, section.heading, cards(section)) == ("people", "Spokespeople", [ADA, IVO])
    is_pictured = name not in ("plain.txt", "bold.md", "list.md")
    assert [card.picture is not None for card in section.facts] == [is_pictured] * 2
    told = [found.title, found.lead, section.heading, *(words for card in cards(section) for words in card)]
    blocks = [block.text for block in open_source(path).text.blocks if block.kind != "figure"]
    assert words_in(" ".join(filter(None, told))) == words_in(" ".join(blocks))


@pytest.mark.parametrize("language", NAMES)
def test_a_heading_names_them_in_every_language(write: Write, language: str) -> None:
    text = HEAD[".md"].format(NAMES[language]) + PEOPLE["bold.md"]
    assert [section.kind for section in read(write("a.md", text), language=language).sections] == ["people"]


@pytest.mark.parametrize("is_grid", [False, True])
def test_a_table_of_word_holds_a_picture_in_each_row_or_cell(tmp_path: Path, is_grid: bool) -> None:
    word = Document()
    word.add_heading("T", 0)
    word.add_heading("Spokespeople", 1)
    table = word.add_table(1 if is_grid else 2, 2)
    for place, (name, told) in enumerate((ADA, IVO)):
        picture, words = (table.cell(0, place),) * 2 if is_grid else table.rows[place].cells
        picture.paragraphs[0].add_run().add_picture(png())
        words.add_paragraph(name)
        for line in told.split("\n"):
            words.add_paragraph(line)
    word.save(str(tmp_path / "a.docx"))
    [section] = read(tmp_path / "a.docx").sections
    assert (section.kind, cards(section)) == ("people", [ADA, IVO])
    assert all(card.picture for card in section.facts)


WORKS = "![a](a.png)\n\n*The Quay*, 1911\n\n{}\n\n![i](i.png)\n\n*The Night*, 1912\n\n{}\n\nAll are lent.\n"
FILMS = "- **Trailer**, {}, https://tower.example/t\n- The bell ({})\n"


@pytest.mark.parametrize(
    ("heading", "text", "kind"),
    [
        ("List of works", WORKS.format("Oil", "Ink"), "works"),
        ("List of works", WORKS.format("Oil, 80 × 120 cm", "Ink, 20 × 30 cm"), "works"),
        ("List of works", "*The Quay*, 1911\n\nOil, 80 × 120 cm\n\n*The Night*, 1912\n\nInk, 9 × 9 cm\n", "works"),
        ("Œuvres exposées", WORKS.format("Huile", "Encre"), "works"),
        ("Werkliste", WORKS.format("Öl", "Tinte"), "works"),
        ("Lista de obras", WORKS.format("Óleo", "Tinta"), "works"),
        ("الأعمال المعروضة", WORKS.format("زيت", "حبر"), "works"),
        ("In the hall", WORKS.format("Oil, 80 × 120 cm", "Ink, 20 x 30 in."), "works"),
        ("In the hall", WORKS.format("Clip, 2:10", "Clip, 40 sec"), "films"),
        ("Films and sound", FILMS.format("2:10", "0:40"), "films"),
        ("Filme und Ton", FILMS.format("2 min", "40 Sek."), "films"),
        ("الأفلام", FILMS.format("2:10", "40 ثانية"), "films"),
    ],
)
def test_works_and_films_are_told_by_their_heading_or_by_what_they_say(
    write: Write, tmp_path: Path, heading: str, text: str, kind: str
) -> None:
    write_pictures(tmp_path)
    first, *others = read(write("a.md", HEAD[".md"].format(heading) + text)).sections
    assert (first.kind, len(first.facts)) == (kind, 2)
    assert [block.text for section in others for block in section.blocks] == ["All are lent."] * (
        text != FILMS and "lent" in text
    )


@pytest.mark.parametrize(
    "text",
    [
        "![a](a.png)\n\nThe quay in the morning.\n\n![i](i.png)\n\nAnd in the evening, when nobody is there.\n",
        '![a](a.png "Figure 1: The quay, 80 × 120 cm")\n\n![i](i.png "Figure 2: The quay, 20 × 30 cm")\n',
        "**Note** that the quay is closed.\n\n**Ring** before you come.\n",
    ],
)
def test_pictures_in_a_text_and_lines_in_bold_stay_text(write: Write, tmp_path: Path, text: str) -> None:
    write_pictures(tmp_path)
    assert {section.kind for section in read(write("a.md", HEAD[".md"].format("Today") + text)).sections} == {"text"}


TABLE = "| Ada Thorn | director | ada@tower.example |\n|---|---|---|\n| Ivo Marsh | harbour master | Arabic |\n"
ROWS = [("Ada Thorn", "director\nada@tower.example"), ("Ivo Marsh", "harbour master\nArabic")]


@pytest.mark.parametrize(
    ("table", "kind", "told"),
    [
        (TABLE, "people", ROWS),
        (TABLE.replace("Ada Thorn |", "|").replace("| director", "|"), "text", []),
        (f"| Name | Office | Reached |\n{TABLE.partition(chr(10))[2]}", "text", []),
    ],
)
def test_a_table_without_pictures_holds_people_where_each_row_is_one(
    write: Write, table: str, kind: str, told: list[tuple[str, str]]
) -> None:
    [section] = read(write("a.md", HEAD[".md"].format("Spokespeople") + table)).sections
    assert (section.kind, cards(section)) == (kind, told)


def test_what_heads_the_columns_stands_above_the_cards(write: Write, tmp_path: Path) -> None:
    write_pictures(tmp_path)
    table = PEOPLE["table.md"].replace("| | | |", "| Face | Name | Reach |", 1)
    legend, section = read(write("a.md", HEAD[".md"].format("Spokespeople") + table)).sections
    assert [block.text for block in legend.blocks] == ["Face · Name · Reach"]
    assert cards(section) == [ADA, IVO]


def test_the_next_heading_ends_them(write: Write, tmp_path: Path) -> None:
    write_pictures(tmp_path)
    text = HEAD[".md"].format("Spokespeople") + PEOPLE["heads.md"] + "\n## Practical\n\nOpen all day.\n"
    assert [(one.kind, one.heading) for one in read(write("a.md", text)).sections] == [
        ("people", "Spokespeople"),
        ("text", "Practical"),
    ]


def test_who_took_the_picture_stands_with_it_unless_the_card_says_so(write: Write, tmp_path: Path) -> None:
    write_pictures(tmp_path)
    write(
        "photos.toml", '["a.png"]\ncredit = "Nell Farrow"\nalt = "Ada at the quay"\n["i.png"]\ncredit = "Nell Farrow"\n'
    )
    text = PEOPLE["lines.md"].replace("![a]", "![]").replace("Arabic", "Photo: Jo Reed")
    [section] = read(write("a.md", HEAD[".md"].format("Spokespeople") + text)).sections
    first, second = section.facts
    assert first.text.split("\n")[-1] == "Nell Farrow"
    assert first.picture is not None
    assert (first.picture.text, second.text) == ("Ada at the quay", "harbour master\nPhoto: Jo Reed")


@pytest.mark.parametrize(
    ("html", "title", "rest"),
    [
        ("<strong>Ada</strong>, keeper", "Ada", "keeper"),
        ("<em>The Quay</em><br>1911", "The Quay", "1911"),
        ("Trailer (2:10)", "Trailer", "(2:10)"),
        ("Ada Thorn – keeper", "Ada Thorn", "keeper"),
        ("آدا ثورن، حارسة", "آدا ثورن", "حارسة"),
        ("The lamp", "The lamp", ""),
    ],
)
def test_a_title_is_parted_from_the_rest(html: str, title: str, rest: str) -> None:
    assert split_title(html) == (title, rest)
    assert not re.search(r"\w", html.replace(title, "").replace(rest, "")) or "<" in html


def test_a_list_inside_a_cards_list_has_each_word_once_and_its_numbers(write: Write, tmp_path: Path) -> None:
    write_pictures(tmp_path)
    told = "3. director\n   - of the light\n   - of the quay\n4. keeper\n"
    text = HEAD[".md"].format("Spokespeople") + f"### Ada Thorn\n\n![a](a.png)\n\n{told}"
    [section] = read(write("a.md", text)).sections
    assert cards(section) == [("Ada Thorn", "3. director\nof the light\nof the quay\n4. keeper")]
