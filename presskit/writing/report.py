"""The report of a check as a file: its page with typefaces and pictures inside. A task for a worker."""

from __future__ import annotations

from collections.abc import Sequence

from presskit.composing.report import Report, compose_report
from presskit.composing.templating.filling import parsed
from presskit.composing.web import data_address
from presskit.writing.web_faces import faces_css


def report_page(report: Report, pictures: Sequence[bytes]) -> bytes:
    """Return a report as UTF-8. `pictures`: of each of its sheets. Equal reports give equal bytes."""
    plain = compose_report(report, "", [""] * len(pictures))
    _, page = parsed(plain)
    letters = "".join(sorted({*page.text_content(), *page.text_content().upper()}))
    return compose_report(report, faces_css(letters, "", ()), [data_address(each) for each in pictures]).encode()
