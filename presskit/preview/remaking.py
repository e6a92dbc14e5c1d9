"""The kit of a window is made: what comes of it is the window's next state, or what became of a wish to save it.

Loaded once what is remembered is shown: nobody waits for it (presskit.preview.desk).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from presskit import gate
from presskit.errors import PresskitError
from presskit.findings import Finding, verdict_of
from presskit.making.orders import BuildOrder
from presskit.making.warm import Engine
from presskit.making.watching import Built
from presskit.outcomes import Progress
from presskit.preview.kit_shown import KitShown
from presskit.preview.states import Saved, Shown
from presskit.preview.telling import groups_json
from presskit.rendering.page_pictures import sizes_of
from presskit.reporting import in_order
from presskit.terminal.verdicts import extent_of, headline_of, size_of
from presskit.writing import files

NOTHING_MADE = "Nothing was made; what was there stays"
NO_PAGES = "No pages could be made yet"


def saved(engine: Engine, order: BuildOrder, progress: Progress) -> Saved:
    """Write a kit, and return what became of it."""
    try:
        made, path = engine.build(order, progress)
    except PresskitError as error:
        return Saved(NOTHING_MADE, "not ready", tuple(error.problems))
    verdict = headline_of(made.findings, made.kit.purpose)
    extent = [extent_of(made)] if path.suffix == ".pdf" else []
    told = tuple(in_order(made.findings))
    return Saved(verdict, verdict_of(made.findings), told, path, ", ".join([*extent, size_of(path)]))


def next_state(before: Shown, built: Built) -> Shown:
    """Return the window's next state; where nothing could be made, with the last good pages."""
    number = before.number + 1
    if not built.made or not built.path:
        problems = tuple(built.error.problems) if built.error else ()
        verdict = NOTHING_MADE if before.pdf else NO_PAGES
        said = replace(before, verdict=verdict, state="not ready", **_found(problems))
        return replace(said, number=number, changed=built.changed, seconds=built.seconds)
    with gate.opened(built.path):
        pdf = gate.bytes_of(built.path)
    kit, found = built.made.kit, built.made.findings
    return Shown(
        number=number,
        verdict=headline_of(found, kit.purpose),
        state=verdict_of(found),
        title=kit.title or kit.brand.name,
        **_found(found),
        pdf=pdf,
        path=built.path,
        name=built.path.with_name(files.default_name(kit)),
        sizes_pt=sizes_of(pdf),
        changed=built.changed,
        seconds=built.seconds,
        known=KitShown.of(built.made),
    )


def _found(found: Sequence[Finding]) -> dict[str, Any]:
    """Return what was found as a state holds it: in its order, and as the page in the browser is given it."""
    told = tuple(in_order(found))
    return {"found": told, "groups": groups_json(told)}
