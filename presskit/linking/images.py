"""Pictures used in several parts (the logo, a photo in a release and on the photo sheet) are kept once."""

from __future__ import annotations

import hashlib

from pikepdf import Dictionary, Name, Object, Pdf

from presskit.linking.resources import drawing


def share_images(pdf: Pdf) -> None:
    """Let equal pictures be one object."""
    known: dict[bytes, Object] = {}
    for _, resources in drawing(pdf):
        pictures = resources.get(Name.XObject, Dictionary())
        for key, picture in list(pictures.items()):
            if picture.Subtype == Name.Image:
                pictures[key] = shared(picture, known)


def shared(picture: Object, known: dict[bytes, Object]) -> Object:
    """Return the first picture met that equals this one in data and in description; its mask likewise."""
    if Name.SMask in picture:
        picture.SMask = shared(picture.SMask, known)
    digest = hashlib.sha256(picture.stream_dict.unparse() + picture.read_raw_bytes()).digest()
    return known.setdefault(digest, picture)
