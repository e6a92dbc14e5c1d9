"""The fixed words, dates and writing direction of a kit's languages, from templates/languages/."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cache

from presskit.errors import SettingsError
from presskit.findings import finding
from presskit.model import Embargo
from presskit.resources import shipped


@dataclass(frozen=True)
class Language:
    """One language as presskit speaks it. `code` is its BCP 47 tag."""

    code: str
    direction: str
    date_format: str
    time_format: str
    months: tuple[str, ...]
    words: Mapping[str, str]

    def word(self, key: str, **values: object) -> str:
        """Return the fixed word `key`, filled with `values`."""
        return self.words[key].format(**values)

    def day(self, day: date) -> str:
        """Return a date as this language writes it: "May 12, 2026"."""
        return self.date_format.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def moment(self, embargo: Embargo) -> str:
        """Return an embargo's moment with its time zone: "May 12, 2026, 9:00 a.m. (America/New_York)"."""
        return self.when(embargo.until, embargo.until.time(), embargo.zone)

    def when(self, day: date, hour: time | None = None, zone: str | None = None) -> str:
        """Return a day, with the hour and the time zone where they are known."""
        words = self.day(day) + (f", {self._time(hour)}" if hour else "")
        return words + (f" ({zone.replace('_', ' ')})" if zone else "")

    def _time(self, moment: time) -> str:
        return self.time_format.format(
            hour=(moment.hour % 12 or 12) if "{half}" in self.time_format else moment.hour,
            minute=moment.minute,
            half="a.m." if moment.hour < 12 else "p.m.",
        )


@cache
def language(code: str) -> Language:
    """Return the language `code`, also for "en-US"; SettingsError where there is no file for it.

    Why an error: a page set with another language's words and direction is wrong in a way nobody notices in time.
    """
    path = shipped("templates/languages") / f"{code.split('-', maxsplit=1)[0].lower()}.toml"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in path.parent.glob("*.toml")))
        raise SettingsError(
            finding(
                "t-001",
                key="language",
                problem=f"presskit does not speak “{code}” yet",
                hint=f"Choose one of: {known}.",
            )
        )
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Language(code, table["direction"], table["date"], table["time"], tuple(table["months"]), table["words"])
