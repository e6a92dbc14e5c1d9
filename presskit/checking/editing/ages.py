"""Old releases in a new kit."""

from __future__ import annotations

from collections.abc import Iterator

from presskit.findings import Finding, Where, finding
from presskit.model import Kit
from presskit.reading.dates.ages import is_old, newest_of


def find_old_releases(kit: Kit) -> Iterator[Finding]:
    """Yield c-046 for each release that is more than a year older than the newest."""
    newest = newest_of(kit.releases)
    for release in kit.releases:
        if release.date and is_old(release, newest):
            title = release.headline or release.source.name
            where = Where(release.source, release.headline_line)
            yield finding("c-046", where, title=title, day=f"{release.date.day} {release.date:%B %Y}")
