from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name

from presskit.linking import LinkablePart
from presskit.linking.linker import link
from tests.support.linked import FACES, METADATA, Sample


def test_each_part_is_a_part_of_one_document(linked: pikepdf.Pdf) -> None:
    (document,) = linked.Root.StructTreeRoot.K
    assert document.S == "/Document"
    assert [(each.S, str(each.T), str(each.Lang)) for each in document.K] == [
        ("/Part", "Ferry sails at dawn", "en"),
        ("/Part", "Chiffres", "fr"),
        ("/Part", "About us", "en"),
    ]
    assert all(each.P.objgen == document.objgen for each in document.K)


def test_pages_and_links_are_numbered_through(linked: pikepdf.Pdf) -> None:
    tree = linked.Root.StructTreeRoot
    keys = [int(page.obj.StructParents) for page in linked.pages]
    keys += [int(each.StructParent) for page in linked.pages for each in page.obj.get("/Annots", ())]
    assert sorted(keys) == sorted(pikepdf.NumberTree(tree.ParentTree)) == list(range(tree.ParentTreeNextKey))


def test_elements_name_pages_of_the_kit(linked: pikepdf.Pdf) -> None:
    """No element refers to a page left behind in its part's file."""
    pages = {page.obj.objgen for page in linked.pages}
    found = {
        thing.objgen for thing in linked.objects if isinstance(thing, Dictionary) and thing.get("/Type") == Name.Page
    }
    assert found == pages


def test_maps_of_roles_and_classes_are_merged(sample: Sample) -> None:
    parts = [mapped(sample.parts[0], Lead="/P", Aside="/Div"), mapped(sample.parts[2], Lead="/H1", Note="/P")]
    with pikepdf.open(BytesIO(link(parts, (), METADATA, FACES).pdf)) as pdf:
        roles = {key: str(value) for key, value in pdf.Root.StructTreeRoot.RoleMap.items()}
    assert roles == {"/Lead": "/P", "/Aside": "/Div", "/Note": "/P"}


def mapped(part: LinkablePart, **roles: str) -> LinkablePart:
    with pikepdf.open(BytesIO(part.pdf)) as pdf:
        pdf.Root.StructTreeRoot.RoleMap = Dictionary({f"/{key}": Name(value) for key, value in roles.items()})
        changed = BytesIO()
        pdf.save(changed)
    return LinkablePart(part.slug, part.title, part.language, changed.getvalue())
