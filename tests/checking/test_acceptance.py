from __future__ import annotations

from pathlib import Path

import pytest

from presskit.checking.acceptance import NEVER, Judge
from presskit.findings import CATALOGUE, Finding, Where, finding
from presskit.settings import Acceptance

KIT = Path("my-kit")


def no_date(name: str = "ferry.md") -> Finding:
    return finding("c-002", Where(KIT / "releases" / name))


def judge(items: list[Finding], acceptances: list[Acceptance]) -> tuple[tuple[Finding, ...], dict[Finding, str]]:
    court = Judge(acceptances, KIT, is_strict=False)
    return (*court(items), *court.unused()), court.accepted


def accept(item: Finding, file: str | None = "releases/ferry.md") -> Acceptance:
    return Acceptance(file=file, words=item.message, who="Nell Farrow")


def test_one_occurrence_is_accepted_by_its_file_and_its_sentence() -> None:
    kept, accepted = judge([no_date(), no_date("bell.md")], [accept(no_date())])
    assert kept == (no_date("bell.md"),)
    assert accepted == {no_date(): "Nell Farrow"}


@pytest.mark.parametrize("file", ["ferry.md", "releases/ferry.md"])
def test_a_file_is_named_alone_or_by_its_path(file: str) -> None:
    assert judge([no_date()], [accept(no_date(), file)])[0] == ()


def test_it_ends_when_the_words_change_and_that_is_told() -> None:
    before = finding("c-005", Where(KIT / "ferry.md"), words="our factsheet")
    after = finding("c-005", Where(KIT / "ferry.md"), words="the factsheet")
    kept, _ = judge([after], [accept(before, "ferry.md")])
    assert [item.code for item in kept] == ["c-005", "c-038"]
    assert "our factsheet" in kept[1].message


def test_a_part_of_a_sentence_accepts_nothing() -> None:
    part = Acceptance(file="ferry.md", words="No date", who="Nell Farrow")
    assert no_date() in judge([no_date()], [part])[0]


@pytest.mark.parametrize("code", sorted(NEVER))
def test_what_can_never_be_accepted_stays(code: str) -> None:
    item = Finding(code, CATALOGUE[code].severity, Where(KIT / "ferry.md"), "It says so.", "Mend it.")
    kept, accepted = judge([item], [accept(item, "ferry.md")])
    assert item in kept
    assert not accepted
