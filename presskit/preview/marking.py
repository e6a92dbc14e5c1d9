"""A finding is shown on its page: by the words that it quotes, else by those of the line that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from presskit import gate
from presskit.checking.page_numbers import pages_of
from presskit.errors import SourceError
from presskit.findings import Finding, Where
from presskit.limits import TEXT_BYTES
from presskit.preview.desk import Desk
from presskit.preview.states import Shown
from presskit.rendering.page_places import PagePlace, find_words, pages_titled
from presskit.settings.where import holds_settings

QUOTED = re.compile("“([^“”]{2,})”")
CUT = re.compile(r"\s*…$")
# What stands before the words of a line: a heading's signs, a list's, a setting's name; and the signs in them.
BEFORE = re.compile(r"^\s*(?:#{1,6}\s|[-*+>|]\s?|\d+[.)]\s|[a-z_]+:\s)+")
SIGNS = re.compile(r"[*_`]+|\]\([^)]*\)|[\[\]\"]")
FIRST_WORDS = (12, 5)  # a page may part a long line, or print its words otherwise


class Marks:
    """Answers where a finding of a desk is to be seen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def routes(self) -> list[Route]:
        """What is asked, and who answers."""
        return [Route("/mark/{number:int}/{finding:int}", self._mark)]

    async def _mark(self, request: Request) -> Response:
        shown, asked = self._desk.shown, request.path_params
        found = shown.finding(asked["number"], asked["finding"])
        if found is None:
            return PlainTextResponse("The list has changed.\n", 404)
        place = await run_in_threadpool(self._place_of, shown, found)
        return JSONResponse(place._asdict() if place else {"page": 0, "boxes": []})

    def _place_of(self, shown: Shown, found: Finding) -> PagePlace | None:
        with self._desk.opened(shown):
            phrases = list(phrases_of(found))
        title = shown.known.title_of(found.where.file) if shown.known and found.where.file else ""
        with self._desk.drawing:
            pages = pages_of(found.where) or pages_titled(shown.pdf, title)
            place = find_words(shown.pdf, phrases, pages)
        return place or (PagePlace(pages[0]) if pages else None)


def phrases_of(found: Finding) -> Iterator[str]:
    """Yield the words by which a finding is found on a page, the surest first."""
    quoted = [CUT.sub("", words) for words in QUOTED.findall(found.message)]
    yield from sorted(quoted, key=len, reverse=True)
    yield from _starts(line_at(found.where))


def line_at(where: Where) -> str:
    """Return the words of the line that a place names, without what Markdown adds; nothing where it is in no text."""
    if not where.file or not where.line or not holds_settings(where.file):
        return ""
    try:
        lines = gate.text_of(where.file, TEXT_BYTES).splitlines()
    except SourceError:
        return ""
    line = lines[where.line - 1] if where.line <= len(lines) else ""
    return " ".join(SIGNS.sub("", BEFORE.sub("", line)).replace("|", " ").split())


def _starts(line: str) -> Iterator[str]:
    words = line.split()
    for most in FIRST_WORDS:
        if words:
            yield " ".join(words[:most])
