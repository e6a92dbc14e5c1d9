"""Days that are still to come: of a release that nothing holds back, and far ahead, where a year was mistyped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from presskit.composing.languages import language
from presskit.findings import Finding, Where, finding
from presskit.model import Kit, Release
from presskit.reading.embargoes.embargo import example
from presskit.reading.embargoes.moment_parts import Known
from presskit.resources import primary

FAR = timedelta(days=5 * 366)  # a kit may be made years before the day it tells of
EASTMOST = timedelta(hours=14)  # where a day begins first (UTC+14)


def far_ahead(kit: Kit, now: datetime) -> Iterator[Finding]:
    """Yield c-056 for each release that is dated more than five years after `now` (aware)."""
    for release in kit.releases:
        if release.date and _begin(release.date) - FAR > now:
            where = Where(release.source, release.headline_line)
            yield finding("c-056", where, title=_title(release), day=language("en").day(release.date))


def still_to_come(kit: Kit, now: datetime) -> Iterator[Finding]:
    """Yield c-069 or c-070 for each release that is to be published after `now` (aware), and that no embargo holds."""
    for release in kit.releases:
        planned, embargo = release.planned, release.embargo or kit.embargo
        if not planned or (embargo and embargo.until > now) or _begin(planned.day) <= now:
            continue
        where = Where(release.source, planned.line)
        moment = example(Known(planned.day), primary(release.language))
        if planned.words:
            yield finding("c-070", where, words=planned.words, moment=moment)
        elif release.status != "immediate" and _begin(planned.day) <= now + FAR:
            day = language("en").day(planned.day)
            yield finding("c-069", where, title=_title(release), day=day, moment=moment)


def next_day(kit: Kit, now: datetime) -> datetime | None:
    """Return the first moment after `now` (aware) at which there is something else to say of the days of releases."""
    days = [day for one in kit.releases for day in (one.date, one.planned.day if one.planned else None) if day]
    moments = (moment for day in days for moment in (_begin(day), _begin(day) - FAR))
    return min((moment for moment in moments if moment > now), default=None)


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), UTC) - EASTMOST


def _title(release: Release) -> str:
    return release.headline or release.source.name
