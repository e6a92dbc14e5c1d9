"""What goes on over the pages of a document: a release up to its end mark, a table below its heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from presskit.composing.parts.paging import Course

if TYPE_CHECKING:
    from weasyprint.document import Page


def course_of(pages: Sequence[Page]) -> Course:
    """Return what goes on over the pages of a document that is laid out."""
    elements = [[*_elements(page)] for page in pages]
    ended = next(
        (number for number, every in enumerate(elements, start=1) if any(one.get("class") == "end" for one in every)),
        None,
    )
    turned = tuple(number for number, page in enumerate(pages, start=1) if page.width > page.height)
    return Course(ended, tuple(_goes_on(elements)), turned)


def _elements(page: Page) -> Iterator[Any]:
    """Yield the elements of a page, each once where its boxes follow each other."""
    last = None
    for box in page._page_box.descendants():
        if box.element is not None and box.element is not last:
            last = box.element
            yield last


def _goes_on(pages: Iterable[Sequence[Any]]) -> Iterator[str]:
    heading, above, before = "", dict[Any, str](), set[Any]()
    for elements in pages:
        tables: dict[Any, None] = {}
        for element in elements:
            if element.tag in ("h2", "h3"):
                heading = " ".join("".join(element.itertext()).split())
            elif element.tag == "table":
                tables.setdefault(element)
                above.setdefault(element, heading)
        yield next((above[table] for table in tables if table in before), "")
        before = {*tables}
