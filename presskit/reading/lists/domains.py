"""Mail addresses as a header holds them: a domain in any script in its ASCII form (RFC 5891)."""

from __future__ import annotations

import re
import unicodedata

# RFC 5890, 2.3.2.1: what a label in another script may be made of, as its characters are classed by Unicode.
LABEL_KINDS = ("Ll", "Lo", "Lm", "Mn", "Mc", "Nd")
DOTS = re.compile("[.\u3002\uff0e\uff61]")  # what keyboards of East Asia have for it
PREFIX, MOST_CHARACTERS = "xn--", 63
TATWEEL = "\u0640"  # the one letter of Arabic that is none


def ascii_domain(domain: str) -> str | None:
    """Return "xn--gre-6ka8h.example" for "Größe.example"; None where a domain can have no such form.

    Why not Python's own "idna": it is of 2003, and writes ß as ss, which is another domain.
    """
    labels = [_ascii_label(label) for label in DOTS.split(domain)]
    return ".".join(label for label in labels if label is not None) if None not in labels else None


def _ascii_label(label: str) -> str | None:
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", label).lower())
    if plain.isascii():
        return label if label.isascii() else plain
    own = f"{PREFIX}{plain.encode('punycode').decode('ascii')}"
    return own if _is_label(plain) and len(own) <= MOST_CHARACTERS else None


def _is_label(label: str) -> bool:
    """Tell whether a label may be one (RFC 5891, 4.2.3)."""
    is_made_of = (
        all(sign == "-" or unicodedata.category(sign) in LABEL_KINDS for sign in label) and TATWEEL not in label
    )
    has_hyphens = label.startswith("-") or label.endswith("-") or label[2:4] == "--"
    return is_made_of and not has_hyphens and not unicodedata.category(label[0]).startswith("M")
