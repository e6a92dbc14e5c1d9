"""Where documents stand in a kit, and what the lines of each page need to know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from presskit.composing.languages import language
from presskit.composing.parts.parts import ComposedPart, StampedPage, embargo_of, label_of
from presskit.composing.parts.sharing import printed
from presskit.model import Kit


@dataclass(frozen=True)
class Course:
    """What goes on over a document's pages: a release up to its end mark, a table below its heading.

    ended: the page, from 1, on which an end mark stands, None without one. goes_on: for each page the heading of the
    table that goes on at its top, "" where none does. turned: the pages, from 1, that lie on their side.
    """

    ended: int | None = None
    goes_on: tuple[str, ...] = ()
    turned: tuple[int, ...] = ()


NOTHING_GOES_ON = Course()


@dataclass(frozen=True)
class Placed:
    """A document in its place. first: the page it begins on, from 1: the cover is page 1. blanks: before it."""

    composed: ComposedPart
    pages: int
    first: int
    blanks: int
    course: Course = NOTHING_GOES_ON


def placed(parts: Sequence[tuple[ComposedPart, int]], blanks: Sequence[int]) -> tuple[Placed, ...]:
    """Set documents of so many pages one behind the other, with so many blank pages before each."""
    places, end = [], 0
    for (composed, pages), before in zip(parts, blanks, strict=True):
        places.append(Placed(composed, pages, end + before + 1, before))
        end += before + pages
    return tuple(places)


def stamped_pages(kit: Kit, places: Sequence[Placed]) -> list[StampedPage]:
    """Return what the lines of each page need to know; blank pages have none."""
    total = places[-1].first + places[-1].pages - 1
    documents = {document.slug: document for document in printed(kit)}
    stamped: list[StampedPage] = []
    for place in places:
        composed, words = place.composed, language(place.composed.language)
        document = documents.get(composed.slug)
        embargo = embargo_of(kit, document)
        own = label_of(document) if document else words.words.get(composed.kind, words.word("contacts"))
        stamped += [
            StampedPage(
                composed.kind,
                composed.title,
                page,
                place.pages,
                place.first + page - 1,
                total,
                own if composed.kind != "cover" else "",
                words.word("embargoed_until", moment=words.moment(embargo)) if embargo else None,
                composed.language,
                is_over=place.course.ended is not None and page >= place.course.ended,
                section="".join(place.course.goes_on[page - 1 : page]),
                is_turned=page in place.course.turned,
            )
            for page in range(1, place.pages + 1)
        ]
    return stamped
