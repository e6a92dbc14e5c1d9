"""Texts that break off, and headings with nothing below them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from presskit.checking.editing.torn import broken_off, empty_headings, find_torn_texts
from presskit.model import Block, BlockKind, Brand, Fact, Kit, Release, Section, Sheet


def block(text: str, kind: BlockKind = "paragraph", line: int = 1, level: int = 0) -> Block:
    return Block(kind, text, text, line, level)


def torn(text: str, language: str = "en", following: BlockKind | None = None) -> bool:
    blocks = [block(text), *([block("a bell", following, 2)] if following else [])]
    return [*broken_off(blocks, Release(Path("release.md"), "release", language))] != []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry will also be", "en"),
        ("It carries books and bread to the", "en"),
        ("It carries books, bread and passengers to nine islands,", "en"),
        ("Die Fähre trägt Bücher, Brot und", "de"),
        ("Le bateau porte des livres et du", "fr"),
        ("Le bateau porte du pain et l’", "fr"),
        ("El barco lleva libros y pan a las", "es"),
        ("تنقل العبارة الكتب والخبز إلى", "ar"),
        ("Il battello porta libri, pane e", "it"),
        ("De boot brengt boeken, brood en", "nl"),
    ],
)
def test_a_sentence_that_breaks_off_is_told(text: str, language: str) -> None:
    assert torn(text, language)
    assert not torn(f"{text}.", language)


@pytest.mark.parametrize(
    "text",
    [
        "What we stand for",
        "The boat sails at nine",
        "Dear all,",
        "Nothing comes to those who wait for it …",
        "Doors open: nine",
    ],
)
def test_lines_that_are_whole_are_left_in_peace(text: str) -> None:
    assert not torn(text)


@pytest.mark.parametrize("following", ["list", "table", "quote", "figure"])
def test_a_sentence_may_go_on_in_what_stands_below(following: BlockKind) -> None:
    assert not torn("On the quay you find the shop of the", following=following)


def test_a_heading_with_nothing_below_it_is_told() -> None:
    text = [
        block("Tickets", "heading", 1, 2),
        block("Fares", "heading", 2, 3),
        block("Six crowns."),
        block("Bicycles", "heading", 4, 3),
        block("Dogs", "heading", 5, 2),
    ]
    found = empty_headings(text, Release(Path("release.md"), "release", "en"))
    assert [(one.code, one.where.line) for one in found] == [("c-066", 4), ("c-066", 5)]


def test_what_goes_on_as_facts_is_whole() -> None:
    """“The boats carry, in a year,” goes on with the figures below it."""
    lead = block("The boats of the company carry, in a year of nine hundred trips,")
    facts = Section("facts", facts=(Fact("Books", "40,000", "40,000"),))
    for after, told in (((facts,), False), ((), True), ((replace(facts, heading="Facts"),), True)):
        sheet = Sheet(Path("sheet.md"), "factsheet", "en", sections=(Section("text", blocks=(lead,)), *after))
        kit = Kit("Spring", Brand("Quillon Ferry"), "en", Path("nowhere"), (sheet,))
        assert bool([*find_torn_texts(kit)]) == told
