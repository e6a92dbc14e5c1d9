from __future__ import annotations

from io import BytesIO

import pikepdf
from pypdf import PdfReader

from presskit.linking import LinkablePart
from presskit.linking.linker import link
from tests.support.linked import FACES, METADATA, Render, Sample


def test_a_link_to_a_part_leads_to_its_first_page(linked: pikepdf.Pdf) -> None:
    links = described(linked)
    assert target(linked, links["Chiffres"]) == 3
    assert target(linked, links["Ferry sails at dawn", 6]) == 0


def test_no_link_names_a_part_any_more(sample: Sample, linked: pikepdf.Pdf) -> None:
    assert b"kit:" in b"".join(
        uri(link) for page in opened(sample.parts[0].pdf).pages for link in page.obj.get("/Annots", ())
    )
    assert not any(uri(link).startswith(b"kit:") for link in described(linked).values())


def test_places_of_one_name_in_two_parts_are_kept_apart(sample: Sample) -> None:
    reader = PdfReader(BytesIO(sample.kit.pdf))
    pages = {name: reader.get_destination_page_number(place) for name, place in reader.named_destinations.items()}
    assert pages == {"release/more": 2, "factsheet/more": 4}


def test_a_link_inside_a_part_leads_to_its_own_place(linked: pikepdf.Pdf) -> None:
    inner = described(linked)["Ferry sails at dawn", 2]
    places = pikepdf.NameTree(linked.Root.Names.Dests)
    assert places[str(inner.Dest)][0].objgen == linked.pages[2].obj.objgen


def test_addresses_are_said_without_their_scheme(linked: pikepdf.Pdf) -> None:
    letter = described(linked)["desk@harbour.example"]
    assert uri(letter) == b"mailto:desk@harbour.example"


def test_a_dead_link_is_found_on_its_page(render: Render) -> None:
    first = LinkablePart("first", "First", "en", render("<h1>First</h1><p>Nothing to click.</p>"))
    body = "<h1>Second</h1><p><a href='kit:first'>good</a> <a href='kit:no-such%20part'>bad</a></p>"
    kit = link([first, LinkablePart("second", "Second", "en", render(body))], (), METADATA, FACES)
    assert [(finding.code, finding.where.page) for finding in kit.findings] == [("p-007", 2)]
    assert "“no-such part”" in kit.findings[0].message


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def described(pdf: pikepdf.Pdf) -> dict[object, pikepdf.Object]:
    """Return each link by its description, and by description and page index."""
    links: dict[object, pikepdf.Object] = {}
    for index, page in enumerate(pdf.pages):
        for each in page.obj.get("/Annots", ()):
            links[str(each.Contents)] = links[str(each.Contents), index] = each
    return links


def target(pdf: pikepdf.Pdf, each: pikepdf.Object) -> int:
    return [page.obj.objgen for page in pdf.pages].index(each.Dest[0].objgen)


def uri(each: pikepdf.Object) -> bytes:
    return bytes(each.A.URI) if "/A" in each else b""
