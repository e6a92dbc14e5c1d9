"""Releases that are dated far ahead: as a rule a year that was mistyped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from presskit.composing.languages import language
from presskit.findings import Finding, Where, finding
from presskit.model import Kit, Release

FAR = timedelta(days=2 * 366)


def far_ahead(kit: Kit, now: datetime) -> Iterator[Finding]:
    """Yield c-056 for each release that is dated more than two years after `now` (aware)."""
    for release in kit.releases:
        near = _near(release)
        if release.date and near and near > now:
            title = release.headline or release.source.name
            where = Where(release.source, release.headline_line)
            yield finding("c-056", where, title=title, day=language("en").day(release.date))


def no_longer_far(kit: Kit, now: datetime) -> datetime | None:
    """Return the first moment after `now` (aware) at which such a release is none any more."""
    return min((near for near in map(_near, kit.releases) if near and near > now), default=None)


def _near(release: Release) -> datetime | None:
    """Return the moment from which the day of a release is not far ahead."""
    return datetime.combine(release.date, time(), UTC) - FAR if release.date else None
