"""English has two orders of day and month, and a kit has one of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from presskit.composing.languages import language
from presskit.model import Dateline, Document, Release
from presskit.reading.dates.orders import with_country

BRITISH, AMERICAN = "HAVNES, 20 May 2031 –", "HAVNES, May 20, 2031 –"


def release(line: str, spoken: str = "en") -> Document:
    made = Release(Path("a.md"), "a", spoken, "Ferry sails")
    return replace(made, dateline=Dateline(line))


@pytest.mark.parametrize(
    ("lines", "paper", "code"),
    [
        ([BRITISH], "letter", "en-GB"),
        ([AMERICAN], "a4", "en"),
        ([BRITISH, BRITISH, AMERICAN], "letter", "en-GB"),
        ([], "letter", "en"),
        ([], "a4", "en-GB"),
        (["HAVNES –"], "a4", "en-GB"),
        (["HAVNES, 3rd of October 2031 –"], "letter", "en-GB"),
        (["HAVNES, Tuesday 20 May 2031 –"], "letter", "en-GB"),
        (["HAVNES, Tues 20 May 2031 –"], "letter", "en-GB"),
        (["HAVNES, 20 MAY 2031 –"], "letter", "en-GB"),
        (["HAVNES, MAY 20, 2031 –"], "a4", "en"),
    ],
)
def test_most_datelines_say_the_order_and_else_the_paper(lines: list[str], paper: str, code: str) -> None:
    assert with_country("en", [release(line) for line in lines], paper) == code


@pytest.mark.parametrize("code", ["en-US", "en-AU", "de"])
def test_a_language_that_names_its_country_stays(code: str) -> None:
    assert with_country(code, [release(BRITISH, code)], "a4") == code


@pytest.mark.parametrize(
    ("code", "day"),
    [("en", "May 20, 2031"), ("en-US", "May 20, 2031"), ("en-GB", "20 May 2031"), ("fr-CA", "20 mai 2031")],
)
def test_a_country_has_its_order(code: str, day: str) -> None:
    assert language(code).day(date(2031, 5, 20)) == day
