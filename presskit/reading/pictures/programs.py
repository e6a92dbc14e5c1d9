"""Pictures that a program has made from words: what their files say, and the names that such programs give them."""

from __future__ import annotations

import re

from presskit.model import Photo

# Of the digital source types of the IPTC (cv.iptc.org, NewsCodes) those that no camera and no hand has made.
TYPES = re.compile(r"(?:\w*algorithmicMedia|compositeSynthetic)$", re.IGNORECASE)
NAMES = re.compile(
    r"^(?:chatgpt[ _-]image|dall[ _·.-]?e\b|gemini[ _-]generated[ _-]image|midjourney|comfyui[ _-]\d"
    r"|stable[ _-]?diffusion|bing[ _-]image[ _-]creator|firefly[ _]\d|copilot[ _-]\d{8})",
    re.IGNORECASE,
)
SAID = re.compile(
    r"\b(?:AI|A\.I\.|KI|IA)\b|(?i:artificial intelligence|künstlichen? intelligenz|intelligence artificielle"
    r"|inteligencia artificial|ذكاء (?:ال)?اصطناعي|الذكاء الاصطناعي|\b(?:generated|generiert|généré|generad[oa])"
    r"|\bcomputer[- ]|\brender(?:ing|ed)?\b|\bvisuali[sz]ation|\billustration)"
)


def program_in(photo: Photo) -> str | None:
    """Return the words that say that a program has made a picture; None where its own words tell readers so."""
    if any(words and SAID.search(words) for words in (photo.caption, photo.credit)):
        return None
    named = NAMES.match(photo.path.name)
    kind = TYPES.search(photo.source_type or "")
    return kind[0] if kind else named[0] if named else None
