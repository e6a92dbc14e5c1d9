"""What lies in a kit's folder and is passed over: settings that nothing reads, another brand, a logo nobody named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from presskit import gate, zipped
from presskit.findings import Finding, Where, finding
from presskit.kinds import LEAVE_OUT
from presskit.model import Brand
from presskit.names import quoted
from presskit.settings import KitSettings
from presskit.sorting.choosing import unnamed_logo
from presskit.sorting.names import folder_that_says
from presskit.sorting.plan import KIT_FILE, PHOTOS_FILE, Outside, kind_said
from presskit.sorting.sources import Sources

MOST_NAMES = 3  # of a ZIP, quoted


def unread_brands(sources: Sources, settings: KitSettings) -> Iterator[Finding]:
    """Yield what there is to say of each brand.toml in a kit's folder that is not its brand's."""
    files = (*sources.listed.files, *sources.listed.closed) if settings.brand else ()
    for path in (path for path in files if path.name == "brand.toml"):
        if gate.real(path.parent) != gate.real(settings.brand or path.parent):
            place, other = (gate.real(one).name for one in (path.parent, settings.brand or path.parent))
            there = Path(os.path.relpath(path.parent, sources.folder)).as_posix()
            way = f'Take out the one that does not hold, or name the right folder in kit.toml: brand = "{there}"'
            reason = f"the kit's brand is the one in “{other}”"
            yield finding("s-041", Where(path), name=path.name, folder=place, reason=reason, way=way)


def unread_settings(sources: Sources, settings: KitSettings, photos: Iterable[Path]) -> Iterator[Finding]:
    """Yield what there is to say of settings that nothing reads: another kit's, and words of photos that lie elsewhere.

    photos: every picture that was looked at. Those of old kits are no news.
    """
    root, ours = sources.folder, gate.real(zipped.called(sources.folder)).name
    with_photos = list(dict.fromkeys(path.parent for path in photos))
    for path in sources.listed.files:
        name, place = path.name, gate.real(path.parent).name
        if folder_that_says("old", path, root) or kind_said(path, root, kinds_said(settings)) == LEAVE_OUT:
            continue
        if name == KIT_FILE and path.parent != root:
            reason = f"what is built is “{ours}”"
            way = f"Take it out, or build that folder by itself: presskit build {quoted(str(path.parent))}"
            yield finding("s-041", Where(path), name=name, folder=place, reason=reason, way=way)
        elif name == PHOTOS_FILE and with_photos and path.parent not in with_photos:
            reason = "no photo lies beside it"
            way = f"Move it to the photos it speaks of, such as those in “{gate.real(with_photos[0]).name}”."
            yield finding("s-041", Where(path), name=name, folder=place, reason=reason, way=way)


def logos_beside(sources: Sources, settings: KitSettings, brand: Brand) -> Iterator[Outside]:
    """Yield the logo that lies beside a brand.toml which names none."""
    if settings.brand and not (brand.is_neutral or brand.logo or brand.logo_reversed):
        home, said = gate.real(settings.brand), kinds_said(settings)
        beside = (path for path in sources.listed.closed if gate.real(path.parent) == home)
        yield from unnamed_logo(path for path in beside if kind_said(path, sources.folder, said) != LEAVE_OUT)


def kinds_said(settings: KitSettings) -> dict[str, str]:
    """Return the kinds that kit.toml states, by a file's name or its path."""
    return {name: one.kind for name, one in settings.files.items() if one.kind}


def doubtful_names(folder: Path) -> Iterator[Finding]:
    """Yield what there is to say of a ZIP whose names may be read wrongly."""
    path, names = zipped.doubtful_in(folder)
    if names:
        some = [f"“{name}”" for name in names[:MOST_NAMES]]
        more = [f"{len(names) - MOST_NAMES} more"] if len(names) > MOST_NAMES else []
        yield finding("s-040", Where(path), name=path.name, names=" and ".join([", ".join(some), *more]))
