"""Embargoes against a moment: which are over, and what nobody may publish yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from presskit import gate
from presskit.checking.content import line_of
from presskit.composing.languages import language
from presskit.findings import Finding, Where, finding
from presskit.model import Embargo, Kit, Sheet

TEXTS = (".md", ".txt", ".toml")  # files whose lines can be named


def ended(kit: Kit, now: datetime) -> Iterator[Finding]:
    """Yield a note for each embargo that is over at `now` (aware): no page changes by itself, a person takes it out."""
    stated = dict.fromkeys([kit.embargo, *(release.embargo for release in kit.releases)])
    for embargo in stated:
        if embargo and embargo.until <= now:
            yield finding("c-031", (where := _where(embargo)), moment=_moment(kit, embargo), words=_words(where))


def occasions_past(kit: Kit, now: datetime) -> Iterator[Finding]:
    """Yield a finding for each document that invites to what is past at `now` (aware)."""
    for document in kit.documents:
        if isinstance(document, Sheet) and (occasion := document.occasion) and occasion.start <= now:
            moment = f"{occasion.start:%Y-%m-%d %H:%M} ({occasion.zone})"
            yield finding("c-055", Where(document.source, occasion.line), moment=moment)


def next_end(kit: Kit, now: datetime) -> datetime | None:
    """Return the first moment after `now` (aware) at which there is something else to say of the kit's embargoes."""
    stated = (embargo for embargo in (kit.embargo, *(release.embargo for release in kit.releases)) if embargo)
    return min((embargo.until for embargo in stated if embargo.until > now), default=None)


def refused(kit: Kit, now: datetime) -> Finding | None:
    """Return why what can be read by everybody may not be written at `now`; None where it may."""
    if not kit.embargo or kit.embargo.until <= now:
        return None
    return finding("c-032", _where(kit.embargo), moment=_moment(kit, kit.embargo))


def _moment(kit: Kit, embargo: Embargo) -> str:
    return language(kit.language).moment(embargo)


def _where(embargo: Embargo) -> Where:
    file = embargo.source
    if not file or file.suffix.lower() not in TEXTS:
        return Where(file)
    own = line_of(file, r"(?i)^\s*[\"']?embargo[\"']?\s*[:=]")
    return Where(file, own or line_of(file, r"(?i)embargo|not for publication|hold .*until"))


def _words(where: Where) -> str:
    """Name what is to be removed: the line itself, as far as it is known."""
    if not where.file or not where.line:
        return "its line"
    line = gate.text_of(where.file).splitlines()[where.line - 1]
    return f"the line “{line.strip()}”"
