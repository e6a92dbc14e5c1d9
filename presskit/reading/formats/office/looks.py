"""Looks of Word's runs that change what is said: struck through, raised, lowered. A style may say them as well.

mammoth knows them where the run says them itself (ECMA-376, part 1, 17.3.2); here each run is made to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from presskit.reading.formats.office.styles import BASELINE, LINES, Looks, Styles, chain, local, said_by, value


def spell_out(parts: Iterable[etree._Element], styles: Styles) -> None:
    """Make every run say of itself that it is struck through, with one line or two, raised or lowered."""
    said = looks_of_styles(styles)
    for run in (run for root in parts if local(root) != "styles" for run in root.iter("{*}r")):
        own = run.find("{*}rPr")
        looks = {**looks_of(run.getparent(), "pPr/{*}pStyle", said), **looks_of(run, "rPr/{*}rStyle", said)}
        looks |= said_by(own)
        if any(looks.values()):
            write(run, own, looks)


def looks_of(node: etree._Element | None, path: str, styles: Mapping[str, Looks]) -> Looks:
    """Return what the style that a run or its paragraph names says."""
    mark = None if node is None else node.find(f"{{*}}{path}")
    return {} if mark is None else styles.get(value(mark) or "", {})


def looks_of_styles(styles: Styles) -> Mapping[str, Looks]:
    """Return what each style says, by its key: what it is based on, and what it says itself."""
    based = {key: [style for _, style in chain(styles, key)] for key in styles}
    return {
        key: {name: said for style in reversed(found) for name, said in style.looks.items()}
        for key, found in based.items()
    }


def write(run: etree._Element, properties: etree._Element | None, looks: Looks) -> None:
    """Write a run's looks as mammoth reads them."""
    space = f"{{{etree.QName(run).namespace}}}"
    if properties is None:
        properties = run.makeelement(f"{space}rPr")
        run.insert(0, properties)
    for mark in [mark for mark in properties if local(mark) in (*LINES, BASELINE)]:
        properties.remove(mark)
    if any(looks.get(name) for name in LINES):
        etree.SubElement(properties, f"{space}strike")
    if looks.get(BASELINE):
        etree.SubElement(properties, f"{space}vertAlign").set(f"{space}val", looks[BASELINE])
