"""What a Word file holds besides its text: tracked changes, comments, hidden text. None of it is for a journalist.

Each is reported with its first words. Deleted and hidden text is taken out of the file's parts before they are read,
so that no page can hold it; inserted text is text. Marks as in ECMA-376, part 1, 17.13 and 17.3.2.41.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from presskit.findings import Finding, Where, finding
from presskit.reading.formats.office.beside import cut
from presskit.reading.formats.office.styles import OFF, HiddenStyles, Styles, local, value
from presskit.reading.packages import Package

BODIES = ("document", "footnotes", "endnotes", "hdr", "ftr")
CHANGES = {"ins": "an insertion", "moveTo": "an insertion", "del": "a deletion", "moveFrom": "a deletion"}
CELLS = {"cellIns": "an insertion", "cellDel": "a deletion"}
# Inside these a change is a mark on a paragraph, a row or a cell and holds no words itself.
PROPERTIES = ("rPr", "trPr", "tcPr", "pPr", "numPr")
# What stays of a hidden run: fields are made of several runs, and would break.
FIELDS = ("rPr", "fldChar", "instrText")


@dataclass(frozen=True)
class Passage:
    """Words in a Word file, and what they are: “a deletion”, “on “nine islands””."""

    kind: str
    words: str


def clean(package: Package, styles: Styles) -> list[Finding]:
    """Take deleted and hidden text and all comments out of the parts; return what was found, first words quoted."""
    bodies = [root for root in package.parts.values() if local(root) in BODIES]
    said = [root for root in package.parts.values() if local(root) == "comments"]
    comments = {value(one, "id"): text_of(one) for root in said for one in root}
    hidden = HiddenStyles.of(package.parts.values(), styles)
    found = {
        "c-024": [passage for root in bodies for passage in tracked(root)],
        "c-025": [passage for root in bodies for passage in commented(root, comments)],
        "c-026": [],
    }
    for root in bodies:
        take_out_deleted(root)
        etree.strip_elements(root, "{*}commentReference", with_tail=False)
        found["c-026"] += take_out_hidden(root, hidden)
    for root in said:
        del root[:]
    return [report(code, passages, package) for code, passages in found.items() if passages]


def report(code: str, passages: list[Passage], package: Package) -> Finding:
    """Return one finding that quotes the first of the passages."""
    first = next((passage for passage in passages if passage.words), passages[0])
    return finding(code, Where(package.path), kind=first.kind, words=cut(first.words), count=len(passages))


def text_of(node: etree._Element) -> str:
    """Return the words of a passage, deleted ones too."""
    return " ".join(with_tabs(node).split())


def with_tabs(node: etree._Element) -> str:
    """Return the characters of a passage, tabs as such."""
    pieces = node.iter("{*}t", "{*}delText", "{*}p", "{*}tab", "{*}br")
    others = {"tab": "\t", "t": "", "delText": ""}
    return "".join(piece.text or others.get(local(piece), " ") for piece in pieces)


def tracked(root: etree._Element) -> list[Passage]:
    """Return the tracked changes; marks on paragraphs, rows and cells only where there is nothing else."""
    changes, marks = [], []
    for node in root.iter(*(f"{{*}}{tag}" for tag in (*CHANGES, *CELLS))):
        parent = node.getparent()
        if parent is None or local(parent) not in PROPERTIES:
            changes.append(Passage(CHANGES[local(node)], text_of(node)))
        else:
            holder = next(node.iterancestors("{*}p", "{*}tc", "{*}tr"), parent)
            marks.append(Passage((CHANGES | CELLS)[local(node)], text_of(holder)))
    return changes or marks


def commented(root: etree._Element, comments: dict[str | None, str]) -> Iterator[Passage]:
    """Yield the comments that hang on the text, each with the words it hangs on."""
    ranges: dict[str | None, list[str]] = {}
    growing: set[str | None] = set()
    for node in root.iter("{*}commentRangeStart", "{*}commentRangeEnd", "{*}commentReference", "{*}t"):
        key = value(node, "id")
        match local(node):
            case "commentRangeStart":
                ranges[key] = []
                growing.add(key)
            case "commentRangeEnd":
                growing.discard(key)
            case "t":
                for open_range in growing:
                    ranges[open_range].append(node.text or "")
            case _:
                passage = " ".join("".join(ranges.get(key, [])).split())
                yield Passage(f", on “{cut(passage)}”," if passage else "", comments.get(key, ""))


def take_out_deleted(root: etree._Element) -> None:
    """Take out deleted words, rows and cells.

    The mark of a deleted paragraph end stays where a paragraph follows: that one then continues it, as in Word.
    """
    for node in list(root.iter("{*}del", "{*}moveFrom", "{*}cellDel")):
        parent = node.getparent()
        if parent is not None and local(parent) in ("trPr", "tcPr"):
            remove(parent.getparent())
        elif parent is None or local(parent) not in PROPERTIES or not has_next(node):
            remove(node)


def has_next(mark: etree._Element) -> bool:
    """Tell whether a paragraph follows the one a mark stands in."""
    paragraph = next(mark.iterancestors("{*}p"), None)
    following = None if paragraph is None else paragraph.getnext()
    return following is not None and local(following) == "p"


def take_out_hidden(root: etree._Element, styles: HiddenStyles) -> list[Passage]:
    """Take out hidden text and hidden rows; return the passages."""
    in_rows = {run for row in root.iter("{*}tr") if hides_row(row) for run in row.iter("{*}r")}
    hidden = [run for run in root.iter("{*}r") if run in in_rows or styles.hides(run)]
    passages: list[Passage] = []
    last: etree._Element | None = None
    for run in hidden:
        words = text_of(run) or ("a picture" if any(True for _ in run.iter("{*}drawing", "{*}pict")) else "")
        if words and last is not None and run.getprevious() is last:
            passages[-1] = Passage("", f"{passages[-1].words} {words}")
        elif words:
            passages.append(Passage("", words))
        last = run if words else last
    for run in hidden:
        for child in [child for child in run if local(child) not in FIELDS]:
            run.remove(child)
    return passages


def hides_row(row: etree._Element) -> bool:
    """Tell whether a row of a table is hidden."""
    mark = row.find("{*}trPr/{*}hidden")
    return mark is not None and value(mark) not in OFF


def remove(node: etree._Element | None) -> None:
    """Take an element out of its tree, if it still stands in one."""
    parent = None if node is None else node.getparent()
    if node is not None and parent is not None:
        parent.remove(node)
