"""Repairs of structure elements that WeasyPrint leaves half done: where a figure stands, what a table header heads."""

from __future__ import annotations

from pikepdf import Array, Name, NameTree, Object, Pdf, String

from presskit.linking.tree import below, is_element

PT_PER_PX = 0.75


def repair(kit: Pdf) -> None:
    """Put right the figures and tables of the kit's structure tree."""
    root = kit.Root.StructTreeRoot
    elements = list(below(root.K[0]))
    for element in elements:
        if element.S == "/Figure":
            place(element)
        elif element.S == "/TR":
            scope(element)
    tables = [element for element in elements if element.S == "/Table"]
    name_headers(kit, tables)


def place(figure: Object) -> None:
    """Give a figure's box in PDF units from the page's bottom; WeasyPrint gives CSS pixels from its top."""
    left, top, right, bottom = (float(value) * PT_PER_PX for value in figure.A.BBox)
    height = float(figure.Pg.TrimBox[3])
    figure.A.BBox = Array([round(value, 2) for value in (left, height - bottom, right, height - top)])


def scope(row: Object) -> None:
    """Say of each header in a table row what it heads: the row when it is first and data follows, else its column.

    PDF/UA-1 7.5: headers have a /Scope where readers could not tell otherwise.
    """
    cells = [cell for cell in row.K if is_element(cell) and cell.S in ("/TH", "/TD")]
    has_data = any(cell.S == "/TD" for cell in cells)
    for index, cell in enumerate(cells):
        if cell.S == "/TH":
            cell.A.Scope = Name.Row if index == 0 and has_data else Name.Column


def name_headers(kit: Pdf, tables: list[Object]) -> None:
    """Give every table header a name of its own in the kit, and list them all.

    Why: WeasyPrint counts the names in each part alone, and leaves out the list, which is required (ISO 32000-1, table
    322: /IDTree).
    """
    names = NameTree.new(kit)
    for table in tables:
        cells = [cell for cell in below(table) if cell.S in ("/TH", "/TD")]
        renamed = {}
        for cell in cells:
            if "/ID" in cell:
                name = renamed[str(cell.ID)] = f"header-{len(names) + 1}"
                cell.ID = String(name)
                names[name] = cell
        for cell in cells:
            if "/Headers" in cell.A:
                cell.A.Headers = Array([String(renamed[str(header)]) for header in cell.A.Headers])
    if len(names):
        kit.Root.StructTreeRoot.IDTree = names.obj
