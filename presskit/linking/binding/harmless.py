"""A stranger's PDF without what it would do: programs, commands, links to files, attachments, fields, remarks.

What a page shows stays as it is: fields of a form become part of their page, filled in as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, NameTree, Object, Pdf, Stream, String

OUTWARD = ("http:", "https:", "mailto:", "tel:")
PAGE_KEYS = {
    *("/Type", "/Parent", "/Resources", "/Contents", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"),
    *("/Rotate", "/Group", "/UserUnit", "/Annots", "/StructParents", "/Tabs"),
}
LINK_KEYS = {
    *("/Type", "/Subtype", "/Rect", "/Contents", "/QuadPoints", "/Border", "/BS", "/C", "/F", "/H", "/StructParent"),
    *("/A", "/Dest", "/Lang"),
}
PROGRAMS, COMMANDS, FILES = "programs", "commands to open other programs", "links to files"
ATTACHED, FIELDS, REMARKS, PLAYED = "attached files", "the fields of a form", "remarks", "sound and film"
ACTIONS = {
    "/JavaScript": PROGRAMS,
    "/Launch": COMMANDS,
    "/GoToR": FILES,
    "/GoToE": FILES,
    "/SubmitForm": FIELDS,
    "/ResetForm": FIELDS,
    "/ImportData": FIELDS,
    "/Rendition": PLAYED,
    "/Sound": PLAYED,
    "/Movie": PLAYED,
    "/RichMediaExecute": PLAYED,
    "/GoTo3DView": PLAYED,
}
KINDS = {
    "/FileAttachment": ATTACHED,
    "/Widget": FIELDS,
    **dict.fromkeys(("/Sound", "/Movie", "/Screen", "/RichMedia", "/3D"), PLAYED),
}


FETCHING = (Name.F, Name.Ref, Name.OPI, Name.Alternates, Name.AF)


MOST_ACTIONS = 100  # that follow each other, perhaps in a circle: none of them stays


class Target(NamedTuple):
    """A link within a file: the index of its page, its place among the page's links, the index of the page it opens."""

    page: int
    place: int
    to: int


@dataclass
class Harmless:
    """What was taken out, in plain words, and where the links within the file lead."""

    taken: dict[str, None] = field(default_factory=dict)
    targets: list[Target] = field(default_factory=list)


def make_harmless(pdf: Pdf) -> Harmless:
    """Take out of a file, in place, all that would do anything but show its pages and lead to the web."""
    done = Harmless()
    done.taken |= dict.fromkeys(_of_the_whole(pdf))
    numbers = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    kept: set[tuple[int, int]] = set()
    for page in pdf.pages:
        page.obj.Annots = Array([each for each in _annotations(pdf, page.obj) if _stays(each, done)])
    if Name.AcroForm in pdf.Root:
        pdf.flatten_annotations("all")
    for index, page in enumerate(pdf.pages):
        links = [each for each in _annotations(pdf, page.obj) if each.get(Name.Subtype) == Name.Link]
        page.obj.Annots = Array()
        for link in links:
            target = _target_of(pdf, link, numbers)
            if target is None and not _leads_outward(link, done):
                continue
            _strip(link, LINK_KEYS)
            if target is not None:
                done.targets.append(Target(index, len(page.obj.Annots), target))
            kept.add(link.objgen)
            page.obj.Annots.append(link)
        _strip(page.obj, PAGE_KEYS)
    _sweep(pdf, done)
    if isinstance(tree := pdf.Root.get(Name.StructTreeRoot), Dictionary):
        _drop_references(tree, kept)
    return done


def _of_the_whole(pdf: Pdf) -> Iterator[str]:
    """Yield what a file would do when it is opened, and what hangs on it: none of that is on a page."""
    names = pdf.Root.get(Name.Names, Dictionary())
    if Name.JavaScript in names or Name.AA in pdf.Root:
        yield PROGRAMS
    if Name.EmbeddedFiles in names or Name.AF in pdf.Root or Name.Collection in pdf.Root:
        yield ATTACHED
    if isinstance(action := pdf.Root.get(Name.OpenAction), Dictionary):
        yield from _named(action)
    if isinstance(form := pdf.Root.get(Name.AcroForm), Dictionary) and len(form.get(Name.Fields, Array())):
        yield FIELDS


def _named(action: Object) -> Iterator[str]:
    """Yield what an action does, and what those do that follow it."""
    waiting, left = [action], MOST_ACTIONS
    while waiting and left:
        each, left = waiting.pop(), left - 1
        if what := ACTIONS.get(str(each.get(Name.S, ""))):
            yield what
        following = each.get(Name.Next)
        every = following if isinstance(following, Array) else [following]
        waiting += [one for one in every if isinstance(one, Dictionary)]


def _annotations(pdf: Pdf, page: Object) -> Iterator[Object]:
    """Yield what lies on a page as objects of their own, each once."""
    listed = page.get(Name.Annots, Array())
    seen: set[tuple[int, int]] = set()
    for each in listed if isinstance(listed, Array) else ():
        if isinstance(each, Dictionary):
            whole = each if each.is_indirect else pdf.make_indirect(each)
            if whole.objgen not in seen:
                seen.add(whole.objgen)
                yield whole


def _stays(annotation: Object, done: Harmless) -> bool:
    """Tell whether what lies on a page is a link, or a field of a form, which becomes part of the page."""
    kind = str(annotation.get(Name.Subtype, ""))
    for action in (annotation.get(Name.A), *_values(annotation.get(Name.AA))):
        done.taken |= dict.fromkeys(_named(action) if isinstance(action, Dictionary) else ())
    if kind not in ("/Link", "/Popup"):
        done.taken[KINDS.get(kind, REMARKS)] = None
    return kind in ("/Link", "/Widget")


def _values(holder: Object | None) -> list[Object]:
    return [value for _, value in holder.items()] if isinstance(holder, Dictionary) else []


def _target_of(pdf: Pdf, link: Object, numbers: dict[tuple[int, int], int]) -> int | None:
    """Return the index of the page of its own file that a link opens."""
    action = link.get(Name.A)
    is_inside = isinstance(action, Dictionary) and action.get(Name.S) == Name.GoTo
    place = action.get(Name.D) if is_inside and isinstance(action, Dictionary) else link.get(Name.Dest)
    if isinstance(place, Name):
        place = pdf.Root.get(Name.Dests, Dictionary()).get(place)
    elif isinstance(place, String):
        tree = pdf.Root.get(Name.Names, Dictionary()).get(Name.Dests)
        place = NameTree(tree).get(str(place)) if isinstance(tree, Dictionary) and tree.is_indirect else None
    if isinstance(place, Dictionary):
        place = place.get(Name.D)
    page = place[0] if isinstance(place, Array) and len(place) else None
    found = numbers.get(page.objgen) if isinstance(page, Dictionary) else None
    if found is not None:
        for key in (Name.A, Name.Dest):
            if key in link:
                del link[key]
    return found


def _leads_outward(link: Object, done: Harmless) -> bool:
    """Tell whether a link leads to the web, and leave it no more than that; what others would do is noted."""
    action = link.get(Name.A)
    address = str(action.get(Name.URI, "")) if isinstance(action, Dictionary) else ""
    if Name.Dest in link:
        del link[Name.Dest]
    if address.lower().startswith(OUTWARD) and isinstance(action, Dictionary) and action.get(Name.S) == Name.URI:
        link.A = Dictionary(S=Name.URI, URI=String(address))
        return True
    if address:
        done.taken[FILES] = None
    return False


def _strip(holder: Object, keys: set[str]) -> None:
    for key in [key for key in holder.keys() if key not in keys]:  # noqa: SIM118  (an object of PDF is no mapping)
        del holder[key]


def _sweep(pdf: Pdf, done: Harmless) -> None:
    """Take out what streams fetch from files beside them (ISO 32000-1, 7.3.8.2 and 8.10.4), wherever they are."""
    for each in pdf.objects:
        for key in FETCHING if isinstance(each, Stream) else ():
            if key in each:
                done.taken[FILES] = None
                del each[key]


def _drop_references(tree: Object, kept: set[tuple[int, int]]) -> None:
    """Take out of a tree of tags what refers to links and fields that are gone."""
    waiting, seen = [tree], set()
    while waiting:
        node = waiting.pop()
        kids = node.get(Name.K)
        if kids is None or node.objgen in seen:
            continue
        if node.objgen != (0, 0):
            seen.add(node.objgen)
        every = list(kids) if isinstance(kids, Array) else [kids]
        left = [kid for kid in every if not _is_gone(kid, kept)]
        if len(left) < len(every):
            node.K = Array(left)
        waiting += [kid for kid in left if isinstance(kid, Dictionary) and Name.S in kid]


def _is_gone(kid: object, kept: set[tuple[int, int]]) -> bool:
    if not isinstance(kid, Dictionary) or kid.get(Name.Type) != Name.OBJR:
        return False
    held = kid.get(Name.Obj)
    is_annotation = isinstance(held, Dictionary) and Name.Subtype in held and Name.Rect in held
    return held is None or (is_annotation and held.objgen not in kept)
