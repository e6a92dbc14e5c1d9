from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, NameTree, Object, String

from presskit.checking.faults.links import dead_links
from tests.support.small_pdf import SmallPdf


def dead(**link: object) -> list[str]:
    """Return the targets of dead links, of a PDF of one page whose place "harbour" is named."""
    small = SmallPdf()
    page = small.add_page(b"")
    lost = small.pdf.make_indirect(Dictionary(Type=Name.Page))
    names = NameTree.new(small.pdf)
    names["harbour"] = Array([page.obj, Name.Fit])
    names["lost"] = Array([lost, Name.Fit])
    small.pdf.Root.Names = Dictionary(Dests=names.obj)
    places = {"here": Array([page.obj, Name.Fit]), "elsewhere": Array([lost, Name.Fit]), "nowhere": Array([])}
    entries = {f"/{key}": places.get(str(value), value) if key == "Dest" else value for key, value in link.items()}
    page.obj.Annots = Array([small.pdf.make_indirect(Dictionary({"/Subtype": Name.Link, **entries}))])
    return [found.message for found in dead_links(small.read()) if found.where.page == 1]


@pytest.mark.parametrize(
    "link",
    [
        {"Dest": String("harbour")},
        {"Dest": "here"},
        {"A": Dictionary(S=Name.GoTo, D=String("harbour"))},
        {"A": Dictionary(S=Name.URI, URI=String("https://harbour.example"))},
        {"A": Dictionary(S=Name.URI, URI=String("tel:+1-202-555-0143"))},
        {"A": Dictionary(S=Name.Named, N=Name.NextPage)},
        {"Subtype": Name.Text},
    ],
)
def test_a_link_that_leads_somewhere_is_well(link: dict[str, Object]) -> None:
    assert dead(**link) == []


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ({"Dest": String("sea")}, "sea"),
        ({"Dest": String("lost")}, "lost"),
        ({"Dest": "elsewhere", "Contents": String("The quay")}, "The quay"),
        ({"Dest": "nowhere"}, "?"),
        ({"A": Dictionary(S=Name.GoTo, D=String("sea"))}, "sea"),
        ({"A": Dictionary(S=Name.GoTo)}, "?"),
        ({"A": Dictionary(S=Name.URI, URI=String("kit:factsheet"))}, "factsheet"),
        ({"Contents": String("The quay")}, "The quay"),
    ],
)
def test_a_dead_link_is_named(link: dict[str, Object], named: str) -> None:
    assert dead(**link) == [f"A link to “{named}” leads nowhere."]
