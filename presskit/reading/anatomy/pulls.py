"""The sentence shown large: chosen by the writer, never by the program, and always one that stands in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from presskit.findings import Finding, Where, finding
from presskit.model import Block, Quote
from presskit.reading.cues.quotes import find_quotes


def find_pull(body: Sequence[Block], chosen: str | None, file: Path) -> tuple[list[Block], Quote | None, list[Finding]]:
    """Return the sentence to show large: as set, or a quotation set apart that repeats a sentence of the body."""
    if chosen:
        return set_pull(chosen.strip('“”"«» '), body, file)
    for place, block in enumerate(body):
        if block.kind != "quote":
            continue
        others = [*body[:place], *body[place + 1 :]]
        quotes = find_quotes([block])
        if quotes and stands_in(quotes[0].text, others):
            text = quotes[0].text
            return others, Quote(text, quotes[0].speaker or speaker_of(text, others), block.line), []
    return list(body), None, []


def set_pull(text: str, body: Sequence[Block], file: Path) -> tuple[list[Block], Quote | None, list[Finding]]:
    """Return the sentence that the settings name, if it stands in the body."""
    rest = [block for block in body if not (block.kind == "quote" and letters(block.text) == letters(text))]
    if stands_in(text, rest):
        return rest, Quote(text, speaker_of(text, rest)), []
    if stands_in(text, body):
        return list(body), Quote(text, speaker_of(text, body)), []
    return list(body), None, [finding("c-016", Where(file), words=text)]


def letters(text: str) -> str:
    """Return a text's letters and digits, to compare sentences whatever their marks and spaces."""
    return re.sub(r"[\W_]+", " ", text).strip().lower()


def stands_in(text: str, body: Sequence[Block]) -> bool:
    """Tell whether a sentence stands in one of the paragraphs."""
    return bool(letters(text)) and any(
        letters(text) in letters(block.text) for block in body if block.kind in ("paragraph", "quote", "list")
    )


def speaker_of(text: str, body: Sequence[Block]) -> str | None:
    """Return who says the sentence."""
    return next((quote.speaker for quote in find_quotes(body) if letters(text) in letters(quote.text)), None)
