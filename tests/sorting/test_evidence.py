"""What a text is, by its words alone: the shapes that press offices send, in five languages, and what only looks so."""

from __future__ import annotations

import pytest

from presskit.reading.formats.markdown import read_markdown
from presskit.settings import FrontMatter
from presskit.sorting.evidence import Evidence, weigh
from presskit.sorting.shapes import WHOLE
from tests.support.messy.texts import TEXTS

KINDS = {
    "release": ["ferry", "knots", "bell", "school", "harbour", "lamp", "swim", "ferry fr", "knots fr", "ferry de",
                "bell de", "ferry es", "swim es", "ferry ar", "bell ar"],
    "factsheet": ["facts", "figures", "facts fr", "facts de", "facts es", "facts ar"],
    "biography": ["farrow", "pell", "corvo", "farrow fr", "farrow de", "farrow es", "farrow ar"],
    "boilerplate": ["about", "about bare", "about fr", "about de", "about es", "about ar"],
    "advisory": ["advisory", "advisory fr", "advisory de", "advisory es", "advisory ar"],
    "backgrounder": ["background"],
    "questions": ["questions"],
}  # fmt: skip
CASES = [(key, kind) for kind, keys in KINDS.items() for key in keys]
INSIDE = [key for key in TEXTS if "{secret}" in TEXTS[key] and key != "draft internal"]


def weighed(text: str, stem: str = "") -> Evidence:
    return weigh(read_markdown(text.replace(" || ", ": "), 0), FrontMatter(), "US", stem)


@pytest.mark.parametrize(("key", "kind"), CASES)
def test_the_words_say_what_a_text_is(key: str, kind: str) -> None:
    found = weighed(TEXTS[key])
    assert found.kind == kind
    assert found.is_likely


@pytest.mark.parametrize("key", [*INSIDE, "note"])
def test_nothing_else_is_surely_for_print(key: str) -> None:
    found = weighed(TEXTS[key])
    assert not (found.is_sure and found.kind in ("release", "factsheet", "biography", "boilerplate")), found


def test_an_advisory_in_sentences_is_no_release() -> None:
    text = TEXTS["ferry"].replace("FOR IMMEDIATE RELEASE", "MEDIA ADVISORY")
    assert weighed(text).kind == "advisory"
    assert weighed(TEXTS["ferry"].replace("FOR IMMEDIATE RELEASE", "BACKGROUNDER")).kind == "backgrounder"


def test_a_heading_further_down_does_not_decide() -> None:
    text = TEXTS["knots"] + "\n\n# About us\n\n# Questions and answers\n\nMay dogs come?\n\nThey may."
    assert weighed(text).kind == "release"


def test_a_file_named_after_its_person_says_a_little_more() -> None:
    bare, named = weighed(TEXTS["corvo"]), weighed(TEXTS["corvo"], "ines corvo")
    assert named.signs == bare.signs + 1


def test_tables_of_hours_below_a_head_are_signs_of_a_programme() -> None:
    table = "| Hour | What | Where |\n|---|---|---|\n| 10:00 | Opening | Pier |\n| 11:30 | Trial trips | Quay |\n"
    days = "".join(f"\n## {day}, 4 June\n\n{table}" for day in ("Friday", "Saturday"))
    counts = weighed(f"# The days at sea\n{days}").counts
    assert counts["programme"] == max(counts.values()) == WHOLE


def test_a_few_words_are_no_evidence() -> None:
    assert weighed("Press release\n\nTo follow") == Evidence(None)
