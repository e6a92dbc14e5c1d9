"""Whether words may be spelled so, in any language: by this the encoding of an old text or list is told.

A word read in the wrong encoding holds signs, letters of two scripts, capitals behind small letters, more accents than
letters, or vowels and consonants where no language has them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import partial

# What stands beside words in all encodings alike.
BESIDE = "’‘‚“”„«»‹›–—…·•°ºª®™€№!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
VOWELS = "aeiouyáéíóúýäëïöüÿâêîôûàèìòùãõåæœøąęěőűůăı"
CONSONANT = f"(?:(?![{VOWELS}])[^\\W\\d_])"
UNLIKELY = [
    re.compile(pattern)
    for pattern in (
        rf"[èøò][{VOWELS}]|ù[{VOWELS}]|[ìù]{CONSONANT}|(?<![{VOWELS}])ð|[^\W\d_]õ(?!e)|æ$|þ[^aeiouyáéíóúö]",  # Western
        # Consonants of Central Europe between two others, and letters that its languages have in few places.
        rf"{CONSONANT}[čřňćďĺ]{CONSONANT}|^{CONSONANT}*ŕ|ń[{VOWELS}]|^[ĺŕńěęů]",
        r"[ğış].*[^\W\d_a-zçğıöşüâîû]|[^\W\d_a-zçğıöşüâîû].*[ğış]",  # Turkish has no other accents
        r"^[ةىئؤ]|[ةى][\u0621-\u064a]",  # in Arabic they end a word, or begin none
        r"^[ьъы]|[бвгджзклмнпрстфхцчшщ]{5}",
        r"ς[α-ω]|[βγδζθκλμπστφχΰ]$|^[ΐΰς]",
        r"[ךםןףץ][א-ת]|[כמנפצ]$",
        r"^[\u0300-\u036f\u0591-\u05c7\u064b-\u0652]",  # a sign above a letter, and no letter
    )
]
# A sign that stands between words, not within one; an apostrophe may.
WITHIN = re.compile(r"[^\W\d_][‘‚“”„«»‹›–—…•·°ºª®™€№][^\W\d_]|[’‘‚“”„«»‹›–—…•·°ºª®™€№]{3}")
PARTS = re.compile(r"[\s'’`\d_.&/-]+")
MOST_CHARACTERS = 80  # of a word: more is none
SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC", "GREEK", "HEBREW")


def is_odd(word: str) -> bool:
    """Tell whether no language spells a word so."""
    plain = word[:MOST_CHARACTERS].strip(BESIDE)
    letters = [sign for sign in plain if unicodedata.category(sign)[0] in "LM"]
    has_signs = bool(WITHIN.search(word)) or any(
        map(partial(_is_misplaced, has_letters=bool(letters)), plain, f"{plain[1:]} ")
    )
    has_capital = any(map(_is_capital_within, plain, plain[1:], f"{plain[2:]} "))
    is_unlikely = any(pattern.search(part) for part in PARTS.split(plain.lower()) for pattern in UNLIKELY)
    return has_signs or has_capital or is_unlikely or len(_scripts(letters)) > 1 or _is_overladen(letters)


def _is_misplaced(sign: str, behind: str, *, has_letters: bool) -> bool:
    """Tell a sign in a word, as in £ukasz, or a letter with an accent before a digit; £3 is neither."""
    if sign.isascii() or sign in BESIDE or unicodedata.category(sign)[0] == "M":
        return False
    return behind.isdecimal() if sign.isalpha() else has_letters


def _is_capital_within(before: str, sign: str, behind: str) -> bool:
    """Tell a capital behind a small letter, or one with an accent between a capital and a small letter: WÛjcik."""
    is_accented = before.isupper() and not sign.isascii() and behind.islower()
    return sign.isupper() and (before.islower() or is_accented)


def _scripts(letters: list[str]) -> set[str]:
    names = (unicodedata.name(sign, "") for sign in letters)
    return {next((script for script in SCRIPTS if script in name), name) for name in names}


def _is_overladen(letters: list[str]) -> bool:
    """Tell whether more than half of a Latin word's letters have accents."""
    accented = sum(not sign.isascii() for sign in letters)
    return _scripts(letters) == {"LATIN"} and len(letters) > 2 and 2 * accented > len(letters)
