"""The same matter in the shapes and languages that people write it in, in every format."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

import pytest
from docx import Document

from presskit.model import Sheet
from presskit.reading.formats.opening import open_source
from tests.reading.conftest import Write
from tests.reading.sections.test_sections import read, rows

FORMATS = ("a.md", "a.txt", "a.html", "a.docx")
# Headings, and what stands below them, in five languages.
FIGURES = {
    "In figures": [("60", "boats"), ("9 nm", "of reach")],
    "By the numbers": [("60", "boats"), ("9 nm", "of reach")],
    "En chiffres": [("60", "bateaux"), ("2,4 M€", "de budget")],
    "Daten und Fakten": [("60", "Boote"), ("9 sm", "Reichweite")],
    "Datos clave": [("60", "barcos"), ("9 mn", "de alcance")],
    "الأرقام الرئيسية": [("60", "قاربا"), ("9 كم", "مدى")],
}
GLOSSARIES = {
    "Glossary": [("Lamp", "a light in a tower"), ("Quay", "a place for ships")],
    "Lexique": [("Lampe", "une lumière"), ("Quai", "un lieu")],
    "Glossar": [("Kai", "ein Platz"), ("Lampe", "ein Licht")],
    "Glosario": [("Lámpara", "una luz"), ("Muelle", "un lugar")],
    "مسرد": [("رصيف", "مكان للسفن"), ("مصباح", "ضوء في برج")],
}
DATES = {
    "Timeline": [("1911", "the lamp is lit"), ("May 2022", "it goes out"), ("12 March 2025", "a new one is tried")],
    "Chronologie": [("1911", "la lampe s’allume"), ("mai 2022", "elle s’éteint"), ("1er juin 2025", "une autre")],
    "Meilensteine": [("1911", "die Lampe brennt"), ("Mai 2022", "sie erlischt"), ("seit 2025", "brennt eine neue")],
    "Cronología": [("1911", "la lámpara arde"), ("mayo de 2022", "se apaga"), ("desde 2025", "arde otra")],
    "تسلسل زمني": [("1911", "أضيء المصباح"), ("مايو 2022", "انطفأ"), ("12 مارس 2025", "مصباح جديد")],
}
LEAD = "The lamp of the quay was lit long ago, and burns still."


def write_lines(write: Write, name: str, heading: str, lines: Sequence[str], *, is_list: bool) -> Path:
    """Write a title, a lead, a heading and lines, in the way of a format."""
    if name == "a.docx":
        path = write(name, "")
        document = Document()
        document.add_heading("T", 1)
        document.add_paragraph(LEAD)
        document.add_heading(heading, 2)
        for line in lines:
            document.add_paragraph(line, style="List Bullet" if is_list else None)
        document.save(str(path))
        return path
    if name == "a.html":
        told = [f"<li>{escape(line)}</li>" if is_list else f"<p>{escape(line)}</p>" for line in lines]
        below = f"<ul>{''.join(told)}</ul>" if is_list else "".join(told)
        return write(name, f"<html><body><h1>T</h1><p>{LEAD}</p><h2>{heading}</h2>{below}</body></html>")
    signs = ("# ", "## ") if name == "a.md" else ("", "")
    below = "\n".join(f"- {line}" for line in lines) if is_list else "\n\n".join(lines)
    return write(name, f"{signs[0]}T\n\n{LEAD}\n\n{signs[1]}{heading}\n\n{below}\n")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("is_list", [False, True])
@pytest.mark.parametrize("kind", ["figures", "glossary", "timeline"])
def test_rows_are_known_in_lines_and_in_lists(write: Write, kind: str, name: str, is_list: bool) -> None:
    table = {"figures": FIGURES, "glossary": GLOSSARIES, "timeline": DATES}[kind]
    joins = {"figures": (": ", " – ", " "), "glossary": (": ", " – "), "timeline": (": ", " – ")}[kind]
    for heading, told in table.items():
        for join in joins:
            path = write_lines(write, name, heading, [join.join(row) for row in told], is_list=is_list)
            found = read(path)
            assert [(each.kind, each.heading, rows(each)) for each in found.sections] == [(kind, heading, told)]


@pytest.mark.parametrize("end", ["\n", "<br>\n", "\\\n"])
def test_lines_of_a_paragraph_count_as_a_list_does(write: Write, end: str) -> None:
    told = [
        ("60", "boats"),
        ("€2.4 million", "in fares"),
        ("1,860", "passengers a day"),
        ("24/7", "service"),
        ("30.000", "guests"),
    ]
    lines = end.join(" ".join(row) for row in told)
    [section] = read(write("a.md", f"# T\n\n{LEAD}\n\n## Key figures\n\n{lines}\n")).sections
    assert (section.kind, rows(section)) == ("figures", told)


@pytest.mark.parametrize(
    "lines",
    [
        ["12 Quay Street, Port Quillon"],
        ["60 boats", "and a cat"],
        ["12 March the lamp is lit", "3 May it goes out"],
        ["9 am to 5 pm daily", "10 am to 4 pm on Sundays"],
        ["60 boats sail to nine islands.", "9 of them are new."],
        ["2nd of the coast", "3D model of a boat"],
    ],
)
@pytest.mark.parametrize("is_list", [False, True])
def test_what_does_not_count_is_no_key_figure(write: Write, lines: list[str], is_list: bool) -> None:
    found = read(write_lines(write, "a.md", "Key figures", lines, is_list=is_list))
    assert not [section for section in found.sections if section.kind == "figures"]


@pytest.mark.parametrize(
    ("head", "kind"), [("Berth | A place where a boat lies", "glossary"), ("Term | What it means", "text")]
)
def test_a_head_that_explains_as_its_rows_do_is_a_term(write: Write, head: str, kind: str) -> None:
    rest = "| Lee | The side that the wind leaves alone |\n| Quay | A wall along which boats may lie |"
    [section] = read(write("a.md", f"# T\n\n{LEAD}\n\n## Glossary\n\n| {head} |\n|---|---|\n{rest}\n")).sections
    assert (section.kind, len(section.facts)) == (kind, 3 if kind == "glossary" else 0)


@pytest.mark.parametrize("heading", ["Facts", "At a glance"])
def test_years_below_such_a_heading_are_no_figures(write: Write, heading: str) -> None:
    found = read(write("a.md", f"# T\n\n{LEAD}\n\n## {heading}\n\nFounded: 1911\n\n1932: rebuilt\n"))
    assert [(each.kind, rows(each)) for each in found.sections] == [
        ("facts", [("Founded", "1911"), ("1932", "rebuilt")])
    ]


@pytest.mark.parametrize("heading", GLOSSARIES)
def test_below_a_glossarys_heading_terms_may_be_headings(write: Write, heading: str) -> None:
    told = [(term, f"{words}.") for term, words in GLOSSARIES[heading]] + [("Ebb", "water.")]
    terms = "".join(f"### {term}\n\n{words}\n\n" for term, words in told)
    found = read(write("a.md", f"# T\n\n{LEAD}\n\n## {heading}\n\n{terms}## Place\n\nOld Harbour.\n"))
    assert [(each.kind, each.heading) for each in found.sections] == [("glossary", heading), ("text", "Place")]
    assert sorted(rows(found.sections[0])) == sorted(told)


def said(found: Sheet) -> list[tuple[str, str]]:
    return [row for section in found.sections if section.kind == "quotes" for row in rows(section)]


def test_neighbouring_quotations_are_one_each(write: Write) -> None:
    """Word’s paragraphs in the style of quotations become one quotation."""
    told = [("Nell Farrow, keeper", "It smells of salt."), ("Jo Reed, painter", "One hears the sea.")]
    lines = [line for who, words in told for line in (words, f"— {who}")]
    path = write("a.docx", "")
    document = Document()
    document.add_heading("Quotes", 1)
    for line in lines:
        document.add_paragraph(line, style="Quote")
    document.save(str(path))
    assert said(read(path, "quotes")) == told
    inside = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<html><body><h1>Quotes</h1><blockquote>{inside}</blockquote></body></html>"
    assert said(read(write("a.html", page), "quotes")) == told
    assert said(read(write("a.md", "# Quotes\n\n" + "\n>\n".join(f"> {line}" for line in lines)), "quotes")) == told


@pytest.mark.parametrize("label", ["Release", "News", "Statement", "Embargo", "Pressemitteilung", "العنوان"])
def test_a_label_that_could_name_a_release_keeps_its_row(write: Write, label: str) -> None:
    told = [("Length", "94 minutes"), (label, "6 November"), ("Sound", "5.1")]
    cells = "".join(f"<tr><td>{one}</td><td>{other}</td></tr>" for one, other in told)
    page = f"<html><body><h1>T</h1><p>{LEAD}</p><h2>Film</h2><table>{cells}</table></body></html>"
    assert rows(read(write("a.html", page)).sections[0]) == told


DAY = ("10:00 a.m.: Doors open for the press", "11:30 a.m.: Speech in the great hall", "2–4 p.m.: Concert on the quay")


@pytest.mark.parametrize("join", ["\n\n", "\n"])
@pytest.mark.parametrize("sign", ["", "- "])
def test_what_is_on_every_day_stands_on_every_day(write: Write, join: str, sign: str) -> None:
    lines = join.join(f"{sign}{line}" for line in DAY)
    days = f"Thursday, 14 May 2026\n\n{lines}\n\nFriday, 15 May 2026\n\n{lines}\n"
    found = read(write("a.txt", f"The lamp of the quay\n\n{days}"), "programme")
    assert [len(each.facts) for each in found.sections if each.kind == "programme"] == [3, 3]
    assert (found.title, found.removed) == ("The lamp of the quay", ())


def test_headings_that_stand_again_stay(write: Write) -> None:
    day = "### Tour of the great hall\n\nWith tea.\n\n"
    found = read(write("a.md", f"# Two days\n\n## Thursday\n\n{day}## Friday\n\n{day}"), "programme")
    assert [each.heading for each in found.sections if each.blocks] == ["Tour of the great hall"] * 2
    assert found.removed == ()


def test_the_title_of_a_page_that_was_copied_whole_stands_once(write: Write) -> None:
    text = f"The lamp of the quay | Tidewick\n\nThe lamp of the quay\n\n{LEAD}\n\nHeight: 12 m\n\nBuilt: 1911\n"
    found = read(write("a.txt", text), "factsheet")
    assert (found.title, [line.text for line in found.removed]) == (
        "The lamp of the quay",
        ["The lamp of the quay | Tidewick"],
    )


def test_the_only_paragraph_is_the_text_and_leads_into_none(write: Write) -> None:
    found = read(write("a.md", f"# Why silence\n\n{LEAD}\n"), "other")
    assert (found.lead, [block.text for each in found.sections for block in each.blocks]) == (None, [LEAD])


@pytest.mark.parametrize(
    ("kind", "heading", "told"),
    [
        ("facts", "Film", [("Length", "94 minutes"), ("Sound", "5.1")]),
        ("glossary", "Glossar", GLOSSARIES["Glossar"]),
        ("timeline", "Cronología", DATES["Cronología"]),
        ("figures", "En chiffres", FIGURES["En chiffres"]),
    ],
)
def test_a_web_page_s_list_of_terms_holds_rows(
    write: Write, kind: str, heading: str, told: list[tuple[str, str]]
) -> None:
    terms = "".join(f"<dt>{escape(term)}</dt>\n<dd>{escape(words)}</dd>\n" for term, words in told)
    page = f"<html><body><h1>T</h1><p>{LEAD}</p><h2>{heading}</h2>\n<dl>\n{terms}</dl><p>More.</p></body></html>"
    found = read(write("a.html", page)).sections
    assert (found[0].kind, found[0].heading, rows(found[0])) == (kind, heading, told)
    assert [block.text for block in found[1].blocks] == ["More."]


HOURS = "Opening hours\n\nMonday\t9 am to 5 pm\nTuesday\t9 am to 5 pm\n"
TABBED = f"Boats\n\n{HOURS}\nKey figures\n\n60\tboats\n1,860\tpassengers a day\n"


def test_lines_that_tabs_divide_are_rows_in_a_plain_text(write: Write) -> None:
    hours, figures = read(write("facts.txt", TABBED), "factsheet").sections
    assert (hours.heading, hours.kind, rows(hours)[1]) == ("Opening hours", "facts", ("Tuesday", "9 am to 5 pm"))
    assert (figures.heading, figures.kind, rows(figures)[1]) == (
        "Key figures",
        "figures",
        ("1,860", "passengers a day"),
    )


def test_lines_that_tabs_divide_are_rows_in_word(tmp_path: Path) -> None:
    file = Document()
    file.add_heading("Technical data", 1)
    for line in ("Length\t42 m", "Width\t9 m", "Crew\tnine"):
        file.add_paragraph(line)
    file.save(str(tmp_path / "facts.docx"))
    [section] = read(tmp_path / "facts.docx", "factsheet").sections
    assert (section.kind, rows(section)) == ("facts", [("Length", "42 m"), ("Width", "9 m"), ("Crew", "nine")])


@pytest.mark.parametrize(
    "lines",
    [
        "Ada Thorn\tNell Farrow\nada@quay.example\tnell@quay.example",
        "Date:\t12 May 2026\nPlace:\tQuillon",
        "One line alone\tand its end",
        "Three\tcolumns\there\nTwo\tthere",
    ],
)
def test_other_lines_with_tabs_are_no_table(write: Write, lines: str) -> None:
    blocks = open_source(write("a.txt", f"Boats\n\n{lines}\n")).text.blocks
    assert [block.kind for block in blocks if block.kind == "table"] == []


def test_a_list_of_labels_is_a_list_of_facts(write: Write) -> None:
    items = "- Length: 42 metres\n- Crew: nine\n- Built: 1911, in the yard of Quillon\n"
    [section] = read(write("a.md", f"# Boats\n\n## Overview\n\n{items}")).sections
    assert (section.kind, rows(section)[2]) == ("facts", ("Built", "1911, in the yard of Quillon"))


@pytest.mark.parametrize(
    "items",
    [
        "- Length: 42 metres\n- Crew: nine\n",
        "1. Length: 42 metres\n2. Crew: nine\n3. Built: 1911\n",
        "- Length: 42 metres\n- Crew: nine\n- built in 1911\n",
        f"- Length: 42 metres\n- Crew: nine\n- Built: {'in the yard of Quillon, ' * 4}\n",
    ],
)
def test_other_lists_stay_lists(write: Write, items: str) -> None:
    [section] = read(write("a.md", f"# Boats\n\n## Overview\n\n{items}")).sections
    assert section.kind == "text"


def test_a_german_day_begins_an_item_of_a_list(write: Write) -> None:
    items = "- 12. März 1911: gegründet\n- 3. April 1934: gezogen\n- 9. Mai 2001: erneuert\n"
    [section] = read(write("a.md", f"# Boote\n\n## Geschichte\n\n{items}"), "timeline", "de").sections
    assert (section.kind, rows(section)[0]) == ("timeline", ("12. März 1911", "gegründet"))


@pytest.mark.parametrize(
    ("head", "kind"), [("Length | 42 m", "facts"), ("Item | Count", "text"), ("Quarter | 2025", "text")]
)
def test_a_head_that_counts_as_its_rows_do_is_a_row(write: Write, head: str, kind: str) -> None:
    table = f"| {head} |\n|---|---|\n| Width | 9 m |\n| Crew | 9 |\n"
    [section] = read(write("a.md", f"# Boats\n\n## Overview\n\n{table}")).sections
    assert (section.kind, len(section.facts)) == (kind, 3 if kind == "facts" else 0)
