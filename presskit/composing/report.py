"""What a check found, as one web page: the verdict, each finding, and the pages with their findings beside them.

Everything it shows is inside it, it needs no script, and its policy lets a browser load nothing else. What a finding
says may be a stranger's words: the template gets it as words, and escapes them.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from presskit import gate
from presskit.composing.templating.filling import fill
from presskit.composing.templating.sandbox import sandbox_of
from presskit.resources import shipped


@dataclass(frozen=True)
class Told:
    """A finding by its number in the report. place: its file and line. pages: those it is about, from 1."""

    number: int
    severity: str
    code: str
    message: str
    hint: str
    place: str
    pages: tuple[int, ...] = ()


@dataclass(frozen=True)
class Group:
    """Findings under their heading: "To fix"."""

    name: str
    found: tuple[Told, ...]


@dataclass(frozen=True)
class Sheet:
    """A page that is shown, from 1, with what was found on it."""

    page: int
    width_px: int
    height_px: int
    found: tuple[Told, ...] = ()


@dataclass(frozen=True)
class Report:
    """All that a report says. subject: what was checked. verdict: one sentence; more: what else belongs to it.

    state: "ready", "check" or "not ready". pages: how many the file has. unshown: what of them is not shown, and why.
    untold: how many findings are not listed.
    """

    subject: str
    verdict: str
    more: str
    state: str
    groups: tuple[Group, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    pages: int = 0
    unshown: str = ""
    untold: int = 0

    @property
    def shown(self) -> tuple[int, ...]:
        """The pages that a finding can lead to."""
        return tuple(sheet.page for sheet in self.sheets)


def compose_report(report: Report, faces_css: str, pictures: Sequence[str]) -> str:
    """Return the whole page. `pictures`: of each sheet, an address that holds its picture."""
    style = Markup(faces_css + gate.text_of(shipped("templates/report/report.css")))
    words = {"report": report, "style": style, "policy": _policy(style), "pictures": list(pictures)}
    return fill(sandbox_of((shipped("templates/report"),)), "report.html", words)


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; img-src data:; font-src data:; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )
