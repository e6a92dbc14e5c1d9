"""The window's application: what is asked for by the page in the browser, and what it is answered."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from functools import cache
from threading import Event, Lock
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.types import Receive, Scope, Send

from presskit import gate
from presskit.preview.desk import PAGE_PX, Desk
from presskit.preview.states import Shown
from presskit.resources import shipped

if TYPE_CHECKING:
    from presskit.preview.rooms import Rooms

WIDTHS_PX = (240, PAGE_PX, 1600)  # a thumbnail, a page, a page on a fine screen
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
    """Answers for one desk.

    frame: the page as it is before anything is known of the kit. waits: what answers all that is asked besides pages is
    loaded by `load`, and waited for.
    """

    def __init__(self, desk: Desk, frame: str, *, waits: bool = False) -> None:
        self._desk, self._frame = desk, frame
        self._rooms: Rooms | None = None
        self._loading = Lock()
        self._loaded = Event()
        if not waits:
            self._loaded.set()
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
            Route("/end", self._end, methods=["POST"]),
            *(Route(f"/{name}", self._static) for name in (*STATIC, *FACES)),
        ]
        pages = [Route(f"/{key}{route.path}", route.endpoint, methods=route.methods) for route in routes]
        return Starlette(routes=[*pages, Mount(f"/{key}", self._in_rooms)])

    @property
    def rooms(self) -> Rooms:
        """What answers all else, as soon as it is loaded."""
        self._loaded.wait()
        return self._begun()

    def load(self) -> None:
        """Load what answers all that is asked besides pages.

        By the thread that makes the kit: a worker that is forked while another thread loads a module would wait for
        that module for ever.
        """
        self._begun()
        self._loaded.set()

    def _begun(self) -> Rooms:
        with self._loading:
            if self._rooms is None:
                from presskit.preview.rooms import Rooms  # noqa: PLC0415  (the first page is drawn before)

                self._rooms = Rooms(self._desk)
            return self._rooms

    async def _in_rooms(self, scope: Scope, receive: Receive, send: Send) -> None:
        rooms = await run_in_threadpool(lambda: self.rooms)
        await rooms.router(scope, receive, send)

    def close(self) -> None:
        """Give up what was begun and not done."""
        if self._rooms:
            self._rooms.close()

    async def _page(self, _: Request) -> Response:
        return HTMLResponse(self._frame)

    async def _static(self, request: Request) -> Response:
        name = request.url.path.rpartition("/")[2]
        if name in STATIC:
            return Response(_shipped(f"templates/preview/{name}"), media_type=STATIC[name])
        return Response(_shipped(f"assets/fonts/{FACES[name]}"), media_type="font/ttf")

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
        "groups": shown.groups,
    }


@cache
def _shipped(name: str) -> bytes:
    return gate.bytes_of(shipped(name))
