"""What an archive keeps within the PDF: each document as a text that presskit reads again, and as plain text.

The texts are made of what is printed. The files that people sent are never in it: they hold what was left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from presskit.composing.parts.parts import embargo_of, title_of
from presskit.linking.parts import Enclosed
from presskit.model import Document, Kit, PhotoSheet
from presskit.names import portable, unique
from presskit.reading.result import Reading
from presskit.writing.sources import source_of
from presskit.writing.text import document_text

MARKDOWN, PLAIN = "text/markdown", "text/plain"
# What stands before a picture's name, and the folders of it: ![a deck](<../photos/deck.jpg>), <img src="a/deck.jpg">.
FOLDERS = re.compile(r'(!\[(?:\\.|[^\]\\])*\]\(<|<img [^>]*?src=")[^<>"\n]*/')


def enclosed_texts(kit: Kit) -> tuple[Enclosed, ...]:
    """Return the texts of all documents of a kit, by name."""
    taken: set[str] = set()
    texts = [text for document in kit.documents for text in _texts_of(kit, document, taken)]
    return tuple(sorted(texts, key=lambda text: text.name))


def _texts_of(kit: Kit, document: Document, taken: set[str]) -> Iterator[Enclosed]:
    """Yield a document's texts. A sheet of photos was made of no text: of it there is the plain one."""
    stem, title = unique(portable(document.slug), "", taken), title_of(document)
    if not isinstance(document, PhotoSheet):
        source = _source(kit, document)
        yield Enclosed(f"{stem}.md", source.encode(), f"{title} (Markdown)", MARKDOWN, "Source")
    plain = document_text(kit, document)
    yield Enclosed(f"{stem}.txt", plain.encode(), f"{title} (text)", PLAIN, "Alternative")


def _source(kit: Kit, document: Document) -> str:
    """Return a document as presskit reads it again, with the embargo that it prints; a picture's name has no folder."""
    whole = source_of(Reading(document, embargo=embargo_of(kit, document)), document.language)
    return FOLDERS.sub(r"\1", whole)
