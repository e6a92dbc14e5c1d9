"""WeasyPrint's owner: HTML in, PDF out, its log kept. The only module that imports the page engine's renderer.

Runs in a worker. The typefaces it may use are listed in a fontconfig file of presskit's own, so that no face
of the machine can slip in and equal sources look equal everywhere.
"""

from __future__ import annotations

import logging
import os
import re
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from weasyprint import HTML
from weasyprint.document import Document, Page
from weasyprint.text.fonts import FontConfiguration

from presskit import passing, whole
from presskit.composing.parts.bounds import Bounds
from presskit.composing.parts.paging import Course
from presskit.composing.parts.parts import ComposedPart
from presskit.errors import BREAKDOWNS, RenderingError, StoppedError
from presskit.findings import Finding, Where, finding
from presskit.names import brief
from presskit.rendering import jumps, tails
from presskit.rendering.course import course_of
from presskit.rendering.fetcher import ConfinedFetcher, Reach, RefusedError
from presskit.rendering.hearing import hearing
from presskit.rendering.lessons import first_lines, letters, shortcuts, styles, tags, uncut, widths

# As WeasyPrint's log says it. Among the causes: an SVG that asks for another file, or contains itself.
LOST = re.compile(r"Failed to (?:load image at|render SVG image) '?(?P<address>\S+?)'?(?::\s|$)")

MOST_MESSAGES = 20  # a style can be wrong in every line; of what is lost, each is told
MOST_BYTES = 30_000_000  # of a document without pictures; one of 300 pages has 1 million
PT_A_PX = 0.75
SAME_PT = 0.5

BODY = re.compile(r"<body\b")

letters.teach()
tags.teach()
styles.teach()
shortcuts.teach()
uncut.teach()
first_lines.teach()
widths.teach()


@cache
def _font_configuration(brand_folder: Path | None) -> FontConfiguration:
    """Return a font configuration shared by all documents of one brand that a worker renders: 28 % of the time."""
    return FontConfiguration()


@dataclass(frozen=True)
class Rendered:
    """A document as PDF, its pages, what goes on over them, and the engine's warnings.

    step: by how many steps of its theme's ladder it is set tighter (presskit.rendering.tails).
    """

    pdf: bytes
    pages: int
    course: Course
    messages: tuple[str, ...]
    step: int


def render(
    part: ComposedPart, reach: Reach, scale: float, bounds: Bounds, linked_faces: Collection[str] = ()
) -> Rendered:
    """Render a document to PDF/UA-1 when tagged, else to plain PDF.

    scale: by what the page and all on it is drawn smaller than the style says. linked_faces: the typefaces that only
    the linker puts in.

    Raises RenderingError b-003 for an address outside the brand, the pictures and presskit's own files, b-010 for a
    picture that cannot be drawn: the engine would leave a hole, or lose what stands after it on the page. StoppedError
    where the engine breaks down on the document, or its pages are not within `bounds`.
    """
    assert "FONTCONFIG_FILE" in os.environ, "workers run with presskit's own list of typefaces"
    fonts = _font_configuration(reach.brand)
    fetcher = ConfinedFetcher(reach)
    widths.forget()
    try:
        with _log() as messages, uncut.uncut(linked_faces):
            document, step = _fitted(part, partial(_laid_out, fetcher, fonts, bounds))
            pdf = document.write_pdf(zoom=scale, **({"pdf_variant": "pdf/ua-1"} if part.tagged else {}))
            most_bytes = MOST_BYTES + 2 * sum(kept.size_bytes for kept in reach.pictures.values())
            if len(pdf) > most_bytes:
                raise StoppedError(f"it would be {len(pdf) / 1e6:,.0f} MB large")
    except RefusedError as refused:
        raise RenderingError(finding("b-003", name=str(refused))) from None
    except OSError as error:  # it unpacks typefaces into temporary files
        if error.errno not in whole.WORDS:
            raise
        raise passing.refused(Path(tempfile.gettempdir()).parent, error) from error
    except BREAKDOWNS as error:
        raise StoppedError(f"the page engine cannot lay it out ({type(error).__name__}: {error})") from error
    drawing = next((path for path in reach.files if path.suffix.lower() == ".svg"), None)  # whose picture has no name
    found = [fetcher.path_of(match["address"]) for line in messages if (match := LOST.match(line))]
    lost = [_lost_picture(path or drawing) for path in found]
    if lost:
        raise RenderingError(*lost)
    return Rendered(pdf, len(document.pages), course_of(document.pages), tuple(dict.fromkeys(messages)), step)


def _fitted(part: ComposedPart, lay_out: Callable[[str, int], Document]) -> tuple[Document, int]:
    """Return a document laid out with neither a tail nor a hole above a picture, as far as it can be; and its step."""
    document, step = tails.shortened(partial(lay_out, part.html), part.steps)
    if part.steps and len(document.pages) <= tails.MOST_PAGES:
        document = jumps.brought_back(lambda shares: lay_out(jumps.with_shares(part.html, shares), step), document)
    return document, step


def _laid_out(fetcher: ConfinedFetcher, fonts: FontConfiguration, bounds: Bounds, html: str, step: int) -> Document:
    """Return a page's HTML laid out at a step of its theme's ladder, which its style knows by `data-step`."""
    html = BODY.sub(f'<body data-step="{step}"', html, count=1) if step else html
    # The hints are what HTML says of looks itself: without them every list begins at 1.
    document = HTML(string=html, url_fetcher=fetcher).render(font_config=fonts, presentational_hints=True)
    _require(document.pages, bounds)
    return document


def _require(pages: Sequence[Page], bounds: Bounds) -> None:
    """Raise StoppedError where pages are not what the kit's other pages, and the lines laid over them, fit to."""
    for page in pages:
        wanted_pt = (bounds.width_pt, bounds.height_pt, *(bounds.bleed_pt,) * 4)
        if bounds.may_turn and page.width > page.height:
            wanted_pt = (bounds.height_pt, bounds.width_pt, *wanted_pt[2:])
        found_pt = [length * PT_A_PX for length in (page.width, page.height, *page.bleed.values())]
        if not all(abs(one - other) < SAME_PT for one, other in zip(found_pt, wanted_pt, strict=True)):
            found, wanted = (f"{sum(each[0::3]):,.0f} by {sum(each[1::3]):,.0f}" for each in (found_pt, wanted_pt))
            raise StoppedError(f"a page with what is cut off measures {found} points, and the kit's {wanted}")
    if len(pages) > bounds.most_pages:
        raise StoppedError(f"it fills {len(pages):,} pages, and its text is one for {bounds.most_pages:,} at most")


def _lost_picture(path: Path | None) -> Finding:
    problem = "it is damaged, or asks for something outside itself"
    return finding("b-010", Where(path), name=path.name if path else "", problem=problem)


@contextmanager
def _log() -> Iterator[list[str]]:
    """Collect the engine's warnings: not every one of a style that is wrong in each line, but all of lost pictures."""
    messages: list[str] = []

    def take(record: logging.LogRecord) -> None:
        message = record.getMessage()
        if len(messages) < MOST_MESSAGES or LOST.match(message):
            messages.append(brief(message))

    with hearing(take):
        yield messages
