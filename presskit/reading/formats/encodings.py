"""Which encoding an old text was saved in, where it is no UTF-8 and does not say it.

charset-normalizer measures how far each reading looks like a language. Of readings that look alike, the one wins in
which fewest words are bent, such as “MŸller” and “£ukasz”, and then the encoding that is met most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from presskit.reading.formats.spellings import is_odd

# The code pages of Windows and the Mac for the scripts that kits are written in, the one met most first.
NAMES = {
    "cp1252": "Western Windows",
    "mac_roman": "Western Mac",
    "cp1250": "Central European Windows",
    "cp1251": "Cyrillic Windows",
    "cp1256": "Arabic Windows",
    "cp1253": "Greek Windows",
    "cp1254": "Turkish Windows",
    "cp1255": "Hebrew Windows",
    "utf_16_le": "UTF-16",
    "utf_16_be": "UTF-16",
}
LIKE_LANGUAGES = ("cp1252", "mac_roman", "cp1250", "cp1251", "cp1256", "utf_16_le", "utf_16_be")
MOST_BYTES = 200_000  # enough to tell; the rest is read the same way
BENT = re.compile(
    r"[^\W\d_]+[^\w\s'’ʼ´`/&@.,:;…–—|\\()\[\]{}<>=+*-][^\W\d_]+"  # a sign within a word: Zo‘ra
    r"|[£¤¥§©®°±¶µ¬†‡¢¨¯¸][a-zà-ÿ]+"  # a sign before one: £ukasz
    r"|[^\W\d_]*(?:[a-zà-ÿ][À-ÞŒŠŸŽ]|[A-Z][À-ÞŒŠŸŽ][a-zà-ÿ])[^\W\d_]*"  # a capital within one: MŸller, cafÈ
    r"|[^\W\d_]*[a-z][–—][a-z][^\W\d_]*"  # a dash within a word: Se–or
    r"|[^\W\d_]+‘(?!\w)"  # or a quotation opened behind one: Zo‘
    r"|(?<!\w)[à-ÿ][A-Z][a-z]+"  # or behind a small letter with an accent: ìYesî
)
# Central European letters stand where Western ones do; a text of Western words is taken for one.
LIKE_LETTERS = ("cp1252", "cp1250")
SHORT_BYTES = 200  # in a shorter text nothing can be measured: the encoding met most is taken
WESTERN = ("cp1252", "mac_roman")
OTHER_SCRIPTS = ("cp1251", "cp1256")
# Of lists, more are told: what is not known would be taken for another, and be nonsense in silence.
ONE_BYTE = ("cp1252", "mac_roman", "cp1250", "cp1251", "cp1256", "cp1254", "cp1253", "cp1255")
BETWEEN_WORDS = re.compile(rb"[\s,;:\"<>()|/]+")
MOST_TOLD = 3
CLEARLY_FEWER = 2  # odd words: then one is a name that is spelled in no common way
ALIKE = 0.05  # of chaos, and of likeness to a language: below, nobody can tell two readings apart


@dataclass(frozen=True)
class Decoded:
    """A text, and where it might be read otherwise: the name of the encoding chosen, the first word in doubt."""

    text: str
    encoding: str = ""
    doubt: str = ""


def guess(data: bytes) -> Decoded | None:
    """Return the likeliest reading of old text; None where no reading looks like a language."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  (most texts are UTF-8)

    part = data[:MOST_BYTES]
    order = [*LIKE_LANGUAGES]
    is_short = len(part) < SHORT_BYTES and is_latin(part)
    found = {one.encoding: one for one in from_bytes(part, cp_isolation=order, threshold=0.4)}
    readings = []
    for place, encoding in enumerate(order):
        one = found.get(encoding)
        text = decoded(part, encoding)
        if text is None or (encoding in OTHER_SCRIPTS and is_latin(part)):
            continue
        if one:
            measured = (0.0, 0.0) if is_short else (round(one.chaos, 2), -round(one.coherence, 2))
            readings.append((len(BENT.findall(text)), *measured, place))
        elif is_short and encoding in WESTERN:
            readings.append((len(BENT.findall(text)), 0.0, 0.0, place))
    readings.sort()
    if not readings:
        return None
    best = readings[0]
    text = data.decode(order[best[3]], "replace")
    for other in readings[1:]:
        if (order[best[3]], order[other[3]]) == LIKE_LETTERS:
            continue
        is_alike = other[0] == best[0] and abs(other[1] - best[1]) < ALIKE and abs(other[2] - best[2]) < ALIKE
        if is_alike and (word := next(differing(text, data.decode(order[other[3]], "replace")), None)):
            return Decoded(text, NAMES[order[best[3]]], word)
    return Decoded(text, NAMES[order[best[3]]])


def guess_list(data: bytes) -> Decoded:
    """Return the likeliest reading of an old list of names: the one in which fewest words are spelled as none is.

    Its doubt holds the words that another reading as likely has otherwise, or that are odd in each.
    """
    words = [*dict.fromkeys(word for word in BETWEEN_WORDS.split(data[:MOST_BYTES]) if not word.isascii())]
    readings = {encoding: [decoded(word, encoding) for word in words] for encoding in ONE_BYTE}
    odd = {encoding: [text is None or is_odd(text) for text in texts] for encoding, texts in readings.items()}
    best, *others = sorted(ONE_BYTE, key=lambda encoding: sum(odd[encoding]))
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


def is_latin(data: bytes) -> bool:
    """Tell whether most of a text's letters are Latin ones without accents, which every encoding shares."""
    return len(re.findall(rb"[A-Za-z]", data)) > len(re.findall(rb"[\x80-\xff]", data))


def differing(one: str, other: str) -> Iterator[str]:
    """Yield the words of a text that another reading has otherwise; signs alone are no words."""
    for word, twin in zip(one.split(), other.split(), strict=False):
        if differs(word, twin):
            yield word.strip("“”„«».,;:!?()")
