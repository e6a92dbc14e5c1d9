"""What goes out, looked at before it is saved: the same kit for a mail, a printer, in another look; nothing is written.

What is looked at is by the byte what a build would write.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from presskit.errors import PresskitError
from presskit.findings import Finding, verdict_of
from presskit.making.orders import BuildOrder
from presskit.preview.desk import OUTPUTS, Desk
from presskit.preview.remaking import NOTHING_MADE
from presskit.preview.telling import groups_json
from presskit.rendering.page_pictures import draw_page, sizes_of
from presskit.reporting import in_order
from presskit.settings.themes import theme_names
from presskit.terminal.phrases import megabytes
from presskit.terminal.verdicts import extent_of, headline_of
from presskit.whole import Filling

SCREEN = "screen"
PAPERS = ("letter", "a4")
WIDTHS_PX = (900, 1600)
NONE = "There is no such page any more.\n"


@dataclass(frozen=True)
class View:
    """A kit as it would go out. number: counts the views. data: what would be written. extent: pages, and MB."""

    number: int
    verdict: str
    state: str
    found: tuple[Finding, ...]
    file: str = ""
    data: bytes = b""
    extent: str = ""


class Views:
    """Makes views of a desk's kit; the last one is kept, for its pages to be drawn."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._view = View(0, "", "", ())

    @property
    def routes(self) -> list[Route]:
        """What is asked, and who answers."""
        return [
            Route("/view/{what}", self._look, methods=["POST"]),
            Route("/viewed/{number:int}/{page:int}/{width:int}.jpg", self._page),
        ]

    def look(self, what: str, theme: str | None = None, paper: str | None = None) -> View:
        """Make a kit as one of OUTPUTS, or the screen's; in another look or on another paper, where they are named."""
        number = self._view.number + 1
        try:
            order = replace(self._order(what), theme=theme or self._desk.order.theme)
            order = replace(order, paper=paper or self._desk.order.paper)
            made, path, contents = self._desk.engine.make(order)
        except PresskitError as error:
            self._view = View(number, NOTHING_MADE, "not ready", tuple(error.problems))
            return self._view
        data = whole_of(contents[path])
        size = megabytes(len(data))
        extent = f"{extent_of(made)}, {size}" if path.suffix == ".pdf" else size
        verdict = headline_of(made.findings, made.kit.purpose)
        found = tuple(in_order(made.findings))
        self._view = View(number, verdict, verdict_of(found), found, path.name, data, extent)
        return self._view

    def _order(self, what: str) -> BuildOrder:
        return replace(self._desk.order, output=None) if what == SCREEN else self._desk.order_for(what)

    async def _look(self, request: Request) -> Response:
        what, asked = request.path_params["what"], request.query_params
        theme, paper = asked.get("theme") or None, asked.get("paper") or None
        is_known = what in (SCREEN, *OUTPUTS) and theme in (None, *theme_names()) and paper in (None, *PAPERS)
        if not is_known:
            return PlainTextResponse("A kit cannot be looked at as that.\n", 404)
        return JSONResponse(view_json(await run_in_threadpool(self.look, what, theme, paper)))

    async def _page(self, request: Request) -> Response:
        asked, view = request.path_params, self._view
        if asked["number"] != view.number or asked["width"] not in WIDTHS_PX:
            return PlainTextResponse(NONE, 404)
        data = await run_in_threadpool(self._drawn, view, asked["page"], asked["width"])
        return Response(data, media_type="image/jpeg") if data else PlainTextResponse(NONE, 404)

    def _drawn(self, view: View, page: int, width_px: int) -> bytes | None:
        with self._desk.drawing:
            picture = draw_page(view.data, page, width_px) if view.file.endswith(".pdf") else None
        return picture.data if picture else None


def whole_of(content: bytes | Filling) -> bytes:
    """Return what would be written as bytes, where it is told by a function that writes it."""
    if isinstance(content, bytes):
        return content
    file = io.BytesIO()
    content(file)
    return file.getvalue()


def view_json(view: View) -> dict[str, Any]:
    """Return a view as the page in the browser is given it: its pages, its words or its files."""
    return {
        "number": view.number,
        "verdict": view.verdict,
        "file": view.file,
        "extent": view.extent,
        "groups": groups_json(view.found),
        **_content(view),
    }


def _content(view: View) -> Mapping[str, Any]:
    if view.file.endswith(".pdf"):
        return {"pages": sizes_of(view.data)}
    if view.file.endswith(".txt"):
        return {"text": view.data.decode()}
    if view.file.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(view.data)) as archive:
            return {"files": [f"{one.filename}, {megabytes(one.file_size)}" for one in archive.infolist()]}
    return {}
