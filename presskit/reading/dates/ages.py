"""Old releases in a new kit: background, of which figures and names may have been right in their day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from presskit.model import Release

OLD = dt.timedelta(days=365)


def newest_of(releases: Iterable[Release]) -> dt.date | None:
    """Return the day of the newest release; None where none has a date."""
    return max((release.date for release in releases if release.date), default=None)


def is_old(release: Release, newest: dt.date | None) -> bool:
    """Tell whether a release is more than a year older than the newest."""
    return bool(release.date and newest and newest - release.date > OLD)
