"""In which language the words of the kit, of its brand and of its photos are spoken where they stand on a page.

They are written once, and stand on pages of every language: an English disclosure read with a French voice is noise.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from presskit.composing.directions import direction_of
from presskit.composing.languages import Language, language
from presskit.model import Kit


def tongue_of(text: str, kit: Kit) -> Language:
    """Return the language of a text of the kit's own: the kit's, unless its script is that of another one it speaks."""
    usual = language(kit.language)
    direction = direction_of(text, usual.direction)
    return next((each for each in map(language, kit.languages) if each.direction == direction), usual)


def passage(text: str | None, kit: Kit, page: Language) -> Markup:
    """Return a text of the kit's own as it stands on a page: with its language, where that is not the page's."""
    tongue = tongue_of(text or "", kit)
    if not text or tongue.code == page.code:
        return escape(text or "")
    return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(tongue.code, tongue.direction, text)
