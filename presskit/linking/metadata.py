"""What the file says about itself: title, language, dates, and that it is tagged and accessible."""

from __future__ import annotations

from datetime import date

from pikepdf import Dictionary, Name, Pdf, String

from presskit.linking.parts import KitMetadata

STATED = Name.PresskitMade  # a key of its own in the information dictionary (ISO 32000-1, 14.3.3)


def describe(kit: Pdf, metadata: KitMetadata) -> None:
    """Write title, language and the claim of PDF/UA-1. Why no clock: equal sources give equal bytes.

    Its dates are the first second of the kit's day, in UTC: some programs take a date without a time for damaged.
    """
    kit.Root.Lang = String(metadata.language)
    kit.Root.MarkInfo = Dictionary(Marked=True)
    kit.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if metadata.is_printed:
        kit.Root.ViewerPreferences.PrintScaling = Name("/None")
        kit.Root.ViewerPreferences.Duplex = Name.DuplexFlipLongEdge
    kit.Root.PageLayout = Name.OneColumn
    for page in kit.pages:
        page.obj.Tabs = Name.S
    write_info(kit, metadata)
    write_xmp(kit, metadata)


def write_info(kit: Pdf, metadata: KitMetadata) -> None:
    """Write the document information dictionary, which old readers show."""
    words = {
        Name.Title: metadata.title,
        Name.Author: metadata.author,
        Name.Subject: metadata.subject,
        Name.Keywords: ", ".join(metadata.keywords),
        Name.Creator: metadata.creator,
        Name.Producer: metadata.creator,
        STATED: metadata.stated,
        Name.CreationDate: metadata.created and pdf_moment(metadata.created),
        Name.ModDate: metadata.created and pdf_moment(metadata.created),
    }
    for key, value in words.items():
        if value:
            kit.docinfo[key] = String(value)


def pdf_moment(day: date) -> str:
    """Return the first second of a day as PDF writes it."""
    return f"D:{day:%Y%m%d}000000Z"


def write_xmp(kit: Pdf, metadata: KitMetadata) -> None:
    """Write the same as XMP, which PDF/UA-1 asks for (ISO 14289-1, 5 and 7.1)."""
    moment = metadata.created and f"{metadata.created.isoformat()}T00:00:00Z"
    words = {
        "dc:title": metadata.title,
        "dc:creator": [metadata.author] if metadata.author else None,
        "dc:description": metadata.subject,
        "dc:language": {metadata.language},  # a set: no order is meant (rdf:Bag)
        "dc:subject": set(metadata.keywords),
        "pdf:Keywords": ", ".join(metadata.keywords),
        "pdf:Producer": metadata.creator,
        "xmp:CreatorTool": metadata.creator,
        "xmp:CreateDate": moment,
        "xmp:ModifyDate": moment,
        "xmp:MetadataDate": moment,
        "pdfuaid:part": "1",
    }
    with kit.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        for key, value in words.items():
            if value:
                xmp[key] = value
