"""What the name of a file, and of the folders it lies in, says about it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

from presskit.kinds import plain
from presskit.sorting.vocabulary import vocabulary

ENDINGS = re.compile(
    r"(?:\.(?:txt|text|md|markdown|x?html?|doc[xmt]?|dotx?|rtf|f?odt|pdf|eml|msg|pages|xml|rss|atom|zip"
    r"|jpe?g|png|tiff?|webp|hei[cf]|avif|gif|bmp|svg))+$",
    re.IGNORECASE,
)
DAY = re.compile(r"\b(?:\d{4} \d{1,2} \d{1,2}|\d{1,2} \d{1,2} \d{2,4}|\d{8}|\d{6}|(?:19|20)\d{2})\b")
MONTHS = r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|fevr|avr|mai|juin|juil|aout|okt|dez|ene|abr|ago|dic"
ARABIC_MONTHS = "يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر"
WORDED_DAY = re.compile(
    rf"\b(?:\d{{1,2}}(?: de)? (?:(?:{MONTHS})[a-z]*|{ARABIC_MONTHS})|(?:{MONTHS})[a-z]* \d{{1,2}})"
    r"(?:(?: de)? \d{4})?\b"
)
NUMBER = re.compile(r"\b\d+\b")
# Between the words of “PressRelease_2026FINALv3”.
HUMPS = re.compile(
    r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])|(?<=[A-ZÀ-Þ])(?=[A-ZÀ-Þ][a-zà-ÿ](?!\d))|(?<=\d)(?=[A-Z][A-Za-z])|(?<=\d{4})(?=[a-z]{3})|(?<=[A-Za-z]{3})(?=[vV]?\d)"
)
# At the edges of a name: “de” and “es” are words inside one.
CODES = "(?:en|fr|de|es|ar|eng|fra|deu|esp|ara|english|francais|deutsch|espanol|arabic)"
LANGUAGE_CODE = re.compile(rf"^{CODES}\b|\b{CODES}$")


@dataclass(frozen=True)
class NameSays:
    """What a file's name says: its kind, and whether the name says nothing else besides.

    is_phrase: words of it say so that no headline holds by chance: “media advisory”, “backgrounder”. is_weak: the words
    mean other things as well: “agenda”.
    """

    kind: str | None = None
    is_sure: bool = False
    is_phrase: bool = False
    is_weak: bool = False


def stem_of(path: PurePath) -> str:
    """Return a file's name without its endings, in its plain form; “nightFerryV2” is “night ferry v2”."""
    return plain(apart(ENDINGS.sub("", path.name)))


def apart(name: str) -> str:
    """Return a name with its words apart where capitals and numbers alone part them."""
    return HUMPS.sub(" ", unicodedata.normalize("NFC", name))


def bare_stem(path: PurePath) -> str:
    """Return a file's name without endings, days, numbers, languages and words for versions."""
    words = vocabulary()
    bare = stem_of(path)
    for pattern in (WORDED_DAY, DAY):
        bare = pattern.sub(" ", bare)
    bare = re.sub(r"\b([a-z]+)\d+\b", r"\1", NUMBER.sub(" ", bare))
    kept = [
        word for word in bare.split() if word not in words.last | words.early | words.count | {"copy", "kopie", "copie"}
    ]
    return " ".join(LANGUAGE_CODE.sub(" ", " ".join(kept)).split())


def kind_by_name(path: PurePath) -> NameSays:
    """Return what a file's name says: surely where it says nothing else, likely where it begins or ends with it."""
    words = vocabulary()
    stem = bare_stem(path)
    if stem in words.kinds:
        return NameSays(words.kinds[stem], is_sure=True, is_weak=stem in words.weak)
    joined = stem.replace(" ", "")
    for name in words.kinds:
        if joined == name.replace(" ", ""):
            return NameSays(words.kinds[name], is_sure=True, is_weak=name in words.weak)
    for name in words.kinds:
        if " " in name and f" {name} " in f" {stem} ":
            return NameSays(words.kinds[name], is_phrase=True)
    for name in words.kinds:
        if len(name) > 2 and (stem.startswith(f"{name} ") or stem.endswith(f" {name}")):
            return NameSays(words.kinds[name], is_phrase=name not in words.weak, is_weak=name in words.weak)
    return NameSays()


def kind_by_folder(path: Path, root: Path) -> str | None:
    """Return what the folders between the root and a file say about it: the nearest that says anything."""
    for folder in path.relative_to(root).parents:
        if kind := folder_says(folder):
            return kind
    return None


def folder_says(folder: PurePath) -> str | None:
    """Return what a folder's name says: what lies in it, that it is "old", or "internal"."""
    words = vocabulary()
    if kind := words.folders.get(plain(folder.name)):
        return kind
    name = DAY.sub(" ", plain(apart(folder.name)))
    kept = [word for word in name.split() if word not in words.filler and not word.isdigit()]
    said = " ".join(kept)
    if kind := words.folders.get(said, words.kinds.get(said)):
        return kind
    # “Press photos Larkin”, “Fotos Fähre”: what a folder of pictures holds is no matter of its other words.
    ends = {" ".join(kept[:count]) for count in (1, 2)} | {" ".join(kept[-count:]) for count in (1, 2)}
    return "photo" if any(words.folders.get(end) == "photo" for end in ends) else None


def folder_that_says(meaning: str, path: Path, root: Path) -> str | None:
    """Return the name of the folder between the root and a file that has a meaning: "old", "internal"."""
    if not path.is_relative_to(root):  # a text that was named alone lies in no folder of a kit
        return None
    return next((one.name for one in path.relative_to(root).parents if folder_says(one) == meaning), None)


def is_list_of_people(path: PurePath) -> bool:
    """Tell whether a table's name says that it is a list of people."""
    return _is_called(path, vocabulary().people)


def is_photo_list(path: PurePath) -> bool:
    """Tell whether a file's name says that it tells what photos show, or who took them: “Captions.docx”."""
    return _is_called(path, vocabulary().photo_lists)


def _is_called(path: PurePath, names: Iterable[str]) -> bool:
    stem = bare_stem(path)
    return any(stem == name or re.search(rf"(?:^|\s){re.escape(name)}(?:\s|$)", stem) for name in names)
