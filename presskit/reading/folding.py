"""Letters as people compare them: without accents, without marks nobody sees, figures of one kind.

“À ne pas diffuser” and “A NE PAS DIFFUSER”, “١٢ مايو” and “12 مايو” are then the same words.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# “E M B A R G O E D”: letters spaced by hand; wider gaps stand between words.
SPACED = re.compile(r"(?<!\w)\w(?:[ \xa0]\w){4,}(?!\w)")
# Greek and Cyrillic letters that look like Latin ones, as they slip into a word typed on another keyboard.
ALIKE = str.maketrans("АВЕКМНОРСТУХЅІЈаеорсухѕіјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTYXSIJaeopcyxsijABEZHIKMNOPTYXo")
MIXED = re.compile(r"(?=\w*[A-Za-z])\w*[\u0370-\u03ff\u0400-\u04ff]\w*")
# Between the words of a file's name, where it is no part of a zone's (America/New_York).
UNDERSCORE = re.compile(r"[A-Za-z]+/[A-Za-z_/+-]+|_")
UNSEEN = ("Mn", "Cf", "Cc")  # accents set apart, marks of writing direction, zero-width spaces, soft hyphens
CHANGED = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "−": "-", "‐": "-", "‑": "-", "ـ": "", "ى": "ي", "ة": "ه"}
)


@dataclass(frozen=True)
class Folded:
    """A folded text. places: for each of its characters where it stands in the text as written, and the end of that."""

    text: str
    places: tuple[int, ...]

    @property
    def lower(self) -> str:
        """The folded text in small letters, of the same length."""
        return self.text.lower()


@lru_cache(maxsize=4096)
def fold(text: str) -> Folded:
    """Fold a text; every character that is left knows where it stood."""
    text = MIXED.sub(lambda word: word[0].translate(ALIKE), text)
    text = UNDERSCORE.sub(lambda found: " " if found[0] == "_" else found[0], text)
    gaps = {place for match in SPACED.finditer(text) for place in range(match.start() + 1, match.end(), 2)}
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if place not in gaps:
            for plain in fold_letter(letter):
                letters.append(plain)
                places.append(place)
    return Folded("".join(letters), (*places, len(text)))


@lru_cache(maxsize=4096)
def fold_letter(letter: str) -> str:
    """Return a character without accents; nothing for one that is not seen, a figure as 0 to 9, a space as a space."""
    if letter.isspace():
        return letter if letter in "\n\t" else " "
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    parts = unicodedata.normalize("NFKD", letter)
    plain = "".join(part for part in parts if unicodedata.category(part) not in UNSEEN).translate(CHANGED)
    return plain if len(plain.lower()) == len(plain) else plain.lower()
