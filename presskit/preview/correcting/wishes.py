"""What a person changes in the window becomes words in a settings file, or is refused with its reason."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from presskit import gate
from presskit.findings import Finding
from presskit.kinds import LEAVE_OUT
from presskit.noting import notes
from presskit.noting.changes import Changes
from presskit.noting.notes import Noted
from presskit.noting.tables import Value, with_entry
from presskit.preview.correcting import homes
from presskit.preview.correcting.homes import Home
from presskit.preview.correcting.panels import acts_on
from presskit.preview.kit_shown import KitShown
from presskit.sorting.plan import KIT_FILE
from presskit.writing.archive import photos_of

OF_A_BRAND = "name short_name brand accent ink logo logo_reversed web address boilerplate contacts"
OF_A_TEXT = "kind headline subhead date dateline contacts boilerplate pull keep name role intro"
WORDS: Mapping[str, frozenset[str]] = {
    "kit": frozenset(["title", "event", "date", "embargo", "summary", "theme", "paper", "contacts", "photo_order"]),
    "brand": frozenset(OF_A_BRAND.split()),
    "photo": frozenset(["caption", "credit", "alt", "terms", "focus"]),
    "text": frozenset(OF_A_TEXT.split()),
    "file": frozenset(["kind"]),
}
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MOST_ENTRIES = 50


class StrangeWishError(ValueError):
    """A request that the window's own page does not send."""


def write(shown: KitShown, asked: Mapping[str, Any]) -> Noted:
    """Write what is asked: {"thing", "name", "values", "seen", "what"}. The gate is open to the kit and its brand.

    thing: one of WORDS. name: of a photo, a text or another file, as the window names it. seen: the digest of the
    settings file as the window knows it; None writes all the same. Raises StrangeWishError, SettingsError, OutputError.
    """
    thing, values = str(asked.get("thing")), asked.get("values")
    if not isinstance(values, Mapping) or not values.keys() <= WORDS.get(thing, frozenset()):
        raise StrangeWishError
    home = _home(shown, thing, str(asked.get("name", "")))
    known = {word: _value(word, value) for word, value in values.items()}
    return _write(home.file, home.saying(known), shown, asked, str(asked.get("what", ""))[:200])


def accept(shown: KitShown, item: Finding, who: str, asked: Mapping[str, Any]) -> Noted:
    """Write into kit.toml that somebody looked at a finding and found it right. Raises as `write` does."""
    if not who.strip() or "accept" not in acts_on(item, shown.folder):
        raise StrangeWishError
    entry = {"words": item.message, "who": who.strip()}
    if item.where.file:
        entry = {"file": shown.name_of(item.where.file), **entry}
    edit = partial(with_entry, name="accepted", values=entry)
    return _write(shown.folder / KIT_FILE, edit, shown, asked, f"accepted: {item.message}")


def leave_out(shown: KitShown, item: Finding, asked: Mapping[str, Any]) -> Noted:
    """Write into kit.toml that the file of a finding stays out of the kit for good. Raises as `write` does."""
    file = item.where.file
    if not file or "leave" not in acts_on(item, shown.folder):
        raise StrangeWishError
    home = homes.of_file(shown.folder, file)
    return _write(home.file, home.saying({"kind": LEAVE_OUT}), shown, asked, f"left out: {file.name}")


def _write(file: Path, edit: Callable[[str], str], shown: KitShown, asked: Mapping[str, Any], what: str) -> Noted:
    seen = asked.get("seen")
    return notes.write(file, edit, None if seen is None else str(seen), what, Changes(shown.folder))


def _home(shown: KitShown, thing: str, name: str) -> Home:
    """Return where a thing's words stand. Its name is no path: it is looked up among what the window shows."""
    if thing == "kit":
        return Home(shown.folder / KIT_FILE)
    if thing == "brand":
        return homes.of_brand(shown.folder, shown.brand)
    if thing == "photo":
        return homes.of_photo(_known(shown, name, [photo.path for photo in photos_of(shown.kit)]))
    texts = [one.path for one in shown.sorted.texts]
    if thing == "text":
        return homes.of_text(shown.folder, _known(shown, name, texts))
    every = [*texts, *(one.path for one in shown.sorted.outside), *shown.sorted.photos]
    return homes.of_file(shown.folder, _known(shown, name, every))


def _known(shown: KitShown, name: str, paths: list[Path]) -> Path:
    found = next((path for path in paths if shown.name_of(path) == name), None)
    if found is None or not gate.is_inside(found):
        raise StrangeWishError
    return found


def _value(word: str, value: object) -> Value:
    """Return a value as a settings file holds it: words, a day, lines, or groups of words."""
    if word == "date" and isinstance(value, str) and ISO_DAY.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            return value
    if value is None or isinstance(value, str):
        return value.strip() if value else None
    if not isinstance(value, list) or len(value) > MOST_ENTRIES:
        raise StrangeWishError
    if word == "contacts":
        return [_entry(one) for one in value if isinstance(one, Mapping) and any(one.values())]
    if not all(isinstance(one, str) for one in value):
        raise StrangeWishError
    return value


def _entry(entry: Mapping[str, Any]) -> dict[str, str]:
    return {str(word): str(value).strip() for word, value in entry.items() if str(value or "").strip()}
