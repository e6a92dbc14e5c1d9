"""What a window showed last: where nothing has changed since, its pages are there before the kit is made.

The kit is made all the same, and what comes of it takes their place: all else in the window is known only then.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from presskit import gate, records
from presskit.findings import Finding, Where
from presskit.making.orders import BuildOrder
from presskit.preview.states import Shown
from presskit.rendering.page_pictures import sizes_of

if TYPE_CHECKING:
    from presskit.making.watching import Built


def remember(order: BuildOrder, built: Built, shown: Shown, begun: float) -> None:
    """Keep what a window shows of a kit made since `begun` (seconds since 1970), if nothing changed since then."""
    if built.made is None or shown.path is None or shown.name is None:
        return
    said = {"verdict": shown.verdict, "state": shown.state, "title": shown.title, "groups": shown.groups}
    found = [asdict(one) | {"where": asdict(one.where) | {"file": _written(one.where.file)}} for one in shown.found]
    words, read = json.dumps({**said, "name": str(shown.name), "found": found}), order.read_for(built.made)
    done = records.Done(words, 0, read, (shown.path,), built.made.until)
    records.keep(records.Begun(_words(order), begun, (), frozenset()), done)


def remembered(order: BuildOrder) -> Shown | None:
    """Return what a window on the same kit showed last; None where anything has changed since."""
    record = records.answer(_words(order))
    if record is None:
        return None
    said, [path] = json.loads(record.said), map(Path, record.written)
    with gate.opened(path):
        pdf = gate.bytes_of(path)
    found = tuple(_finding(**one) for one in said["found"])
    return Shown(
        number=1,
        verdict=said["verdict"],
        state=said["state"],
        title=said["title"],
        found=found,
        groups=said["groups"],
        pdf=pdf,
        path=path,
        name=Path(said["name"]),
        sizes_pt=sizes_of(pdf),
    )


def _words(order: BuildOrder) -> tuple[str, ...]:
    return (records.WINDOW, repr(replace(order, now=None, jobs=None)))


def _written(file: Path | None) -> str | None:
    return str(file) if file else None


def _finding(where: dict[str, Any], **said: Any) -> Finding:
    file = Path(where["file"]) if where["file"] else None
    return Finding(where=Where(file, where["line"], where["page"], tuple(where["others"])), **said)
