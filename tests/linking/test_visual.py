"""Lines that run both ways are painted as FriBidi paints them."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presskit.linking.lettering.visual import runs_of
from tests.support.bidi import seen

MIRRORED = str.maketrans("()[]{}", ")(][}{")
SENTENCES = [
    "For Anna Thorn, Le Monde. Embargoed until May 12, 2026, 9:00 a.m. (America/New York)",
    "For سلمى العلوي, الصباح. Embargoed until May 12, 2026",
    "For سلمى العلوي (BBC), Le Monde",
    "For أحمد (الصباح), Le Monde. Embargoed until May 12",
    "إلى سلمى العلوي، الصباح. محظور النشر حتى 12 مايو 2026، 9:00",
    "إلى Anna Thorn، Le Monde. محظور النشر حتى ١٢ مايو ٢٠٢٦",
    "إلى Nowak (Łódź)، TVP 24",
    "12",
    "",
]


def painted(line: str, *, right_to_left: bool) -> str:
    """Return a line from its left end, with brackets as they look there."""
    runs = runs_of(line, right_to_left=right_to_left)
    return "".join(text[::-1].translate(MIRRORED) if turned else text for text, turned in runs)


def by_fribidi(line: str, base: Literal["ltr", "rtl"]) -> str:
    """Return the same by FriBidi, which joins Arabic letters; they are taken apart again."""
    return unicodedata.normalize("NFKC", seen(line, base)) if line else ""


@pytest.mark.parametrize("line", SENTENCES)
@pytest.mark.parametrize("base", ["ltr", "rtl"])
def test_a_line_is_painted_as_fribidi_paints_it(line: str, base: Literal["ltr", "rtl"]) -> None:
    assert painted(line, right_to_left=base == "rtl") == by_fribidi(line, base)


@given(st.lists(st.sampled_from(["ab", "سل", "عي", "12", " ", ", ", "(", ")", ".", "-", "9:00", "د1"]), max_size=9))
@settings(max_examples=300, deadline=None, database=None, derandomize=True)
def test_any_line_of_such_pieces_is(pieces: list[str]) -> None:
    line = "".join(pieces).strip()  # no line of ours ends with a space
    for base in ("ltr", "rtl"):
        assert painted(line, right_to_left=base == "rtl") == by_fribidi(line, base)
