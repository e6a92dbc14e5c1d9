"""The words of an embargo in each language, from assets/embargoes/: one file is one language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from presskit import gate
from presskit.reading.embargoes.zones import Zone, cities, zone_at
from presskit.reading.folding import fold
from presskit.resources import embargo_files, primary

NOTHING = re.compile(r"(?!)")
STAR = re.compile(r"(?<=[^\W\d_])(?<!\\w)(?<!\\W)\*")
# The lists whose words show which language a line is written in; of the first two, short words too.
TELLING_SHORT = ("common", "months")
TELLING = ("news", "until", "embargoed", "hold", "release", "lifts", "filler", "own", "publication", "zone_before")
SLIPPED = ("embargo", "embargoed")  # the lists whose words are known with a slip of the fingers in them as well
LEAST_SLIPPED = 7  # letters: of shorter words, one slip makes another
SHORT = 3  # letters: “am” and “est” are words of several languages


def written(phrase: str) -> str:
    """Return a phrase of a word list as a regular expression on folded small letters."""
    small = r"\W".join(fold(part).lower for part in phrase.split(r"\W"))  # the one sign whose capital counts
    plain = STAR.sub(lambda _: r"\w*", small)
    return plain.replace(" ?", r"\s?").replace(" ", r"\s+")


def one_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of any of the phrases as whole words, the longest first."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(written, ordered))})(?!\w)") if ordered else NOTHING


class Patterns(dict[str, re.Pattern[str]]):
    """The pattern of each list of words, made when it is first asked for: most texts ask for few of them."""

    def __init__(self, lists: Mapping[str, Any]) -> None:
        super().__init__()
        self._lists = lists

    def __missing__(self, key: str) -> re.Pattern[str]:
        """Make the pattern of a list."""
        made = self[key] = one_of(self._lists[key])
        return made


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """One language's words. `code` is the language, `lists` its file."""

    code: str
    lists: Mapping[str, Any]

    @property
    def day_first(self) -> bool:
        """Whether 05/12/2027 is the fifth of December in this language, whatever the country."""
        return bool(self.lists.get("day_first"))

    @cached_property
    def patterns(self) -> Patterns:
        """The pattern of each list, and of the parts of the day."""
        parts = [word for part in ("morning", "afternoon", "evening", "night") for word in self.lists[part]]
        return Patterns({**self.lists, "parts": parts})

    def find(self, key: str, text: str) -> re.Match[str] | None:
        """Return the first words of a list in a folded text in small letters."""
        return self.patterns[key].search(text)

    @cached_property
    def telling(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """The patterns of the words that tell the language: those of any length, and those that count when long."""
        short, long = (
            one_of(word for key in keys for word in self.lists.get(key, ())) for keys in (TELLING_SHORT, TELLING)
        )
        return short, long

    @cached_property
    def place_patterns(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """The pattern of each place's name, and its zone."""
        return tuple((re.compile(written(name)), zone) for name, zone in self.lists["places"].items())

    @cached_property
    def hours(self) -> Mapping[str, int]:
        """Hours written as words, by pattern."""
        return {written(words): hour for words, hour in self.lists.get("hours", {}).items()}


@cache
def vocabularies() -> tuple[Vocabulary, ...]:
    """Return every language's words."""
    return tuple(Vocabulary(file.stem, with_slips(tomllib.loads(gate.text_of(file)))) for file in embargo_files())


def with_slips(lists: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the lists of a language, each long word of an embargo also as it is written in haste."""
    return {
        **lists,
        **{
            key: list(dict.fromkeys([*lists[key], *(slip for word in lists[key] for slip in slips(word))]))
            for key in SLIPPED
        },
    }


def slips(word: str) -> Iterator[str]:
    """Yield a word with one letter left out, or two changed about; nothing of a short one, a phrase or a pattern."""
    if len(word) < LEAST_SLIPPED or not word.isalpha():
        return
    for place in range(1, len(word)):
        yield word[:place] + word[place + 1 :]
        yield word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]


def language_of(text: str, language: str) -> Vocabulary:
    """Return the vocabulary of the language that a line is written in; `language`: its document's, where both may be.

    Why not the document's alone: “Embargo jusqu'au 12/05/2027” is French wherever it stands.
    """

    def weight(one: Vocabulary) -> tuple[int, bool, bool]:
        short, long = one.telling
        found = {match[0] for match in short.finditer(text)}
        found |= {match[0] for match in long.finditer(text) if len(match[0]) > SHORT}
        return sum(map(len, found)), one.code == primary(language), one.code == "en"

    return max(vocabularies(), key=weight)


def every(key: str) -> list[str]:
    """Return the words of one list in all languages."""
    return list(dict.fromkeys(word for one in vocabularies() for word in one.lists.get(key, ())))


@cache
def anywhere(key: str) -> re.Pattern[str]:
    """Return the pattern of one list in all languages."""
    return one_of(every(key))


@cache
def places() -> Mapping[str, str]:
    """Return the zone of each place by the pattern of its name, in any language."""
    own = {written(name): zone for one in vocabularies() for name, zone in one.lists["places"].items()}
    return {re.escape(city).replace(r"\ ", r"\s+"): zone for city, zone in cities().items()} | own


@cache
def place_pattern() -> str:
    """Return the pattern of any place's name."""
    return "|".join(sorted(places(), key=lambda name: (-len(name), name)))


def place_named(words: str, shown: str) -> Zone:
    """Return the zone of a place's name in folded small letters; `shown`: the words as the text has them."""
    return zone_at(zone_name(re.sub(r"\s+", " ", words)), shown)


@lru_cache(maxsize=1024)
def zone_name(place: str) -> str:
    """Return the IANA name of a place's zone."""
    own = next((zone for one in vocabularies() for name, zone in one.place_patterns if name.fullmatch(place)), None)
    return own or cities()[place]


@cache
def zone_phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the zones that have a name in words, such as “British Summer Time”, the longest first."""
    named = {name: zone for one in vocabularies() for name, zone in one.lists["zones"].items()}
    ordered = sorted(named.items(), key=lambda pair: -len(pair[0]))
    return tuple((one_of([name]), zone) for name, zone in ordered)
