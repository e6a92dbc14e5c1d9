"""Words that people never read: those of the trade and of the program, where plain ones say the same."""

from __future__ import annotations

import re

# "part" is a document of the kit, "artifact" a page line, "front matter" the settings at the top of a file.
NEVER_READ = re.compile(
    r"\b(?:folios?|artifacts?|parts?|findings?|front[ -]matter|imposition|impose|glyphs?|manifests?|hash(?:es)?"
    r"|exceptions?|tracebacks?|slugs?|validation|string|boolean|(?-i:None)|null)\b|Input should",
    re.IGNORECASE,
)


def never_read(text: str) -> list[str]:
    """Return the words of `text` that no message may use."""
    return NEVER_READ.findall(text)
