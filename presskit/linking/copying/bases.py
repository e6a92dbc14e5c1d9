"""A finished kit becomes the base of its copies: each page draws a form that only a copy brings."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Pdf, String

from presskit.linking.copying.labels import COVER, RUNNING
from presskit.linking.splicing import PLAIN, Base, row

START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")


def base_of(pdf: bytes, language: str, *, has_cover: bool) -> Base:
    """Return a finished kit, ready to be copied: every page draws a form that is not there yet."""
    with Pdf.open(BytesIO(pdf)) as kit:
        names = (COVER, RUNNING) if has_cover else (RUNNING,)
        forms = {name: kit.make_stream(b"", Type=Name.XObject, Subtype=Name.Form) for name in names}
        number = _tag(kit, language)
        for index, page in enumerate(kit.pages):
            name = RUNNING if index else names[0]
            how = b"/Artifact <</Type /Pagination>>" if index else b"/P <</MCID %d>>" % number
            _draw(kit, page, name, forms[name], how)
        return _apart(kit, names)


def _draw(kit: Pdf, page: Page, name: str, form: Object, how: bytes) -> None:
    """Draw a form that is as wide as an upright page, in the middle of this one, which may lie on its side."""
    resources = page.obj.Resources
    resources.XObject = resources.get(Name.XObject, Dictionary())
    resources.XObject[f"/{name}"] = form
    width_pt, height_pt = (float(length) for length in page.mediabox[2:])
    moved = b"1 0 0 1 %.3f 0 cm\n" % ((width_pt - height_pt) / 2) if width_pt > height_pt else b""
    words = b"\n%b BDC\nq\n%b/%b Do\nQ\nEMC\n" % (how, moved, name.encode())
    page.obj.Contents = kit.make_stream(page.obj.Contents.read_bytes() + words)


def _tag(kit: Pdf, language: str) -> int:
    """Put a paragraph before all that is read of the first page; return the number of its content (MCID)."""
    page, tree = kit.pages[0].obj, kit.Root.StructTreeRoot
    part = tree.K[0].K[0]
    numbers = tree.ParentTree.Nums
    place = next(at for at in range(0, len(numbers), 2) if int(numbers[at]) == int(page.StructParents)) + 1
    held = numbers[place]
    paragraph = kit.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=part, Pg=page, K=len(held)))
    if str(part.Lang) != language:  # of a release alone
        paragraph.Lang = String(language)
    numbers[place] = Array([*held, paragraph])
    part.K = Array([paragraph, *part.K])
    return len(held)


def _apart(pdf: Pdf, names: Sequence[str]) -> Base:
    """Return a document's pieces. names: of the forms that pages draw and each copy brings."""
    about = {str(key)[1:]: value.unparse(resolved=True).decode("latin-1") for key, value in pdf.docinfo.items()}
    if Name.Info in pdf.trailer:
        del pdf.trailer.Info
    file = BytesIO()
    pdf.save(file, min_version="1.7", object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    data = file.getvalue()
    with Pdf.open(BytesIO(data)) as saved:
        found = START.search(data)
        assert found  # qpdf writes it
        start = int(found[1])
        own = int(data[start:].split(None, 1)[0])
        written = saved.get_object((own, 0))
        rows = _entries(written.read_bytes(), [int(width) for width in written.W])
        forms = _forms(saved, names)
        head, rows = _kept(data, rows, {own, *forms.values()}, saved.Root.Metadata.objgen[0])
        return Base(head, b"".join(map(row, rows)), forms, about, saved.Root.objgen[0], own)


def _forms(pdf: Pdf, names: Sequence[str]) -> dict[str, int]:
    """Return the object numbers of the forms with these names, wherever a page draws them."""
    found: dict[str, int] = {}
    for page in pdf.pages:
        for name, form in page.obj.Resources.XObject.items():
            if name[1:] in names:
                found[name[1:]] = form.objgen[0]
    return found


def _entries(data: bytes, widths: Sequence[int]) -> list[tuple[int, int, int]]:
    step = sum(widths)
    first, second = widths[0], widths[0] + widths[1]
    return [
        (
            int.from_bytes(data[at : at + first], "big"),
            int.from_bytes(data[at + first : at + second], "big"),
            int.from_bytes(data[at + second : at + step], "big"),
        )
        for at in range(0, len(data), step)
    ]


def _kept(
    data: bytes, rows: Sequence[tuple[int, int, int]], gone: Container[int], first: int
) -> tuple[bytes, list[tuple[int, int, int]]]:
    """Return the objects that stay, one behind the other, and the table of where each is.

    first: the number of the one that begins, which says who made the file: that is looked for at its edges.
    """
    plain = sorted((where, number) for number, (kind, where, _) in enumerate(rows) if kind == PLAIN)
    ends = [*(where for where, _ in plain[1:]), len(data)]
    head, moved = bytearray(data[: plain[0][0]]), list(rows)
    placed = sorted(zip(plain, ends, strict=True), key=lambda each: each[0][1] != first)
    for (where, number), end in placed:
        if number not in gone:
            moved[number] = (PLAIN, len(head), 0)
            head += data[where:end]
    return bytes(head), moved
