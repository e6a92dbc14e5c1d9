"""One name in two spellings: “Marisol Quennell” in the release, “Marisol Quenell” in the factsheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, takewhile

from presskit.checking.editing.passages import Passage, passages_of
from presskit.findings import Finding, Where, finding
from presskit.model import Biography, Contact, Kit, Release
from presskit.reading.cues.people import is_name, name_words
from presskit.reading.dates.ages import is_old, newest_of
from presskit.reading.folding import fold

UPPER = r"[^\W\d_a-zß-öø-ÿ]"
NAMES = re.compile(rf"(?<![\w.’'-]){UPPER}[\w’'-]*(?:[ \xa0]{UPPER}[\w’'-]*){{1,3}}")
POSSESSIVE = re.compile(r"['’]s?$")
SHORTEST = 5  # letters: of shorter names, one letter makes another name


@dataclass(frozen=True)
class Spelling:
    """A name as a file writes it, and where first."""

    name: str
    where: Where


def find_differing_names(kit: Kit) -> Iterator[Finding]:
    """Yield c-045 for each name of a person that two files of the kit spell differently."""
    files = [spellings for spellings in _by_file(kit) if spellings]
    told: set[frozenset[str]] = set()
    for one, other in combinations(files, 2):
        near = _by_other_words(other.keys() - one.keys())
        for name in sorted(one.keys() - other.keys()):
            twins = (twin for key in _without_each_word(name) for twin in near.get(key, ()) if are_one(name, twin))
            twin = next(twins, None)
            if twin and (pair := frozenset((name, twin))) not in told:
                told.add(pair)
                here, there = one[name], other[twin]
                yield finding("c-045", here.where, words=here.name, other=there.name, place=str(there.where))


def _by_other_words(names: Iterable[str]) -> dict[tuple[int, str], list[str]]:
    """Return the names by what is left of them without one of their words: only such can be one name misspelt."""
    found: dict[tuple[int, str], list[str]] = {}
    for name in sorted(names):
        for key in _without_each_word(name):
            found.setdefault(key, []).append(name)
    return found


def _without_each_word(name: str) -> Iterator[tuple[int, str]]:
    words = name.split()
    return ((place, " ".join([*words[:place], *words[place + 1 :]])) for place in range(len(words)))


def _by_file(kit: Kit) -> Iterator[dict[str, Spelling]]:
    """Yield the names of people that each file of a kit writes, by what is compared of them."""
    newest = newest_of(kit.releases)
    yield _spellings(_of_contacts(kit.contacts, Where(kit.folder / "kit.toml")))
    for document in kit.documents:
        if isinstance(document, Release) and is_old(document, newest):
            continue
        own = [Spelling(document.name, Where(document.source))] if isinstance(document, Biography) else []
        if isinstance(document, Release):
            own = [*_of_contacts(document.contacts, Where(document.source))]
        yield _spellings([*own, *(name for passage in passages_of(document) for name in _in_passage(passage))])


def _of_contacts(contacts: tuple[Contact, ...], where: Where) -> Iterator[Spelling]:
    return (Spelling(contact.name, Where(where.file, contact.line)) for contact in contacts if is_name(contact.name))


def _in_passage(passage: Passage) -> Iterator[Spelling]:
    for match in NAMES.finditer(passage.text):
        if is_name(match[0]):
            yield Spelling(POSSESSIVE.sub("", match[0]), passage.where)


def _spellings(names: Iterable[Spelling]) -> dict[str, Spelling]:
    found: dict[str, Spelling] = {}
    for one in names:
        found.setdefault(" ".join(name_words(one.name)).casefold(), one)
    return found


def are_one(one: str, other: str) -> bool:
    """Tell whether two names are one that is misspelt: all words but one are the same, and that by a letter."""
    ours, theirs = one.split(), other.split()
    if len(ours) != len(theirs):
        return False
    differing = [place for place, (mine, yours) in enumerate(zip(ours, theirs, strict=True)) if mine != yours]
    if len(differing) != 1:
        return False
    place = differing[0]
    return is_slip(ours[place], theirs[place], is_last=place == len(ours) - 1)


def is_slip(one: str, other: str, *, is_last: bool) -> bool:
    """Tell whether two words differ by a slip of the pen: one letter more, less, or another; two changed about.

    Not at the end: “Thorns” are several, and Anna is not Anne. Nor the first letter, which nobody mistakes.
    """
    if fold(one).lower == fold(other).lower:
        return True
    ours, theirs, end = remainders(one, other)
    if (
        min(len(one), len(other)) < SHORTEST
        or one[0] != other[0]
        or (not end and (not is_last or "s" in (ours, theirs)))
    ):
        return False
    is_changed_about = len(ours) == len(theirs) == 2 and ours == theirs[::-1]
    return max(len(ours), len(theirs)) == 1 or is_changed_about


def remainders(one: str, other: str) -> tuple[str, str, str]:
    """Return what is left of two words between the letters they begin and end with alike, and those they end with."""
    start = shared(one, other)
    ours, theirs = one[start:], other[start:]
    end = ours[len(ours) - shared(ours[::-1], theirs[::-1]) :]
    return ours.removesuffix(end), theirs.removesuffix(end), end


def shared(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
