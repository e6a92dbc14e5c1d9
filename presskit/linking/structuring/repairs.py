"""Repairs of structure elements that WeasyPrint leaves half done: figures' places, list items, table headers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pikepdf import Array, Dictionary, Name, NameTree, Object, Pdf, String

from presskit.linking.structuring.tree import ELEMENT, STATED, below, is_element

PT_PER_PX = 0.75


def repair(kit: Pdf) -> None:
    """Put right the figures, lists and tables of the kit's structure tree."""
    root = kit.Root.StructTreeRoot
    elements = list(below(root.K[0]))
    for element in elements:
        for key in (ELEMENT, STATED):
            if key in element:
                del element[key]
        if element.S == "/Figure":
            place(element)
        elif element.S == "/TR":
            scope(element)
        elif element.S == "/LI":
            enclose(kit, element)
    name_notes(kit, [element for element in elements if element.S == "/Note"])


def place(figure: Object) -> None:
    """Give a figure's box in PDF units from the page's bottom; WeasyPrint gives CSS pixels from its top."""
    left, top, right, bottom = (float(value) * PT_PER_PX for value in figure.A.BBox)
    height = float(figure.Pg.TrimBox[3])
    figure.A.BBox = Array([round(value, 2) for value in (left, height - bottom, right, height - top)])


def enclose(kit: Pdf, item: Object) -> None:
    """Put what stands bare in a list item into a body: a label and bodies are all it may hold (ISO 14289-1, 7.6).

    Why: WeasyPrint makes a body of lines of text, and leaves the paragraphs of an item beside its label.
    """
    kids: list[Object] = []
    for is_bare, run in groupby(item.K, lambda kid: kid.S not in ("/Lbl", "/LBody")):
        if not is_bare:
            kids += run
            continue
        body = kit.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=item, K=Array(run)))
        for kid in body.K:
            kid.P = body
        kids.append(body)
    item.K = Array(kids)


def scope(row: Object) -> None:
    """Say of each header in a table row what it heads: the row when it is first and data follows, else its column.

    PDF/UA-1 7.5: headers have a /Scope where readers could not tell otherwise. The headers' names that WeasyPrint gives
    to the other cells go: they hold the columns' alone, and what they say would be believed before this.
    """
    cells = [cell for cell in row.K if is_element(cell) and cell.S in ("/TH", "/TD")]
    has_data = any(cell.S == "/TD" for cell in cells)
    for index, cell in enumerate(cells):
        for holder, key in ((cell, "/ID"), (cell.A, "/Headers")):
            if key in holder:
                del holder[key]
        if cell.S == "/TH":
            cell.A.Scope = Name.Row if index == 0 and has_data else Name.Column


def name_notes(kit: Pdf, notes: Sequence[Object]) -> None:
    """Give each note a name of its own in the kit, and list them all (ISO 14289-1, 7.9; ISO 32000-1, table 322)."""
    names = NameTree.new(kit)
    for number, note in enumerate(notes, start=1):
        note.ID = String(f"note-{number}")
        names[f"note-{number}"] = note
    if notes:
        kit.Root.StructTreeRoot.IDTree = names.obj
