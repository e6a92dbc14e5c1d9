"""In which signs old names are written, where nothing says it: told by how people write, in any script.

The code page wins in which the fewest signs stand where nobody puts them and the fewest words are spelled as in no
language. Where another is as likely, or signs remain, a person is told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from presskit.reading.formats.spellings import SCRIPTS, is_odd

USUAL = "cp437"  # by the rules for ZIPs; zipfile reads them so
# Of terminals and of Windows, in Western and Central Europe, in Cyrillic, Greek, Arabic and Hebrew; the most met first.
LETTERS = {
    **dict.fromkeys((USUAL, "cp1252", "cp850", "cp852", "cp1250"), "LATIN"),
    **dict.fromkeys(("cp866", "cp1251"), "CYRILLIC"),
    **dict.fromkeys(("cp737", "cp1253"), "GREEK"),
    **dict.fromkeys(("cp720", "cp1256"), "ARABIC"),
    "cp862": "HEBREW",
}
VOWELS = "aeiouäöüy"
ALONE = "àáéèíóòÀÁÉÈÍÓÒ"  # words of one letter
ALONE_CYRILLIC = "авикосуябАВИКОСУЯБ"
MARKS = "–—‘’“”„…«»¡¿°§€™®©№·"
EASTERN_MARKS = "、。・「」『』（）【】《》〈〉〜～！？：；，　－—＿＆％"
CLEARLY_FEWER = 2  # signs and words; one is a name that is spelled in no common way
GREEK_ACCENTED = re.compile(r"[άέήίόύώΐΰΆΈΉΊΌΎΏ]")
GREEK_SYLLABLES = re.compile(r"(?:ου|αι|ει|οι|[αεηιουωϊϋ])")
LONE_EASTERN = re.compile(
    r"(?<=[A-Za-z])[^\x00-\u02ff](?![^\x00-\u02ff])|(?<![^\x00-\u02ff])[^\x00-\u02ff](?=[A-Za-z])"
)
MANY = 4  # signs of Chinese, of which a third are in the place of no Korean syllable
KANA = re.compile(r"[\u3040-\u30ff]")
HANGUL = re.compile(r"[\uac00-\ud7a3]")
COMMON_CHINESE, COMMON_JAPANESE = range(0xB0, 0xD8), range(0xB0, 0xD0)  # the first levels of GB 2312 and JIS X 0208


@dataclass(frozen=True)
class Page:
    """Names as one code page has them, and how many of their signs and words are unlikely."""

    page: str
    names: tuple[str, ...]
    odd: int


def likeliest(names: Sequence[bytes]) -> tuple[str, tuple[str, ...]]:
    """Return the code page that old names are written in, and the names that are in doubt, as it has them.

    names: those that are no UTF-8, and so hold other signs than ASCII.
    """
    tried = [Page(page, *read) for page in (*LETTERS, *EASTERN) if (read := _read(names, page))]
    best = min(tried, key=lambda one: one.odd, default=Page(USUAL, (), 0))
    most = best.odd + CLEARLY_FEWER - 1 if best.odd else 0
    others = [one.names for one in tried if one.odd <= most and one.names != best.names]
    pairs = (pair for other in others for pair in zip(best.names, other, strict=True))
    return best.page, tuple(dict.fromkeys(name for name, other in pairs if name != other))


def _read(names: Sequence[bytes], page: str) -> tuple[tuple[str, ...], int] | None:
    """Return names in a code page, and how odd they are; None where they are none of it."""
    try:
        words = tuple(name.decode(page) for name in names)
    except UnicodeDecodeError:
        return None
    if page in EASTERN:
        return words, sum(EASTERN[page](name) + len(LONE_EASTERN.findall(name)) for name in words)
    is_used = LETTERS[page] == "LATIN" or any(
        script_of(sign) == LETTERS[page] for name in words for sign in name if not sign.isascii()
    )
    return (words, sum(map(_odd_letters, words))) if is_used else None


def _odd_letters(name: str) -> int:
    around = f" {name} "
    signs = zip(around, around[1:], around[2:], strict=False)
    unlikely = sum(not (sign.isascii() or _is_likely(before, sign, after)) for before, sign, after in signs)
    words = [word for word in re.split(r"[\s_./()-]+", name) if not word.isascii()]
    return unlikely + sum(is_odd(word) or _is_unstressed(word) for word in words)


def _is_unstressed(word: str) -> bool:
    """Tell whether a Greek word in small letters of several syllables has not its one accent."""
    is_greek = script_of(word[-1]) == "GREEK" and not word.isupper()
    return is_greek and len(GREEK_ACCENTED.findall(word)) != 1 and len(GREEK_SYLLABLES.findall(word.lower())) > 0


def _is_likely(before: str, sign: str, after: str) -> bool:
    """Tell whether a sign stands where people write it: letters in words, capitals not behind small letters."""
    if not sign.isalpha():
        return sign in MARKS
    script = script_of(sign)
    if script == "LATIN":
        return sign != "ƒ" and _is_likely_latin(before, sign, after)
    beside = [letter for letter in (before, after) if letter.isalpha()]
    is_word = all(script_of(letter) == script for letter in beside) and bool(beside or sign in ALONE_CYRILLIC)
    return script in SCRIPTS and is_word and not (sign.isupper() and before.islower())


def _is_likely_latin(before: str, sign: str, after: str) -> bool:
    if sign == "ß":
        return before.lower() in VOWELS
    return (sign in ALONE or before.isalpha() or after.isalpha()) and not (sign.isupper() and before.islower())


def script_of(sign: str) -> str:
    """Return the script of a letter, as Unicode names it: “CYRILLIC”."""
    return unicodedata.name(sign, "").partition(" ")[0]


def _odd_japanese(name: str) -> int:
    return sum(not (KANA.match(sign) or _is_common(sign, "euc_jp", COMMON_JAPANESE)) for sign in _eastern(name))


def _odd_chinese(name: str) -> int:
    signs = _eastern(name)
    is_korean = len(signs) >= MANY and not _odd_korean(name.encode("gbk").decode("cp949", "replace"))
    return is_korean + sum(not _is_common(sign, "gb2312", COMMON_CHINESE) for sign in signs)


def _odd_korean(name: str) -> int:
    return sum(not (HANGUL.match(sign) and _is_common(sign, "euc_kr", range(0xB0, 0xC9))) for sign in _eastern(name))


def _odd_taiwanese(name: str) -> int:
    return sum(not _is_common(sign, "big5", range(0xA4, 0xC7)) for sign in _eastern(name))


def _eastern(name: str) -> str:
    return "".join(sign for sign in name if not sign.isascii() and sign not in EASTERN_MARKS)


def _is_common(sign: str, encoding: str, common: range) -> bool:
    """Tell whether a sign is among those that a country's standard lists first, which are those in use."""
    try:
        written = sign.encode(encoding)
    except UnicodeEncodeError:
        return False
    return len(written) == 2 and written[0] in common


EASTERN: Mapping[str, Callable[[str], int]] = {
    "cp932": _odd_japanese,
    "cp949": _odd_korean,
    "gbk": _odd_chinese,
    "cp950": _odd_taiwanese,
}
