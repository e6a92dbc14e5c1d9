"""Styles of a Word file: which hide their text, and which are headings under a name of the house's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

OFF = ("0", "false", "off")
MOST_BASED = 50  # Word's own styles are based on three others at most
LINES, BASELINE = ("strike", "dstrike"), "vertAlign"
HEIGHT = re.compile(r"(?P<down>-)?(?:[4-9]|\d\d)")  # half points above the line, that raise a figure
LIST_MARKS = ("numId", "ilvl")
Looks = Mapping[str, str]
Styles = Mapping[str, "Style"]
HEADING = re.compile(r"title|subtitle|heading \d", re.IGNORECASE)


@dataclass(frozen=True)
class Style:
    """A style: its name, the style it is based on, and whether it hides text (None where it does not say).

    looks: what it says itself of lines through its text, and of its height above the line (said_by).
    list_key, list_level: the list that its paragraphs are in.
    """

    name: str
    based_on: str | None
    hides: bool | None
    is_default: bool
    looks: Looks = field(default_factory=dict)
    list_key: str | None = None
    list_level: str | None = None


@dataclass(frozen=True)
class HiddenStyles:
    """Which styles of a Word file hide their text, by key; and whether a paragraph without a style is hidden."""

    keys: frozenset[str]
    default_hides: bool = False
    found: dict[etree._Element, str | None] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, parts: Iterable[etree._Element], styles: Styles) -> HiddenStyles:
        """Return which of the styles of a Word file's parts hide their text."""
        roots = [root for root in parts if local(root) == "styles"]
        keys = frozenset(key for key in styles if any(style.hides for style in settled(styles, key)))
        standard = any(style.is_default and key in keys for key, style in styles.items())
        at_all = any(vanishes(mark) for root in roots for mark in root.iterfind("{*}docDefaults//{*}rPr"))
        return cls(keys, standard or at_all)

    def hides(self, run: etree._Element) -> bool:
        """Tell whether a run's text is hidden: by its own word, else by the styles of run, paragraph and table."""
        own = vanishes(run.find("{*}rPr"))
        if own is not None:
            return own
        paragraph = next(run.iterancestors("{*}p"), None)
        style = self._style(paragraph, "{*}pPr/{*}pStyle") if paragraph is not None else None
        named = [style, *(self._style(table, "{*}tblPr/{*}tblStyle") for table in run.iterancestors("{*}tbl"))]
        mark = run.find("{*}rPr/{*}rStyle")
        by_style = any(key in self.keys for key in (*named, mark is not None and value(mark)) if key)
        return by_style or (self.default_hides and style is None)

    def _style(self, holder: etree._Element, path: str) -> str | None:
        """Return the style of a paragraph or a table, found once: it may hold thousands of runs."""
        if holder not in self.found:
            mark = holder.find(path)
            self.found[holder] = None if mark is None else value(mark) or ""
        return self.found[holder]


def local(node: etree._Element) -> str:
    """Return a tag without its namespace: Word's files know two, which mean the same."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def value(node: etree._Element, name: str = "val") -> str | None:
    """Return an attribute in any namespace."""
    return next((str(each) for key, each in node.attrib.items() if str(key).rpartition("}")[2] == name), None)


def read_styles(parts: Iterable[etree._Element]) -> dict[str, Style]:
    """Return the styles of a Word file's parts by their keys."""
    nodes = (node for root in parts if local(root) == "styles" for node in root.iterchildren("{*}style"))
    return {value(node, "styleId") or "": _style(node) for node in nodes}


def _style(node: etree._Element) -> Style:
    own = _named(node)
    in_list = _named(_named(own.get("pPr")).get("numPr"))
    name, based_on, *marks = (
        value(mark) if mark is not None else None
        for mark in (own.get("name"), own.get("basedOn"), *map(in_list.get, LIST_MARKS))
    )
    is_default = value(node, "type") == "paragraph" and value(node, "default") not in (None, *OFF)
    return Style(name or "", based_on, vanishes(own.get("rPr")), is_default, said_by(own.get("rPr")), *marks)


def _named(node: etree._Element | None) -> dict[str, etree._Element]:
    """Return what an element holds by its names, each the first of its name."""
    return {local(child): child for child in reversed(node)} if node is not None else {}


def said_by(properties: etree._Element | None) -> dict[str, str]:
    """Return what a run's properties say: “strike” and “dstrike” are "" where they are switched off.

    A run that is set higher or lower by hand is raised or lowered as well.
    """
    marks = {local(mark): value(mark) or "" for mark in (properties if properties is not None else ())}
    height = HEIGHT.fullmatch(marks.get("position", ""))
    moved = {BASELINE: "subscript" if height["down"] else "superscript"} if height else {}
    lines = {name: "" if marks[name] in OFF else "on" for name in LINES if name in marks}
    return moved | lines | {name: marks[name] for name in (BASELINE,) if name in marks}


def vanishes(properties: etree._Element | None) -> bool | None:
    """Tell whether a run's properties hide it; None where they do not say."""
    marks = [] if properties is None else properties.findall("{*}vanish") + properties.findall("{*}specVanish")
    return any(value(mark) not in OFF for mark in marks) if marks else None


def chain(styles: Styles, key: str | None) -> list[tuple[str, Style]]:
    """Return a style and those it is based on, the nearest first; a circle ends where it began, a long chain soon."""
    found: dict[str, Style] = {}
    while key and key in styles and key not in found and len(found) < MOST_BASED:
        found[key] = styles[key]
        key = styles[key].based_on
    return list(found.items())


def settled(styles: Styles, key: str) -> list[Style]:
    """Return the style of a chain that says whether text is hidden: the nearest that says anything."""
    return [style for _, style in chain(styles, key) if style.hides is not None][:1]


def name_headings(parts: Iterable[etree._Element], styles: Styles) -> None:
    """Give paragraphs in a style that is based on a heading the heading's own style: “House headline” is a title."""
    for mark in (mark for root in parts for mark in root.iter("{*}pStyle")):
        based = chain(styles, value(mark))
        heading = next((key for key, style in based if HEADING.fullmatch(style.name)), None)
        if heading and heading != value(mark):
            mark.set(next(key for key in mark.attrib if etree.QName(key).localname == "val"), heading)
