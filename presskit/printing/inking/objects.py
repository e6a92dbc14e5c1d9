"""PDF objects: small things pikepdf leaves to its users."""

from __future__ import annotations

from pikepdf import Dictionary, Name, Object


def drop(holder: Object, *keys: Name) -> None:
    """Take entries out of a dictionary or a stream's, where they are there."""
    for key in keys:
        if key in holder:
            del holder[key]


def name_space(resources: Object, name: Name, space: Object) -> None:
    """Give a colour space a name by which a page or form can ask for it."""
    if Name.ColorSpace not in resources:
        resources.ColorSpace = Dictionary()
    resources.ColorSpace[name] = space
