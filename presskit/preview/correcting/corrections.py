"""What the window asks and is answered when somebody corrects a kit: its things, a change, its undoing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from presskit.errors import PresskitError
from presskit.findings import Finding
from presskit.noting import notes
from presskit.noting.changes import Changes
from presskit.noting.notes import Noted
from presskit.preview.correcting import clock, wishes
from presskit.preview.correcting.panels import panels_json
from presskit.preview.correcting.swatches import told_of_colours
from presskit.preview.correcting.wishes import StrangeWishError
from presskit.preview.desk import Desk, require_there
from presskit.preview.kit_shown import KitShown
from presskit.preview.states import Shown
from presskit.preview.telling import sentences_of

STRANGE = "The window does not ask that.\n"
COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


class Corrections:
    """Answers what is asked about the things of a desk's kit."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def routes(self) -> list[Route]:
        """What is asked, and who answers."""
        return [
            Route("/things.json", self._things),
            Route("/embargo.json", self._embargo),
            Route("/colours.json", self._colours),
            Route("/note", self._note, methods=["POST"]),
            Route("/accept/{number:int}/{finding:int}", self._accept, methods=["POST"]),
            Route("/leave/{number:int}/{finding:int}", self._leave, methods=["POST"]),
            Route("/undo", self._undo, methods=["POST"]),
        ]

    async def _things(self, _: Request) -> Response:
        return JSONResponse(await run_in_threadpool(self._told))

    def _told(self) -> dict[str, Any]:
        shown = self._desk.shown
        if not shown.known:
            return {"number": shown.number}
        with self._desk.opened(shown):
            return panels_json(shown.known, shown.number, shown.pdf, shown.found)

    async def _embargo(self, request: Request) -> Response:
        asked, known = request.query_params, self._desk.shown.known
        day, hour, zone = (asked.get(name, "")[:60] for name in ("day", "hour", "zone"))
        written, sentence, problem = clock.sentence_of(day, hour, zone, known.kit.zones if known else ())
        return JSONResponse({"written": written, "sentence": sentence, "problem": problem})

    async def _colours(self, request: Request) -> Response:
        asked = (request.query_params.get(name, "") for name in ("brand", "accent", "ink"))
        brand, accent, ink = (words.lower() if COLOUR.fullmatch(words) else None for words in asked)
        return JSONResponse(told_of_colours(brand, accent, ink) if brand else [])

    async def _note(self, request: Request) -> Response:
        return await self._done(request, lambda _, known, asked: wishes.write(known, asked))

    async def _accept(self, request: Request) -> Response:
        def accept(shown: Shown, known: KitShown, asked: Mapping[str, Any]) -> Noted:
            return wishes.accept(known, _finding(shown, request), str(asked.get("who", ""))[:100], asked)

        return await self._done(request, accept)

    async def _leave(self, request: Request) -> Response:
        def leave(shown: Shown, known: KitShown, asked: Mapping[str, Any]) -> Noted:
            return wishes.leave_out(known, _finding(shown, request), asked)

        return await self._done(request, leave)

    async def _undo(self, request: Request) -> Response:
        def undo(_: Shown, known: KitShown, asked: Mapping[str, Any]) -> Noted:
            return notes.take_back(Changes(known.folder), anyway=asked.get("anyway") is True)

        return await self._done(request, undo)

    async def _done(self, request: Request, do: Callable[[Shown, KitShown, Mapping[str, Any]], Noted]) -> Response:
        """Do what is asked in the body, a JSON object, and tell what became of it."""
        try:
            asked = json.loads(await request.body() or b"{}")
            if not isinstance(asked, dict):
                raise StrangeWishError
            return JSONResponse(await run_in_threadpool(self._write, do, asked))
        except (StrangeWishError, ValueError, RecursionError):
            return PlainTextResponse(STRANGE, 400)

    def _write(
        self, do: Callable[[Shown, KitShown, Mapping[str, Any]], Noted], asked: Mapping[str, Any]
    ) -> dict[str, Any]:
        shown = self._desk.shown
        if not shown.known or not shown.known.is_open:
            raise StrangeWishError
        with self._desk.opened(shown), self._desk.writing:
            try:
                require_there(shown.known.folder)
                done = do(shown, shown.known, asked)
            except PresskitError as error:
                return {"state": "refused", "problems": sentences_of(error.problems)}
        return {"state": done.state, "file": done.file.name if done.file else "", "seen": done.seen, "what": done.what}


def _finding(shown: Shown, request: Request) -> Finding:
    """Return the finding of a request, by the state and its number in it."""
    found = shown.finding(request.path_params["number"], request.path_params["finding"])
    if found is None:
        raise StrangeWishError
    return found
