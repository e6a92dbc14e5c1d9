from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.names import (
    MOST_SHOWN,
    address,
    as_one_file,
    brief,
    legible,
    named,
    path_at,
    portable,
    shown,
    spoken,
    unique,
    whole,
)

ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)
OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HONEST = (
    "quay.jpg",
    "Łódź quay.jpg",
    "صورة الميناء.jpg",
    "港口.jpg",
    "می‌خواهم.jpg",
    "👩‍🚀.png",
    "Quai à l’aube (2).jpeg",
    "#1 100% @home =yes+no.jpg",
    "{{ name }}.tif",
)
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")


def is_controlled(text: str) -> bool:
    """Tell whether a terminal would obey something in it, or could not show it at all."""
    return any(unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") or sign in OVERRIDES for sign in text)


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_name_stays_as_it_is(name: str) -> None:
    assert shown(name) == brief(name) == legible(name) == portable(name) == name


@given(ANY)
def test_whatever_the_name_people_see_one_line_that_orders_nothing(name: str) -> None:
    assert not is_controlled(shown(name))
    assert shown(shown(name)) == shown(name)
    assert shown(name).encode().decode() == shown(name)


@given(ANY)
def test_a_text_keeps_its_lines_and_orders_nothing_else(text: str) -> None:
    assert not is_controlled(spoken(text).translate({9: " ", 10: " ", 0x2028: " ", 0x2029: " "}))
    assert spoken(text).count("\n") == text.count("\n")


@given(ANY)
def test_whatever_the_name_any_system_can_hold_what_is_made_of_it(name: str) -> None:
    made = portable(name)
    assert made
    assert len(made.encode()) <= 200
    assert not is_controlled(made)
    assert not set(made) & set('<>:"/\\|?*')
    assert not made.startswith((".", "-", "~", " "))
    assert not made.endswith((".", " "))
    assert not RESERVED.fullmatch(made)
    assert portable(made) == made == unicodedata.normalize("NFC", made)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("two\nlines.jpg", "two lines.jpg"),
        ("Gr\udcfcn.jpg", "Gr_n.jpg"),
        ("\u202egpj.exe", "_gpj.exe"),
        ("CON", "file-CON"),
        ("com1.tar.gz", "file-com1.tar.gz"),
        ("..", "file"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("trailing. ", "trailing"),
        ("a:b?c*.jpg", "a_b_c_.jpg"),
        ("zero\u200bwidth.jpg", "zerowidth.jpg"),
        ("Cafe\u0301.jpg", "Café.jpg"),
        (f"{'é' * 300}.jpg", f"{'é' * 98}.jpg"),
    ],
)
def test_a_name_that_some_system_refuses_is_changed_where_it_must_be(name: str, made: str) -> None:
    assert portable(name) == made


@given(st.lists(ANY, max_size=8))
def test_no_two_names_are_one_on_any_system(names: list[str]) -> None:
    taken: set[str] = set()
    made = [unique(portable(name), ".jpg", taken) for name in names]
    folded = {unicodedata.normalize("NFC", name).casefold() for name in made}
    assert len(folded) == len(names)


@pytest.mark.parametrize(
    ("first", "second"), [("Case", "case"), ("Caf\u00e9", "Cafe\u0301"), ("ab", "a\u200db"), ("STRASSE", "straße")]
)
def test_names_that_look_alike_are_told_apart_by_a_number(first: str, second: str) -> None:
    taken: set[str] = set()
    assert unique(first, ".jpg", taken) == f"{first}.jpg"
    assert unique(second, ".jpg", taken) == f"{second}-2.jpg"
    assert unique(second, ".png", taken) == f"{second}.png"


@given(st.binary(min_size=1, max_size=60).filter(lambda name: b"\0" not in name))
def test_an_address_leads_to_the_very_bytes_of_a_name(name: bytes) -> None:
    address_ = address(os.fsdecode(name))
    assert re.fullmatch(r"[\w./~%-]+", address_, re.ASCII)
    assert os.fsencode(path_at(address_)) == name


@given(ANY)
def test_words_hold_only_what_every_output_can_hold(text: str) -> None:
    made = legible(text)
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", made)
    assert legible(made) == made
    assert whole(text).encode().decode() == whole(text)


def test_a_name_that_nobody_would_read_is_cut() -> None:
    assert brief("x" * 5000) == "x" * (MOST_SHOWN - 1) + "…"
    assert brief(Path("quay.jpg")) == "quay.jpg"


def test_what_a_mac_has_named_is_found_as_people_type_it() -> None:
    things = {"Cafe\u0301.jpg": 1, "quay.jpg": 2}
    assert named("Caf\u00e9.jpg", things) == named("Cafe\u0301.jpg", things) == 1
    assert named("Cafe.jpg", things) is None
    assert named("Caf\u00e9.jpg", things | {"Caf\u00e9.jpg": 3}) == 3


def test_names_are_one_file_by_capitals_and_accents_and_not_by_what_only_looks_alike() -> None:
    assert as_one_file("Été.md") == as_one_file("E\u0301TE\u0301.md") == as_one_file("é\u200btÉ.md")
    for one, other in (("m².md", "m2.md"), ("①.md", "1.md"), ("Ａ.md", "A.md")):
        assert as_one_file(one) != as_one_file(other)
