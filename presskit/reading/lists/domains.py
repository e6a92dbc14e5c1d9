"""Mail addresses as a header holds them: a domain in any script in its ASCII form (RFC 5891)."""

from __future__ import annotations

import re

DOTS = re.compile("[.\u3002\uff0e\uff61]")  # what keyboards of East Asia have for it


def ascii_domain(domain: str) -> str | None:
    """Return "xn--gre-6ka8h.example" for "Größe.example"; None where a domain can have no such form.

    Why not Python's own "idna": it is of 2003, and writes ß as ss, which is another domain.
    """
    labels = DOTS.split(domain)
    if domain.isascii():
        return ".".join(labels)
    import idna  # noqa: PLC0415  (a table of all letters, and most lists hold no such domain)

    try:
        return ".".join(
            label if label.isascii() else idna.encode(label, uts46=True).decode("ascii") for label in labels
        )
    except idna.IDNAError:
        return None
