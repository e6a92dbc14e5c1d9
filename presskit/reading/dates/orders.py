"""Which comes first in an English date, the day or the month: "20 May 2026" or "May 20, 2026".

Where a kit's language names no country, its datelines say it, and where they do not, its paper: Letter is American.
Only dates that presskit writes follow; those in a text stay as they were written.
"""

from __future__ import annotations

from collections.abc import Iterable

from presskit.model import Document, Release
from presskit.reading.dates.dates import DATE

UNDECIDED, BRITISH = "en", "en-GB"


def with_country(language: str, documents: Iterable[Document], paper: str) -> str:
    """Return a kit's English with a country where the day comes first: "en-GB"; every other code as it is."""
    if language != UNDECIDED:
        return language
    lines = [
        one.dateline.text for one in documents if isinstance(one, Release) and one.language == language and one.dateline
    ]
    dates = [found for line in lines for found in DATE.finditer(line)]
    votes = sum(bool(found["dmy"]) - bool(found["mdy"]) for found in dates)
    is_day_first = votes > 0 or (votes == 0 and paper == "a4")
    return BRITISH if is_day_first else language
