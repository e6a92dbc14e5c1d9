"""Figures set above or below the line: 10⁶ is no 106, wherever words go without their typography.

So they become characters that are raised themselves: a text, a mail or words copied from a page keep them. Letters stay
as they are: “21st” is the same without being raised.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

FIGURES: Mapping[str, str] = {"sup": "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾", "sub": "₀₁₂₃₄₅₆₇₈₉₍₎"}
# No typeface that presskit ships has these: pages keep such runs as <sup>, and texts have the characters.
SIGNS: Mapping[str, str] = {"sup": "⁺⁻⁻⁻⁼", "sub": "₊₋₋₋₌"}
IN_PAGES = {tag: str.maketrans("0123456789()", figures) for tag, figures in FIGURES.items()}
IN_TEXTS = {tag: IN_PAGES[tag] | str.maketrans("+-−–=", signs) for tag, signs in SIGNS.items()}
VARIABLES = {"n": "ⁿ", "i": "ⁱ", "x": "ˣ"}  # alone above the line, each is an exponent
RUN = re.compile(r"<(?P<tag>sup|sub)>(?P<inside>(?:<(?!/?su[bp]>)[^<>]*>|[^<>])*)</(?P=tag)>")
PIECE = re.compile(r"<[^<>]*>|[^<>]+")
ONLY_FIGURES = re.compile(r"\s*[0-9()]+(?:[ ,.]+[0-9()]+)*\s*")


def raise_figures(markup: str) -> str:
    """Return sanitised markup with characters in place of <sup> and <sub> around figures."""
    return RUN.sub(characters_of, markup) if "<su" in markup else markup


def characters_of(run: re.Match[str]) -> str:
    """Return a run above or below the line as raised characters, where it is figures alone."""
    pieces = PIECE.findall(run["inside"])
    words = "".join(piece for piece in pieces if not piece.startswith("<"))
    if run["tag"] == "sup" and words in VARIABLES:
        return run["inside"].replace(words, VARIABLES[words]) if words == run["inside"] else run[0]
    if not ONLY_FIGURES.fullmatch(words):
        return run[0]
    table = IN_PAGES[run["tag"]]
    return "".join(piece if piece.startswith("<") else piece.translate(table) for piece in pieces)


def raised(words: str, tag: str) -> str:
    """Return words as they read inside an element: figures and their signs raised or lowered in <sup> and <sub>."""
    return words.translate(IN_TEXTS[tag]) if tag in IN_TEXTS else words
