"""The country of a dateline's place, as far as the order of numbers and the names of clocks need it."""

from __future__ import annotations

import pkgutil
import re
from functools import cache

from presskit.reading.dates.places import AMERICAN_STATES, BRITISH, PROVINCES, names
from presskit.reading.embargoes.words import places
from presskit.reading.folding import fold

# Where a state bears the name of a country, the place alone does not tell.
TWO_PLACES = frozenset({"georgia"})
NAMED = {
    code: names(table)
    for code, table in {
        "US": "US|USA|U.S.|U.S.A.|United~States",
        "GB": "UK|U.K.|United~Kingdom",
        "IE": "Ireland",
        "IN": "India",
        "IL": "Israel",
        "CN": "China",
        "CU": "Cuba",
        "BD": "Bangladesh",
        "PH": "Philippines",
        "AU": "Australia",
        "NZ": "New~Zealand",
        "CA": "Canada",
        "ZA": "South~Africa",
        "KE": "Kenya",
    }.items()
}


def country_of(place: str | None) -> str | None:
    """Return ISO 3166's two letters for the place of a dateline, such as "Boise, Idaho"; None where it is not known."""
    parts = [part.strip().lower() for part in (place or "").replace("،", ",").split(",")]
    last = parts[-1]
    if last in TWO_PLACES:
        return None
    for code, table in (("US", AMERICAN_STATES), ("CA", PROVINCES), ("GB", BRITISH)):
        if len(parts) > 1 and last in names(table):
            return code
    return next((code for code, table in NAMED.items() if last in table), None) or country_of_city(parts[0])


def country_of_city(city: str) -> str | None:
    """Return the country of a city whose clock is known."""
    return zone_countries().get(clock_of_city(city) or "")


def clock_of_city(city: str) -> str | None:
    """Return the zone of a city whose clock is known."""
    return places().get(r"\s+".join(map(re.escape, fold(city).lower.split())))


@cache
def home_clock(country: str | None) -> str | None:
    """Return the zone of a country that has one alone."""
    zones = [zone for zone, code in zone_countries().items() if code == country]
    return zones[0] if len(zones) == 1 else None


@cache
def zone_countries() -> dict[str, str]:
    """Return the country of each zone, from the table that comes with the zones (zone.tab)."""
    text = (pkgutil.get_data("tzdata", "zoneinfo/zone.tab") or b"").decode()
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {row[2].strip(): row[0] for row in rows}
