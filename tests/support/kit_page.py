"""The web page of a kit, made at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from presskit.composing.web import NO_FILES, with_pictures
from presskit.model import Kit
from presskit.writing.web import page_without_pictures


def kit_page(kit: Kit, pictures: Mapping[Path, bytes], beside: Sequence[str] = ()) -> bytes:
    """Return the page as UTF-8. pictures: those it shows, at the size of a screen."""
    page = page_without_pictures(kit, tuple(pictures), beside, NO_FILES)
    return with_pictures(page, list(pictures.values())).encode()
