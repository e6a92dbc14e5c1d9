from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from presskit.composing.languages import language
from presskit.composing.parts.groups import MANY_DOCUMENTS, Entry, grouped, years_of
from presskit.model import Brand, Kit, Release, Sheet

WORDS = language("en")


def kit(years: list[int | None], language_: str = "en") -> Kit:
    """Return a kit with a factsheet and a release of each of the years."""
    releases = [
        Release(slug=f"r{n}", source=Path(f"r{n}.md"), language=language_, date=date(year, 5, 12) if year else None)
        for n, year in enumerate(years)
    ]
    factsheet = Sheet(slug="facts", source=Path("facts.md"), language="en")
    return Kit("Nine piers", Brand("Quillon Ferry"), "en", Path("kit"), (*releases, factsheet))


def groups(one: Kit) -> list[tuple[str | None, int]]:
    entries = [Entry(document.slug, document.kind, "", "", None, "1", WORDS) for document in one.documents]
    return [(group.name, len(group.entries)) for group in grouped(one, entries)]


def test_contents_of_many_documents_are_grouped_by_year() -> None:
    assert groups(kit([2026] * 20 + [2025] * 20)) == [("2026", 20), ("2025", 20), (None, 1)]


def test_a_release_without_a_day_stands_where_it_stood() -> None:
    assert groups(kit([2026] * 40 + [None, 2025])) == [("2026", 40), (None, 1), ("2025", 1), (None, 1)]


@pytest.mark.parametrize(
    "one",
    [
        kit([2026] * 20 + [2025] * 19),
        kit([2026, 2025] * 20),
        kit([2026] * 20 + [2025] * 20, "fr"),
        replace(kit([2026] * 40), documents=()),
    ],
    ids=["few", "years are mixed", "several languages", "none"],
)
def test_all_others_are_not(one: Kit) -> None:
    assert years_of(one) == {}
    assert len(one.documents) == MANY_DOCUMENTS or [name for name, _ in groups(one) if name and name.isdigit()] == []
