"""What a document's pages may take, by what it says, and whom to name where they take more.

A style can ask for pages without end, a text can be without end. The bounds grow with the words that are there to be
laid out, which no template and no style can make more of.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from presskit.composing.look.setting import Setting
from presskit.composing.parts.parts import kind_of, title_of
from presskit.composing.pictures.figures import blocks_in
from presskit.findings import Finding, Where, finding
from presskit.model import Biography, Kit, People, PhotoSheet, Printed, Release, Sheet
from presskit.settings.theme import own_file
from presskit.working.workers import Limits

# Measured: a release of 10 pages takes 0.4 s, one of 150 pages 4 s, a table of 5,000 rows and 650,000 characters 22 s.
# A machine may be three times slower.
LAYOUT_CPU_S = 10
CPU_S_A_MILLION = 120  # characters
CPU_S_A_PICTURE = 3
# How much longer a busy machine may take by the clock; Windows counts no CPU time, and has nothing but the clock.
BUSY = 10 if os.name == "posix" else 2
FEW_PAGES = 20
CHARACTERS_A_PAGE = 100  # the emptiest page that is one: a photo with its caption has three times as many

Work = tuple[str, tuple[Any, ...]]  # the name of what composes (presskit.working.workers.Task), and its arguments


@dataclass(frozen=True)
class Bounds:
    """What pages are, in points before they are drawn smaller, and how many there may be.

    may_turn: whether some may lie on their side.
    """

    width_pt: float
    height_pt: float
    bleed_pt: float
    most_pages: int
    may_turn: bool = False


def bounds_of(work: Work) -> Bounds:
    """Return the bounds of what is to be composed and laid out."""
    kit: Kit = work[1][0]
    paper, most_pages = Setting(kit, kit.language).paper, FEW_PAGES + _length(work) // CHARACTERS_A_PAGE
    return Bounds(paper.width_pt, paper.height_pt, paper.bleed_pt, most_pages, kit.has_turned_pages)


def limits_of(work: Work) -> Limits:
    """Return what composing and laying out may use."""
    cpu_s = LAYOUT_CPU_S + CPU_S_A_PICTURE * _pictures(work) + CPU_S_A_MILLION * _length(work) // 1_000_000
    return Limits(wall_s=BUSY * cpu_s, cpu_s=cpu_s)


def unfit(work: Work, reason: str = "") -> Finding:
    """Return the finding for pages that cannot be made: about the brand's own style where it has one, else the text."""
    function, (kit, *others) = work
    document = next((each for each in others if isinstance(each, Printed)), None)
    source = getattr(document, "source", None)
    title = title_of(document) if document else kit.title
    kinds = (document.kind, kind_of(document)) if document else (function.rpartition(":compose_")[2],)
    own = own_file(kit.theme, Setting(kit, kit.language).brand_templates, *kinds)
    return blamed(title, own, source, reason)


def blamed(title: str, own: Path | None, source: Path | None, reason: str = "") -> Finding:
    """Return the finding for what cannot be made: about a brand's own file where there is one, else a source."""
    if own:
        return finding("b-011", Where(own), title=title, name=own.name, reason=reason)
    return finding("b-001", Where(source), title=title, name=source.name if source else "a document", reason=reason)


def _length(work: Work) -> int:
    """Return how many characters there are to set, roughly: with their marks, and at least a line for each document."""
    kit, *others = work[1]
    is_alone = any(isinstance(each, Printed) for each in others)
    lines = 0 if is_alone else 500 * len(kit.documents)
    return len(repr(replace(kit, documents=()))) + lines + len(repr(others))


def _pictures(work: Work) -> int:
    shown = 0
    for document in work[1]:
        if isinstance(document, PhotoSheet):
            shown += len(document.photos)
        elif isinstance(document, People):
            shown += len(document.biographies)
        elif isinstance(document, Release | Sheet | Biography):
            shown += sum(block.kind == "figure" for block in blocks_in(document))
    return shown
