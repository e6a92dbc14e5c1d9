"""Days that no calendar has, small words twice, spans that run backwards; what may be meant is left in peace."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit.checking.editing.passages import Passage
from presskit.checking.editing.slips_of_the_pen import slips_in


def told(text: str) -> list[tuple[str, str]]:
    found = slips_in(Passage(text, Path("release.md"), 3, "en"))
    return [(item.code, item.message.partition("“")[2].partition("”")[0]) for item in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The boat sails until 30 February 2027.", "30 February 2027"),
        ("It sails on April 31.", "April 31"),
        ("Le bateau part le 31 avril.", "31 avril"),
        ("Ab 31. Juni fährt das Boot.", "31. Juni"),
        ("Zarpa el 30 de febrero de 2027.", "30 de febrero de 2027"),
        ("It sails on 29 February 2027.", "29 February 2027"),
        ("Ab 31.06.2027 fährt das Boot.", "31.06.2027"),
        ("From 31/11/2027 on.", "31/11/2027"),
        ("Day one: 2027-02-30.", "2027-02-30"),
        ("It has sailed since May 12, 20226.", "May 12, 20226"),
        ("Seit 12. Mai 20261 fährt das Boot.", "Mai 20261"),
    ],
)
def test_a_day_that_no_calendar_has_is_told(text: str, words: str) -> None:
    assert [code for code, said in told(text) if words in said] == ["c-062"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It sails on 12 May 2O27.", "2O27"),
        ("It sails on l2 May 2027.", "l2"),
        ("The boat carries 1OO people.", "1OO"),
    ],
)
def test_a_letter_in_the_place_of_a_figure_is_told(text: str, words: str) -> None:
    assert told(text) == [("c-080", words)]


@pytest.mark.parametrize(
    "text",
    ["H2O2, CO2 and 2O2 are not boats.", "Boat A10O of 10 o'clock.", "The O2 holds 20,000.", "II2 and I2 of 1 May"],
)
def test_letters_beside_figures_that_are_names_are_not_told(text: str) -> None:
    assert "c-080" not in {code for code, _ in told(text)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The the boat sails.", "The the"),
        ("It is one of of nine.", "of of"),
        ("Wir fahren mit mit dem Boot.", "mit mit"),
        ("Le bateau et et la mer.", "et et"),
        ("El barco de las las islas.", "las las"),
    ],
)
def test_a_small_word_that_stands_twice_is_told(text: str, words: str) -> None:
    assert told(text) == [("c-063", words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It sails until 13:00 pm.", "13:00 pm"),
        ("It sails at 9:75 a.m. again.", "9:75 a.m."),
        ("Es fährt bis 25:00 Uhr.", "25:00 Uhr"),
        ("Il part à 9.75 h.", "9.75 h"),
        ("The pier is open until 25:00.", "25:00"),
        ("Der Steg ist bis 25:30 offen.", "25:30"),
    ],
)
def test_an_hour_that_no_clock_has_is_told(text: str, words: str) -> None:
    assert told(text) == [("c-074", words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It rests from 12 to 3 May 2027.", "from 12 to 3 May"),
        ("It rests May 12 to May 3, 2027.", "May 12 to May 3"),
        ("It rests on May 12–3.", "May 12–3"),
        ("Vom 12. bis 3. Mai ruht es.", "Vom 12. bis 3. Mai"),
        ("Du 12 au 3 mai, il se repose.", "Du 12 au 3 mai"),
        ("Descansa del 12 al 3 de mayo en puerto.", "del 12 al 3 de mayo"),
        ("It had nine masters (2019–2015).", "2019–2015"),
    ],
)
def test_a_span_that_ends_before_it_begins_is_told(text: str, words: str) -> None:
    assert told(text) == [("c-077", words)]


@pytest.mark.parametrize(
    "text",
    [
        "From 3 to 12 May, May 3–12, 2015–2019, and from 28 April to 3 May.",
        "In 1800–1600 BC, 1800–1600 v. Chr.; call +49 30 2015–1987; open May 12 to 3 pm, and May 12 to 3 islands.",
        "It sails at 9:45 am, at 12.30 p.m., um 23:59 Uhr, à 9 h 30; it won 31:28, and 75 am Kai.",
        "It sails on 29 February, on 31 May, and from 12/05/2027 to 05/12/2027.",
        "Part 45.67.2027 fits; so does version 13.13.2020.",
        "Menschen, die die Insel kennen; das, das da liegt.",
        "Nous nous levons, vous vous asseyez. She said that that was all they had had.",
        "Vitamin A a day; LA LA LAND; to and fro, and — and.",
        "by-and-by by boat; Duran Duran; for-for.",
    ],
)
def test_what_may_be_meant_is_left(text: str) -> None:
    assert told(text) == []
