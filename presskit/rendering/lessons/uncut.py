"""No typeface is cut for a single document: the linker cuts each once for the whole kit, from the file it came from.

Of a typeface that the linker knows, a document's PDF so holds four bytes, which tell what kind of file it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager

from weasyprint.pdf.fonts import Font

KIND_BYTES = 4

_untaught = Font.clean
_uncut: set[str] = set()


def teach() -> None:
    """Let typefaces be left uncut where `uncut` asks for it from now on."""
    Font.clean = _clean


@contextmanager
def uncut(names: Collection[str]) -> Iterator[None]:
    """Leave typefaces of these names (as a PDF says them, without the mark of a subset) as they are."""
    _uncut.update(names)
    try:
        yield
    finally:
        _uncut.clear()


def _clean(font: Font, texts: Mapping[int, str], hinting: bool) -> None:
    if font.name.decode().partition("+")[2] in _uncut:
        font.file_content = font.file_content[:KIND_BYTES]
    else:
        _untaught(font, texts, hinting)
