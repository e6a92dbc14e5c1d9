"""The names of months and days of the week, from assets/dates: one file is one language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from presskit import gate
from presskit.resources import date_files

BETWEEN = "|"  # the forms of one name


@cache
def languages() -> Mapping[str, Mapping[str, list[str]]]:
    """Return each language's lists by its code: months, weekdays, short_weekdays."""
    return {file.stem: tomllib.loads(gate.text_of(file)) for file in date_files()}


@cache
def months() -> Mapping[str, int]:
    """Return the number of each month by its names, in all languages."""
    rows = (enumerate(lists["months"], start=1) for lists in languages().values())
    return {name: number for row in rows for number, names in row for name in names.split(BETWEEN)}


@cache
def weekday_patterns() -> tuple[str, ...]:
    """Return the patterns of days of the week in all languages, the longest first; of short ones the English alone."""
    whole = (names for lists in languages().values() for names in lists["weekdays"])
    names = {form for row in (*whole, *languages()["en"]["short_weekdays"]) for form in row.split(BETWEEN)}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))
