"""The fixed words, dates and writing direction of a kit's languages, from templates/languages/."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import cache

from presskit import gate
from presskit.errors import SettingsError
from presskit.findings import finding
from presskit.kinds import TABLE, labels_in
from presskit.model import Embargo
from presskit.resources import language_codes, language_file, primary


@dataclass(frozen=True)
class Ties:
    """What a space never parts. before: marks that begin no line, after: marks that end none, units: of numbers."""

    before: str = ""
    after: str = ""
    units: tuple[str, ...] = ()


@dataclass(frozen=True)
class Language:
    """One language as presskit speaks it. `code` is its BCP 47 tag, `name` what it calls itself.

    first: how the first day of a month is written, where it is not "1". halves: before noon, after noon.
    separator: what parts the cells of a CSV where Excel speaks it: a comma is part of its numbers in many languages.
    """

    code: str
    name: str
    direction: str
    date_format: str
    time_format: str
    moment_format: str
    months: tuple[str, ...]
    words: Mapping[str, str]
    first: str = "1"
    halves: tuple[str, ...] = ()
    ties: Ties = field(default_factory=Ties)
    separator: str = ","

    @property
    def is_mirrored(self) -> bool:
        """Whether it is written from right to left."""
        return self.direction == "rtl"

    def word(self, key: str, **values: object) -> str:
        """Return the fixed word `key`, filled with `values`."""
        return self.words[key].format(**values)

    def day(self, day: date) -> str:
        """Return a date as this language writes it: "May 12, 2026"."""
        number = self.first if day.day == 1 else str(day.day)
        return self.date_format.format(day=number, month=self.months[day.month - 1], year=day.year)

    def moment(self, embargo: Embargo) -> str:
        """Return an embargo's moment with its time zone: "May 12, 2026, 9:00 a.m. (America/New_York)"."""
        return self.when(embargo.until, embargo.until.time(), embargo.zone)

    def when(self, day: date, hour: time | None = None, zone: str | None = None) -> str:
        """Return a day, with the hour and the time zone where they are known."""
        words = self.moment_format.format(day=self.day(day), time=self.hour(hour)) if hour else self.day(day)
        return words + (f" ({zone.replace('_', ' ')})" if zone else "")

    def hour(self, moment: time) -> str:
        """Return an hour as this language writes it: "9:00 a.m."."""
        return self.time_format.format(
            hour=(moment.hour % 12 or 12) if self.halves else moment.hour,
            minute=moment.minute,
            half=self.halves[moment.hour // 12] if self.halves else "",
        )


@cache
def language(code: str) -> Language:
    """Return the language `code`, "en-GB" with its country's dates; SettingsError where there is no file for it.

    Why an error: a page set with another language's words and direction is wrong in a way nobody notices in time.
    """
    if primary(code) not in language_codes():
        raise _unspoken(code, f"Choose one of: {', '.join(language_codes())}.")
    labels = labels_in(primary(code))
    if unlabelled := [kind for kind in labels_in("en") if kind not in labels]:
        raise _unspoken(code, f"Give it a label for each kind in {TABLE}: {', '.join(unlabelled)}.")
    table = tomllib.loads(gate.text_of(language_file(code)))
    ties = table.get("ties", {})
    is_american = code in (primary(code), f"{primary(code)}-US")
    return Language(
        code=code,
        name=table["name"],
        direction=table["direction"],
        date_format=table["date"] if is_american else table.get("date_abroad", table["date"]),
        time_format=table["time"],
        moment_format=table["moment"],
        months=tuple(table["months"]),
        words={**labels, **table["words"]},
        first=table.get("first", "1"),
        halves=tuple(table.get("halves", ())),
        ties=Ties(ties.get("before", ""), ties.get("after", ""), tuple(ties.get("units", ()))),
        separator=table.get("separator", ","),
    )


def _unspoken(code: str, hint: str) -> SettingsError:
    return SettingsError(finding("t-001", key="language", problem=f"presskit does not speak “{code}” yet", hint=hint))
