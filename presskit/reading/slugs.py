"""Short names for documents: they name files and the targets of links."""

from __future__ import annotations

import hashlib
import re
import unicodedata

MAX_CHARACTERS = 48
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
    plain = unicodedata.normalize("NFKD", text.lower().translate(LETTERS)).encode("ascii", "ignore").decode()
    return [match[0] for match in re.finditer(r"[a-z0-9]+", plain.lower())]


def first_slug(*texts: str | None) -> str:
    """Return the slug of the first text with Latin letters or digits, else of the last one."""
    named = [text for text in texts if text]
    return slugify(next((text for text in named if latin_words(text)), named[-1] if named else ""))
