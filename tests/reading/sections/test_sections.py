"""Sections are told by their shape, in every format and language, and by the heading above them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from presskit.model import Section, Sheet
from presskit.reading.documents import sheets
from presskit.reading.formats.opening import open_source
from presskit.reading.sections.labels import is_day, is_hour, is_when
from presskit.reading.sections.making import sort_key
from tests.reading.conftest import Write


def read(path: Path, kind: str = "backgrounder", language: str = "en") -> Sheet:
    opened = open_source(path)
    named = replace(opened, settings=replace(opened.settings, kind=kind))
    return sheets.read_opened(named, path, language).document


def rows(section: Section) -> list[tuple[str, str]]:
    return [(row.label, row.text) for row in section.facts]


@pytest.mark.parametrize(
    "label",
    [
        *("1911", "1914–1918", "1920s", "since 1998", "May 2024", "12 May 2026", "May 12, 2026", "Spring 2027"),
        *("12 May", "2026-05-12", "depuis 1998", "mai 2024", "1er juin 2026", "Frühjahr 2027", "12. Mai 2026"),
        *("desde 1998", "12 de mayo de 2026", "١٢ مايو ٢٠٢٦", "منذ 1998", "مايو 2024"),
    ],
)
def test_a_day_a_month_or_a_year_is_a_date(label: str) -> None:
    assert is_when(label)


@pytest.mark.parametrize("label", ["Founded", "1911 lamps", "In the year of the lamp", "40", "May", "Room 1911", ""])
def test_other_words_are_no_date(label: str) -> None:
    assert not is_when(label)


@pytest.mark.parametrize(
    "label",
    [
        *("9:00", "09.30", "9 a.m.", "10:00–11:30", "10–11.30 a.m.", "from 9 a.m. to noon", "noon"),
        *("9 h 30", "10h00 – 11h00", "à partir de 14 h", "ab 10 Uhr", "10 bis 11 Uhr", "a las 9:30", "الساعة 10:00"),
        "٩:٣٠ صباحا",
    ],
)
def test_an_hour_or_two_are_hours(label: str) -> None:
    assert is_hour(label)


@pytest.mark.parametrize("label", ["9", "9 boats", "1911", "9:5", "Hour", "9.30 euros"])
def test_other_words_are_no_hour(label: str) -> None:
    assert not is_hour(label)


def test_a_day_is_named_by_its_date_or_by_the_week() -> None:
    assert all(map(is_day, ("Thursday", "Friday, 4 June", "Jeudi 14 mai 2026", "الخميس 14 مايو")))
    assert not any(map(is_day, ("Opening day", "9:00", "")))


TIMELINE = [("1911", "The lamp is lit."), ("1932", "It burns by current."), ("since 1998", "Nobody climbs the stairs.")]
SHAPES = {
    "list.md": "# The lamp\n\n" + "".join(f"- {when} – {what}\n" for when, what in TIMELINE),
    "bold.md": "# The lamp\n\n" + "".join(f"**{when}** {what}\n\n" for when, what in TIMELINE),
    "heads.md": "# The lamp\n\n" + "".join(f"## {when}\n\n{what}\n\n" for when, what in TIMELINE),
    "table.md": "# The lamp\n\n| | |\n|---|---|\n" + "".join(f"| {when} | {what} |\n" for when, what in TIMELINE),
    "head.md": "# The lamp\n\n| {} | {} |\n|---|---|\n".format(*TIMELINE[0])
    + "".join(f"| {when} | {what} |\n" for when, what in TIMELINE[1:]),
    "lines.txt": "The lamp\n\n" + "".join(f"{when}: {what}\n" for when, what in TIMELINE),
    "page.html": "<h1>The lamp</h1><ul>" + "".join(f"<li>{when}: {what}</li>" for when, what in TIMELINE) + "</ul>",
}


@pytest.mark.parametrize("name", SHAPES)
def test_lines_that_begin_with_dates_are_a_timeline(write: Write, name: str) -> None:
    found = read(write(name, SHAPES[name]))
    assert [(section.kind, rows(section)) for section in found.sections] == [("timeline", TIMELINE)]


def test_a_word_file_holds_a_timeline_too(tmp_path: Path) -> None:
    word = Document()
    word.add_heading("The lamp", 0)
    table = word.add_table(0, 2)
    for row in TIMELINE:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    word.save(str(tmp_path / "lamp.docx"))
    [section] = read(tmp_path / "lamp.docx").sections
    assert (section.kind, rows(section)) == ("timeline", TIMELINE)


def test_what_is_counted_is_no_year(write: Write) -> None:
    text = "# T\n\nLead.\n\n- 1800 birds\n- 1650 trees\n- 2000 fish\n"
    assert [section.kind for section in read(write("a.md", text)).sections] == ["text"]


def test_a_year_and_a_tab_begin_a_line_of_a_word_file(tmp_path: Path) -> None:
    word = Document()
    word.add_heading("The lamp", 0)
    for when, what in (("1911", "The lamp is lit."), ("1932", "Current."), ("1998", "Nobody climbs.")):
        word.add_paragraph(f"{when}\t{what}")
    word.save(str(tmp_path / "a.docx"))
    [section] = read(tmp_path / "a.docx").sections
    assert (section.kind, section.facts[0].label, section.facts[0].text) == ("timeline", "1911", "The lamp is lit.")


def test_a_table_of_hours_may_have_more_columns(tmp_path: Path) -> None:
    word = Document()
    word.add_heading("Programme", 0)
    table = word.add_table(0, 3)
    for row in (("10:00", "Doors open", "Hall"), ("10:30", "Speech", "")):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    word.save(str(tmp_path / "a.docx"))
    [section] = read(tmp_path / "a.docx", "programme").sections
    assert (section.kind, rows(section)) == ("programme", [("10:00", "Doors open\nHall"), ("10:30", "Speech")])


def test_one_date_in_a_text_is_text(write: Write) -> None:
    text = "# T\n\nLead.\n\nIn short.\n\n1911 – The lamp is lit.\n\nMore of it.\n"
    assert [section.kind for section in read(write("a.md", text)).sections] == ["text"]


PROGRAMME = """Opening week

Thursday, 14 May 2026

10:00 Doors open
10.30–11.15 Speech by Ada Thorn, harbour hall
2 p.m. Tour of the lamp

Friday, 15 May 2026

9 a.m. – noon Breakfast on deck
"""


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_lines_that_begin_with_hours_are_a_programme_day_by_day(write: Write, name: str) -> None:
    text = PROGRAMME if name == "a.txt" else re.sub(r"\n(?=\d)", "\n\n", f"# {PROGRAMME}")
    found = read(write(name, text), "programme")
    assert found.title == "Opening week"
    assert [(section.kind, section.heading, rows(section)) for section in found.sections] == [
        (
            "programme",
            "Thursday, 14 May 2026",
            [
                ("10:00", "Doors open"),
                ("10.30–11.15", "Speech by Ada Thorn, harbour hall"),
                ("2 p.m.", "Tour of the lamp"),
            ],
        ),
        ("programme", "Friday, 15 May 2026", [("9 a.m. – noon", "Breakfast on deck")]),
    ]


def test_a_day_below_the_programmes_heading_is_a_heading_below_it(write: Write) -> None:
    days = "### Donnerstag, 14. Mai\n\n9.00: Start\n\n### Freitag, 15. Mai\n\n9 Uhr: Ende\n\n"
    text = f"# T\n\n## Programm\n\n{days}## Ort\n\nSee.\n"
    found = read(write("a.md", text), "release", "de")
    assert [(section.heading, section.level) for section in found.sections] == [
        ("Programm", 2), ("Donnerstag, 14. Mai", 3), ("Freitag, 15. Mai", 3), ("Ort", 2),
    ]  # fmt: skip


SAID = """# What they say

> We never thought that we would *see* it.
>
> — Ada Thorn, head of research

“The light is back. So are we.”

Ivo Marsh, harbour master

“It is a fine lamp.” — Nell Farrow, keeper

Ada Thorn: “Once more with the old words.”
"""


def test_quotes_have_their_words_and_who_said_them(write: Write) -> None:
    [section] = read(write("a.md", SAID), "quotes").sections
    assert section.kind == "quotes"
    assert [(said.label, said.text) for said in section.facts] == [
        ("Ada Thorn, head of research", "We never thought that we would see it."),
        ("Ivo Marsh, harbour master", "“The light is back. So are we.”"),
        ("Nell Farrow, keeper", "“It is a fine lamp.”"),
        ("Ada Thorn", "“Once more with the old words.”"),
    ]
    assert "<em>see</em>" in section.facts[0].html


def test_a_quotation_that_stands_alone_is_text(write: Write) -> None:
    text = "# T\n\nLead.\n\nIn short.\n\n> We see it.\n>\n> — Ada Thorn\n\nMore of it.\n"
    assert [section.kind for section in read(write("a.md", text)).sections] == ["text"]


def test_a_glossary_is_sorted_as_its_language_sorts(write: Write) -> None:
    text = (
        "# Lexique\n\n**Zénith** en haut.\n\nÉcluse – une porte d’eau.\n\nFeu: une lampe.\n\n**Alidade** une règle.\n"
    )
    [section] = read(write("a.md", text), "glossary", "fr").sections
    assert section.kind == "glossary"
    assert [row.label for row in section.facts] == ["Alidade", "Écluse", "Feu", "Zénith"]
    assert sorted(("ola", "ñandú", "nube"), key=lambda word: sort_key(word, "es")) == ["nube", "ñandú", "ola"]
    assert sorted(("Zahl", "Öse", "Ohr"), key=lambda word: sort_key(word, "de")) == ["Ohr", "Öse", "Zahl"]
    assert sorted(("بحر", "الأمير"), key=lambda word: sort_key(word, "ar")) == ["الأمير", "بحر"]


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("a.md", "> **Did you know?**\n>\n> The lens weighs *five* tons.\n>\n> It turns.\n", "Did you know?"),
        ("a.md", "> [!NOTE]\n> The lens weighs *five* tons.\n>\n> It turns.\n", None),
        (
            "a.md",
            "> [!NOTE]\n> **Did you know?**\n>\n> The lens weighs *five* tons.\n>\n> It turns.\n",
            "Did you know?",
        ),
        (
            "a.html",
            "<blockquote><p><b>Did you know?</b></p><p>The lens weighs <i>five</i> tons.</p>"
            "<p>It turns.</p></blockquote>",
            "Did you know?",
        ),
    ],
)
def test_a_quotation_with_a_title_is_a_fact_box(write: Write, name: str, text: str, title: str | None) -> None:
    head = "# T\n\nLead.\n\n## Long ago\n\n" if name == "a.md" else "<h1>T</h1><p>Lead.</p><h2>Long ago</h2>"
    sections = read(write(name, head + text)).sections
    assert [(section.kind, section.heading) for section in sections] == [("text", "Long ago"), ("box", title)]
    assert [block.text for block in sections[1].blocks] == ["The lens weighs five tons.", "It turns."]
    assert "<em>five</em>" in sections[1].blocks[0].html


def test_a_heading_names_what_stands_below_it(write: Write) -> None:
    heads = ("Glossary\n\nLens: glass in rings.", "Milestones\n\n1911: lit", "At a glance\n\nHeight: 30 m")
    text = "# The lamp\n\nLead.\n\n" + "".join(f"## {words}\n\n" for words in heads)
    assert [section.kind for section in read(write("a.md", text)).sections] == ["glossary", "timeline", "facts"]


def test_the_first_figure_may_stand_in_the_head_of_a_markdown_table(write: Write) -> None:
    text = "# T\n\n## Key figures\n\n| 41 km | of shoreline |\n|---|---|\n| 11 ha | of kelp |\n"
    [section] = read(write("a.md", text), "factsheet").sections
    assert [(one.label, one.text) for one in section.facts] == [("41 km", "of shoreline"), ("11 ha", "of kelp")]


def test_a_head_that_names_its_columns_stays_a_head(write: Write) -> None:
    text = "# T\n\n## Counts\n\n| Year | Fronds |\n|---|---|\n| 2025 | 900 |\n| 2026 | 950 |\n| 2027 | 980 |\n"
    assert [section.kind for section in read(write("a.md", text), "factsheet").sections] == ["text"]


def test_the_line_that_names_the_kind_is_its_label_where_a_title_follows(write: Write) -> None:
    found = read(write("a.txt", "MEDIA ADVISORY\n\nThe lamp is lit again\n\nWHAT: A lamp\n\nWHEN: soon\n"), "advisory")
    assert (found.label, found.title) == ("Media advisory", "The lamp is lit again")  # as labels are written
    found = read(write("c.txt", "FAQ\n\nThe lamp is lit again\n\nWhy now?\n\nIt was dark.\n"), "questions")
    assert found.label == "FAQ"
    found = read(write("b.md", "# Glossary\n\nLens: glass\n"), "glossary")
    assert (found.label, found.title) == (None, "Glossary")
    found = read(write("d.md", "# Media advisory\n\n## Reef Week: the lamp is lit again\n\nWHAT: A lamp\n"), "advisory")
    assert (found.label, found.title) == ("Media advisory", "Reef Week: the lamp is lit again")


@pytest.mark.parametrize(
    ("line", "kind", "is_title"),
    [
        ("Backgrounder: light in the fog", "backgrounder", True),
        ("Fact sheet – the lamp", "factsheet", True),
        ("Note de contexte : la lampe", "backgrounder", True),
        ("Height: 30 m", "factsheet", False),
    ],
)
def test_a_line_that_says_what_the_text_is_and_of_what_is_its_title(
    write: Write, line: str, kind: str, *, is_title: bool
) -> None:
    found = read(write("a.txt", f"{line}\n\nThe lamp has burnt since 1911, and turns once in nine seconds.\n"), kind)
    assert (found.title == line) == is_title


@pytest.mark.parametrize(
    ("name", "text", "kind", "sections"),
    [
        ("a.txt", "Chiffres clés\n\n60 bateaux\n9 îles\n1,2 M€ de travaux\n", "factsheet", ["figures"]),
        ("a.md", "# Key figures\n\n- 60 boats\n- 9 islands\n", "factsheet", ["figures"]),
        ("a.txt", "FAQ\n\nWhy now?\nIt was dark.\n\nWho pays?\nNobody.\n", "questions", ["questions"]),
        ("a.txt", "Milestones\n\nMay 2021 - A lamp\nJune 2023 - Two\nMay 2026 - Nine\n", "timeline", ["timeline"]),
        (
            "a.txt",
            "Citations\n\n« La mer. »\n— Ada Thorn, directrice\n\n« Le quai. »\n— Nell Farrow\n",
            "quotes",
            ["quotes"],
        ),
    ],
)
def test_what_is_counted_or_said_below_such_a_line_is_no_title(
    write: Write, name: str, text: str, kind: str, sections: list[str]
) -> None:
    found = read(write(name, text), kind)
    assert (found.label, found.title, found.lead) == (None, text.partition("\n")[0].strip("# "), None)
    assert [section.kind for section in found.sections] == sections


def test_the_first_of_several_names_is_no_title(write: Write) -> None:
    found = read(write("a.txt", "Partners\n\nCity of Quillon\nPort of Larkin\nRadio Quay\n"), "partners")
    assert (found.label, found.title, found.lead) == (None, "Partners", None)


@pytest.mark.parametrize("lines", ["Founded: 1911\nBoats: 9", "60 boats\n9 islands"])
def test_a_name_right_above_facts_is_the_title(write: Write, lines: str) -> None:
    found = read(write("a.txt", f"FACT SHEET\nThe Quillon Ferry\n{lines}\n"), "factsheet")
    assert (found.label, found.title) == ("Fact sheet", "The Quillon Ferry")


def test_a_title_that_names_the_kind_in_capitals_is_written_as_titles_are(write: Write) -> None:
    assert read(write("a.txt", "FACT SHEET\n\nFounded: 1911\n\nLength: 42 m\n"), "factsheet").title == "Fact sheet"
    assert read(write("b.txt", "FAQ\n\nWhy now?\n\nIt was dark.\n"), "questions").title == "FAQ"


@pytest.mark.parametrize("language", ["de", "de-AT"])
def test_a_label_in_capitals_is_written_as_labels_are_in_every_country(write: Write, language: str) -> None:
    path = write("a.txt", "ZAHLEN UND FAKTEN\n\nDas Licht brennt wieder\n\nTurm: 30 m\n")
    assert read(path, "factsheet", language).label == "Zahlen und Fakten"


def test_a_list_below_a_label_has_its_lines_and_the_numbers_of_them(write: Write) -> None:
    text = "# T\n\n## What\n\n1. A lamp\n   - of glass\n2. A quay\n\n## When\n\nsoon\n"
    [section] = read(write("a.md", text), "advisory").sections
    assert rows(section) == [("What", "1. A lamp\nof glass\n2. A quay"), ("When", "soon")]


def test_a_text_of_questions_needs_no_title(write: Write) -> None:
    found = read(write("a.md", "## Why kelp?\n\nIt grows.\n\n## Is it safe?\n\nYes.\n"), "questions")
    assert found.title is None
    assert [question.text for question in found.sections[0].questions] == ["Why kelp?", "Is it safe?"]


@pytest.mark.parametrize("name", [*SHAPES, "said.md"])
def test_no_word_is_lost_and_none_is_added(write: Write, name: str) -> None:
    source = SHAPES.get(name, SAID)
    path = write(name, source)
    found = read(path, "quotes" if name == "said.md" else "backgrounder")
    told = [
        found.title,
        *(words for section in found.sections for row in section.facts for words in (row.label, row.text)),
    ]
    opened = open_source(path).text.blocks
    assert words_in(" ".join(filter(None, told))) == words_in(" ".join(block.text for block in opened))


def words_in(text: str) -> list[str]:
    return sorted(re.findall(r"\w+", text))
