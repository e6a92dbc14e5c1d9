"""`check --html`: what was found, as a web page with the pages of the PDF, each with its findings beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from presskit import gate
from presskit.checking.page_numbers import in_words, pages_of
from presskit.composing.report import Group, Report, Sheet, Told
from presskit.errors import OutputError, usage_error
from presskit.findings import Finding, Where, finding, verdict_of
from presskit.outcomes import value_of
from presskit.rendering.page_pictures import Drawn
from presskit.sorting.sources import find_sources
from presskit.terminal.phrases import as_called, count, way_of
from presskit.terminal.verdicts import GROUPS, by_severity
from presskit.working.workers import Limits, Task, Workers, limits_for
from presskit.writing import files
from presskit.zipped import called

KINDS = (".html", ".htm")
FINISHED = (".pdf", ".zip", ".txt", ".html", ".eml")
MOST_FOUND = 500  # findings in one report
DRAWN_S_PER_MB = 5.0
NO_PAGES = "The pages are not shown: {reason}."
DRAWING = ("presskit.rendering.page_pictures", "presskit.writing.report")


def require_report(path: Path, given: Sequence[Path], against: Path | None) -> None:
    """Raise, before any work is done, where no report can be written to `path`, or of what is `given`.

    UsageError for several finished files: each has pages of its own. OutputError where `path` is no web page's, is
    what is checked, lies among a kit's sources, or cannot be written.
    """
    if path.suffix.lower() not in KINDS:
        reason, hint = "a report is a web page", "Let the name behind --html end in .html."
        raise OutputError(finding("b-004", Where(path), path=path.name, reason=reason, hint=hint))
    if len(given) > 1 and any(one.suffix.lower() in FINISHED for one in given):
        raise usage_error("--html reports on one finished file at a time", "presskit check kit.pdf --html report.html")
    for kit in (against, *given):
        if kit:
            _require_apart(path, kit)


def _require_apart(path: Path, named: Path) -> None:
    with gate.opened(named, path.parent):
        files.require_place(path, (named,))
        if gate.is_folder(named):
            sources = find_sources([named])
            files.require_place(path, sources.kept)
            files.require_apart(path, sources)


def write_report(path: Path, subject: str, findings: Sequence[Finding], verdict: str, pdf: bytes | Path | None) -> None:
    """Write the report of a check, whole or not at all. Raises OutputError where it cannot be written.

    subject: the name of what was checked. verdict: the sentences that the terminal ends with. pdf: whose pages are
    shown; None where there are none.
    """
    numbered = told_of(in_order(findings)[:MOST_FOUND])
    with Workers(1, preload=DRAWING) as workers:
        drawn, why = _draw(workers, pdf, {page for item in numbered for page in item.pages})
        first, stop, more = verdict.partition(". ")
        report = Report(
            subject=subject,
            verdict=first + stop.strip(),
            more=more,
            state=verdict_of(findings),
            groups=groups_of(numbered),
            sheets=_sheets(numbered, drawn),
            pages=drawn.pages,
            unshown=why or _unshown(drawn),
            untold=len(findings) - len(numbered),
        )
        pictures = tuple(picture.data for picture in drawn.pictures)
        task = Task("presskit.writing.report:report_page", (report, pictures))
        blame = finding("b-004", Where(path), path=path.name, reason="", hint="Check fewer files at a time.")
        page: bytes = value_of(workers, task, blame)
    files.write(files.place_of(path), page)


def _draw(workers: Workers, pdf: bytes | Path | None, marked: set[int]) -> tuple[Drawn, str]:
    """Return the pages, and why there are none: a report is one also of a file that nobody can draw."""
    if pdf is None:
        return Drawn(), ""
    places = (pdf,) if isinstance(pdf, Path) else ()
    limits = limits_for(places, s_per_mb=DRAWN_S_PER_MB) if places else Limits()
    with gate.opened(*places):
        [outcome] = workers.run([Task("presskit.rendering.page_pictures:draw_pages", (pdf, marked), limits)])
    drawn: Drawn = outcome.value or Drawn()
    if drawn.pages:
        return drawn, ""
    return drawn, NO_PAGES.format(reason=outcome.stopped or "the file cannot be opened")


def groups_of(numbered: Sequence[Told]) -> tuple[Group, ...]:
    """Return findings under their headings, the gravest first."""
    groups = (Group(name, tuple(one for one in numbered if one.severity == kind)) for kind, name in GROUPS.items())
    return tuple(group for group in groups if group.found)


def _sheets(numbered: Sequence[Told], drawn: Drawn) -> tuple[Sheet, ...]:
    """Return the pages that are shown, each with what was found on it."""
    return tuple(
        Sheet(page, width, height, tuple(one for one in numbered if page in one.pages))
        for page, width, height, _ in drawn.pictures
    )


def _unshown(drawn: Drawn) -> str:
    shown = {picture.page for picture in drawn.pictures}
    missing = [page for page in range(1, drawn.pages + 1) if page not in shown]
    return f"Not shown here: {in_words(missing)}." if missing else ""


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings in the order in which they are told."""
    return [item for _, items in by_severity(findings) for item in items]


def told_of(findings: Sequence[Finding]) -> list[Told]:
    """Return findings as they are told, counted from 1."""
    return [_told(number, item) for number, item in enumerate(findings, start=1)]


def _told(number: int, item: Finding) -> Told:
    file = called(item.where.file) if item.where.file else None
    place = str(Where(file, item.where.line))
    hint = as_called(way_of(item.hint, item.where.file))
    return Told(number, item.severity, item.code, as_called(item.message), hint, place, pages_of(item.where))


def subject_of(names: Sequence[Path]) -> str:
    """Return what was checked, by its name: of many files the first, and how many more."""
    first, *more = names or [Path.cwd()]
    name = gate.real(first).name or str(first)
    return f"{name} and {count(len(more), 'other')}" if more else name


def pages_of_files(finished: Sequence[Path]) -> Path | None:
    """Return the finished PDF whose pages a report shows; None for a file without pages of its own."""
    return next((path for path in finished if path.suffix.lower() == ".pdf"), None)
