"""PDF/X-4 (ISO 15930-7): what the file says about itself, and which printing condition it is made for."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import replace
from datetime import date

from pikepdf import Array, Dictionary, Name, Pdf, String

from presskit.linking.metadata import write_info, write_xmp
from presskit.linking.parts import KitMetadata
from presskit.linking.resources import drawing
from presskit.printing.inking.objects import name_space
from presskit.printing.inking.profiles import Profile, srgb

VERSION = "1.6"  # of PDF, on which PDF/X-4 is built
NO_DATE = date(1970, 1, 1)  # a date is required, and no clock is read


def describe(pdf: Pdf, metadata: KitMetadata, seed: bytes, *, is_exchange: bool) -> None:
    """Write title, dates, numbers and trapping, as Info and as XMP (6.5, 6.6); with `is_exchange` the claim of PDF/X-4.

    seed: equal files get equal numbers.
    """
    dated = metadata if metadata.created else replace(metadata, created=NO_DATE)
    write_info(pdf, dated)
    pdf.docinfo[Name.Trapped] = Name("/False")
    write_xmp(pdf, dated)
    words = {
        "xmpMM:DocumentID": f"uuid:{uuid.uuid5(uuid.NAMESPACE_URL, hashlib.sha256(seed).hexdigest())}",
        "xmpMM:VersionID": "1",
        "xmpMM:RenditionClass": "default",
        "pdf:Trapped": "False",
    }
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        del xmp["pdfuaid:part"]  # there are no tags in this file
        for key, value in words.items():
            xmp[key] = value
        if is_exchange:
            xmp["pdfxid:GTS_PDFXVersion"] = "PDF/X-4"


def intend(pdf: Pdf, profile: Profile) -> None:
    """Embed the profile of the press as the output intent (6.3): what the inks in this file are meant for."""
    name = String(profile.name)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=name,
        Info=name,
        DestOutputProfile=pdf.make_indirect(pdf.make_stream(profile.data, N=4, Alternate=Name.DeviceCMYK)),
    )
    pdf.Root.OutputIntents = Array([intent])


def mean_srgb(pdf: Pdf) -> None:
    """Say that all red, green and blue in the file is sRGB (ISO 32000-1, 8.6.5.6), so that a printer can convert it."""
    stream = pdf.make_indirect(pdf.make_stream(srgb().data, N=3, Alternate=Name.DeviceRGB))
    space = pdf.make_indirect(Array([Name.ICCBased, stream]))
    for _, resources in drawing(pdf):
        name_space(resources, Name.DefaultRGB, space)
