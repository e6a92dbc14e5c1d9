"""What the window is asked about files: they come, are said to be something else, and are set aside.

None of these names a file of the kit but by its number in the list that the window shows. A file that comes brings its
name along, which is judged (presskit.preview.taking_in.receiving).
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from presskit import whole
from presskit.errors import PresskitError
from presskit.preview.door import TAKING_IN
from presskit.preview.taking_in.filing import Filing
from presskit.preview.taking_in.kinds_said import KINDS
from presskit.preview.taking_in.placing import Choice
from presskit.preview.telling import sentences_of

LONGEST_S = 120.0  # for one file: on one computer a hundred MB take a second
LETTERS: Mapping[str, Choice] = {"b": "both", "r": "replace", "s": "skip"}


class Files:
    """Answers for the files of one desk."""

    def __init__(self, filing: Filing) -> None:
        self._filing = filing

    @property
    def routes(self) -> list[Route]:
        """What is asked, and who answers."""
        return [
            Route(f"/{TAKING_IN}", self._begin, methods=["POST"]),
            Route(f"/{TAKING_IN}/{{drop:int}}", self._receive, methods=["PUT"]),
            Route("/sort/{drop:int}", self._sort, methods=["POST"]),
            Route("/place/{drop:int}", self._place, methods=["POST"]),
            Route("/answers", self._answer, methods=["POST"]),
            Route("/files.json", self._list),
            Route("/kind/{version:int}/{number:int}/{kind:int}", self._say, methods=["POST"]),
            Route("/aside/{version:int}/{number:int}", self._set_aside, methods=["POST"]),
        ]

    async def _begin(self, _: Request) -> Response:
        if not self._filing.is_open:
            return _gone()
        return await _done(lambda: {"problems": [], "drop": self._filing.begin_drop()})

    async def _receive(self, request: Request) -> Response:
        drop = self._filing.drop(request.path_params["drop"])
        if drop is None:
            return _gone()
        try:
            place = drop.place_for(request.query_params.get("way", ""))
            if place:
                async with asyncio.timeout(LONGEST_S):
                    await drop.receive(place, request.stream(), int(request.headers.get("content-length", "0")))
        except PresskitError as error:
            return _told(error)
        except TimeoutError:
            return PlainTextResponse("That took too long.\n", 408, {"Connection": "close"})
        except ClientDisconnect:
            return PlainTextResponse("", 400)
        except OSError as error:
            return _refused(error)
        return JSONResponse({"problems": []})

    async def _sort(self, request: Request) -> Response:
        return await _done(lambda: self._filing.sort(request.path_params["drop"]))

    async def _place(self, request: Request) -> Response:
        """Take in what was asked about: the body is a letter for each file that was in the way."""
        letters = (await request.body()).decode("ascii", "replace")
        choices = [LETTERS.get(letter, "both") for letter in letters]
        return await _done(lambda: self._filing.place(request.path_params["drop"], choices))

    async def _answer(self, request: Request) -> Response:
        try:
            said = json.loads(await request.body())
        except ValueError:
            said = None
        if not isinstance(said, dict) or not self._filing.is_open:
            return PlainTextResponse("These are no answers.\n", 400)
        return await _done(lambda: self._filing.answer(said))

    async def _list(self, _: Request) -> Response:
        return JSONResponse(await run_in_threadpool(self._filing.listed))

    async def _say(self, request: Request) -> Response:
        version, number, kind = (request.path_params[name] for name in ("version", "number", "kind"))
        if kind >= len(KINDS):
            return _gone()
        return await _done(lambda: {"problems": [], "done": self._filing.say(version, number, KINDS[kind])})

    async def _set_aside(self, request: Request) -> Response:
        version, number = (request.path_params[name] for name in ("version", "number"))
        return await _done(lambda: {"problems": [], "place": self._filing.set_aside(version, number)})


async def _done(work: Callable[[], dict[str, Any]]) -> Response:
    """Do work in a thread, and answer with what came of it, or with what there is to say."""
    try:
        return JSONResponse(await run_in_threadpool(work))
    except PresskitError as error:
        return _told(error)
    except KeyError:
        return _gone()
    except OSError as error:
        return _refused(error)


def _told(error: PresskitError) -> Response:
    return JSONResponse({"problems": sentences_of(error.problems)})


def _refused(error: OSError) -> Response:
    return JSONResponse({"problems": [f"It could not be taken in: {whole.reason_of(error)}."]})


def _gone() -> Response:
    return PlainTextResponse("That is not here any more. Try it again.\n", 404)
