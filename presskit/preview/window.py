"""The window's application: what is asked for by the page in the browser, and what it is answered."""

from __future__ import annotations

import asyncio
import json
import time
import tomllib
from collections.abc import AsyncIterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from presskit import gate
from presskit.composing.templating.filling import fill
from presskit.composing.templating.sandbox import sandbox_of
from presskit.kinds import kinds
from presskit.limits import DROPPED_BYTES, FILE_BYTES, MB
from presskit.preview.correcting.clock import places
from presskit.preview.correcting.corrections import Corrections
from presskit.preview.desk import OUTPUTS, Desk
from presskit.preview.drafts import Drafts
from presskit.preview.marking import Marks
from presskit.preview.opening import show
from presskit.preview.pictures import Pictures
from presskit.preview.states import Saved, Shown
from presskit.preview.taking_in.files import Files
from presskit.preview.taking_in.filing import Filing
from presskit.preview.taking_in.kinds_said import KINDS
from presskit.preview.telling import groups_json
from presskit.preview.views import PAPERS, Views
from presskit.resources import shipped
from presskit.settings.theme import theme_names
from presskit.terminal import show_file
from presskit.terminal.phrases import short

WIDTHS_PX = (240, 900, 1600)  # a thumbnail, a page, a page on a fine screen
MOST_WINDOWS = 5  # a browser opens six connections to a place: with one held by each window, none is left to answer by
STILL_THERE_S = 15.0
FACES = {
    "regular.ttf": "source-sans-pro/SourceSansPro-Regular.ttf",
    "bold.ttf": "source-sans-pro/SourceSansPro-Bold.ttf",
    "head.ttf": "source-serif-pro/SourceSerifPro-Regular.ttf",
}
STATIC = {
    "preview.css": "text/css",
    "files.css": "text/css",
    "preview.js": "text/javascript",
    "files.js": "text/javascript",
    "marks.js": "text/javascript",
    "panels.css": "text/css",
    "panels.js": "text/javascript",
    "outputs.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}


class Window:
    """Answers for one desk. frame: the page as it is before anything is known of the kit."""

    def __init__(self, desk: Desk, frame: str) -> None:
        self._desk, self._frame = desk, frame
        self.filing = Filing(desk)
        self._open = 0
        self._closed_at: float | None = None

    def is_left(self, seconds: float, now: float) -> bool:
        """Tell whether the last window was closed that long ago; `now` is the monotonic clock's."""
        return not self._open and self._closed_at is not None and now - self._closed_at > seconds

    def application(self, key: str) -> Starlette:
        """Return what answers below the key."""
        routes = [
            Route("/", self._page),
            Route("/state.json", self._state),
            Route("/events", self._events),
            Route("/page/{number:int}/{page:int}/{width:int}.jpg", self._picture),
            Route("/save/{what}", self._save, methods=["POST"]),
            Route("/open/{number:int}/{finding:int}", self._open_file, methods=["POST"]),
            Route("/show", self._show, methods=["POST"]),
            Route("/end", self._end, methods=["POST"]),
            *Files(self.filing).routes,
            *Marks(self._desk).routes,
            *Corrections(self._desk).routes,
            *Pictures(self._desk).routes,
            *Drafts(self._desk).routes,
            *Views(self._desk).routes,
            Route("/{name}", self._static),
        ]
        return Starlette(
            routes=[Route(f"/{key}{route.path}", route.endpoint, methods=route.methods) for route in routes]
        )

    async def _page(self, _: Request) -> Response:
        return HTMLResponse(self._frame)

    async def _static(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name in STATIC:
            return Response(_shipped(f"templates/preview/{name}"), media_type=STATIC[name])
        if name in FACES:
            return Response(_shipped(f"assets/fonts/{FACES[name]}"), media_type="font/ttf")
        return PlainTextResponse("There is no such thing here.\n", 404)

    async def _state(self, _: Request) -> Response:
        is_begun = self._desk.is_begun
        return JSONResponse({"isBegun": is_begun, **state_json(self._desk.shown)})

    async def _events(self, _: Request) -> Response:
        if self._open >= MOST_WINDOWS:
            return PlainTextResponse("Too many windows are open on this kit. Close one.\n", 503)
        return StreamingResponse(self._news(), media_type="text/event-stream")

    async def _news(self) -> AsyncIterator[str]:
        """Yield the number of the state, and what is being made, whenever one of them changes."""
        loop, news = asyncio.get_running_loop(), asyncio.Event()
        self._open += 1
        try:
            with self._desk.heard_by(lambda: loop.call_soon_threadsafe(news.set)):
                while not self._desk.over.is_set():
                    desk = self._desk
                    said = {"number": desk.shown.number, "isBegun": desk.is_begun, "making": desk.making}
                    yield f"data: {json.dumps(said)}\n\n"
                    try:
                        await asyncio.wait_for(news.wait(), STILL_THERE_S)
                    except TimeoutError:
                        yield ": still there\n\n"
                    news.clear()
                yield 'event: over\ndata: ""\n\n'
        finally:
            self._open -= 1
            self._closed_at = time.monotonic()

    async def _picture(self, request: Request) -> Response:
        wanted = request.path_params
        if wanted["number"] != self._desk.shown.number or wanted["width"] not in WIDTHS_PX:
            return PlainTextResponse("There is no such page any more.\n", 404)
        data = await run_in_threadpool(self._desk.page, wanted["page"], wanted["width"])
        return Response(data, media_type="image/jpeg") if data else PlainTextResponse("There is no such page.\n", 404)

    async def _save(self, request: Request) -> Response:
        what = request.path_params["what"]
        if what not in OUTPUTS:
            return PlainTextResponse("A kit cannot be saved as that.\n", 404)
        return JSONResponse(saved_json(await run_in_threadpool(self._desk.save, what)))

    async def _open_file(self, request: Request) -> Response:
        """Open the file of a finding: one that the window shows, by its number."""
        shown, asked = self._desk.shown, request.path_params
        found = shown.finding(asked["number"], asked["finding"])
        if found is None:
            return PlainTextResponse("The list has changed.\n", 404)
        return JSONResponse({"done": await run_in_threadpool(self._show_one, shown, found.where.file)})

    async def _show(self, _: Request) -> Response:
        """Show the folder of what was written."""
        return JSONResponse({"done": await run_in_threadpool(self._show_folder)})

    def _show_one(self, shown: Shown, file: Path | None) -> bool:
        with self._desk.opened(shown):
            return file is not None and gate.is_inside(file) and show(file)

    def _show_folder(self) -> bool:
        path = self._desk.shown.path
        return show_file(path.parent) if path else False

    async def _end(self, _: Request) -> Response:
        self._desk.close()
        return JSONResponse({"done": True})


def state_json(shown: Shown) -> dict[str, Any]:
    """Return a state as the page in the browser is given it; words of strangers as words."""
    return {
        "number": shown.number,
        "verdict": shown.verdict,
        "state": shown.state,
        "title": shown.title,
        "file": shown.path.name if shown.path else "",
        "size": shown.size if shown.pdf else "",
        "changed": [path.name for path in shown.changed],
        "seconds": round(shown.seconds, 1),
        "pages": shown.sizes_pt,
        "groups": groups_json(shown.found),
    }


def saved_json(saved: Saved) -> dict[str, Any]:
    """Return what became of a wish to save."""
    return {
        "verdict": saved.verdict,
        "file": short(saved.path) if saved.path else "",
        "extent": saved.extent,
        "groups": groups_json(saved.found),
    }


def compose_frame() -> str:
    """Return the page. For the main thread: a template has its clock there."""
    words: Mapping[str, Any] = tomllib.loads(_shipped("templates/preview/words.toml").decode())
    named = [{"what": what, **words["outputs"][what.removeprefix(".")]} for what in OUTPUTS]
    return fill(
        sandbox_of((shipped("templates/preview"),)),
        "page.html",
        {
            "words": words["words"],
            "outputs": named,
            "said": Markup(json.dumps(words["words"])),
            "files": words["files"],
            "questions": words["questions"],
            "said_of_files": Markup(json.dumps({**words["files"], **_of_files()})),
            "panels": words["panels"],
            "zones": places(),
            "panels_said": Markup(
                json.dumps(
                    {
                        **words["panels"],
                        "mending": words["mending"],
                        "anywhere": words["anywhere"],
                        "themes": theme_names(),
                        "papers": PAPERS,
                    }
                )
            ),
        },
    )


def _of_files() -> dict[str, Any]:
    most, most_zip = (round(limit.most / MB) for limit in (FILE_BYTES, DROPPED_BYTES))
    return {"kinds": [_called(kind) for kind in KINDS], "most_mb": most, "most_zip_mb": most_zip}


def _called(kind: str) -> str:
    """Return what a menu calls a kind; nothing for the one that presskit tells by itself."""
    return kinds()[kind].role if kind in kinds() else kind


@cache
def _shipped(name: str) -> bytes:
    return gate.bytes_of(shipped(name))
