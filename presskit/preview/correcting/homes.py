"""Where what is said of each thing of a kit stands: the file a person would have written it into, and the place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from presskit import gate
from presskit.errors import SourceError
from presskit.names import as_one_file
from presskit.noting.tables import Value, values_in, with_values
from presskit.noting.tops import can_hold, with_settings
from presskit.reading.documents.photos import SETTINGS_FILE as PHOTOS_FILE
from presskit.settings.where import holds_settings
from presskit.sorting.folders import BRAND_FILE
from presskit.sorting.plan import KIT_FILE


@dataclass(frozen=True)
class Home:
    """A settings file and a table in it, () for the file itself; is_top: the file is a text, with them at its top."""

    file: Path
    table: tuple[str, ...] = ()
    is_top: bool = False

    def saying(self, values: Mapping[str, Value]) -> Callable[[str], str]:
        """Return what makes of the file's words those with other values."""
        if self.is_top:
            return partial(with_settings, values=values)
        return partial(with_values, table=self.table, values=values)


def of_brand(kit: Path, brand: Path | None) -> Home:
    """Return where a kit's brand is described; in the kit's folder “brand” where nobody described it yet."""
    return Home((brand or kit / "brand") / BRAND_FILE)


def of_photo(photo: Path) -> Home:
    """Return where a photo's words stand: beside it, under its name."""
    file = photo.parent / PHOTOS_FILE
    said = _said(file)
    inner = said.get("photos")
    tables: dict[tuple[str, ...], str] = {(name,): name for name in said if name != "photos"}
    tables |= {("photos", name): name for name in inner} if isinstance(inner, dict) else {}
    wanted = as_one_file(photo.name)
    known = next((table for table, name in tables.items() if as_one_file(name) == wanted), None)
    return Home(file, known or (("photos", photo.name) if isinstance(inner, dict) else (photo.name,)))


def of_file(kit: Path, path: Path, twins: Collection[str] | None = None) -> Home:
    """Return where kit.toml speaks of a file: by its name, or by its path where another file has the name too.

    twins: what `twins_in` says of the kit, for whoever asks of many files; None looks.
    """
    place = path.relative_to(kit).as_posix()
    files = _said(kit / KIT_FILE).get("files", {})
    known = next((name for name in (place, path.name) if name in files), None)
    if known is None and as_one_file(path.name) in (twins_in(kit) if twins is None else twins):
        known = place
    return Home(kit / KIT_FILE, ("files", known or path.name))


def twins_in(kit: Path) -> frozenset[str]:
    """Return the names that several files of a kit have, as one computer or another would tell them apart."""
    counts = Counter(as_one_file(path.name) for path in gate.walk(kit))
    return frozenset(name for name, count in counts.items() if count > 1)


def of_text(kit: Path, path: Path, twins: Collection[str] | None = None) -> Home:
    """Return where a text's settings stand: at its top where it can hold some, and kit.toml does not speak of it."""
    in_kit = of_file(kit, path, twins)
    if not holds_settings(path) or in_kit.table[-1] in _said(kit / KIT_FILE).get("files", {}):
        return in_kit
    try:
        text = gate.bytes_of(path).decode()
    except (SourceError, UnicodeDecodeError):
        return in_kit
    return Home(path, is_top=True) if can_hold(text) else in_kit


def said_at(home: Home) -> Mapping[str, object]:
    """Return what stands in a table of a settings file; nothing where it cannot be read: whoever writes is told so."""
    said: object = _said(home.file)
    for name in home.table:
        said = said.get(name, {}) if isinstance(said, dict) else {}
    return said if isinstance(said, dict) else {}


def _said(file: Path) -> Mapping[str, Any]:
    try:
        return _values(gate.text_of(file)) if gate.is_there(file) else {}
    except (SourceError, ValueError, RecursionError):  # tomllib raises the last for brackets in brackets
        return {}


@lru_cache(maxsize=4)  # each photo of a kit is looked up in the same photos.toml, each text in the same kit.toml
def _values(text: str) -> Mapping[str, Any]:
    return values_in(text)
