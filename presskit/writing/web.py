"""The kit as one self-contained web page, to put online or to open from a disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from presskit.composing.languages import language
from presskit.composing.look.setting import FAMILIES
from presskit.composing.templating.filling import parsed
from presskit.composing.web import OwnFiles, compose_body, compose_frame
from presskit.composing.wording.pulls import quoted
from presskit.model import Kit, Photo, PhotoSheet, Release
from presskit.writing.text import document_text
from presskit.writing.web_faces import faces_css


def page_without_pictures(kit: Kit, pictures: Sequence[Path], beside: Sequence[str], own: OwnFiles) -> str:
    """Return the page with the numbers of its pictures in their places: the task that a worker is given.

    pictures: what presskit.composing.web.page_pictures names; one that is missing is left out. beside: files that lie
    beside the page, by their path from it ("photos/full/quay.jpg"): only these are linked.
    own: those of a document, by its short name, and of a photo, by its path; others are known by their names.
    """
    body = compose_body(kit, pictures, beside, _texts(kit), own)
    _, page = parsed(f"<body>{body.html}</body>")
    slanted = "".join(sorted(set("".join(each.text_content() for each in page.iter("em", "cite", "i")))))
    title = body.setting.theme.title
    text = "".join(sorted({*page.text_content(), *page.text_content().upper(), *"".join(_pulls(kit))}))
    return compose_frame(body, faces_css(text, slanted, [(FAMILIES[title.face], title.weight)]))


def _pulls(kit: Kit) -> list[str]:
    return [quoted(release.pull, language(release.language)) for release in kit.releases if release.pull]


def _texts(kit: Kit) -> dict[str, str]:
    """Return what the buttons copy, by the name of the button."""
    texts = {document.slug: document_text(kit, document) for document in kit.documents if isinstance(document, Release)}
    for sheet in kit.documents:
        for number, photo in enumerate(sheet.photos if isinstance(sheet, PhotoSheet) else (), start=1):
            texts[f"{sheet.slug}-{number}"] = caption_text(photo)
    return texts


def caption_text(photo: Photo) -> str:
    """Return a photo's caption with its credit and terms, as an editor needs them: together."""
    return " ".join(filter(None, (photo.caption, photo.credit and f"({photo.credit})", photo.rights))) + "\n"
