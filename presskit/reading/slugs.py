"""Short names for documents: they name files and the targets of links."""

from __future__ import annotations

import hashlib
import re
import unicodedata

MAX_CHARACTERS = 48
MAX_BYTES = 64  # of words in a file's name, of which systems take 255
TATWEEL = "\u0640"  # draws a word of Arabic out, and is no letter of it
# Letters that do not come apart into a letter and an accent.
LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "’": "", "'": ""}
)


def slugify(text: str) -> str:
    """Return `text` as small ASCII letters, digits and hyphens: never empty, stable, at most 48 characters.

    A slug stays as it is. Text without a Latin letter or digit is named by a digest of its characters.
    """
    words = latin_words(text)
    if not words:
        return f"text-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:8]}"
    slug = words[0][:MAX_CHARACTERS]
    for word in words[1:]:
        if len(slug) + 1 + len(word) > MAX_CHARACTERS:
            break
        slug += f"-{word}"
    return slug


def latin_words(text: str) -> list[str]:
    """Return the words of a text as small ASCII letters and digits."""
    plain = _without_accents(text).encode("ascii", "ignore").decode()
    return [match[0] for match in re.finditer(r"[a-z0-9]+", plain.lower())]


def _without_accents(text: str) -> str:
    return unicodedata.normalize("NFKD", text.lower().translate(LETTERS))


def file_words(text: str) -> str:
    """Return the words of a text for a file's name, joined by hyphens: in ASCII where their letters have such a form.

    Words in another script stay in it. At most 48 characters of ASCII, else 64 bytes of UTF-8; empty without a word.
    """
    if not any(sign.isalpha() for sign in _without_accents(text) if not sign.isascii()):
        return slugify(text) if latin_words(text) else ""
    plain = unicodedata.normalize("NFC", text.lower().replace(TATWEEL, ""))
    name = "-".join("".join(sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in plain).split())
    if len(name.encode()) <= MAX_BYTES:
        return name
    cut = name.encode()[: MAX_BYTES + 1].decode(errors="ignore")
    return cut.rpartition("-")[0] or cut[:-1]


def first_slug(*texts: str | None) -> str:
    """Return the slug of the first text with Latin letters or digits, else of the last one."""
    named = [text for text in texts if text]
    return slugify(next((text for text in named if latin_words(text)), named[-1] if named else ""))
