"""What a program shows of a line that runs both ways, by FriBidi, which lays out Pango's lines too."""

from __future__ import annotations

import ctypes
from ctypes.util import find_library
from typing import Literal

from presskit.composing.wording.directions import EMBEDDED, ENDED, LRM, RLM

LTR, RTL, BY_FIRST_LETTER = 0x110, 0x111, 0x40
BASES = {"ltr": LTR, "rtl": RTL, "auto": BY_FIRST_LETTER}
SHOWN_AS_NOTHING = dict.fromkeys(map(ord, f"{LRM}{RLM}{EMBEDDED}{ENDED}"))


def seen(line: str, base: Literal["ltr", "rtl", "auto"]) -> str:
    """Return a line's characters from left to right, as they are shown in a text of that direction."""
    fribidi = ctypes.CDLL(find_library("fribidi"))
    signs = (ctypes.c_uint32 * len(line))(*map(ord, line))
    shown = (ctypes.c_uint32 * (len(line) + 1))()
    direction = ctypes.c_uint32(BASES[base])
    assert fribidi.fribidi_log2vis(signs, len(line), ctypes.byref(direction), shown, None, None, None)
    return "".join(map(chr, shown[: len(line)])).translate(SHOWN_AS_NOTHING)
