"""Links inside the kit: named places of every part, and links from part to part ("kit:factsheet")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import unquote

from pikepdf import Array, Dictionary, Name, NameTree, Object, Pdf, String

from presskit.findings import Finding, Where, finding
from presskit.linking.sections import Section

SCHEME = "kit:"


def copy_destinations(kit: Pdf, sections: Sequence[Section], bound: Iterable[str] = ()) -> None:
    """Copy the parts' named places, each under its part's slug: two parts may use one name.

    bound: by what PDFs are known that are bound in later; until then the end of the kit's own pages bears their names.
    """
    names = NameTree.new(kit)
    for section in sections:
        for name, place in section.places.items():
            names[place_name(section, name)] = place
    for slug in bound:
        names[slug] = Array([kit.pages[-1].obj, Name.Fit])
    if len(names):
        kit.Root.Names = Dictionary(Dests=names.obj)


def place_name(section: Section, name: str) -> str:
    """Return the name in the kit of a place in a part."""
    return f"{section.part.slug}/{name}"


def resolve_links(sections: Sequence[Section], bound: Mapping[str, str]) -> list[Finding]:
    """Lead each link to its page, and describe it for readers who hear it (PDF/UA-1 7.18.5: /Contents).

    bound: the titles of PDFs that are bound in later, by what they are known.
    """
    targets = {section.part.slug: section for section in sections}
    findings = []
    for section in sections:
        for index, link in section.links():
            target = kit_target(link)
            if "/Dest" in link:
                link.Dest = String(place_name(section, str(link.Dest)))
                link.Contents = String(section.part.title)
            elif target in targets:
                lead(link, targets[target])
            elif target is not None and target in bound:
                del link.A
                link.Dest, link.Contents = String(target), String(bound[target])
            elif target is not None:
                findings.append(finding("p-007", Where(page=index + 1), target=target))
            else:
                link.Contents = String(spoken(str(link.A.URI)))
    return findings


def kit_target(link: Object) -> str | None:
    """Return the slug a link to another part names, None for any other link."""
    address = str(link.get("/A", Dictionary()).get("/URI", ""))
    return unquote(address.removeprefix(SCHEME)) if address.startswith(SCHEME) else None


def lead(link: Object, target: Section) -> None:
    """Make a link lead to the first page of a section."""
    page = target.pages[0]
    del link.A
    link.Dest = Array([page.obj, Name.XYZ, page.trimbox[0], page.trimbox[3], 0])
    link.Contents = String(target.part.title)


def spoken(address: str) -> str:
    """Return an address as one says it: without "mailto:" or "tel:"."""
    return address.removeprefix("mailto:").removeprefix("tel:")
