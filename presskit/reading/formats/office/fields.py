"""Fields of Word whose words stand in their code: lists to choose from, signs, hints; and fields in the code of others.

mammoth prints what stands between a field's separator and its end. A field without a separator shows what its code
says, and a field inside the code of another shows nothing itself (ECMA-376, part 1, 17.16).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from presskit.findings import Finding, Where, finding
from presskit.reading.formats.office.beside import cut
from presskit.reading.formats.office.passed_over import bodies
from presskit.reading.formats.office.signs import sign_of
from presskit.reading.formats.office.styles import local, value
from presskit.reading.packages import Package

SIGN = re.compile(r"SYMBOL\s+(?P<code>0x[\da-f]+|\d+)(?P<switches>.*)", re.IGNORECASE | re.DOTALL)
FONT = re.compile(r'\\f\s+"?(?P<font>[^"\\]+)"?')
HINT = re.compile(r"MACROBUTTON\s+\S+\s+(?P<words>.+)", re.IGNORECASE | re.DOTALL)
FORMULA = re.compile(r"EQ\s+\S", re.IGNORECASE)
LETTERS = range(0x20, 0xD800)
UNPRINTED = "its kind cannot be printed"
# What Word shows, and presskit cannot read: parts of other files, and drawings made with a pen.
FOREIGN = {
    "altChunk": "A part of another file is",
    "subDoc": "A part of another file is",
    "contentPart": "A drawing is",
}


@dataclass
class Field:
    """A field that is open at some place of a text: its first mark, its code so far, whether its result has begun.

    hidden: words that stand in its code.
    """

    begin: etree._Element
    code: list[str] = field(default_factory=list)
    hidden: list[etree._Element] = field(default_factory=list)
    has_result: bool = False


def spell_out_fields(package: Package) -> list[Finding]:
    """Write what fields show into their places, take out what they do not; return what cannot be shown."""
    told = []
    for root in bodies(package):
        for code in [code for one in fields_of(root) if (code := shown_by(one))]:
            told.append(finding("c-028", Where(package.path), what=f"The formula “{cut(code)}” is", reason=UNPRINTED))
        for node in root.iter(*(f"{{*}}{name}" for name in FOREIGN)):
            what = FOREIGN[local(node)]
            told.append(finding("c-028", Where(package.path), what=what, reason=UNPRINTED))
    return told


def fields_of(root: etree._Element) -> Iterator[Field]:
    """Yield each field without a result; words in the code of another field are taken out on the way."""
    opened: list[Field] = []
    done: list[Field] = []
    for node in root.iter("{*}fldChar", "{*}instrText", "{*}t"):
        match local(node), value(node, "fldCharType"):
            case "fldChar", "begin":
                opened.append(Field(node))
            case "fldChar", "separate" if opened:
                opened[-1].has_result = True
            case "fldChar", "end" if opened:
                done.append(opened.pop())
                for words in done[-1].hidden:  # of a field that never ends nobody knows where its code does
                    words.text = ""
            case "instrText", _ if opened:
                opened[-1].code.append(node.text or "")
            case "t", _:
                for around in [one for one in opened if not one.has_result][:1]:
                    around.hidden.append(node)
    yield from (one for one in done if not one.has_result)


def shown_by(one: Field) -> str:
    """Write what a field without a result shows into its place; return the code of a formula instead."""
    code = "".join(one.code).strip()
    if FORMULA.match(code):
        return code
    if words := chosen(one.begin) or sign(code) or hint(code):
        text = one.begin.makeelement(f"{{{etree.QName(one.begin).namespace}}}t")
        text.text = words
        one.begin.addprevious(text)
    return ""


def chosen(begin: etree._Element) -> str:
    """Return the entry that is chosen in a list of a form: the first where nobody chose."""
    entries = [value(entry) or "" for entry in begin.iterfind("{*}ffData/{*}ddList/{*}listEntry")]
    mark = begin.find("{*}ffData/{*}ddList/{*}result")
    number = (value(mark) if mark is not None else None) or "0"
    return entries[int(number)] if number.isdecimal() and int(number) < len(entries) else ""


def sign(code: str) -> str:
    """Return the sign that a field names by its number, in a symbol font or in none."""
    found = SIGN.match(code)
    if not found:
        return ""
    number, font = int(found["code"], 0), FONT.search(found["switches"])
    return (sign_of(font["font"].strip(), number) if font else "") or (chr(number) if number in LETTERS else "")


def hint(code: str) -> str:
    """Return the words of a field that is there to be clicked on and written over."""
    found = HINT.match(code)
    return found["words"].strip() if found else ""
