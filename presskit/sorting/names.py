"""What the name of a file, and of the folders it lies in, says about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePath

from presskit.sorting.vocabulary import longest_first, plain, vocabulary

ENDINGS = re.compile(
    r"(?:\.(?:txt|text|md|markdown|x?html?|doc[xmt]?|dotx?|rtf|f?odt|pdf|eml|msg|pages|xml|rss|atom|zip"
    r"|jpe?g|png|tiff?|webp|hei[cf]|avif|gif|bmp|svg))+$",
    re.IGNORECASE,
)
DAY = re.compile(r"\b(?:\d{4} \d{1,2} \d{1,2}|\d{1,2} \d{1,2} \d{2,4}|\d{8}|\d{6}|(?:19|20)\d{2})\b")
MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|fevr|avr|mai|juin|juil|aout|okt|dez|ene|abr|ago|dic)"
WORDED_DAY = re.compile(rf"\b(?:\d{{1,2}} {MONTHS}[a-z]*|{MONTHS}[a-z]* \d{{1,2}})(?: \d{{4}})?\b")
NUMBER = re.compile(r"\b\d+\b")
# At the edges of a name: “de” and “es” are words inside one.
CODES = "(?:en|fr|de|es|ar|eng|fra|deu|esp|ara|english|francais|deutsch|espanol|arabic)"
LANGUAGE_CODE = re.compile(rf"^{CODES}\b|\b{CODES}$")


@dataclass(frozen=True)
class NameSays:
    """What a file's name says: its kind, and whether the name says nothing else besides."""

    kind: str | None = None
    is_sure: bool = False


def stem_of(path: PurePath) -> str:
    """Return a file's name without its endings, in its plain form."""
    return plain(ENDINGS.sub("", path.name))


def bare_stem(path: PurePath) -> str:
    """Return a file's name without endings, days, numbers, languages and words for versions."""
    words = vocabulary()
    bare = stem_of(path)
    for pattern in (DAY, WORDED_DAY, LANGUAGE_CODE):
        bare = pattern.sub(" ", bare)
    bare = re.sub(r"\b([a-z]+)\d+\b", r"\1", NUMBER.sub(" ", bare))
    kept = [
        word for word in bare.split() if word not in words.last | words.early | words.count | {"copy", "kopie", "copie"}
    ]
    return " ".join(kept)


def kind_by_name(path: PurePath) -> NameSays:
    """Return what a file's name says: surely where it says nothing else, likely where it begins or ends with it."""
    words = vocabulary()
    stem = bare_stem(path)
    if stem in words.kinds:
        return NameSays(words.kinds[stem], is_sure=True)
    joined = stem.replace(" ", "")
    for name in longest_first(words.kinds):
        if joined == name.replace(" ", ""):
            return NameSays(words.kinds[name], is_sure=True)
        if " " in name and re.search(rf"(?:^|\s){re.escape(name)}(?:\s|$)", stem):
            return NameSays(words.kinds[name], is_sure=True)
    for name in longest_first(words.kinds):
        if len(name) > 2 and re.search(rf"^{re.escape(name)}\s|\s{re.escape(name)}$", stem):
            return NameSays(words.kinds[name])
    return NameSays()


def kind_by_folder(path: Path, root: Path) -> str | None:
    """Return what the folders between the root and a file say about it: the nearest that says anything."""
    words = vocabulary()
    for folder in path.relative_to(root).parents:
        if folder.name and (kind := words.folders.get(bare_stem(folder)) or words.folders.get(plain(folder.name))):
            return kind
    return None


def is_in_old(path: Path, root: Path) -> bool:
    """Tell whether a file lies in a folder of what is no longer used."""
    words = vocabulary()
    return any(
        words.folders.get(plain(folder.name)) == "old" for folder in path.relative_to(root).parents if folder.name
    )


def is_list_of_people(path: PurePath) -> bool:
    """Tell whether a table's name says that it is a list of people."""
    stem = bare_stem(path)
    return any(stem == name or re.search(rf"(?:^|\s){re.escape(name)}(?:\s|$)", stem) for name in vocabulary().people)
