"""Pictures of agencies and of picture libraries, which whoever bought one may seldom hand on to the press."""

from __future__ import annotations

import re

from presskit.model import Photo

AGENCIES = re.compile(
    r"\b(?:Getty ?Images|Shutterstock|i[Ss]tock(?:photo)?|Adobe ?Stock|Alamy|Depositphotos|Dreamstime|Reuters|REUTERS"
    r"|AFP|Agence France-Presse|dpa|picture[ -]alliance|AP (?:Photo|Images)|Associated Press|PA (?:Images|Wire)"
    r"|imago images|(?:Ritzau|NTB) Scanpix)\b"
)
# As the libraries call what they sell: "GettyImages-1234567890.jpg", "shutterstock_123456789.jpg".
SOLD = re.compile(
    r"(?i)^(?:gettyimages|shutterstock|i-?stock(?:photo)?|adobestock|depositphotos|dreamstime)[-_ ]?\d{5,}"
)


def agency_in(photo: Photo) -> tuple[str, str] | None:
    """Return where a photo names an agency whose picture it is, and the words: its credit, its owner, its name."""
    for words in (photo.credit, photo.copyright, photo.creator):
        if words and AGENCIES.search(words):
            return "its credit", words
    sold = SOLD.match(photo.path.name)
    return ("its name", sold[0]) if sold else None
