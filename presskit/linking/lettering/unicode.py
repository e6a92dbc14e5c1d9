"""The map from glyphs to text (/ToUnicode), read and written: it makes text in a PDF searchable and readable aloud."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

ENTRY = re.compile(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]*)>")
HEAD = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
"""
TAIL = b"""endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
MOST_MAPS = 128  # a kit of twenty documents has two thirds of them, each read twice, and again at the next save
BLOCK = 100  # entries in one block, the most a CMap allows


@lru_cache(maxsize=MOST_MAPS)
def read_texts(cmap: bytes) -> Mapping[int, str]:
    """Return the text of each glyph from a map as WeasyPrint writes it: bfchar entries only."""
    _, _, entries = cmap.partition(b"endcodespacerange")
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in ENTRY.findall(entries)}


def joined_texts(maps: Iterable[Mapping[int, str]]) -> dict[int, str]:
    """Join maps. Where a glyph has two texts (space and no-break space), the shorter, then the lower one holds.

    Why: the result must not depend on the order of the parts. An empty text gives way to any other.
    """
    joined: dict[int, str] = {}
    for texts in maps:
        for glyph, text in texts.items():
            joined[glyph] = min(text, joined.get(glyph, text), key=lambda each: (not each, len(each), each))
    return joined


def write_texts(texts: Mapping[int, str]) -> bytes:
    """Write a map from glyphs to text."""
    return HEAD + b"".join(blocks(sorted(texts.items()))) + TAIL


def blocks(entries: list[tuple[int, str]]) -> Iterator[bytes]:
    """Yield the entries in blocks."""
    for start in range(0, len(entries), BLOCK):
        block = entries[start : start + BLOCK]
        lines = "".join(f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>\n" for glyph, text in block)
        yield f"{len(block)} beginbfchar\n{lines}endbfchar\n".encode()
