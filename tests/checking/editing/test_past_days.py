"""A day that is told as still to come lies behind the text's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from presskit.checking.editing.passages import Passage
from presskit.checking.editing.past_days import overtaken
from presskit.model import Release

TEXT = Path("a.md")


def told(text: str, language: str) -> list[str]:
    release = Release(TEXT, "a", language, date=date(2026, 11, 27))
    return [one.message for one in overtaken(Passage(text, TEXT, 7, language), release)]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("The new pier will open on October 1, 2026.", "en", "will open on October 1, 2026"),
        ("It will be opened at the old quay on Thursday, October 1, 2026.", "en", "will be opened at the old quay on"),
        ("Die Brücke wird am 1. Oktober 2026 eröffnet.", "de", "wird am 1. Oktober 2026"),
        ("Das Fest findet am Donnerstag, 1. Oktober 2026, statt.", "de", "findet am Donnerstag, 1. Oktober 2026"),
        ("L’exposition ouvrira le jeudi 1er octobre 2026.", "fr", "ouvrira le jeudi 1er octobre 2026"),
        ("La feria se celebrará el 1 de octubre de 2026.", "es", "se celebrará el 1 de octubre de 2026"),
        ("سيقام المعرض في 1 أكتوبر 2026.", "ar", "سيقام المعرض في 1 أكتوبر 2026"),
        ("La mostra aprirà il 1 ottobre 2026.", "it", "aprirà il 1 ottobre 2026"),
    ],
)
def test_what_was_to_come_is_told(text: str, language: str, words: str) -> None:
    [said] = told(text, language)
    assert said.startswith(f"“{words}")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The new pier will open on December 1, 2026.", "en"),
        ("The new pier opened on October 1, 2026.", "en"),
        ("The new pier will open on October 1.", "en"),
        ("“It will open on October 1, 2025,” said Ada in spring.", "en"),
        ("The house will celebrate its founding on May 12, 1911.", "en"),
        ("The show will open with works from May 12, 1911.", "en"),
        ("Die Brücke wird seit dem 1. Oktober 2020 gebaut.", "de"),
        ("L’exposition aura lieu du 1er octobre 2026 au 3 janvier 2027.", "fr"),
    ],
)
def test_what_may_be_meant_is_not(text: str, language: str) -> None:
    assert told(text, language) == []
