"""The words of the IPTC Photo Metadata Standard (2025.1) that a press photo carries, and how files hold them.

Each stands in the XMP packet, most also in the older IPTC-IIM datasets, which many picture desks still read. What is
not in this table is not for the press: serial numbers, places on the globe, the editing's history.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from presskit.names import legible

Kind = Literal["text", "languages", "bag", "seq"]
Items = tuple[tuple[str, str], ...]  # language ("" where the property has none) and text
Properties = Mapping[str, Items]

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
}
ANY_LANGUAGE = "x-default"


@dataclass(frozen=True)
class Property:
    """A property by its name in XMP, its shape there, and the number of its dataset in IPTC-IIM's record 2."""

    name: str
    kind: Kind
    dataset: int | None = None


TITLE = Property("dc:title", "languages", 5)
HEADLINE = Property("photoshop:Headline", "text", 105)
CAPTION = Property("dc:description", "languages", 120)
ALT = Property("Iptc4xmpCore:AltTextAccessibility", "languages")
CREATOR = Property("dc:creator", "seq", 80)
CREDIT = Property("photoshop:Credit", "text", 110)
INSTRUCTIONS = Property("photoshop:Instructions", "text", 40)
DATE = Property("photoshop:DateCreated", "text")  # the older dataset writes dates otherwise
KEYWORDS = Property("dc:subject", "bag", 25)
SOURCE = Property("photoshop:Source", "text", 115)
COPYRIGHT = Property("dc:rights", "languages", 116)
TERMS = Property("xmpRights:UsageTerms", "languages")
SOURCE_TYPE = Property("Iptc4xmpExt:DigitalSourceType", "text")  # says that a picture was made by a program
PRESS = (
    TITLE,
    HEADLINE,
    CAPTION,
    ALT,
    Property("Iptc4xmpCore:ExtDescrAccessibility", "languages"),
    CREATOR,
    Property("photoshop:AuthorsPosition", "text", 85),
    CREDIT,
    SOURCE,
    COPYRIGHT,
    TERMS,
    Property("xmpRights:WebStatement", "text"),
    INSTRUCTIONS,
    DATE,
    KEYWORDS,
    Property("Iptc4xmpExt:PersonInImage", "bag"),
    Property("Iptc4xmpCore:Location", "text", 92),
    Property("photoshop:City", "text", 90),
    Property("photoshop:State", "text", 95),
    Property("photoshop:Country", "text", 101),
    Property("Iptc4xmpCore:CountryCode", "text", 100),
    SOURCE_TYPE,
)


def plain(items: Items) -> str | None:
    """Return a property's words: in the default language where there is one, else all, joined with a comma."""
    chosen = [text for language, text in items if language == ANY_LANGUAGE] or [text for _, text in items]
    return legible(", ".join(chosen)) or None
