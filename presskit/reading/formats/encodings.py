"""Which encoding an old text or list was saved in, where it is no UTF-8 and does not say it.

Of all readings the one wins in which fewest words are spelled as no language spells them, and then the encoding that is
met most. Only words with other letters than a to z count: a list of names holds no sentence, and an Arabic text may
hold more Latin letters than Arabic ones. What tools that measure whole texts make of such is nonsense.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from presskit.reading.formats.spellings import is_odd

# The code pages of Windows and the Mac, the one met most first. More are told than kits are written in: one that is not
# known would be taken for another.
NAMES = {
    "cp1252": "Western Windows",
    "mac_roman": "Western Mac",
    "cp1250": "Central European Windows",
    "cp1251": "Cyrillic Windows",
    "cp1256": "Arabic Windows",
    "cp1254": "Turkish Windows",
    "cp1253": "Greek Windows",
    "cp1255": "Hebrew Windows",
}
UTF_16 = {"utf_16_le": 1, "utf_16_be": 0}  # where a Latin letter, a space, a line feed has its zero byte
MOST_BYTES, MOST_WORDS = 200_000, 1000  # enough to tell; the rest is read the same way
BETWEEN_WORDS = re.compile(rb"[\s,;:\"<>()|/]+")
CLEARLY_FEWER = 2  # odd words: then one is a name that is spelled in no common way
MOST_TOLD = 3
LONGEST_BYTES = 60  # of a word that may be spelled in no common way


@dataclass(frozen=True)
class Decoded:
    """A text, and where it might be read otherwise: the name of the encoding chosen, the first words in doubt."""

    text: str
    encoding: str = ""
    doubt: str = ""


def guess(data: bytes) -> Decoded | None:
    """Return the likeliest reading of an old text; None where it holds no words.

    Its doubt holds the words that another reading as likely has otherwise, or that are odd in each.
    """
    if b"\0" in data:  # of which no other text holds one
        zeros = [data[place:MOST_BYTES:2].count(0) for place in (0, 1)]
        return Decoded(data.decode(max(UTF_16, key=lambda encoding: zeros[UTF_16[encoding]]), "replace"), "UTF-16")
    words = [*dict.fromkeys(word for word in BETWEEN_WORDS.split(data[:MOST_BYTES]) if not word.isascii())]
    readings = {encoding: [decoded(word, encoding) for word in words[:MOST_WORDS]] for encoding in NAMES}
    odd = {encoding: [text is None or is_odd(text) for text in texts] for encoding, texts in readings.items()}
    best, *others = sorted(NAMES, key=lambda encoding: sum(odd[encoding]))
    if any(is_bent and len(word) > LONGEST_BYTES for word, is_bent in zip(words, odd[best], strict=False)):
        return None
    alike = [readings[other] for other in others if sum(odd[other]) == sum(odd[best])]
    is_clear = sum(odd[best]) + CLEARLY_FEWER <= sum(odd[others[0]])
    doubtful = [
        text
        for place, text in enumerate(readings[best])
        if text and ((odd[best][place] and not is_clear) or any(differs(text, other[place]) for other in alike))
    ]
    return Decoded(data.decode(best, "replace"), NAMES[best], ", ".join(doubtful[:MOST_TOLD]))


def differs(one: str, other: str | None) -> bool:
    """Tell whether another reading of a word has other letters; signs alone are no words."""
    return one != other and re.search(r"[^\W\d_a-zA-Z]", f"{one}{other or ''}") is not None


def decoded(data: bytes, encoding: str) -> str | None:
    """Return the text of bytes in an encoding; None where they are none of it."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
