"""Copies of a kit, each with a line for one person on every page: linked once, and then each costs its own few objects.

The line is real text. On the first page a screen reader reads it, before all else; on every other it is an artifact, as
page numbers are.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from presskit.linking.labels import COVER, RUNNING, Look, drawn
from presskit.linking.splicing import Base, apart, joined, stream
from presskit.linking.subsets import objects_of, subsets_of

FOR = "PresskitFor"  # a key of its own in the information dictionary: whose copy it is


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
        return apart(kit, names)


def _draw(kit: Pdf, page: Page, name: str, form: Object, how: bytes) -> None:
    resources = page.obj.Resources
    resources.XObject = resources.get(Name.XObject, Dictionary())
    resources.XObject[f"/{name}"] = form
    words = page.obj.Contents.read_bytes() + b"\n%b BDC\nq\n/%b Do\nQ\nEMC\n" % (how, name.encode())
    page.obj.Contents = kit.make_stream(words)


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


def copy_for(base: Base, look: Look, name: str) -> bytes:
    """Return the copy for somebody. name: with the outlet, as it stands in the sentence.

    Equal arguments give equal bytes, and nothing in them comes from anybody else.
    """
    lines = look.lines_for(name)
    clusters = (cluster for each in lines.values() for line in each.lines for cluster in line.clusters)
    subsets = subsets_of(clusters, look.names)
    keys = {face: f"F{index}" for index, face in enumerate(subsets)}
    fonts: dict[Path, int] = {}
    others: list[bytes] = []
    for face, subset in subsets.items():
        fonts[face] = base.size + len(others)
        others += objects_of(subset, fonts[face])
    width_pt, height_pt = look.page_pt
    words = {
        "Type": "/XObject",
        "Subtype": "/Form",
        "BBox": f"[0 0 {width_pt:g} {height_pt:g}]",
        "Resources": f"<</Font <<{' '.join(f'/{keys[face]} {number} 0 R' for face, number in fonts.items())}>>>>",
    }
    forms = {form: stream(words, drawn(form, each, look, subsets, keys).encode()) for form, each in lines.items()}
    return joined(base, forms, others, {FOR: f"<{(chr(0xFEFF) + name).encode('utf-16-be').hex()}>"})
