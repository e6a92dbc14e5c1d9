"""WeasyPrint is taught that a space at the end of a line needs no room, where an element follows it.

WeasyPrint 70 parts a text behind its first word where all of it but its last space fits the line: "runs / for / a full
shift on one charge, says <b>Ada</b>" has "for" on a line of its own.
"""

from __future__ import annotations

from typing import Any

from weasyprint.layout import inline

_untaught = inline.split_first_line


def teach() -> None:
    """Let all documents be laid out so from now on."""
    inline.split_first_line = _first_line


def _first_line(text: str, style: Any, context: Any, max_width: float | None, *others: Any, **named: Any) -> Any:
    """Return a text's first line: all of it, where that fits but for its last space."""
    done = _untaught(text, style, context, max_width, *others, **named)
    _, length, resume_index, *_ = done
    if resume_index is not None and text.endswith(" ") and b" " not in text.encode()[:length].strip():
        bare = _untaught(text.rstrip(" "), style, context, max_width, *others, **named)
        if bare[2] is None:
            return _untaught(text, style, context, None, *others, **named)
    return done
