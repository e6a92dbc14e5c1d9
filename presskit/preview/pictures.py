"""The photos of a kit in the window: small to look at, and as a journalist gets them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from presskit.model import Kit, Photo
from presskit.preview.desk import Desk
from presskit.reading.pictures.images import kind_of
from presskit.rendering.cache import Cache, default_cache_folder
from presskit.rendering.pictures import WEB_SMALL_PT
from presskit.working.workers import Task, limits_for
from presskit.writing.archive import photos_of
from presskit.writing.mails.photo import name_of, photo_mail

NONE = "There is no such photo any more.\n"


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
            Route("/mail/{number:int}/{photo:int}", self._mail),
        ]

    async def _small(self, request: Request) -> Response:
        def asked(photo: Photo, _: Kit) -> tuple[object, ...]:
            cache = Cache(default_cache_folder(), self._desk.order.use_cache)
            return photo.path, photo.width_px / photo.height_px, WEB_SMALL_PT, cache

        made = await run_in_threadpool(self._made, request, "presskit.rendering.pictures:prepare_for_web", asked)
        return Response(made[1], media_type=_kind(made[1])) if made else PlainTextResponse(NONE, 404)

    async def _for_press(self, request: Request) -> Response:
        """Send a photo as large as it is, with the words about it inside, as in the kit's ZIP."""
        made = await run_in_threadpool(self._full_size, request)
        if made is None:
            return PlainTextResponse(NONE, 404)
        photo, data = made
        return _file(name_of(photo, data), data, _kind(data))

    async def _mail(self, request: Request) -> Response:
        """Send the draft of a mail with a photo, as large as it is: for a person to address and to send."""
        shown = self._desk.shown
        made = await run_in_threadpool(self._full_size, request)
        if made is None or shown.known is None:
            return PlainTextResponse(NONE, 404)
        photo, data = made
        name = name_of(photo, data)
        mail = photo_mail(shown.known.kit, photo, name, data)
        return _file(f"{PurePath(name).stem}.eml", mail, "message/rfc822")

    def _full_size(self, request: Request) -> tuple[Photo, bytes] | None:
        def asked(photo: Photo, kit: Kit) -> tuple[object, ...]:
            return photo, kit.brand

        return self._made(request, "presskit.writing.pictures.photos:full_size", asked)

    def _made(
        self, request: Request, function: str, asked: Callable[[Photo, Kit], tuple[object, ...]]
    ) -> tuple[Photo, bytes] | None:
        """Return a photo by its number in the state that is shown, and what a function makes of what it is asked."""
        shown, place = self._desk.shown, request.path_params["photo"]
        photos = photos_of(shown.known.kit) if shown.known else ()
        if shown.known is None or request.path_params["number"] != shown.number or not 0 < place <= len(photos):
            return None
        photo = photos[place - 1]
        with self._desk.opened(shown):
            task = Task(function, asked(photo, shown.known.kit), limits_for([photo.path]))
            [outcome] = self._desk.engine.run(self._desk.order, [task])
        return (photo, outcome.value) if outcome.value else None


def _file(name: str, data: bytes, kind: str) -> Response:
    """Return a file that the browser saves under a name."""
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(data, media_type=kind, headers=headers)


def _kind(data: bytes) -> str:
    return "image/png" if kind_of(data) == "PNG" else "image/jpeg"
