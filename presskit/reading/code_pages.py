"""The encodings that Rich Text names for bytes outside of ASCII."""

from __future__ import annotations

import re


def code_page(data: bytes) -> str:
    """Return the encoding that a file names for bytes outside of ASCII."""
    named = re.search(rb"\\ansicpg(\d{3,5})", data)
    return "mac_roman" if b"\\mac" in data[:200] else f"cp{int(named[1])}" if named else "cp1252"


def decode(data: bytes, encoding: str) -> str:
    """Return the characters of bytes; an encoding that nobody knows is read as Windows' Western one."""
    try:
        return data.decode(encoding, "replace")
    except LookupError:
        return data.decode("cp1252", "replace")
