"""The typefaces of the web page: presskit's own, cut to the characters of the page, as WOFF2 inside it.

A brand's own faces stay out: a licence to print with a typeface seldom allows it to be put online.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from presskit import gate
from presskit.fonts import Face, Family, characters, find_face, shipped_faces

FALLBACK = {"Pk-Serif": "Georgia, serif", "Pk-Sans": "system-ui, sans-serif", "Pk-Arabic": "serif"}
WEIGHTS: tuple[tuple[Family, int], ...] = (("Pk-Serif", 400), ("Pk-Sans", 400), ("Pk-Sans", 700))
ARABIC: tuple[tuple[Family, int], ...] = (("Pk-Arabic", 400), ("Pk-Arabic", 700))


def faces_css(text: str, slanted: str, more: Iterable[tuple[Family, int]]) -> str:
    """Return @font-face rules and families for a page of these characters; `slanted`: those that stand in italics.

    more: families and weights that this page needs besides text and labels.
    """
    faces = dict.fromkeys(find_face(shipped_faces(), *which) for which in (*WEIGHTS, *more, *ARABIC))
    rules = [_rule(face, text) for face in faces if _is_needed(face, text)]
    if slanted:
        rules.append(_rule(_italic(), slanted))
    stacks = "; ".join(
        f"--{name}: {own}, Pk-Arabic, {FALLBACK[own]}" for name, own in (("serif", "Pk-Serif"), ("sans", "Pk-Sans"))
    )
    return "\n".join([*rules, f":root {{ {stacks} }}\n"])


def _italic() -> Face:
    return next(face for face in shipped_faces() if (face.family, face.weight, face.italic) == ("Pk-Serif", 400, True))


def _is_needed(face: Face, text: str) -> bool:
    """Tell whether the page has letters for a face; of the Arabic one, Latin letters are not asked."""
    letters = {ord(letter) for letter in text if letter.isalpha()}
    return bool(letters & characters(face.path)) and (
        face.family != "Pk-Arabic" or any(one >= 0x600 for one in letters)
    )


def _rule(face: Face, text: str) -> str:
    data = base64.b64encode(_cut(face, text)).decode()
    slant = "italic" if face.italic else "normal"
    return (
        f"@font-face {{ font-family: {face.family}; font-weight: {face.weight}; font-style: {slant}; "
        f"font-display: swap; src: url(data:font/woff2;base64,{data}) format('woff2') }}"
    )


def _cut(face: Face, text: str) -> bytes:
    """Return the face with the characters of `text` alone; the same bytes for the same characters."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, text))
    wanted.flags = hb.SubsetFlags.NO_HINTING
    cut = hb.subset(hb.Face(hb.Blob(gate.bytes_of(face.path))), wanted)
    font = TTFont(io.BytesIO(cut.blob.data), recalcTimestamp=False)
    font.flavor = "woff2"
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()
