"""What mammoth passes over in a Word file without a word: charts, diagrams, formulas, boxes to tick, word art.

What can be said in a line of text is written into it; all else is listed with its words, and told.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from presskit.findings import Finding, Where, finding
from presskit.model import Removed
from presskit.reading.cues.leftovers import find_placeholders
from presskit.reading.formats.office.beside import DRAWN, cut
from presskit.reading.formats.office.styles import OFF, local, value
from presskit.reading.formats.office.tracked import remove, text_of
from presskit.reading.packages import Package
from presskit.reading.raised import raised

CHART = "in a chart, which presskit does not read"
DIAGRAM = "in a diagram, which presskit does not read"
FORMULA = "in a formula, which presskit does not read"
DRAWINGS = {"chart": "chart", "relIds": "diagram", "model3d": "three-dimensional model"}
# Formulas that run along a line: a line of text says the same. Fractions, roots and matrices are none.
IN_LINE = {"oMath", "r", "t", "sSup", "sSub", "e", "sup", "sub", "rPr", "ctrlPr", "sSupPr", "sSubPr", "oMathPara"}


def drawings_in(package: Package) -> tuple[list[Removed], list[Finding]]:
    """Return the words of charts and diagrams, line by line, and a finding for each of these that the text shows."""
    gone = [Removed(None, words, why) for part in package.parts.values() for words, why in lines_of(part)]
    shown = [node for root in bodies(package) for node in root.iter("{*}drawing") if kind_of(node)]
    told = [
        finding("c-028", Where(package.path), what=named(node), reason="its kind cannot be printed") for node in shown
    ]
    return gone, told


def bodies(package: Package) -> list[etree._Element]:
    """Return the parts that hold the text."""
    return [root for root in package.parts.values() if local(root) == "document"]


def kind_of(drawing: etree._Element) -> str:
    """Return what a drawing is that no page shows; nothing for a picture or a text box."""
    kinds = (DRAWINGS.get(local(node), "") for node in drawing.iterfind(".//{*}graphicData/*"))
    return next(filter(None, kinds), "")


def named(drawing: etree._Element) -> str:
    """Return what a drawing is, and by which words the writer finds it."""
    properties = drawing.find(".//{*}docPr")
    said = [] if properties is None else [value(properties, key) for key in ("descr", "title", "name")]
    words = next(filter(None, said), "")
    return f"The {kind_of(drawing)} “{cut(words)}” is" if words else f"A {kind_of(drawing)} is"


def lines_of(part: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the words of a chart (title, each of its series) or of a diagram (each of its boxes), and the reason."""
    if local(part) == "chartSpace":
        lines = [*part.iter("{*}p"), *part.iter("{*}ser")]
        said = (" ".join((each.text or "").strip() for each in line.iter("{*}t", "{*}v")) for line in lines)
        yield from ((words, CHART) for words in said if words.strip())
    elif local(part) == "dataModel":
        yield from ((words, DIAGRAM) for box in part.iter("{*}p") if (words := text_of(box)))


def spell_out_formulas(package: Package) -> tuple[list[Removed], list[Finding]]:
    """Write formulas that run along the line into the text; return the others with their words, and findings."""
    gone, told = [], []
    formulas = [node for root in bodies(package) for node in root.iter("{*}oMath")]
    for formula in formulas:
        if all(local(node) in IN_LINE for node in formula.iter("*") if not in_properties(node)):
            put_words(formula, "".join(pieces_of(formula)))
        elif words := text_of(formula):
            gone.append(Removed(None, words, FORMULA))
            what = f"The formula “{cut(words)}” is"
            told.append(finding("c-028", Where(package.path), what=what, reason="its kind cannot be printed"))
            remove(formula)
    return gone, told


def in_properties(node: etree._Element) -> bool:
    """Tell whether an element only says how a formula looks."""
    return any(local(each).endswith("Pr") for each in (node, *node.iterancestors()))


def pieces_of(formula: etree._Element) -> Iterator[str]:
    """Yield the characters of a formula that runs along the line, exponents raised."""
    for text in formula.iter("{*}t"):
        around = [local(each) for each in text.iterancestors()]
        tag = next((each for each in around if each in ("sup", "sub", "e", "oMath")), "")
        yield raised(text.text or "", tag)


def put_words(node: etree._Element, words: str) -> None:
    """Put a run of words in the place of an element."""
    paragraph = next(node.iterancestors("{*}p"), None)
    parent = node.getparent()
    if paragraph is None or parent is None:
        return
    space = f"{{{etree.QName(paragraph).namespace}}}"
    run = node.makeelement(f"{space}r")
    text = etree.SubElement(run, f"{space}t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    parent.replace(node, run)


def unfilled(package: Package) -> list[Finding]:
    """Report fields of a form that nobody has filled in: Word shows their hint in their place."""
    hints = []
    for mark in (mark for root in bodies(package) for mark in root.iter("{*}showingPlcHdr")):
        control = next(mark.iterancestors("{*}sdt"), None)
        words = "" if control is None or value(mark) in OFF else text_of(control)
        # A hint that is known by its words is found in the text, in files of every kind.
        hints += [words] if words and not find_placeholders(words, None, package.path) else []
    return [finding("c-007", Where(package.path), words=cut(words)) for words in hints]


def word_art(package: Package) -> list[Removed]:
    """List the words of word art, which is a shape of letters; also a watermark's at the head of the pages."""
    roots = [root for root in package.parts.values() if local(root) in ("document", "hdr", "ftr")]
    words = [value(mark, "string") or "" for root in roots for mark in root.iter("{*}textpath")]
    return [Removed(None, " ".join(said.split()), DRAWN) for said in dict.fromkeys(words) if said.strip()]
