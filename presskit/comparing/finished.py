"""A finished PDF against the one that its kit gives today: every word, page, picture and link, in a limited process.

Equal bytes are told before; here it is known that something differs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from presskit import gate
from presskit.checking.facts import PAGE_LABELS, TAGS, XMP, PdfFacts, painted_words, read_facts
from presskit.checking.page_numbers import each_once
from presskit.checking.pdf import check_pdf
from presskit.checking.promises import Promises
from presskit.comparing.pages import (
    compare_order,
    compare_pictures,
    compare_placed,
    compare_strokes,
    pair,
)
from presskit.comparing.words import compare_words
from presskit.findings import Finding, finding, has_errors

UNCOMPARED = "the entry PresskitMade"  # how the file was made is no difference of two that were made alike
COMPARED = ("p-049",)  # remarks are told one by one, as what lies on a page and is not the kit's
MOST_TOLD = 60
SHORT = 120  # characters of what a file says of itself


def compare_pdf(path: Path, fresh: bytes, promises: Promises) -> tuple[Finding, ...]:
    """Return how a PDF differs from `fresh`, which its kit gives today; at least one finding.

    promises: what every PDF of the kit holds. A fault that the fresh file shares is the kit's, and told of that.
    """
    return compare_bytes(gate.bytes_of(path), fresh, promises, path)


def compare_bytes(data: bytes, fresh: bytes, promises: Promises, path: Path) -> tuple[Finding, ...]:
    """Return the same of a PDF in memory; `path` names it."""
    own = tuple(check_pdf(data, promises))
    shared = {(item.code, item.message) for item in check_pdf(fresh, promises)} if own else set()
    faults = each_once(item for item in own if (item.code, item.message) not in shared)
    faults = tuple(item for item in faults if item.code not in COMPARED)
    if any(item.code in ("p-010", "p-022") for item in faults):
        return faults
    painted = partial(painted_words, data), partial(painted_words, fresh)
    found = each_once(_differences(read_facts(data, path), read_facts(fresh, path), painted))
    rest = len(found) - MOST_TOLD
    more = (
        [finding("p-039", name=path.name, reason=f"{rest} more differences are not listed", hint="Build it again.")]
        if rest > 0
        else []
    )
    told = (*faults, *found[:MOST_TOLD], *more)
    return told if has_errors(told) else (*told, finding("p-038", name=path.name))


def _differences(file: PdfFacts, kit: PdfFacts, painted: tuple[Any, Any]) -> Iterator[Finding]:
    words = [*compare_words(file.said, kit.said)]
    yield from words
    told = {item.where.page for item in words if item.where.page}
    paired = pair(file.pages, kit.pages)
    order = [*compare_order(paired)]
    yield from order
    for one in (*paired.pairs, *paired.moved):
        page, other = file.pages[one.file], kit.pages[one.kit]
        yield from compare_pictures(one.file + 1, page, other)
        yield from compare_placed(one.file + 1, page.placed, other.placed, paired.twins)
        if page.drawn != other.drawn:
            yield from compare_strokes(one, told, painted)
    yield from _about(file.about, kit.about, {UNCOMPARED, TAGS} | ({PAGE_LABELS} if order else set()))
    if not words:  # which bring letters and tags of their own
        yield from _marked(file, kit)


def _about(file: Mapping[str, str], kit: Mapping[str, str], told: Collection[str]) -> Iterator[Finding]:
    """Yield what a file says of itself that the kit does not say, or says otherwise."""
    names = [name for name in {**kit, **file} if name not in told and file.get(name) != kit.get(name)]
    if len(names) > 1 and XMP in names:  # which repeats the entries
        names.remove(XMP)
    for name in names:
        yield finding("p-037", difference=_otherwise(name, file.get(name), kit.get(name)))


def _otherwise(name: str, file: str | None, kit: str | None) -> str:
    title = name[0].upper() + name[1:]
    if file is None or kit is None:
        return (
            f"{title} is in the {'kit' if file is None else 'file'} and not in the {'file' if file is None else 'kit'}"
        )
    if name.startswith("the entry "):
        return f"{title} is “{file[:SHORT]}” in the file, and “{kit[:SHORT]}” in the kit"
    return f"{title} is not the kit's"


def _marked(file: PdfFacts, kit: PdfFacts) -> Iterator[Finding]:
    """Yield typefaces and tags that are not the kit's though all words are the same."""
    if file.about[TAGS] != kit.about[TAGS]:
        yield finding("p-037", difference=f"{TAGS[0].upper()}{TAGS[1:]} are not the kit's")
    for name in {**kit.typefaces, **file.typefaces}:
        if file.typefaces.get(name) != kit.typefaces.get(name):
            yield finding("p-037", difference=f"The typeface {name or 'without a name'} in the file is not the kit's")
