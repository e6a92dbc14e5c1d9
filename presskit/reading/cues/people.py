"""Names of people: told from the names of offices by their shape and by the words offices are named with."""

from __future__ import annotations

import re

from presskit.reading.cues.people_words import known

NAME_WORD = re.compile(r"(?:[^\W\d_]\.){1,3}|[^\W\d_][^\W\d_’'‘-]*(?:[’'‘-][^\W\d_]+)*\.?")
GENERATION = re.compile(r"(?:Jr|Sr|II|III|IV|PhD|Ph\.D|MD|M\.D|Esq)\b\.?")
PREFIXED = re.compile(r"(?:d|l|al|el)[’'-][^\W\d_]", re.IGNORECASE)
CASELESS = re.compile(r"[\u0590-\u08ff]")


def name_words(name: str) -> list[str]:
    """Return the words of a name, without “Dr.” before it and “Jr.” behind it."""
    parts = [part for part in name.replace(",", " ").split() if not GENERATION.fullmatch(part)]
    while parts and parts[0].lower() in known("honorifics"):
        parts = parts[1:]
    return parts


def is_name(text: str) -> bool:
    """Tell whether words have the shape of a person's name: two to five words with capitals, none an office's."""
    parts = name_words(text)
    if not 2 <= len(parts) <= 5 or not all(NAME_WORD.fullmatch(part) for part in parts):
        return False
    if any(part.lower().rstrip(".") in known("offices") for part in parts):
        return False
    if CASELESS.search(text):
        return True
    capitals = [part for part in parts if part[0].isupper() or PREFIXED.match(part)]
    has_only_particles = all(part in capitals or part.lower() in known("particles") for part in parts)
    return len(capitals) >= 2 and parts[0][0].isupper() and has_only_particles


def surname(name: str) -> str:
    """Return the last word of a name, without “Jr.”."""
    parts = name_words(name)
    return parts[-1] if parts else name
