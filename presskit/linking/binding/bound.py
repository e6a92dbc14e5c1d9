"""PDFs of others, bound in behind a kit's own pages as they are: without what they would do, their tags kept."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

from pikepdf import (
    Array,
    Dictionary,
    Name,
    NameTree,
    NumberTree,
    Object,
    ObjectStreamMode,
    OutlineItem,
    Pdf,
    PdfError,
    Stream,
    String,
)

from presskit import gate
from presskit.linking.binding.harmless import Target, make_harmless
from presskit.linking.binding.scaling import scale_pages
from presskit.linking.parts import BoundFile, LinkedKit

logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # the library never prints
BOUND = Name.PresskitBound  # a key of its own on each page that is another's
# What damaged files lead pikepdf into, besides its own errors.
DAMAGE = (ArithmeticError, AttributeError, LookupError, NotImplementedError, RuntimeError, TypeError, ValueError)


@dataclass(frozen=True)
class Examined:
    """What a PDF is for binding it in. refusal: why it is not. taken: what it loses, in plain words."""

    refusal: str | None
    taken: tuple[str, ...] = ()
    is_tagged: bool = False
    is_accessible: bool = False


def bind(linked: LinkedKit, files: Sequence[BoundFile]) -> LinkedKit:
    """Return a kit's PDF with others behind its pages, each with an entry in the outline, and the contents lead there.

    A kit says of itself that all of it can be read aloud (PDF/UA-1) only where each of these says so too.
    """
    with Pdf.open(BytesIO(linked.pdf)) as kit:
        promises = []
        for file in files:
            with Pdf.open(BytesIO(gate.bytes_of(file.path))) as source:
                first = len(kit.pages)
                add(kit, source, file.title, file.paper_pt)
                name_place(kit, file.slug, first)
                promises.append(says_accessible(source))
        if not all(promises):
            with kit.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
                del xmp["pdfuaid:part"]
        done = BytesIO()
        kit.save(
            done,
            min_version=max("1.7", kit.pdf_version),
            linearize=True,
            object_stream_mode=ObjectStreamMode.preserve,
            deterministic_id=True,
        )
        return LinkedKit(done.getvalue(), len(kit.pages), linked.findings)


def examine(data: bytes) -> Examined:
    """Return whether a PDF can be bound in, and what it then loses: it is tried on a kit of one page."""
    try:
        with Pdf.open(BytesIO(data)) as source:
            if reason := _refusal(source):
                return Examined(reason)
            with Pdf.new() as kit:
                kit.add_blank_page()
                document = kit.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array()))
                tree = Dictionary(Type=Name.StructTreeRoot, K=[document], ParentTree=Dictionary(Nums=Array()))
                kit.Root.StructTreeRoot = kit.make_indirect(tree)
                taken = add(kit, source, "")
                kit.save(BytesIO())
            return Examined(None, tuple(taken), is_tagged(source), says_accessible(source))
    except (PdfError, *DAMAGE):
        return Examined("it is damaged")


def _refusal(pdf: Pdf) -> str | None:
    """Return why a file stays as it is: binding it in would show what it hides, or lose what it shows."""
    form, layers = (pdf.Root.get(key, Dictionary()) for key in (Name.AcroForm, Name.OCProperties))
    shown = layers.get(Name.D, Dictionary())
    if pdf.is_encrypted:
        return "it is protected, and a copy would not be"
    if Name.XFA in form:
        return "it is a form of a kind that only its own program shows"
    if len(shown.get(Name.OFF, Array())) or shown.get(Name.BaseState) == Name.OFF:
        return "it has layers that are switched off, and would show them"
    return "it is damaged in places" if pdf.check_pdf_syntax() else None


def add(kit: Pdf, source: Pdf, title: str, paper_pt: tuple[float, float] | None = None) -> Iterable[str]:
    """Put an open file behind a kit's pages; return what was taken out of it."""
    has_tags = is_tagged(source)
    harmless = make_harmless(source)
    if paper_pt:
        scale_pages(source, paper_pt)
    start, first = next_number(kit), len(kit.pages)
    if has_tags:
        shift_numbers(source, start)
    else:
        without_tags(source)
    for page in source.pages:
        kit.pages.append(page)
    for page in kit.pages[first:]:
        page.obj[BOUND] = True
    lead(kit, first, harmless.targets)
    if has_tags:
        join_tree(kit, source, title, start)
    with kit.open_outline() as outline:
        outline.root.append(OutlineItem(title, first, "Fit"))
    return harmless.taken


def name_place(kit: Pdf, slug: str, page: int) -> None:
    """Let the links to a file that is bound in lead to its first page, an index from 0."""
    if Name.Names not in kit.Root:
        kit.Root.Names = Dictionary(Dests=NameTree.new(kit).obj)
    places = NameTree(kit.make_indirect(kit.Root.Names.Dests))
    places[slug] = Array([kit.pages[page].obj, Name.Fit])


def is_tagged(pdf: Pdf) -> bool:
    """Tell whether a file says that its pages are tagged, and holds a tree of tags."""
    tree = pdf.Root.get(Name.StructTreeRoot)
    marked = pdf.Root.get(Name.MarkInfo)
    says = isinstance(marked, Dictionary) and bool(marked.get(Name.Marked, False))
    return bool(says and isinstance(tree, Dictionary) and Name.K in tree and Name.ParentTree in tree)


def says_accessible(pdf: Pdf) -> bool:
    """Tell whether a file promises PDF/UA-1, and holds the tags that it takes."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        return is_tagged(pdf) and str(xmp.get("pdfuaid:part", "")) == "1"


def without_tags(pdf: Pdf) -> None:
    """Take out the numbers that would lead into a tree of tags."""
    for each in _dictionaries(pdf):
        for key in (Name.StructParents, Name.StructParent):
            if key in each:
                del each[key]


def next_number(kit: Pdf) -> int:
    """Return the first key that is free in a kit's parent tree."""
    return int(kit.Root.StructTreeRoot.get(Name.ParentTreeNextKey, 0))


def shift_numbers(pdf: Pdf, start: int) -> None:
    """Add to each number that leads into the tree of tags what the kit's tree has before it."""
    for each in _dictionaries(pdf):
        for key in (Name.StructParents, Name.StructParent):
            if key in each:
                each[key] = int(each[key]) + start


def _dictionaries(pdf: Pdf) -> list[Object]:
    """Return all objects with keys that a file holds; links of pages are objects of their own by then."""
    return [each for each in pdf.objects if isinstance(each, Dictionary | Stream)]


def lead(kit: Pdf, first: int, targets: Sequence[Target]) -> None:
    """Lead the links within a bound file to its pages, as they stand in the kit."""
    for place, number, to in targets:
        link = kit.pages[first + place].obj.Annots[number]
        link.Dest = Array([kit.pages[first + to].obj, Name.XYZ, None, None, None])


def join_tree(kit: Pdf, source: Pdf, title: str, start: int) -> None:
    """Hang a file's tree of tags below the kit's, as one part of it."""
    own, theirs = kit.Root.StructTreeRoot, kit.copy_foreign(source.Root.StructTreeRoot)
    document = own.K[0]
    part = kit.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Part, P=document, T=String(title)))
    if Name.Lang in source.Root:
        part.Lang = String(str(source.Root.Lang))
    part.K = theirs.K if isinstance(theirs.K, Array) else Array([theirs.K])
    for kid in part.K:
        kid.P = part
    document.K.append(part)
    entries = sorted(NumberTree(kit.make_indirect(theirs.ParentTree)).items())
    for key, value in entries:
        own.ParentTree.Nums.append(key + start)
        own.ParentTree.Nums.append(value)
    own.ParentTreeNextKey = start + max((key for key, _ in entries), default=-1) + 1
    for name in (Name.RoleMap, Name.ClassMap):
        merged = own.get(name, Dictionary())
        for role, meant in theirs.get(name, Dictionary()).items():
            if role not in merged:
                merged[role] = meant
        if len(merged):
            own[name] = merged
    if Name.IDTree in theirs:
        ids = NameTree(kit.make_indirect(own.IDTree)) if Name.IDTree in own else NameTree.new(kit)
        for called, element in NameTree(kit.make_indirect(theirs.IDTree)).items():
            if called not in ids:
                ids[called] = element
        own.IDTree = ids.obj
