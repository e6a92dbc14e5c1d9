"""Texts that are not for the press: marked as internal or confidential, minutes, contracts, talking points.

A mark counts where it stands alone: as a line, at the head or foot of a page, in a banner, in the name of the file. In
a headline or a sentence, such as “City awards contract”, the same words are news.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from presskit.kinds import plain
from presskit.model import Block, Removed
from presskit.reading.cues.junk import LEGAL
from presskit.reading.reasons import MARGINS
from presskit.sorting.names import bare_stem
from presskit.sorting.vocabulary import vocabulary

TITLES = frozenset(
    ("secret", "secreto", "geheim", "restricted", "reservado", "off")
)  # also what a release may be called
HEAD_LINES = 6  # a document says at its head what it is
MOST_WORDS = 12  # a line with more is a sentence
# “For internal discussion only”, “streng vertraulich”.
BEFORE = re.compile(r"^(?:for|pour|fur|para|strictly|highly|strictement|streng|estrictamente|muy)\s+(?=\w)")
NUMBERED = re.compile(r"(?:\s(?:no|nr|n|num|number|numero|numer|رقم))?(?:\s[a-z]{0,4}\d[\w]*)+")
OF_DAY = re.compile(
    r"\s(?:of|from|for|du|de|del|vom|am|on|le)\s(?:the\s|la\s)?(?:\w+\s){0,4}\d[\w ]*|\s(?:\w+\s){0,2}\d[\w ]*\d{4}"
)
# In brackets, or behind or before a dash between spaces.
APART = re.compile(r"[\[({]([^\[\](){}]{3,60})[\])}]|\s[–—-]\s+([^–—-]{3,60})$|^([^–—-]{3,60}?)(?=\s+[–—-]\s)")
SPACED = re.compile(r"(?<!\S)\w(?: \w){3,}(?!\S)")  # “C O N F I D E N T I A L”
REPEATED = re.compile(r"(.+?)(?: \1)+")  # across the page, or for each of its columns
# A number or a day behind a word: “draft 3”, “draft v2”, “Entwurf vom 4. Mai”.
UNNUMBERED = re.compile(r"\s(?:(?:no|nr|n|v|version|of|from|du|de|del|vom)\s?)?\d.*")
KEYWORD_WORDS, MARGIN_WORDS = 3, 7
LOUD = re.compile(r"\W*[^\W\da-zß-ÿ]{4,}(?:[ _]\S+){0,2}\s*[–—|:(-]")
VERSION = re.compile(r"(?:v|version|fassung|rev)\s?\d[\d ]*")
DATED = ("stand", "as of", "du", "vom")  # before a day
LAST_NUMBER = re.compile(r"(?: (?:v|version|rev|fassung))? ?\d+$")
OUTDATED = frozenset(("old", "outdated", "superseded", "do not use"))  # they say which version is left out
SHORT = 8  # words
SHOUTED = re.compile(r"(?<![^\W_])[A-Z]{5,}(?:[ _-][A-Z]{3,})*(?![^\W_])")


@dataclass(frozen=True)
class Mark:
    """The words that keep a text inside, and where they stand: a line (None in a file's name or a page's head)."""

    words: str
    line: int | None = None
    place: str = "line"


def find_mark(
    path: PurePath,
    blocks: Sequence[Block],
    removed: Iterable[Removed],
    told: Iterable[str] = (),
    *,
    is_release: bool,
) -> Mark | None:
    """Return the first mark that keeps a text inside; None where there is none.

    told: what the file says of itself without showing it as text, such as its keywords or a watermark.

    is_release: the words read as a release's. Then the name of a kind of document in the file's name is the release's
    matter: “contract-awarded.docx”.
    """
    named = mark_in_name(path, is_release=is_release)
    if named:
        return named
    for number, (text, line) in enumerate(lines_of(blocks)):
        if stands_alone(text) or (number < HEAD_LINES and not is_release and names_document(text)):
            return Mark(text.strip(), line)
    margins = (one for one in removed if not LEGAL.match(one.text))
    marks = [
        Mark(one.text, one.line, "margin")
        for one in margins
        if stands_alone(one.text) or (one.why in MARGINS and ends_with_mark(one.text))
    ]
    marks += [
        Mark(words.strip(), None, "margin") for said in told for words in keywords_in(said) if stands_alone(words)
    ]
    return next(iter(marks), None)


def keywords_in(said: str) -> tuple[str, ...]:
    """Return what a file says of itself, and where that is a list of keywords, each of them."""
    parts = re.split(r"[;,]", said)
    return (said, *parts) if all(len(part.split()) <= KEYWORD_WORDS for part in parts) else (said,)


def lines_of(blocks: Iterable[Block]) -> Iterator[tuple[str, int | None]]:
    """Yield each line of a text, each cell of a table, each item of a list, with the line it stands on."""
    for block in blocks:
        for text in re.split(r"[\n\t]", block.text):
            if text.strip():
                yield text, block.line


def stands_alone(text: str) -> bool:
    """Tell whether a line is a mark of secrecy and nothing else: “INTERNAL – do not share”, “Status: confidential”."""
    text = SPACED.sub(lambda found: found[0].replace(" ", ""), text)
    if len(text.split()) > MOST_WORDS:
        return False
    if is_mark(plain(text)):  # “OFFICIAL-SENSITIVE”, “TLP:RED”: what follows the sign belongs to it
        return True
    words = vocabulary()
    parts = [plain(part) for part in re.split(r"[–—|/:;.,()\[\]*!\n-]+", text)]
    parts = [part for part in parts if part]
    if not parts or not any(is_mark(part) for part in parts):
        return False
    if all(is_mark(part) or part in words.unpublished or NUMBERED.fullmatch(f" {part}") for part in parts):
        return True
    is_field = parts[0] in words.fields and is_mark(parts[1]) if len(parts) > 1 else False
    # “CONFIDENTIAL: for the board” stands alone as well; “Confidential helpline opens” does not.
    return is_field or (is_mark(parts[0]) and starts_apart(text) and len(text.split()) <= MOST_WORDS)


def bars_printing(text: str) -> bool:
    """Tell whether words that go with a photo keep it out of print: “Not for publication”, “CONFIDENTIAL”."""
    return stands_alone(text) or plain(text) in vocabulary().unpublished


def find_unfinished(lines: Iterable[tuple[str, int | None]]) -> Mark | None:
    """Return the first line that says of its text that it is not finished, and nothing else: “DRAFT 3 – for review”."""
    return next((Mark(text.strip(), line) for text, line in lines if says_unfinished(text)), None)


def says_unfinished(text: str) -> bool:
    """Tell whether a line says that a text is not finished: each of its parts, but for a number or a day behind."""
    text = SPACED.sub(lambda found: found[0].replace(" ", ""), text)
    parts = [part for piece in re.split(r"[–—|/:;.,()\[\]*!\n-]+", text) if (part := plain(piece))]
    words, fields = vocabulary().unfinished, vocabulary().fields | vocabulary().count | frozenset(DATED)
    own = [UNNUMBERED.sub("", once(part)) for part in parts]
    versions = vocabulary().early
    whole = plain(text)
    if whole in words:  # “Awaiting sign-off”: what follows the sign belongs to it
        return True
    if len(text.split()) <= MOST_WORDS and any(whole.startswith(f"{one} ") for one in vocabulary().pending):
        return True  # “Do not send before Ada has approved.”
    is_remarked = len(parts) > 1 and VERSION.fullmatch(parts[0]) and parts[1].partition(" ")[0] in versions
    if is_remarked or (own and own[0] in words and is_loud(text) and len(text.split()) <= SHORT):
        return True  # “v3 – comments Ada”, “DRAFT v3 – comments Ada”
    return any(part in words for part in own) and all(
        not part or part in words or part in fields or part[0].isdigit() for part in own
    )


def is_loud(text: str) -> bool:
    """Tell whether a line's first word is in capitals and a dash or a colon follows within three words."""
    return bool(LOUD.match(text))


def ends_with_mark(text: str) -> bool:
    """Tell whether the head or foot of the pages is a name with a mark behind it: “Harbour Office Confidential”."""
    words = plain(text).split()
    ends = (" ".join(words[place:]) for place in range(1, len(words)))
    return len(words) <= MARGIN_WORDS and any(is_mark(end) and end not in TITLES for end in ends)


def starts_apart(text: str) -> bool:
    """Tell whether the words before a colon or a dash are in capitals, as a label is."""
    label = re.split(r"[:–—|]|\s-\s", text, maxsplit=1)[0]
    letters = [letter for letter in label if letter.isalpha()]
    is_caseless = bool(letters) and not any(letter.lower() != letter.upper() for letter in letters)
    return label != text and (is_caseless or all(letter.isupper() for letter in letters))


def is_mark(part: str) -> bool:
    """Tell whether plain words are a mark of secrecy."""
    words = vocabulary()
    part = BEFORE.sub("", once(part))
    if part in words.marks:
        return True
    first, _, rest = part.partition(" ")
    return first in words.marks and all(word in words.nouns for word in rest.split()) and bool(rest)


def once(part: str) -> str:
    """Return words that are repeated across the page once."""
    found = REPEATED.fullmatch(part)
    return found[1] if found else part


def names_document(text: str) -> bool:
    """Tell whether a line names a kind of document that is not for the press: “Minutes of 12 May”, “INVOICE 4711”."""
    if len(text.split()) > MOST_WORDS:
        return False
    line = plain(text)
    return any(
        line == name or (line.startswith(f"{name} ") and follows(line[len(name) :])) for name in vocabulary().documents
    )


def follows(rest: str) -> bool:
    """Tell whether what follows the name of a document is a number or a day."""
    return bool(NUMBERED.fullmatch(rest) or OF_DAY.fullmatch(rest))


def mark_in_name(path: PurePath, *, is_release: bool) -> Mark | None:
    """Return the mark in a file's name: alone, in brackets, beside a dash, in capitals; of no release elsewhere too."""
    words = vocabulary()
    stem = bare_stem(path)
    parts = parts_of_name(path)
    is_marked = any(is_mark(part) and not (is_release and part in TITLES) for part in parts)
    if not is_release:
        is_marked |= stem in words.documents or any(edges(stem, name) for name in (*words.marks, *words.documents))
    return Mark(path.name, None, "name") if is_marked else None


def parts_of_name(path: PurePath) -> list[str]:
    """Return what can be a mark in a name: all of it, what stands in brackets or beside a dash, or in capitals."""
    written = path.name.rsplit(".", 1)[0]
    parts = [bare_stem(path), *(plain(part) for found in APART.finditer(written) for part in found.groups() if part)]
    return parts if written.isupper() else [*parts, *(plain(part) for part in SHOUTED.findall(written))]


def unready_in_name(path: PurePath) -> str | None:
    """Return the words of a photo's name that say it is not for the press, or not finished: “pier – DRAFT.jpg”."""
    unfinished = vocabulary().unfinished
    return next(
        (
            part
            for part in (plain(path.stem), *parts_of_name(path))
            if part in unfinished or (is_mark(part) and part not in TITLES)
        ),
        None,
    )


def unfinished_name(path: PurePath) -> Mark | None:
    """Return the words of a text's name that say it is not finished: “Release DRAFT.docx”, “release for review 2.docx”.

    At its end, or apart: a name that begins with such a word may be the news, such as “draft-budget-2027.docx”.
    """
    words = (vocabulary().unfinished | vocabulary().early) - OUTDATED
    stem = LAST_NUMBER.sub("", plain(path.stem))
    told = [part for part in (stem, *parts_of_name(path)) if part in words]
    told += sorted((one for one in words if stem.endswith(f" {one}")), key=len, reverse=True)
    return next((Mark(one, None, "name") for one in told), None)


def edges(stem: str, name: str) -> bool:
    """Tell whether a name begins or ends with words; with several, whether it holds them."""
    return stem.startswith(f"{name} ") or stem.endswith(f" {name}") or (" " in name and f" {name} " in f" {stem} ")
