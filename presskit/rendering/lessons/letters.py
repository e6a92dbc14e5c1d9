"""WeasyPrint is taught to say each letter once, so that what reads, searches or copies a PDF meets the source's words.

WeasyPrint 70 gives a font one map from glyphs to text, and each glyph the text it was first painted with. Where a face
draws a letter as two glyphs (Amiri lengthens lam by a tatweel before kaf), one of them says the letter and the other
nothing, on all pages: "ولكن" reads "ونكن" or "وللكن". Where two letters look alike, both say the one painted first.

So each letter that is not one glyph with a text of its own, at the place where the line has come to, stands in a span
that tells its text (/ActualText, ISO 32000-1, 14.9.4). The linker makes a glyph of each (linking.lettering.letters):
spans alone would not do, for pdf.js passes them over. All other text is written as WeasyPrint writes it.

The smallest case, for WeasyPrint's authors, is docs/upstream/letters.md; this module can go when it is mended there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from weasyprint.draw import text as drawing
from weasyprint.pdf.stream import Stream

from presskit.composing.wording.runs import RIGHT_TO_LEFT
from presskit.fonts import are_two_letters
from presskit.rendering.lessons.spans import Letter, letters_of, spans_of, tokens_of, with_undrawn, written

# What WeasyPrint says of a glyph it paints; the text is empty where a neighbour of the same letter says it.
Said = tuple["Texts", int, str]


class Texts(dict[int, str]):
    """A font's map from glyphs to text. WeasyPrint asks whether a glyph is known, and says the text of one that is not.

    Here none is ever known: the text is said each time, and noted. Which of them a glyph keeps is told at the end of
    each piece of text.
    """

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[Said] = []

    def __contains__(self, glyph: object) -> bool:
        return False

    def __setitem__(self, glyph: int, text: str) -> None:
        self.setdefault(glyph, "")
        self.noted.append((self, glyph, text))

    def keep(self, glyph: int, text: str) -> bool:
        """Let a glyph stand for a text; tell whether it does, or stands for another letter already."""
        known = self.get(glyph)
        if not known:
            super().__setitem__(glyph, text)
        return not known or known == text or not are_two_letters(known, text)


def teach() -> None:
    """Let every document say each letter once from now on."""
    Stream.add_font, Stream.begin_text, Stream.end_text = _add_font, _begin_text, _end_text
    drawing.draw_first_line = _draw_first_line


_untaught = (Stream.add_font, Stream.begin_text, Stream.end_text, drawing.draw_first_line)


def _add_font(stream: Any, pango_font: Any) -> Any:
    font, size = _untaught[0](stream, pango_font)
    if not isinstance(font.to_unicode, Texts):
        font.to_unicode = Texts()
    font.to_unicode.noted = getattr(stream, "noted", [])  # a form's field asks for a font outside of text
    return font, size


def _begin_text(stream: Any) -> None:
    _untaught[1](stream)
    stream.noted, stream.undrawn, stream.text_start = [], "", len(stream.stream)


def _draw_first_line(stream: Any, textbox: Any, *arguments: Any) -> Any:
    stream.undrawn += "".join(each for each in textbox.text if unicodedata.category(each) == "Cf")
    return _untaught[3](stream, textbox, *arguments)


def _end_text(stream: Any) -> None:
    texts = [text for _, _, text in stream.noted]
    is_plain = all(texts) and all(font.keep(glyph, text) for font, glyph, text in stream.noted)
    if not is_plain or RIGHT_TO_LEFT.search("".join(texts)):
        tokens = with_undrawn(tokens_of(stream.stream[stream.text_start :]), stream.undrawn)
        stream.stream[stream.text_start :] = written(tokens, list(spans_of(tokens, _letters(stream.noted))))
    _untaught[2](stream)


def _letters(noted: Sequence[Said]) -> list[Letter]:
    """Return the letters of a piece of text; a glyph that draws one alone stands for it from now on."""
    letters = []
    for first, last in letters_of([text for _, _, text in noted]):
        font, glyph, text = noted[first]
        text = text or noted[last][2]
        letters.append(Letter(first, last, text, is_plain=first == last and font.keep(glyph, text)))
    return letters
