"""WeasyPrint's owner: HTML in, PDF out, its log kept. The only module that imports the page engine's renderer.

Runs in a worker. The typefaces it may use are listed in a fontconfig file of presskit's own, so that no face
of the machine can slip in and equal sources look equal everywhere.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from weasyprint import HTML
from weasyprint.logger import LOGGER
from weasyprint.text.fonts import FontConfiguration

from presskit.errors import RenderingError
from presskit.findings import Finding, Where, finding
from presskit.rendering.fetcher import ConfinedFetcher, Reach, RefusedError

# As WeasyPrint's log says it. Among the causes: an SVG that asks for another file, or contains itself.
LOST = re.compile(r"Failed to (?:load image at|render SVG image) '?(?P<address>\S+?)'?(?::\s|$)")


@cache
def _font_configuration(brand_folder: Path | None) -> FontConfiguration:
    """Return a font configuration shared by all documents of one brand that a worker renders: 28 % of the time."""
    return FontConfiguration()


def render(
    html: str, brand_folder: Path | None, pictures: Mapping[str, Path], scale: float = 1.0, *, tagged: bool
) -> tuple[bytes, int, list[str]]:
    """Render `html` to PDF/UA-1 when `tagged`, else to plain PDF; return it, its pages, and the engine's warnings.

    scale: by what the page and all on it is drawn smaller than the style says.

    Raises RenderingError b-003 for an address outside the brand, the pictures and presskit's own files, b-010 for a
    picture that cannot be drawn: the engine would leave a hole, or lose what stands after it on the page.
    """
    assert "FONTCONFIG_FILE" in os.environ, "workers run with presskit's own list of typefaces"
    fonts = _font_configuration(brand_folder)
    fetcher = ConfinedFetcher(Reach(brand_folder, pictures))
    try:
        with _log() as messages:
            document = HTML(string=html, url_fetcher=fetcher).render(font_config=fonts)
            pdf = document.write_pdf(zoom=scale, **({"pdf_variant": "pdf/ua-1"} if tagged else {}))
    except RefusedError as refused:
        raise RenderingError(finding("b-003", name=str(refused))) from None
    lost = [_lost_picture(fetcher.path_of(match["address"])) for line in messages if (match := LOST.match(line))]
    if lost:
        raise RenderingError(*lost)
    return pdf, len(document.pages), messages


def _lost_picture(path: Path | None) -> Finding:
    problem = "it is damaged, or asks for something outside itself"
    return finding("b-010", Where(path), name=path.name if path else "", problem=problem)


@contextmanager
def _log() -> Iterator[list[str]]:
    """Collect the engine's warnings: it reports an unknown property or a lost picture nowhere else."""
    messages: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    collector = Collector(logging.WARNING)
    LOGGER.addHandler(collector)
    try:
        yield messages
    finally:
        LOGGER.removeHandler(collector)
