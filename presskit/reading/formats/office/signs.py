"""Signs of Word that mammoth loses or misreads: letters of symbol fonts, words with a gloss, drop capitals, tabs.

Each is written into the file's parts as plain letters, before anything is read (ECMA-376, part 1, 17.3.3, 17.3.1.11).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from presskit.reading.formats.office.styles import local, value

HEXADECIMAL = re.compile(r"[\da-fA-F]{1,4}")
USUAL = str.maketrans("🗹🗷🗸", "☑☒✓")  # signs that hardly any typeface has
PRIVATE = 0xF000  # where Word keeps the letters of symbol fonts
DROPPED = ("drop", "margin")


def spell_out_signs(parts: Iterable[etree._Element]) -> None:
    """Write letters of symbol fonts as the signs they show, and join what is one word or one paragraph."""
    for root in parts:
        for run in root.iter("{*}r"):
            in_letters(run)
        for gloss in [*root.iter("{*}ruby")]:
            without_gloss(gloss)
        for tab in root.iter("{*}ptab"):
            tab.tag = f"{{{etree.QName(tab).namespace}}}tab"
        for frame in [*root.iter("{*}framePr")]:
            if value(frame, "dropCap") in DROPPED:
                join_capital(frame)


def in_letters(run: etree._Element) -> None:
    """Write a run's signs of symbol fonts as letters: those named one by one, and all of a run in such a font."""
    for sign in run.findall("{*}sym"):
        code = HEXADECIMAL.fullmatch(value(sign, "char") or "")
        if code and (shown := sign_of(value(sign, "font") or "", int(code[0], 16))):
            sign.tag = f"{{{etree.QName(sign).namespace}}}t"
            sign.attrib.clear()
            sign.text = shown
    fonts = run.find("{*}rPr/{*}rFonts")
    font = "" if fonts is None else value(fonts, "ascii") or ""
    for text in run.findall("{*}t") if font and fonts is not None and value(fonts, "hAnsi") in (font, None) else ():
        text.text = "".join(sign_of(font, ord(letter)) or letter for letter in text.text or "")


def sign_of(font: str, code: int) -> str:
    """Return what a symbol font shows for a letter; nothing for another font, or a sign that no other font has."""
    from mammoth.docx.dingbats import dingbats  # noqa: PLC0415  (most kits hold no Word file)

    shown = dingbats.get((font, code - PRIVATE if code >= PRIVATE else code))
    return chr(shown).translate(USUAL) if shown else ""


def without_gloss(gloss: etree._Element) -> None:
    """Put the words of a ruby in its place; its gloss only says how they are spoken."""
    run, base = gloss.getparent(), gloss.find("{*}rubyBase")
    if run is None or base is None or local(run) != "r":
        return
    for inner in reversed(base):
        run.addnext(inner)
    run.remove(gloss)


def join_capital(frame: etree._Element) -> None:
    """Put a drop capital, which is a paragraph of its own, before the words that it begins."""
    holder = next(frame.iterancestors("{*}p"), None)
    following = None if holder is None else holder.getnext()
    if holder is None or following is None or local(following) != "p":
        return
    etree.strip_elements(holder, "{*}position", with_tail=False)  # which sets the capital lower than its line
    own = following.find("{*}pPr")
    for run in reversed(holder.findall("{*}r")):
        if own is None:
            following.insert(0, run)
        else:
            own.addnext(run)
    if (parent := holder.getparent()) is not None:
        parent.remove(holder)
