"""The photos of a kit in the window: small to look at, and as a journalist gets them."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from presskit.model import Photo
from presskit.names import portable
from presskit.preview.desk import Desk
from presskit.rendering.cache import Cache, default_cache_folder
from presskit.rendering.pictures import WEB_SMALL_PT
from presskit.working.workers import Outcome, Task, limits_for
from presskit.writing.archive import photos_of

NONE = "There is no such photo any more.\n"
KINDS = {b"\x89": ("image/png", ".png"), b"\xff": ("image/jpeg", ".jpg")}


class Pictures:
    """Answers for the photos of a desk's kit; each is opened in a limited process, as every file from elsewhere."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def routes(self) -> list[Route]:
        """What is asked, and who answers."""
        return [
            Route("/photo/{number:int}/{photo:int}.jpg", self._small),
            Route("/press/{number:int}/{photo:int}", self._for_press),
        ]

    async def _small(self, request: Request) -> Response:
        made = await run_in_threadpool(self._made, request, "presskit.rendering.pictures:prepare_for_web")
        return Response(made[1].value, media_type=_kind(made[1].value)[0]) if made else PlainTextResponse(NONE, 404)

    async def _for_press(self, request: Request) -> Response:
        """Send a photo as large as it is, with the words about it inside, as in the kit's ZIP."""
        made = await run_in_threadpool(self._made, request, "presskit.writing.pictures.photos:full_size")
        if made is None:
            return PlainTextResponse(NONE, 404)
        photo, data = made[0], made[1].value
        kind, ending = _kind(data)
        name = quote(f"{portable(PurePath(photo.name).stem)}{ending}")
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
        return Response(data, media_type=kind, headers=headers)

    def _made(self, request: Request, function: str) -> tuple[Photo, Outcome] | None:
        """Return a photo by its number in the state that is shown, and what a function makes of it."""
        shown, place = self._desk.shown, request.path_params["photo"]
        photos = photos_of(shown.known.kit) if shown.known else ()
        if shown.known is None or request.path_params["number"] != shown.number or not 0 < place <= len(photos):
            return None
        photo = photos[place - 1]
        if function.endswith("full_size"):
            arguments: tuple[object, ...] = (photo, shown.known.kit.brand)
        else:
            shape = photo.width_px / photo.height_px
            arguments = (photo.path, shape, WEB_SMALL_PT, Cache(default_cache_folder(), self._desk.order.use_cache))
        with self._desk.opened(shown):
            [outcome] = self._desk.engine.run(self._desk.order, [Task(function, arguments, limits_for([photo.path]))])
        return (photo, outcome) if outcome.value else None


def _kind(data: bytes) -> tuple[str, str]:
    return KINDS.get(data[:1], KINDS[b"\xff"])
