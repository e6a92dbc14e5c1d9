"""What shares a page, and which pages a small kit goes without.

Only pages share: everywhere else, as in the ZIP, each biography and each photo stays what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from presskit import gate
from presskit.model import Biography, Document, Kit, People, Photo, PhotoSheet, Printed

FEW_WORDS = 120  # of a biography that leaves most of a page empty
FEW_DOCUMENTS = 4  # of which a reader wants a list on a page of its own


def printed(kit: Kit) -> tuple[Printed, ...]:
    """Return a kit's documents as its pages hold them.

    Short biographies that follow each other in one language are one document, and a single photo stands on the closing
    page. A document alone stays as it is.
    """
    if kit.alone:
        return kit.documents
    lone = lone_photo(kit)
    shown = (one for one in kit.documents if not (lone and isinstance(one, PhotoSheet)))
    return tuple(one for _, run in groupby(shown, _shared) for one in _together(run))


def lone_photo(kit: Kit) -> Photo | None:
    """Return the photo of a kit that has only one, else None."""
    photos = [photo for one in kit.documents if isinstance(one, PhotoSheet) for photo in one.photos]
    return photos[0] if len(photos) == 1 and not kit.alone else None


def has_closing(kit: Kit) -> bool:
    """Tell whether there is a closing page: one with nothing but a heading would be empty, and listed all the same."""
    brand = kit.brand
    where = brand.web or brand.social or brand.address or brand.disclosure or kit.download
    said = kit.contacts or kit.boilerplates or where or lone_photo(kit)
    return not kit.alone and bool(said or (brand.folder and has_own_closing(brand.folder)))


def has_own_closing(folder: Path) -> bool:
    """Tell whether a brand has a closing page of its own, for all themes or for one."""
    templates = folder / "templates"
    folders = [templates, *gate.folders_in(templates)] if gate.is_folder(templates) else []
    return any(gate.is_file(one / "closing.html") for one in folders)


def has_contents(kit: Kit) -> bool:
    """Tell whether there is a page of contents: a kit of few documents has them listed on its cover."""
    return not kit.alone and len(_listed(kit)) >= FEW_DOCUMENTS


def is_listed_on_cover(kit: Kit) -> bool:
    """Tell whether the cover lists the documents: that of a withdrawn kit has none to list."""
    return not kit.alone and 0 < len(_listed(kit)) < FEW_DOCUMENTS


def _listed(kit: Kit) -> list[Printed]:
    """Return the documents that a reader would list; where photos stand is seen without."""
    return [one for one in printed(kit) if not isinstance(one, PhotoSheet)]


def _shared(document: Document) -> str:
    """Return what documents have in common that share pages; each other document has nothing."""
    return f"people {document.language}" if isinstance(document, Biography) and _is_short(document) else document.slug


def _is_short(document: Biography) -> bool:
    """Tell whether a biography is a few words and nothing else."""
    texts = (document.intro or "", *(block.text for block in document.body))
    return sum(len(text.split()) for text in texts) < FEW_WORDS and all(b.kind != "figure" for b in document.body)


def _together(run: Iterable[Document]) -> Iterator[Printed]:
    documents = list(run)
    people = tuple(one for one in documents if isinstance(one, Biography))
    if len(people) > 1:
        # The first one's short name, which no other document has: what leads to it leads here.
        yield People(people[0].slug, people[0].language, people)
    else:
        yield from documents
