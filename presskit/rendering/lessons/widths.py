"""WeasyPrint is taught to measure a word of a table's cell once for a document, however often it is laid out.

WeasyPrint 70 lays out what is left of a cell's text for each of its words, to learn the least width of a column, and
does so anew each time that a document is set a step tighter (presskit.rendering.tails): half of a factsheet's time.
"""

from __future__ import annotations

from typing import Any

from weasyprint.layout import preferred

from presskit.rendering.lessons.shortcuts import DESCRIBED

# All that the measure of a text comes of, besides itself.
MEASURED = (
    *DESCRIBED,
    *("direction", "lang", "font_language_override", "letter_spacing", "word_spacing", "tab_size", "white_space"),
    *("font_kerning", "font_feature_settings", "overflow_wrap", "word_break", "hyphens"),
    *(f"font_variant_{name}" for name in ("ligatures", "position", "numeric", "alternates", "east_asian")),
    *(f"hyphenate_{name}" for name in ("character", "limit_chars", "limit_zone")),
)
SOFT = "\N{SOFT HYPHEN}"

_untaught = preferred.split_first_line
_measured: dict[tuple[Any, ...], tuple[int | None, float]] = {}


def teach() -> None:
    """Let all documents be measured so from now on."""
    preferred.split_first_line = _first_line


def forget() -> None:
    """Measure anew from now on: another document may have other typefaces under the same names."""
    _measured.clear()


def _first_line(text: str, style: Any, context: Any, max_width: float | None, *others: Any, **named: Any) -> Any:
    """Return where a text's first line ends and how wide it is: nothing else is asked of it here."""
    key = (max_width, *others, *named.items(), *[style[name] for name in MEASURED])

    def measured(words: str) -> tuple[int | None, float]:
        if (words, *key) not in _measured:
            _, _, resume_index, width, _, _ = _untaught(words, style, context, max_width, *others, **named)
            _measured[words, *key] = resume_index, width
        return _measured[words, *key]

    # The engine as well looks at a letter more than the first word; a soft hyphen counts wherever it stands.
    space = text.find(" ") if max_width == 0 and SOFT not in text else -1
    resume_index, width = measured(text[: space + 2] if space > 0 else text)
    if resume_index is None and space > 0:  # nothing ends at that space
        resume_index, width = measured(text)
    return None, None, resume_index, width, None, None
