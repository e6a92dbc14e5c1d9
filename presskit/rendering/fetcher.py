"""The only way from a page to a file: four kinds of addresses, no network, no path outside.

asset:fonts/x.ttf   a file below presskit's shipped assets
brand:logo.svg      a file below the brand's folder
picture:3           a picture prepared for this document
data:image/png;…    a picture that stands within a drawing, as many programs export logos: one that could be a photo
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from presskit import gate
from presskit.errors import SourceError
from presskit.names import path_at
from presskit.reading.pictures.images import opened
from presskit.rendering.cache import Kept
from presskit.resources import shipped

MIME_TYPES = {
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".css": "text/css",
}
WITHIN = re.compile(r"data:image/(?:png|jpe?g);base64,(?P<data>.+)", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class Reach:
    """What one document may read: of the brand's folder the files that were read already, prepared pictures by name."""

    brand: Path | None = None
    pictures: Mapping[str, Kept] = field(default_factory=dict)
    files: Mapping[Path, bytes] = field(default_factory=dict)


class RefusedError(FatalURLFetchingError):  # type: ignore[misc]
    """An address leads outside. Stops the page: WeasyPrint would only log it and leave a hole."""


class ConfinedFetcher(URLFetcher):  # type: ignore[misc]
    """Fetches what `reach` allows and refuses everything else, http and file addresses included."""

    def __init__(self, reach: Reach) -> None:
        super().__init__(allowed_protocols=())
        self._reach = reach

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:
        """Return the file behind `url`, or raise RefusedError."""
        if within := WITHIN.fullmatch(url):
            return _response(url, *_picture_within(within["data"]))
        path = self.path_of(url)
        data = self._data(url, path) if path and path.suffix.lower() in MIME_TYPES else None
        if path is None or data is None:
            raise RefusedError(url)
        return _response(url, data, MIME_TYPES[path.suffix.lower()])

    def _data(self, url: str, path: Path) -> bytes | None:
        if url in self._reach.pictures:
            return self._reach.pictures[url].read()
        if url.startswith("asset:"):
            return gate.bytes_of(path) if gate.is_file(path) else None
        return self._reach.files.get(path)

    def path_of(self, url: str) -> Path | None:
        """Return the file that `url` stands for, None where it leads outside."""
        if url in self._reach.pictures:
            return self._reach.pictures[url].path
        scheme, _, name = url.partition(":")
        root = {"asset": shipped("assets"), "brand": self._reach.brand}.get(scheme)
        if root is None:
            return None
        path = root / path_at(name)
        return path if gate.is_named_inside(path, root) and gate.is_inside(path) else None


def _response(url: str, data: bytes, mime: str) -> URLFetcherResponse:
    return URLFetcherResponse(url, body=data, headers={"Content-Type": mime})


def _picture_within(encoded: str) -> tuple[bytes, str]:
    """Return a picture that a drawing holds, with its kind; nothing of it where no photo could be one like it."""
    try:
        data = base64.b64decode(unquote(encoded))
        with opened(Path("picture"), data) as image:
            return data, f"image/{str(image.format).lower()}"
    except (binascii.Error, SourceError):
        return b"", "image/png"
