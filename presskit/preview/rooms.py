"""What the window answers besides its pages: files, corrections, photos, drafts, what goes out.

Loaded once the page that is looked at is drawn, which waits for none of it (presskit.preview.window.Window.load).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, Router

from presskit import gate
from presskit.preview.correcting.corrections import Corrections
from presskit.preview.desk import OUTPUTS, Desk
from presskit.preview.drafts import Drafts
from presskit.preview.marking import Marks
from presskit.preview.opening import show
from presskit.preview.pictures import Pictures
from presskit.preview.states import Saved, Shown
from presskit.preview.taking_in.files import Files
from presskit.preview.taking_in.filing import Filing
from presskit.preview.telling import groups_json
from presskit.preview.views import Views
from presskit.terminal import show_file
from presskit.terminal.phrases import short


class Rooms:
    """Answers for one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.filing = Filing(desk)
        routes = [
            Route("/save/{what}", self._save, methods=["POST"]),
            Route("/open/{number:int}/{finding:int}", self._open_file, methods=["POST"]),
            Route("/show", self._show, methods=["POST"]),
            *Files(self.filing).routes,
            *Marks(desk).routes,
            *Corrections(desk).routes,
            *Pictures(desk).routes,
            *Drafts(desk).routes,
            *Views(desk).routes,
        ]
        self.router = Router(routes)

    def close(self) -> None:
        """Give up what was dropped and took no place."""
        self.filing.close()

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


def saved_json(saved: Saved) -> dict[str, Any]:
    """Return what became of a wish to save."""
    return {
        "verdict": saved.verdict,
        "file": short(saved.path) if saved.path else "",
        "extent": saved.extent,
        "groups": groups_json(saved.found),
    }
