"""What the window shows of a kit's things, each with where it stands: what was read, what was left out, what is set."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

from presskit import gate
from presskit.checking.acceptance import NEVER
from presskit.composing.look.colour import derive
from presskit.composing.parts.parts import title_of
from presskit.errors import SettingsError
from presskit.findings import Finding
from presskit.kinds import OTHER, kinds
from presskit.model import Biography, Block, Contact, Kit, PhotoSheet, Release, Sheet
from presskit.names import as_one_file
from presskit.noting.changes import Changes
from presskit.noting.notes import seen_of
from presskit.preview.correcting import homes
from presskit.preview.correcting.clock import in_words
from presskit.preview.correcting.homes import Home
from presskit.preview.correcting.mending import fields_of
from presskit.preview.kit_shown import KitShown
from presskit.reading.anatomy.settling import WHY
from presskit.reading.formats.kinds import PICTURES
from presskit.rendering.page_places import outline_of
from presskit.settings.doors import read_front_matter, top_of
from presskit.sorting.plan import KIT_FILE, LISTS, SETTINGS_FILES, can_be_text
from presskit.writing.archive import photos_of

KIT_WORDS = ("title", "event", "date", "embargo", "summary", "theme", "paper")
BRAND_WORDS = ("name", "short_name", "brand", "accent", "ink", "logo", "logo_reversed", "web", "address", "boilerplate")
PHOTO_WORDS = ("caption", "credit", "alt", "terms", "focus")


def panels_json(shown: KitShown, number: int, pdf: bytes, found: Sequence[Finding]) -> dict[str, Any]:
    """Return all that the window says of a kit's things. The gate is open to the kit and its brand."""
    if not shown.is_open:
        return {"number": number, "closed": True}
    kit, folder = shown.kit, shown.folder
    last = Changes(folder).last()
    pages, twins = dict(_pages(kit, outline_of(pdf))), homes.twins_in(folder)
    why = {one.path: one.why for one in shown.sorted.texts}
    return {
        "number": number,
        "undo": last.what if last else "",
        "who": _who(shown.folder),
        "kit": _kit(shown),
        "brand": _brand(shown),
        "photos": [_photo(shown, place, photo) for place, photo in enumerate(photos_of(kit), start=1)],
        "photo_order": _order_of_photos(shown),
        "texts": [
            _text(shown, document, pages.get(document.slug), twins, why.get(document.source, ""))
            for document in _written(kit)
        ],
        "outside": [
            {"name": shown.name_of(one.path), "what": one.what} for one in shown.sorted.outside if one.what not in LISTS
        ],
        "lists": [shown.name_of(path) for path in shown.lists],
        "kinds": [{"name": name, "called": kind.role} for name, kind in kinds().items() if name != OTHER],
        "fields": dict(fields_of(found, shown)),
        "acts": {place: list(acts_on(item, folder)) for place, item in enumerate(found, start=1)},
    }


def acts_on(item: Finding, folder: Path) -> Iterator[str]:
    """Yield what may be done about a finding with one click: accept it, leave its file out."""
    if item.severity == "warning" and item.code not in NEVER:
        yield "accept"
    file = item.where.file
    is_own = file and file.name not in SETTINGS_FILES and gate.is_named_inside(file, folder)
    if file and is_own and (can_be_text(file) or file.suffix.lower() in PICTURES):
        yield "leave"


def _who(folder: Path) -> str:
    """Return who looked last, as kit.toml says; nobody is asked twice."""
    accepted = homes.said_at(Home(folder / KIT_FILE)).get("accepted")
    return str(accepted[-1].get("who", "")) if isinstance(accepted, list) and accepted else ""


def _said_of(home: Home) -> Mapping[str, Any]:
    """Return what the settings of a text say, wherever they stand."""
    if not home.is_top:
        return homes.said_at(home)
    text = gate.text_of(home.file)
    top = top_of(text)
    return _said_at_top("\n".join(text.split("\n")[: (top.last or 0) + 1]), home.file) if top else {}


@lru_cache(maxsize=1024)  # after a save one text of a kit has changed
def _said_at_top(text: str, file: Path) -> Mapping[str, Any]:
    try:
        said = read_front_matter(text, file)[0]
    except SettingsError:  # which the verdict tells
        return {}
    return {word: getattr(said, word) for word in said.stated}


def _stands(home: Home) -> dict[str, str]:
    return {"file": home.file.name, "seen": seen_of(home.file)}


def _kit(shown: KitShown) -> dict[str, Any]:
    kit, home = shown.kit, Home(shown.folder / KIT_FILE)
    said = homes.said_at(home)
    used = {"title": kit.title, "theme": kit.theme, "paper": kit.paper, "date": kit.date}
    by_kit = bool(said.get("contacts")) or not kit.brand.contacts
    return {
        **_stands(home),
        "values": _plain({word: said.get(word) for word in KIT_WORDS}),
        "used": _plain(used),
        "contacts": [_contact(one) for one in kit.contacts],
        "contacts_in": "kit" if by_kit else "brand",
        "embargo": _plain(_embargo(kit)),
    }


def _embargo(kit: Kit) -> dict[str, Any]:
    if not kit.embargo:
        return {}
    until = kit.embargo.until
    where = kit.embargo.source.name if kit.embargo.source else ""
    words = in_words(kit.embargo, kit.zones)
    return {"day": until.date(), "hour": f"{until:%H:%M}", "zone": kit.embargo.zone, "words": words, "in": where}


def _brand(shown: KitShown) -> dict[str, Any]:
    brand, home = shown.kit.brand, homes.of_brand(shown.folder, shown.brand)
    said, palette = homes.said_at(home), derive(brand.brand, brand.accent, brand.ink)
    return {
        **_stands(home),
        "values": _plain({word: said.get(word) for word in BRAND_WORDS}),
        "used": {
            "name": brand.name,
            "brand": brand.brand,
            "accent": palette.accent,
            "ink": palette.ink,
            "logo": brand.logo.name if brand.logo else "",
        },
        "logos": [path.name for path in _beside(home.file) if path.suffix.lower() in (".svg", ".png", ".jpg", ".jpeg")],
        "faces": sorted({face.path.name for face in brand.faces}),
    }


def _beside(file: Path) -> tuple[Path, ...]:
    return gate.files_in(file.parent) if gate.is_folder(file.parent) else ()


def _photo(shown: KitShown, number: int, photo: Any) -> dict[str, Any]:
    home = homes.of_photo(photo.path)
    said = homes.said_at(home)
    return {
        **_stands(home),
        "name": shown.name_of(photo.path),
        "number": number,
        "size": f"{photo.width_px} × {photo.height_px}",
        "values": _plain({word: said.get(word) or getattr(photo, word) for word in PHOTO_WORDS}),
        "rights": photo.rights or "",
        "copy": "\n".join(filter(None, (photo.caption, photo.credit))),
    }


def _order_of_photos(shown: KitShown) -> list[str]:
    """Return what kit.toml calls each photo of the sheet, in order: by its name, by its path where two have the name.

    Portraits, which come behind them, stand where their biographies do.
    """
    photos = [photo for sheet in shown.kit.documents if isinstance(sheet, PhotoSheet) for photo in sheet.photos]
    names = Counter(as_one_file(photo.name) for photo in photos)
    return [shown.name_of(one.path) if names[as_one_file(one.name)] > 1 else one.name for one in photos]


def _written(kit: Kit) -> Iterator[Release | Sheet | Biography]:
    yield from (document for document in kit.documents if not isinstance(document, PhotoSheet))


def _text(
    shown: KitShown, document: Release | Sheet | Biography, page: int | None, twins: Collection[str], why: str
) -> dict[str, Any]:
    home = homes.of_text(shown.folder, document.source, twins)
    removed = [
        {"text": one.text, "why": one.why, "line": one.line, "is_replaced": one.why == WHY} for one in document.removed
    ]
    said = _said_of(home)
    return {
        **_stands(home),
        "name": shown.name_of(document.source),
        "title": title_of(document),
        "kind": document.kind,
        "why": why,
        "page": page,
        "values": _plain(_recognised(document)),
        "removed": removed,
        "keep": [*map(str, said.get("keep") or ())],
        "pull_said": str(said.get("pull") or ""),
        **(_of_release(document) if isinstance(document, Release) else {}),
    }


def _recognised(document: Release | Sheet | Biography) -> dict[str, Any]:
    if isinstance(document, Release):
        known = {"headline": document.headline, "subhead": document.subhead, "date": document.date}
        dateline = " ".join(document.dateline.text.split()) if document.dateline else ""
        return {**known, "dateline": dateline, "boilerplate": _words(document.boilerplate)}
    if isinstance(document, Sheet):
        return {"headline": document.title, "subhead": document.lead}
    return {"name": document.name, "role": document.role, "intro": document.intro}


def _of_release(release: Release) -> dict[str, Any]:
    return {
        "contacts": [_contact(one) for one in release.contacts],
        "quotes": [{"text": one.text, "speaker": one.speaker or ""} for one in release.quotes],
        "pull": release.pull.text if release.pull else "",
        "doubts": [one.field for one in release.doubts],
    }


def _words(blocks: Sequence[Block]) -> str:
    return "\n\n".join(block.text for block in blocks)


def _contact(contact: Contact) -> dict[str, str]:
    said = asdict(contact)
    return {word: said[word] or "" for word in ("name", "role", "email", "phone", "hours", "after_hours", "more")}


def _pages(kit: Kit, outline: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Yield each document with its first page, by the outline, in which documents stand in the kit's order."""
    rest = list(outline)
    for document in kit.documents:
        found = next((place for place, entry in enumerate(rest) if entry[0] == title_of(document)), None)
        if found is not None:
            yield document.slug, rest[found][1]
            rest = rest[found + 1 :]


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as JSON has them; days as the calendar of a browser writes them."""
    return {
        word: value.isoformat()
        if isinstance(value, dt.date | dt.time)
        else value
        if isinstance(value, bool)
        else str(value or "")
        for word, value in values.items()
    }
