"""Addresses as links: telephones, websites, and the pictures that running text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import html as lxml_html

from presskit.model import Block
from presskit.names import shown
from presskit.reading.cues.contacts import EXTENSION, find_phones
from presskit.reading.pictures.images import size_of
from presskit.reading.pictures.in_texts import find_picture


def tel_address(number: str, region: str) -> str | None:
    """Return the tel: address of a number in international form (RFC 3966), None where it is not complete."""
    import phonenumbers  # noqa: PLC0415  (slow to import, and most pages name no number)

    extension = EXTENSION.search(number)
    try:
        parsed = phonenumbers.parse(number[: extension.start()] if extension else number, region)
    except phonenumbers.NumberParseException:
        return None
    if extension:
        parsed.extension = re.sub(r"\D", "", extension[0])
    # “06 12 34 56 78” is of a country that dials a 0 first, and of which one nobody says.
    if re.match(r"[ (]*0(?!0)", number) and phonenumbers.ndd_prefix_for_region(region, strip_non_digits=True) != "0":
        return None
    if not phonenumbers.is_possible_number(parsed):
        return None
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.RFC3966))


def numbered(words: str, region: str) -> Iterator[tuple[str, str | None]]:
    """Yield words in pieces, each telephone number with its tel: address and the words between with None."""
    place = 0
    for start, end in find_phones(words, region):
        yield words[place:start], None
        yield words[start:end], tel_address(words[start:end], region)
        place = end
    yield words[place:], None


def address_parts(address: str) -> tuple[str, ...]:
    """Return an address of a mail or a website in the parts between which a line may end: behind a sign of it."""
    return tuple(re.split(r"(?<=[@/.])(?=[^@/.])", address))


def web_address(address: str) -> str:
    """Return a website's address as a link needs it: "quay.example" without its beginning gets one."""
    return address if "://" in address else f"https://{address}"


def named_picture(block: Block, source: Path | None) -> tuple[Path, str] | None:
    """Return file and description of a picture in running text; None where it cannot be printed (found by reading).

    Only files that may be opened are taken.
    """
    image = lxml_html.fragment_fromstring(block.html, create_parent=True).find(".//img")
    if image is None or not source:
        return None
    path = find_picture(str(image.get("src", "")), source)
    return (path, str(image.get("alt") or shown(path.name))) if path and size_of(path) else None
