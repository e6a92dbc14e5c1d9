from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from docs.make_messages import OTHER_WORDS, PAGE, SECTIONS, WORDS, messages
from presskit.findings import CATALOGUE, Finding, Where, finding, has_errors, strict
from tests.support.words import never_read

PLACE = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_message_is_whole_sentences_in_plain_words(code: str) -> None:
    entry = CATALOGUE[code]
    assert never_read(f"{entry.message} {entry.hint}") == []
    for sentence in (entry.message, entry.hint):
        words = PLACE.sub("Word", sentence.replace("{{", "").replace("}}", ""))
        assert sentence == "{hint}" or words[0].isupper() or words[0] == "“" or words.startswith("presskit ")
        assert sentence.strip() == sentence
    assert entry.message.endswith((".", "{message}"))


@pytest.mark.parametrize("text", ["the folio", "its Front matter", "Input should be valid", "two parts", "a glyph"])
def test_words_of_the_trade_are_seen(text: str) -> None:
    assert never_read(text)


def test_plain_words_are_let_through() -> None:
    assert never_read("The partner's department counted the hashtag") == []


def test_codes_are_in_order_under_known_letters() -> None:
    assert all(re.fullmatch(r"[stcpfbm]-\d{3}", code) for code in CATALOGUE)
    for letter in SECTIONS:
        own = [code for code in CATALOGUE if code.startswith(letter)]
        assert own == [f"{letter}-{number:03}" for number in range(1, len(own) + 1)]


def test_the_page_of_messages_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == messages(), "run .venv/bin/python docs/make_messages.py"


def test_the_page_of_messages_holds_every_code_and_fills_every_place() -> None:
    page = messages()
    assert re.findall(r"^\| ([a-z]-\d{3}) \|", page, re.MULTILINE) == [
        code for letter in SECTIONS for code in CATALOGUE if code.startswith(letter)
    ]
    assert never_read(page) == []
    used = {word for entry in CATALOGUE.values() for word in PLACE.findall(f"{entry.message} {entry.hint}")}
    assert WORDS.keys() | {word for words in OTHER_WORDS.values() for word in words} == used


def test_a_place_is_named_in_words() -> None:
    assert str(Where(Path("kit/release.txt"), 7)) == "release.txt, line 7"
    assert str(Where(Path("kit.pdf"), page=3)) == "kit.pdf, page 3"
    assert str(Where()) == ""


def test_a_finding_is_filled_and_keeps_the_writers_braces() -> None:
    made = finding("c-007", Where(Path("a.txt"), 2), words="{name}")
    assert made == Finding(
        "c-007",
        "error",
        Where(Path("a.txt"), 2),
        "“{name}” is still to be filled in.",
        "Replace it with the real words.",
    )


def test_a_finding_without_its_words_cannot_be_made() -> None:
    with pytest.raises(KeyError):
        finding("c-007")


def test_a_file_is_named_once() -> None:
    assert finding("c-003").at(Path("kit.toml")).where.file == Path("kit.toml")
    named = finding("c-003", Where(Path("release.txt")))
    assert named.at(Path("kit.toml")) is named
    assert named.at(None) is named


def test_strict_makes_errors_of_warnings_only() -> None:
    error, warning, note = (finding(code, **WORDS) for code in ("c-007", "c-003", "c-012"))
    assert strict([error, warning, note]) == (error, replace(warning, severity="error"), note)
    assert has_errors([warning, error])
    assert not has_errors([warning, note])
