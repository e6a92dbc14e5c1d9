"""What an archive asks of a file beside what screen readers ask: PDF/A-3a (ISO 19005-3), in the same file as PDF/UA-1.

What the colours mean stands in the file, the texts lie within it, and it says that it can be kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pikepdf import (
    Array,
    AttachedFileSpec,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Pdf,
    String,
    parse_content_stream,
)

from presskit import gate
from presskit.findings import Finding, Where, finding
from presskit.linking.metadata import pdf_moment
from presskit.linking.parts import Enclosed
from presskit.linking.resources import drawers, drawing
from presskit.resources import shipped

PROFILE, COLOURS = "assets/profiles/sRGB.icc", "sRGB"
INK, SETS_COLOUR = ("k", "K"), "k K cs CS"  # operators (ISO 32000-1, 8.6.8)
PRINTED = 4  # of an annotation's flags (ISO 32000-1, 12.5.3): it is printed with its page
# PDF/A knows the properties of XMP of 2005; any other is explained where it is used (ISO 19005-3, 6.6.2.3).
EXPLAINED = b"""\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
 <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
   <pdfaProperty:name>part</pdfaProperty:name>
   <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
   <pdfaProperty:category>internal</pdfaProperty:category>
   <pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property>
 </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def make_keepable(kit: Pdf, enclosed: Sequence[Enclosed], created: date | None) -> list[Finding]:
    """Make of a linked and described kit a file for an archive; report each page that keeps it from being one.

    enclosed: the texts that lie within it. created: their date, of which no clock knows.
    """
    mean_srgb(kit)
    print_links(kit)
    draw_plainly(kit)
    enclose(kit, enclosed, created)
    claim(kit)
    return [finding("p-047", Where(page=page)) for page in inked_pages(kit)]


def inked_pages(kit: Pdf) -> list[int]:
    """Return the pages, from 1, that are coloured in inks (6.2.4.3), which sRGB says nothing of."""
    return sorted({index + 1 for index, drawer in drawers(kit) if _is_inked(drawer)})


def _is_inked(drawer: Object) -> bool:
    """Tell whether a page, form or pattern sets a colour in inks, or draws a picture or a blend in them."""
    for instruction in parse_content_stream(drawer, SETS_COLOUR):
        if isinstance(instruction, ContentStreamInstruction):
            is_ink = str(instruction.operator) in INK or Name.DeviceCMYK in instruction.operands
            if is_ink:
                return True
    resources = drawer.Resources
    spaces: list[Object | None] = [space for _, space in resources.get(Name.ColorSpace, Dictionary()).items()]
    for kind in (Name.XObject, Name.Shading):
        spaces += [each.get(Name.ColorSpace) for _, each in resources.get(kind, Dictionary()).items()]
    return any(space is not None and _holds_ink(space) for space in spaces)


def _holds_ink(space: Object) -> bool:
    return space == Name.DeviceCMYK or (isinstance(space, Array) and Name.DeviceCMYK in list(space))


def mean_srgb(kit: Pdf) -> None:
    """Say what red, green and blue in the file are (6.2.3): sRGB, by a profile that lies within."""
    profile = kit.make_stream(gate.bytes_of(shipped(PROFILE)), N=3)
    name = String(COLOURS)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=name,
        Info=name,
        DestOutputProfile=kit.make_indirect(profile),
    )
    kit.Root.OutputIntents = Array([intent])


def print_links(kit: Pdf) -> None:
    """Let every link be printed with its page, which is the same on a screen and on paper (6.3.2)."""
    for page in kit.pages:
        for link in page.obj.get(Name.Annots, ()):
            link.F = PRINTED


def draw_plainly(kit: Pdf) -> None:
    """Let no viewer draw points between those of a picture, each in its own way (6.2.8)."""
    for _, resources in drawing(kit):
        for _, drawn in resources.get(Name.XObject, Dictionary()).items():
            for picture in (drawn, drawn.get(Name.SMask, Dictionary())):
                if Name.Interpolate in picture:
                    del picture.Interpolate


def enclose(kit: Pdf, enclosed: Sequence[Enclosed], created: date | None) -> None:
    """Lay the texts into the file, each with what it is to the pages (6.8)."""
    moment = pdf_moment(created) if created else ""
    for one in enclosed:
        file = AttachedFileSpec(
            kit,
            one.data,
            description=one.description,
            filename=one.name,
            mime_type=one.mime,
            creation_date=moment,
            mod_date=moment,
        )
        file.relationship = Name(f"/{one.relationship}")
        kit.attachments[one.name] = file
    kit.Root.AF = Array([kit.attachments[one.name].obj for one in enclosed])


def claim(kit: Pdf) -> None:
    """Say that the file can be kept (6.6.4), and explain the one property that XMP of 2005 does not know."""
    with kit.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp["pdfaid:part"] = "3"
        xmp["pdfaid:conformance"] = "A"
    said = kit.Root.Metadata.read_bytes()
    kit.Root.Metadata.write(said.replace(b"</rdf:RDF>", EXPLAINED + b"</rdf:RDF>"))
