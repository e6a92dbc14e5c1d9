from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from presskit import gate
from presskit.model import Block, Release, Section
from presskit.sorting.take import take
from presskit.sorting.taken import Wish
from presskit.writing.sources import biography_source, release_source, source_of
from tests.conftest import EXAMPLE
from tests.support.reading import read_biography, read_release
from tests.support.sections import ARABIC, ENGLISH
from tests.support.writing import NIGHT_FERRY

RELEASES = {
    "plain text": (
        "a.txt",
        NIGHT_FERRY,
    ),
    "an embargo": (
        "b.md",
        """EMBARGOED UNTIL May 12, 2027, 9 a.m. ET

# The bell rings

SALTMARSH, May 12, 2027 – The *bell* of **1911** rings [again](https://quay.example/bell), and 10<sup>6</sup> hear it.

| Deck | Seats |
| --- | --- |
| upper | 120 |
""",
    ),
    "settings": (
        "c.md",
        "---\nheadline: 'The \"old\" bell: a \\ history'\nlang: fr\ndate: 2026-06-04\n---\n\nLe bac part ce soir.\n",
    ),
}
IGNORED = {"source", "slug", "removed", "headline_line"}


def known(release: Release) -> dict[str, object]:
    """Return what a release says, without the lines on which it stands."""
    found = {one.name: getattr(release, one.name) for one in fields(release) if one.name not in IGNORED}
    for name, value in found.items():
        if isinstance(value, tuple):
            found[name] = tuple(
                replace(one, line=None, **({"level": 0} if isinstance(one, Block) else {})) for one in value
            )
    if release.pull:
        found["pull"] = replace(release.pull, line=None)
    return found


@pytest.mark.parametrize(("name", "text"), RELEASES.values(), ids=RELEASES)
def test_what_is_written_is_read_as_the_same_release(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    first = read_release(path).document
    again = tmp_path / "again.md"
    again.write_text(release_source(first), encoding="utf-8")
    second = read_release(again).document
    assert known(second) == known(first)
    assert release_source(second) == release_source(first)


@pytest.mark.parametrize("path", sorted((EXAMPLE / "releases").iterdir()), ids=lambda path: path.name)
def test_the_examples_releases_stay_the_same(tmp_path: Path, path: Path) -> None:
    first = read_release(path).document
    again = tmp_path / "again.md"
    again.write_text(release_source(first), encoding="utf-8")
    assert known(read_release(again).document) == known(first)


@pytest.mark.parametrize("path", sorted((EXAMPLE / "bios").glob("*.md")), ids=lambda path: path.name)
def test_the_examples_biographies_stay_the_same(tmp_path: Path, path: Path) -> None:
    first = read_biography(path).document
    again = tmp_path / path.name
    again.write_text(biography_source(replace(first, portrait=None)), encoding="utf-8")
    second = read_biography(again).document
    assert (second.name, second.role, second.intro) == (first.name, first.role, first.intro)
    assert [block.html for block in second.body] == [block.html for block in first.body]


@pytest.mark.parametrize("name", ENGLISH | ARABIC)
def test_every_section_comes_back_as_it_was(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text((ENGLISH | ARABIC)[name], encoding="utf-8")
    with gate.opened(tmp_path):
        first = take(Wish(path, tmp_path), "en", "US")
        assert first.reading is not None
        again = tmp_path / "again.md"
        again.write_text(source_of(first.reading, "en"), encoding="utf-8")
        named = take(Wish(again, tmp_path, said=first.kind), "en", "US")
    assert named.reading is not None
    before, after = first.reading.document, named.reading.document
    assert (after.kind, after.title, after.lead) == (before.kind, before.title, before.lead)
    assert [told(section) for section in after.sections] == [told(section) for section in before.sections]


def told(section: Section) -> tuple[object, ...]:
    """Return what a section says, without the lines on which it says so."""
    blocks = (*section.blocks, *(block for question in section.questions for block in question.answer))
    figures = [(figure.label, figure.text) for figure in section.facts]
    asked = [question.text for question in section.questions]
    words = [(block.kind, block.text) for block in blocks]
    facts = [(row.label, row.text, row.html, row.picture and row.picture.html) for row in section.facts]
    return section.kind, section.heading, figures, facts, asked, words
