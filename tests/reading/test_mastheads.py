"""What stands above a headline without being it, and contacts set as tables and forms, in each format that has them."""

from __future__ import annotations

from datetime import date

import pytest

from presskit.model import Release
from tests.reading.conftest import Read

DAY = date(2026, 6, 2)
TITLE = "Boat club buys the north shed"
LEDE = "The north shed at Port Quillon stood empty for five years, and the boat club has bought it with help."
MORE = "Volunteers will paint the doors in June, and neighbours may come and help on any Saturday."
LAST = "The keys change hands on the slipway, where the children of the club learn to row."
DATED = f"Port Quillon, 2 June 2026 – {LEDE}"
END = "Press contact: Nell Farrow, nell@boatclub.example, +44 20 7946 0018"
FARROW = ("Nell Farrow", "nell@boatclub.example", "+44 20 7946 0018")
THORN = ("Ada Thorn", "ada@boatclub.example", "+44 20 7946 0099")


def people(release: Release) -> list[tuple[str, str | None, str | None]]:
    return [(one.name, one.email, one.phone) for one in release.contacts]


def told(release: Release) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in release.body]


@pytest.mark.parametrize(
    ("above", "labels"),
    [
        ("| PRESS RELEASE | 2 June 2026 |\n|---|---|", "PRESS RELEASE\n2 June 2026"),
        ("| Quillon Boat Club | PRESSEMITTEILUNG |\n|---|---|", "PRESSEMITTEILUNG\nQuillon Boat Club"),
        ("- Communiqué de presse\n- Le 2 juin 2026", "Communiqué de presse\nLe 2 juin 2026"),
        ("www.boatclub.example", None),  # the sender's letterhead
        ("## Rowing", "Rowing"),
        ("**NOTA DE PRENSA**", "NOTA DE PRENSA"),
    ],
)
def test_what_stands_above_the_first_heading_is_no_headline(read: Read, above: str, labels: str | None) -> None:
    release = read(f"{above}\n\n# {TITLE}\n\n{DATED}\n\n{MORE}\n\n{END}\n", "release.md").document
    assert (release.headline, release.status_text, release.date) == (TITLE, labels, DAY)
    assert told(release) == [("paragraph", LEDE), ("paragraph", MORE)]


def test_a_quotation_above_the_headline_is_printed_below_the_first_paragraph(read: Read) -> None:
    release = read(f"> The shed is ours.\n\n# {TITLE}\n\n{DATED}\n\n{MORE}\n\n{END}\n", "release.md").document
    assert (release.headline, release.dateline and release.dateline.place) == (TITLE, "Port Quillon")
    assert told(release) == [("paragraph", LEDE), ("quote", "The shed is ours."), ("paragraph", MORE)]


def test_a_list_below_a_headline_without_marks_is_the_text_s(read: Read) -> None:
    text = f"{TITLE}\n\n- The shed is ours\n- Doors open in June\n\n## What comes next\n\n{LEDE}\n\n{MORE}\n\n{END}\n"
    assert read(text, "release.md").document.headline == TITLE


def test_a_table_of_days_below_the_headline_stays_a_table(read: Read) -> None:
    table = "| Event | Day |\n|---|---|\n| Keys | 2 June 2026 |\n| Party | 3 June 2026 |"
    release = read(f"# {TITLE}\n\n{table}\n\n{DATED}\n\n{MORE}\n\n{END}\n", "release.md").document
    assert [kind for kind, _ in told(release)] == ["paragraph", "table", "paragraph"]


def test_a_dateline_in_a_cell_is_read(read: Read) -> None:
    table = "<table><tr><td>Port Quillon, 2 June 2026</td></tr></table>"
    page = f"<h1>{TITLE}</h1>{table}<p>{LEDE}</p><p>{MORE}</p><p>{END}</p>"
    release = read(page, "release.html").document
    assert (release.dateline and release.dateline.place, release.date) == ("Port Quillon", DAY)


@pytest.mark.parametrize("kind", ["md", "html", "txt"])
@pytest.mark.parametrize(
    ("head", "rows", "found"),
    [
        (
            "Press contact",
            [("Name", FARROW[0]), ("Title", "Chair"), ("Telephone", FARROW[2]), ("E-mail", FARROW[1])],
            [FARROW],
        ),
        ("Pressekontakt", [("Name:", FARROW[0]), ("Telefon:", FARROW[2]), ("E-Mail:", FARROW[1])], [FARROW]),
        ("Contact presse", [("Nom :", FARROW[0]), ("Tél. :", FARROW[2]), ("Courriel :", FARROW[1])], [FARROW]),
        (
            "Contacto de prensa",
            [("Nombre", FARROW[0]), ("Cargo", "Presidenta"), ("Teléfono", FARROW[2]), ("Correo", FARROW[1])],
            [FARROW],
        ),
        ("للتواصل الإعلامي", [("الاسم", FARROW[0]), ("الهاتف", FARROW[2]), ("البريد الإلكتروني", FARROW[1])], [FARROW]),
    ],
)
def test_a_contact_set_as_a_table_of_labels_and_values(
    read: Read, kind: str, head: str, rows: list[tuple[str, str]], found: list[tuple[str, str, str]]
) -> None:
    lines = {
        "md": "\n".join(["|  |  |", "|---|---|", *(f"| {label} | {value} |" for label, value in rows)]),
        "html": "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows),
        "txt": "\n".join(f"{label}\t{value}" for label, value in rows),
    }
    text = {
        "md": f"# {TITLE}\n\n{DATED}\n\n{MORE}\n\n## {head}\n\n{lines['md']}\n",
        "html": f"<h1>{TITLE}</h1><p>{DATED}</p><p>{MORE}</p><h2>{head}</h2><table>{lines['html']}</table>",
        "txt": f"{TITLE}\n\n{DATED}\n\n{MORE}\n\n{head}\n{lines['txt']}\n",
    }
    release = read(text[kind], f"release.{kind}").document
    assert (people(release), told(release)) == (found, [("paragraph", LEDE), ("paragraph", MORE)])


@pytest.mark.parametrize(
    "rows",
    [
        [("Name", "Phone", "E-mail"), (FARROW[0], FARROW[2], FARROW[1]), (THORN[0], THORN[2], THORN[1])],
        [(FARROW[0], THORN[0]), (FARROW[2], THORN[2]), (FARROW[1], THORN[1])],
    ],
)
def test_several_people_in_one_table_are_several(read: Read, rows: list[tuple[str, ...]]) -> None:
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    page = f"<h1>{TITLE}</h1><p>{DATED}</p><p>{MORE}</p><h2>Press contacts</h2><table>{table}</table>"
    assert people(read(page, "release.html").document) == [FARROW, THORN]


def test_a_table_of_numbers_without_a_contact_s_label_stays_a_table(read: Read) -> None:
    table = "| Ticket office | +44 20 7946 0018 |\n|---|---|\n| Harbour | +44 20 7946 0019 |"
    release = read(f"# {TITLE}\n\n{DATED}\n\n{MORE}\n\n{table}\n\n{LAST}\n\n{END}\n", "release.md").document
    assert ("table", "Ticket office\t+44 20 7946 0018\nHarbour\t+44 20 7946 0019") in told(release)


@pytest.mark.parametrize(
    "form",
    [
        "Press contact:\nName: {0}\nTitle: Chair\nTel: {2}\nE-mail: {1}",
        "Ihre Ansprechpartnerin:\nName: {0}\nFunktion: Vorsitz\nTelefon: {2}\nE-Mail: {1}",
        "Ufficio stampa:\nNome: {0}\nRuolo: Presidente\nTelefono: {2}\nE-mail: {1}",
        "Perscontact:\nNaam: {0}\nFunctie: Voorzitter\nTelefoon: {2}\nE-mail: {1}",
        "Assessoria de imprensa:\nNome: {0}\nCargo: Presidente\nTelefone: {2}\nE-mail: {1}",
    ],
)
def test_a_contact_as_a_form_is_one_person(read: Read, form: str) -> None:
    release = read(f"{TITLE}\n\n{DATED}\n\n{MORE}\n\n###\n\n{form.format(*FARROW)}\n").document
    assert (people(release), release.notes) == ([FARROW], ())
    assert release.contacts[0].role in ("Chair", "Vorsitz", "Presidente", "Voorzitter")


@pytest.mark.parametrize(
    ("head", "subhead"),
    [
        (f"Title: {TITLE}\n\nSubhead: Doors open in June", "Doors open in June"),
        (f"Titel: {TITLE}\n\nUntertitel: Türen öffnen im Juni", "Türen öffnen im Juni"),
        (f"Titre : {TITLE}\n\nSous-titre : Ouverture en juin", "Ouverture en juin"),
        (f"Título: {TITLE}\n\nEntradilla: Abre en junio", "Abre en junio"),
        (f"Titolo: {TITLE}\n\nSottotitolo: Apre a giugno", "Apre a giugno"),
        (f"Kop: {TITLE}\n\nOndertitel: Deuren open in juni", "Deuren open in juni"),
        (f"العنوان: {TITLE}\n\nالعنوان الفرعي: يفتح في يونيو", "يفتح في يونيو"),
        (f"HEADLINE\n{TITLE}\n\nSUBHEAD\nDoors open in June", "Doors open in June"),
    ],
)
def test_words_that_name_the_part_below_are_not_printed(read: Read, head: str, subhead: str) -> None:
    release = read(f"{head}\n\n{DATED}\n\n{MORE}\n\n{END}\n").document
    assert (release.headline, release.subhead, release.status_text) == (TITLE, subhead, None)
    assert [one.why for one in release.removed] == ["it names the part that follows"] * 2


def test_a_headline_that_is_an_address_of_the_web_is_doubtful(read: Read) -> None:
    release = read(f"boatclub.example\n\n{DATED}\n\n{MORE}\n\n{END}\n").document
    assert [doubt.field for doubt in release.doubts] == ["headline"]
