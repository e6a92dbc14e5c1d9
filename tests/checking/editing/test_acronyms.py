from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from presskit.checking.editing.acronyms import find_unexplained_acronyms
from presskit.model import Block, Brand, Contact, Kit, Release, Section, Sheet


def blocks(*texts: str) -> tuple[Block, ...]:
    return tuple(Block("paragraph", text, text, 5 + 2 * number) for number, text in enumerate(texts))


def kit_of(*texts: str, language: str = "en") -> Kit:
    release = Release(Path("release.txt"), "release", language, headline="Ferry sails", body=blocks(*texts))
    return Kit("Spring", Brand("Old Harbour Ferries"), language, Path(), (release,))


def told(kit: Kit) -> list[str]:
    return [
        one.message.split(" is (“")[0].removeprefix("Nothing in the kit says what ")
        for one in find_unexplained_acronyms(kit)
    ]


@pytest.mark.parametrize(
    ("text", "language", "acronym"),
    [
        ("The crossing was measured by the TDWB, which lent its rope.", "en", "TDWB"),
        ("Its plan was passed by the TDWB.", "en", "TDWB"),
        ("TDWB has agreed.", "en", "TDWB"),
        ("Ona Brill, TDWB director, has agreed.", "en", "TDWB"),
        ("The TDWB’s rope is new.", "en", "TDWB"),
        ("Two boats were built with money of the FARO.", "en", "FARO"),
        ("It is paid for by the GTS and the neighbours.", "en", "GTS"),
        ("Le bac est payé par le FARO et la ville.", "fr", "FARO"),
        ("La traversée a été mesurée par l’OBTH.", "fr", "OBTH"),
        ("Die Strecke hat der NRDV vermessen.", "de", "NRDV"),
        ("La travesía fue medida por el CDRP.", "es", "CDRP"),
    ],
)
def test_an_acronym_that_nothing_explains_is_found(text: str, language: str, acronym: str) -> None:
    assert told(kit_of("She sails again.", text, language=language)) == [acronym]


@pytest.mark.parametrize(
    "text",
    [
        "The Tern and Duck Watch Board (TDWB) lent its rope. The TDWB is old.",
        "The TDWB lent its rope. It is the Tern and Duck Watch Board (TDWB) of the county.",
        "The TDWB (Tern and Duck Watch Board) lent its rope.",
        "The TDWB, the board that watches over terns and ducks, lent its rope.",
        "The TDWB – Tern and Duck Watch Board – lent its rope.",
        "The TDWB, short for something long, lent its rope.",
        "The Tern and Duck Watch Board lent its rope, and the TDWB its boat.",
        "Le Bureau des oiseaux [TDWB] prête sa corde au TDWB.",
        "The board they call “TDWB” lent the TDWB’s rope.",
    ],
)
def test_an_acronym_that_the_text_explains_is_not(text: str) -> None:
    assert told(kit_of("She sails again.", text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The EU, the UN, NASA, UNESCO, the BBC and the FBI sent a PDF, and a TV crew with LED lamps and Wi-Fi.",
        "The CEO has a PhD, an MBA and an SUV, and pays in USD or EUR at 9 a.m. EST.",
        "Admission is FREE, and you must NOT miss it, NOW or NEVER.",
        "King Louis XIV, World War III and Super Bowl LVIII are over, in MMXXVI.",
        "Harbour Holdings (NYSE: HRBK) rose, and (NASDAQ: FRRY) too.",
        "The engine is a QWRT-400, the lamp an RTX 4090, the norm DKRT 9001, and the plane a B737.",
        "IKEA, ALDI and BRAUN sell tables, and ZARA has shops.",
        "She sang with Radio KRZZ, and works for the RHND Corporation.",
        "OLD HARBOUR FERRIES SAIL AGAIN, AND THE TDWB LENDS ITS ROPE.",
        "MARSH QRST, NORTHLAND and the PORT KRTZ station are closed.",
        "Write to the address press@tdwb.example or see www.tdwb.example/TDWB, and use #TDWB or @TDWB.",
        "Partners are Harbour Foods, KRZT, Marlowe Ropes and others.",
        "J.R.R. Marlowe and J.K. Brill came, and so did DJ Ona.",
        "She copied it by the COPX command: a copx is a copy.",
        "R&D and Q&A, B2B and H2O, COVID-19 and CO2.",
    ],
)
def test_capitals_that_are_no_acronym_or_known_to_everybody_are_not(text: str) -> None:
    assert told(kit_of("She sails again.", text)) == []


def test_an_acronym_is_told_once_where_it_stands_first() -> None:
    kit = kit_of("The TDWB lent its rope.", "The TDWB is old, says the TDWB.")
    [found] = find_unexplained_acronyms(kit)
    assert (str(found.where), "“The TDWB lent its rope”" in found.message) == ("release.txt, line 5", True)


def test_the_senders_own_names_need_no_explanation() -> None:
    kit = kit_of("The TDWB lent its rope.")
    assert told(replace(kit, brand=Brand("Watch Board", short_name="TDWB"))) == []
    assert told(replace(kit, brand=Brand("Watch Board", web="tdwb.example"))) == []
    assert told(replace(kit, contacts=(Contact("Ona Brill", email="ona@tdwb.example"),))) == []
    assert told(replace(kit, boilerplates=(blocks("The TDWB watches birds."),))) == []


def test_a_factsheet_may_explain_it_and_a_link_leads_to_it() -> None:
    kit = kit_of("The TDWB lent its rope.")
    sections = (Section("text", blocks=blocks("The Tern and Duck Watch Board (TDWB) is old.")),)
    factsheet = Sheet(Path("factsheet.md"), "factsheet", "en", sections=sections)
    assert told(replace(kit, documents=(*kit.documents, factsheet))) == []
    text, html = "The TDWB lent its rope.", 'The <a href="https://board.example">TDWB</a> lent its rope.'
    linked = replace(kit.releases[0], body=(Block("paragraph", text, html, 5),))
    assert told(replace(kit, documents=(linked,))) == []
