"""Texts read as a build reads them: opened, then understood as what they are."""

from __future__ import annotations

from pathlib import Path

from presskit.model import Biography, Block, Photo, Release, Sheet
from presskit.reading.documents import biographies, boilerplates, releases, sheets
from presskit.reading.documents.photos import read_folder
from presskit.reading.documents.photos import read_one as read_photo
from presskit.reading.embargoes.stated import NOTHING_STATED, Stated
from presskit.reading.formats.opening import open_source
from presskit.reading.result import Reading
from presskit.sorting.gather import look_at_sizes

__all__ = ["read_biography", "read_boilerplate", "read_factsheet", "read_photo", "read_photos", "read_release"]


def read_release(
    path: Path, language: str = "en", region: str = "US", stated: Stated = NOTHING_STATED
) -> Reading[Release]:
    return releases.read_opened(open_source(path), path, language, region, stated)


def read_factsheet(path: Path, language: str = "en", stated: Stated = NOTHING_STATED) -> Reading[Sheet]:
    return sheets.read_opened(open_source(path), path, language, stated)


def read_biography(path: Path, language: str = "en", stated: Stated = NOTHING_STATED) -> Reading[Biography]:
    return biographies.read_opened(open_source(path), path, language, stated)


def read_boilerplate(path: Path, language: str = "en", stated: Stated = NOTHING_STATED) -> Reading[tuple[Block, ...]]:
    return boilerplates.read_opened(open_source(path), path, language, stated)


def read_photos(folder: Path) -> Reading[tuple[Photo, ...]]:
    """Read a folder whose photos are all printed."""
    read = read_folder(folder)
    return Reading(read.document, (*read.findings, *look_at_sizes(read.document, folder)))
