"""Copies and versions of one text: equal ones are taken once, differing ones are a person's choice.

Never chosen by the file's time, which copying and synchronising change: a word or a number in a name, or a day in the
text, proposes one; where nothing does, none is printed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path, PurePath

from presskit.kinds import plain
from presskit.reading.documents.differences import first_difference as words_that_differ
from presskit.sorting.names import ENDINGS, apart, bare_stem, stem_of
from presskit.sorting.vocabulary import vocabulary

# Formats by how much of a text they keep: of equal texts the first is taken.
FORMATS = (
    ".docx",
    ".odt",
    ".md",
    ".markdown",
    ".docm",
    ".rtf",
    ".html",
    ".htm",
    ".doc",
    ".txt",
    ".eml",
    ".msg",
    ".pdf",
)
SHINGLE = 6  # words
MOST_HOLDERS = 30  # of one run of words: what stands in more texts is boilerplate, and pairs of them would be too many
# Of their shingles, what two texts share where one is a version of the other (see `needed`).
HEADED_ALIKE, NAMED_ALIKE, ALIKE, NEVER = 0.3, 0.5, 0.9, 2.0
LONGEST_QUOTED = 90  # characters of a sentence that a message quotes whole
SENTENCE = re.compile(r"(?<=[.!?؟…”»])\s+|\n+")
VERSION = re.compile(
    r"(?<![a-z0-9])(?:(?:v|version|ver|rev|revision|fassung|draft|نسخة) ?)(\d{1,2})(?![0-9])|(?<=\s)(\d{1,2})$"
)
TWIN = re.compile(r"\(\d+\)$|\bcopy(?: \d+)?$", re.IGNORECASE)  # as browsers and file managers call a second one
NAME_DAY = re.compile(r"(?<!\d)(20\d{2})[-_. ]?(\d{2})[-_. ]?(\d{2})(?!\d)")


@dataclass(frozen=True)
class Text:
    """A text as copies are told by: its file, its kind and language, its words in order, the day it states.

    matter: what it is about, without contact and standing text, which different releases share. is_placed: a person
    said what it is, or put it into the folder for that. is_held: it is embargoed.
    """

    path: Path
    kind: str
    language: str
    sentences: tuple[str, ...]
    day: date | None = None
    is_old: bool = False
    matter: tuple[str, ...] | None = None
    is_placed: bool = False
    is_held: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the text alone, in small letters: what two copies share, whatever their format."""
        return words_of(self.sentences)


@dataclass(frozen=True)
class Copies:
    """Texts of one kind that are versions of each other. taken: the one that is printed, None where nobody can tell.

    why: what proposes it. equal: whether all hold the same words. difference: the first sentence that differs, as the
    taken file (or the first) has it and as the other has it.
    """

    paths: tuple[Path, ...]
    taken: Path | None
    why: str = ""
    equal: bool = False
    difference: tuple[str, str] = ("", "")


def words_of(sentences: Iterable[str]) -> tuple[str, ...]:
    """Return the words of sentences in small letters."""
    return tuple(re.findall(r"\w+", " ".join(sentences).casefold()))


def find_copies(texts: Sequence[Text]) -> list[Copies]:
    """Return each group of copies or versions, in the order of their first file."""
    found = []
    for group in groups_of(texts):
        distinct: dict[tuple[str, ...], list[Text]] = defaultdict(list)
        for text in group:
            distinct[text.words].append(text)
        for equal in distinct.values():
            if len(equal) > 1:
                best = min(equal, key=rank)
                found.append(Copies(tuple(text.path for text in equal), best.path, equal=True))
        versions = [min(equal, key=rank) for equal in distinct.values()]
        if len(versions) > 1:
            found.append(judged(versions))
    return found


def rank(text: Text) -> tuple[bool, bool, int, int, int, str]:
    """Order equal texts: those in use first, then by format, by number, then by the shortest name."""
    suffix = text.path.suffix.lower()
    return (
        text.is_old,
        says(text.path, vocabulary().early),
        FORMATS.index(suffix) if suffix in FORMATS else len(FORMATS),
        -number_of(text),
        len(text.path.name),
        text.path.name,
    )


def groups_of(texts: Sequence[Text]) -> Iterator[list[Text]]:
    """Yield the texts that are copies or versions of each other."""
    leader = list(range(len(texts)))

    def find(place: int) -> int:
        while leader[place] != place:
            place = leader[place]
        return place

    for one, other in pairs_alike(texts):
        leader[max(find(one), find(other))] = min(find(one), find(other))
    members: dict[int, list[Text]] = defaultdict(list)
    for place, text in enumerate(texts):
        members[find(place)].append(text)
    yield from (group for group in members.values() if len(group) > 1)


def pairs_alike(texts: Sequence[Text]) -> Iterator[tuple[int, int]]:
    """Yield the places of texts of one kind and language that share much of their words.

    Only texts that share a run of words are compared: a kit of five hundred releases has few such pairs.
    """
    shingles = []
    for text in texts:
        words = words_of(text.sentences if text.matter is None else text.matter)
        shingles.append(frozenset(zip(*(words[start:] for start in range(SHINGLE)), strict=False)))
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, runs in enumerate(shingles):
        for run in runs:
            holders[run].append(place)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for places in holders.values():
        if 1 < len(places) <= MOST_HOLDERS:
            for pair in combinations(places, 2):
                shared[pair] += 1
    for (one, other), count in shared.items():
        first, second = texts[one], texts[other]
        least = min(len(shingles[one]), len(shingles[other]))
        is_kin = first.kind == second.kind and first.language == second.language
        if is_kin and count >= needed(first, second) * least:
            yield one, other
    equal: dict[tuple[object, ...], int] = {}
    for place, text in enumerate(texts):
        first_place = equal.setdefault((text.words, text.kind, text.language), place)
        if first_place != place:
            yield first_place, place


def needed(one: Text, other: Text) -> float:
    """Return how much of their runs of words two texts must share to be versions of each other; above 1 is never.

    Versions have one headline, or one name but for its days and numbers. Texts with neither are releases of their own,
    however alike: a yearly festival's, or those that a person put side by side into the folder of releases. So
    are those there that state two days, under two headlines: “2026-02-02-day.md” and “2026-05-09-day.md”.
    """
    if headline_of(one) == headline_of(other):
        return HEADED_ALIKE
    are_placed = one.is_placed and other.is_placed
    are_of_two_days = bool(one.day and other.day and one.day != other.day)
    is_named_alike = bool(bare_stem(one.path)) and bare_stem(one.path) == bare_stem(other.path)
    if is_named_alike and not (are_placed and are_of_two_days):
        return NAMED_ALIKE
    return NEVER if are_placed or are_of_two_days else ALIKE


def headline_of(text: Text) -> str:
    """Return the first sentence of what a text is about."""
    return next(iter(text.sentences if text.matter is None else text.matter), "")


def judged(versions: Sequence[Text]) -> Copies:
    """Return which of differing texts is proposed: by a word, a number or a day; None where they do not tell."""
    used = [text for text in versions if not text.is_old and not says(text.path, vocabulary().early)] or list(versions)
    taken, why = (used[0], "the others are marked as old or as drafts") if len(used) == 1 else proposed(used)
    if taken and any(text.is_held and not taken.is_held for text in versions):
        taken, why = None, ""  # that one is free, and another is embargoed, is for a person to say
    first = taken or versions[0]
    other = next(text for text in versions if text is not first)
    paths = (first.path, *(text.path for text in versions if text is not first))
    return Copies(paths, taken.path if taken else None, why, difference=first_difference(first, other))


def proposed(texts: Sequence[Text]) -> tuple[Text | None, str]:
    """Return the one text that all signs call the last, and the first of these signs; None where they differ."""
    signs: list[tuple[Callable[[Text], object], str]] = [
        (number_of, "the number in its name is the highest"),
        (is_final, "its name says that it is final"),
        (day_in_name, "the day in its name is the latest"),
        (lambda text: text.day.isoformat() if text.day else "", "the day in its text is the latest"),
    ]
    last: dict[Path, tuple[Text, str]] = {}
    for measure, why in signs:
        values = [measure(text) for text in texts]
        most = max(values)  # type: ignore[type-var]
        if values.count(most) == 1:
            text = texts[values.index(most)]
            last.setdefault(text.path, (text, why))
    return next(iter(last.values())) if len(last) == 1 else (None, "")


def number_of(text: Text) -> int:
    """Return the number of a version in a file's name; 0 where there is none."""
    name = plain(apart(TWIN.sub(" ", NAME_DAY.sub(" ", ENDINGS.sub("", text.path.name)))))
    found = [int(one or other) for one, other in VERSION.findall(name)]
    return found[-1] if found else 0


def is_final(text: Text) -> bool:
    """Tell whether a file's name says that it is final; “FINAL final” says no more than “final”."""
    return any(word in vocabulary().last for word in stem_of(text.path).split())


def day_in_name(text: Text) -> str:
    """Return the day in a file's name; nothing where there is none."""
    found = NAME_DAY.search(text.path.name)
    return "".join(found.groups()) if found else ""


def says(path: PurePath, words: Iterable[str]) -> bool:
    """Tell whether a file's name holds one of some words, and is no name made of them."""
    names = set(words)
    return bool(set(stem_of(path).split()) & {word for word in names if " " not in word}) and bool(bare_stem(path))


def first_difference(one: Text, other: Text) -> tuple[str, str]:
    """Return the first sentence that differs between two texts, as each has it; empty where a text ends.

    Of one that a message would cut, the words that differ.
    """
    for ours, theirs in zip(one.sentences, other.sentences, strict=False):
        if ours != theirs:
            is_long = max(len(ours), len(theirs)) > LONGEST_QUOTED
            return words_that_differ(ours, theirs) if is_long else (ours, theirs)
    longer = len(one.sentences) - len(other.sentences)
    shared = min(len(one.sentences), len(other.sentences))
    return (one.sentences[shared], "") if longer > 0 else ("", other.sentences[shared]) if longer < 0 else ("", "")


def sentences_of(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """Return a text's sentences, with one space between words."""
    return tuple(
        " ".join(sentence.split()) for words in paragraphs for sentence in SENTENCE.split(words) if sentence.strip()
    )
