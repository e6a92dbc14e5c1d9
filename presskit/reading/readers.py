"""The readers, one for each kind of document: the front door of reading.

Every reader raises SourceError, with the file named, where a source cannot be read; all else is a finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from presskit.model import Biography, Block, Factsheet, Photo, Release
from presskit.reading.documents import biographies, boilerplates, factsheets, photos, releases
from presskit.reading.embargoes.stated import NOTHING_STATED, Stated
from presskit.reading.result import Reading


def read_release(
    path: Path, language: str = "en", region: str = "US", stated: Stated = NOTHING_STATED
) -> Reading[Release]:
    """Read a press release; `region` (ISO 3166) decides how phone numbers are read. `stated`: what kit.toml says."""
    return releases.read(path, language, region, stated)


def read_factsheet(path: Path, language: str = "en", stated: Stated = NOTHING_STATED) -> Reading[Factsheet]:
    """Read a factsheet: title, lead, and sections of figures, facts, questions or text."""
    return factsheets.read(path, language, stated)


def read_biography(path: Path, language: str = "en", stated: Stated = NOTHING_STATED) -> Reading[Biography]:
    """Read a biography: name, role, one line of introduction, text."""
    return biographies.read(path, language, stated)


def read_boilerplate(path: Path, language: str = "en", stated: Stated = NOTHING_STATED) -> Reading[tuple[Block, ...]]:
    """Read the standing text about the organisation."""
    return boilerplates.read(path, language, stated)


def read_photos(folder: Path, chosen: Sequence[Path] | None = None) -> Reading[tuple[Photo, ...]]:
    """Read the photos of a folder; their words come from photos.toml, else from the pictures' own IPTC and XMP."""
    return photos.read_folder(folder, chosen)


def read_photo(path: Path) -> Reading[Photo | None]:
    """Read one picture, such as a portrait, with the words about it; None where it cannot be printed."""
    return photos.read_one(path)
