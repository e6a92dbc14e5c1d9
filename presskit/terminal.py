"""What a person reads in the terminal: progress, the verdict, problems. The only module that imports rich."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from presskit.comparing import DocumentChange
from presskit.comparing.sentences import mark
from presskit.errors import PresskitError
from presskit.findings import Finding
from presskit.mailing import Mailed
from presskit.model import Correction, PhotoSheet
from presskit.orders import MadeKit
from presskit.printing.sheets import printout
from presskit.reading.recipients import Recipient
from presskit.reading.sources import ROLE_WORDS, Role
from presskit.resources import called_as
from presskit.writing.files import order_path

OPENER_S = 3.0
NAMED = 3  # files named for each kind of document; --json names all
MANY: dict[Role, str] = {"biography": "biographies", "boilerplate": "texts about the organisation"}
READY_FOR = {"print": "to print", "booklet": "to print", "shop": "for the print shop"}
SHOWN = 5  # findings listed in a verdict; the rest is one command away
ROWS = 10  # of people without a draft, named on the terminal; the page of drafts names all
COMMAND = re.compile(r"\bpresskit(?= (?:new|inspect|build|mail|check|diff)\b)")  # as the catalogue writes it
PLAIN = re.compile(r"[\w./\\:~+,@%-]+")  # a name that can be typed as it is


def say(text: str = "", to: TextIO | None = None) -> None:
    """Print a line; characters the terminal cannot show become "?"."""
    stream = to or sys.stdout
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")


def say_json(value: object) -> None:
    """Print the one JSON value of --json on standard output, in ASCII: any program can read it."""
    sys.stdout.write(json.dumps(value, indent=2, default=str) + "\n")


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """Give a function (stage, done, total) that moves a bar on a terminal; elsewhere it does nothing."""
    if quiet or not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console  # noqa: PLC0415  (0.05 s that only a terminal needs)
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description:<12}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, Any] = {}

        def move(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield move


def megabytes(size_bytes: int) -> str:
    """Return a size as people read it: "1.8 MB", never less than 0.1."""
    return f"{max(size_bytes / 1_000_000, 0.1):.1f} MB"


def exact(size_bytes: int) -> str:
    """Return a size to be held against a limit: "7.24 MB"."""
    return f"{max(size_bytes / 1_000_000, 0.01):.2f} MB"


def _size(path: Path) -> str:
    """Return the size of a file that was written; a text or a web page is often far below 0.1 MB."""
    size_bytes = path.stat().st_size
    small = path.suffix.lower() in (".txt", ".html") and size_bytes < 100_000
    return f"{max(round(size_bytes / 1000), 1)} kB" if small else megabytes(size_bytes)


def count(number: int, one: str, many: str | None = None) -> str:
    """Return "1 page" or "3 pages"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def line_of(item: Finding) -> str:
    """Return a finding as one line: where, what, what to do, and its code at the end."""
    place, file = str(item.where), item.where.file
    if file and place == file.name and item.message.startswith((file.name, str(file))):
        place = ""  # the sentence begins with it
    where = f"{place}: " if place else ""
    return COMMAND.sub(lambda _: called_as(), f"{where}{item.message} {item.hint} ({item.code})")


def typed(*words: str | Path) -> str:
    """Return a command as it is typed, names with spaces between quotes."""
    names = [str(word) for word in words]
    return " ".join([called_as(), *(name if PLAIN.fullmatch(name) else f'"{name}"' for name in names)])


def check_command(sources: Sequence[Path] | None, purpose: str, *, strict: bool) -> str:
    """Return the command that lists all there is to say of what was built."""
    words: list[str | Path] = ["check", *(sources or ())]
    words += ["--for", purpose] if purpose in READY_FOR else []
    return typed(*words, *(["--strict"] if strict else []))


def verdict(made: MadeKit, path: Path, check: str, copies: int | None = None) -> list[str]:
    """Return the end of a build in at most ten lines: ready or not, what is in it, what to look at.

    check: the command that lists all of it.
    """
    size = _size(path)
    extent = f"{_extent_of(made)}, {size}" if path.suffix.lower() == ".pdf" else size
    errors = [item for item in made.findings if item.severity == "error"]
    others = [item for item in made.findings if item.severity != "error"]
    others.sort(key=lambda item: item.severity != "warning")
    if errors:
        lines = [f"Not ready to send: {count(len(errors), 'thing')} to fix."]
        lines += _listed(errors, check)
        lines.append(_contents(made))
        lines.append(f"A draft to look at: {_short(path)}, {extent}")
        return lines
    lines = [f"Ready {READY_FOR.get(made.kit.purpose, 'to send')}: {_short(path)}, {extent}"]
    lines += [f"  For the order: {_short(order_path(path))}"] if made.kit.purpose == "shop" else []
    lines += _printout(made, copies)
    lines.append(f"  {_contents(made)}")
    lines += _as_mail(made)
    lines += _left_out(made)
    return lines + (["To look at:", *_listed(others, check)] if others else [])


def _extent_of(made: MadeKit) -> str:
    pages = count(made.linked.pages, "page")
    return f"a booklet of {pages} on {count(made.booklet.sheets, 'sheet')}" if made.booklet else pages


def _printout(made: MadeKit, copies: int | None) -> list[str]:
    """Say what goes into the printer."""
    if not copies:
        return []
    need = printout(copies, made.sides, booklet=made.booklet is not None)
    sheets = count(need.sheets, "sheet")
    return [f"  For {count(copies, 'copy', 'copies')}: {sheets}, both sides, flip on {need.edge} edge"]


def _listed(items: Sequence[Finding], check: str) -> list[str]:
    lines = [f"  - {line_of(item)}" for item in items[:SHOWN]]
    rest = len(items) - SHOWN
    return lines + ([f"  - and {rest} more. To see all, type: {check}"] if rest > 0 else [])


def _contents(made: MadeKit) -> str:
    """Say what each file was taken for, in one line: “2 press releases (a.docx, b.html), factsheet (fiche.docx)”."""
    words = []
    for role, name in ROLE_WORDS.items():
        files = [source.path.name for source in made.sources.texts if source.role == role]
        if files:
            named = name if len(files) == 1 else count(len(files), name, MANY.get(role))
            words.append(f"{named} ({_names(files)})")
    photos = sum(len(document.photos) for document in made.kit.documents if isinstance(document, PhotoSheet))
    words += [count(photos, "photo")] if photos else []
    return f"In it: {', '.join(words) or 'only the notice that the kit is withdrawn'}."


def _names(files: Sequence[str]) -> str:
    rest = len(files) - NAMED
    return ", ".join(files) if rest <= 1 else f"{', '.join(files[:NAMED])} and {rest} more"


def _as_mail(made: MadeKit) -> list[str]:
    """Say how large a mail with the kit is, where the kit was made for one, and how sharp its pictures are."""
    if made.mail_bytes is None:
        return []
    return [
        f"  As a mail, encoded, with its text: {exact(made.mail_bytes)}. Pictures at {made.press.resolution.dpi} dpi."
    ]


def _left_out(made: MadeKit) -> list[str]:
    """Say what was taken out of the sources, and how to see it."""
    texts = [document for document in made.kit.documents if not isinstance(document, PhotoSheet)]
    cut = [(document.source, len(document.removed)) for document in texts if document.removed]
    if not cut:
        return []
    total = sum(lines for _, lines in cut)
    paths = [source for source, _ in cut]
    see = typed("inspect", *(_short(path) for path in paths))
    return [f"  Left out: {count(total, 'line')} in {_names([path.name for path in paths])}. To see them, type: {see}"]


def _short(path: Path) -> str:
    """Return a path as people expect it: from the current folder where it lies below."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def made_folder(folder: Path, written: Sequence[Path], places: Mapping[str, Path]) -> list[str]:
    """Return what `new` made, where the given files went, and what to do next."""
    lines = [f"Made {folder} with {count(len(written), 'file')}."]
    lines += [f"  {path.name} is now {place}" for place, path in places.items()]
    button = "Build my kit.cmd" if sys.platform == "win32" else "Build my kit.command"
    lines.append("Replace the texts in [square brackets], in any text editor. Then:")
    lines.append(f"  {typed('build', folder)}")
    return lines + ([f"or double click “{button}” in that folder."] if sys.platform in ("win32", "darwin") else [])


def show_file(path: Path) -> bool:
    """Open a file with the program this computer uses for it; tell whether that could be done."""
    if sys.platform == "win32":
        try:
            os.startfile(path.resolve())
        except OSError:
            return False
        return True
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if not opener:
        return False
    silent = subprocess.DEVNULL
    process = subprocess.Popen([opener, path.resolve()], stdin=silent, stdout=silent, stderr=silent)
    try:
        return process.wait(OPENER_S) == 0
    except subprocess.TimeoutExpired:
        return True  # it shows the file for as long as it runs


def mailed(result: Mailed, check: str) -> list[str]:
    """Return the end of `mail`: what was drafted and where, each row without a draft, what to look at.

    check: the command that lists all there is to say of the kit.
    """
    if not result.folder:
        errors = [item for item in result.findings if item.severity == "error"]
        lines = [f"No drafts were made. Not ready to send: {count(len(errors), 'thing')} to fix."]
        return lines + _listed(errors, check)
    drafts = count(len(result.drafts), "draft")
    lines = [f"Made {drafts} in {_short(result.folder)}, each at most {exact(result.largest)}. Nothing was sent."]
    lines.append(f"  Attached: {', '.join(result.files)}" if result.files else "  Nothing is attached.")
    lines.append(f"  Open {_short(result.folder / 'index.html')} to go through them.")
    own = [item for item in result.findings if item.code.startswith("m-")]
    others = [item for item in result.findings if not item.code.startswith("m-")]
    others.sort(key=lambda item: item.severity != "warning")
    lines += ["The list:", *(f"  - {line_of(item)}" for item in own)] if own else []
    rows = _rows(result.unagreed)
    if len(rows) > ROWS + 1:
        rows[ROWS:] = [f"      and {len(rows) - ROWS} more, all named in {_short(result.folder / 'index.html')}"]
    return lines + rows + (["To look at:", *_listed(others, check)] if others else [])


def _rows(people: Sequence[Recipient]) -> list[str]:
    """Return the rows of a list, a line for each; they stand below the sentence about them."""
    return [f"      row {person.row}: {person.who}" for person in people]


def mailed_json(result: Mailed) -> dict[str, object]:
    """Return the facts of `mail` for --json."""
    folder = result.folder
    return {
        "ready": result.exit_code == 0,
        "folder": str(folder) if folder else None,
        "drafts": [str(folder / name) for name in result.drafts] if folder else [],
        "attached": list(result.files),
        "largest_bytes": result.largest,
        "not_agreed": [{"row": person.row, "name": person.who, "email": person.email} for person in result.unagreed],
        "findings": findings_json(result.findings),
    }


def made_json(made: MadeKit, path: Path | None, copies: int | None = None) -> dict[str, object]:
    """Return the facts of a build for --json."""
    return {
        "ready": made.exit_code == 0,
        "output": str(path) if path else None,
        "pages": made.linked.pages,
        "bytes": path.stat().st_size if path else len(made.pdf),
        "mail_bytes": made.mail_bytes,
        "sheets": printout(copies, made.sides, booklet=made.booklet is not None).sheets if copies else None,
        "sources": [{"file": str(source.path), "taken_for": ROLE_WORDS[source.role]} for source in made.sources.texts],
        "findings": findings_json(made.findings),
    }


def findings_json(items: Sequence[Finding]) -> list[dict[str, object]]:
    """Return findings for --json."""
    return [
        {
            "code": item.code,
            "severity": item.severity,
            "file": str(item.where.file) if item.where.file else None,
            "line": item.where.line,
            "page": item.where.page,
            "message": item.message,
            "hint": item.hint,
        }
        for item in items
    ]


def report_error(error: PresskitError, *, as_json: bool) -> None:
    """Tell the problems that stopped a command: on standard error for people, as JSON for programs."""
    if as_json:
        say_json({"ready": False, "exit_code": int(error.exit_code), "findings": findings_json(error.problems)})
    for problem in error.problems:
        say(line_of(problem), sys.stderr)


def inspected(facts: dict[str, Any], correction: Correction | None = None) -> list[str]:
    """Return what was recognised in a source, as lines for people; `correction`: a release's, if it has any."""
    rows = _of_release(facts, correction) if "dateline" in facts else _of_other(facts["taken_for"], facts["document"])
    document = facts.get("document", facts)
    removed = document["removed"] if isinstance(document, dict) else []
    lines = [facts["source"]]
    lines += [f"  {name:<9} {_cut(str(value)) if value else '–'}" for name, value in rows]
    lines += [f"  Left out  {_line(cut)}{_cut(cut['text'])} ({cut['why']})" for cut in removed]
    return lines + [f"  Look at   {_line(item)}{item['message']} ({item['code']})" for item in facts["findings"]]


def _line(facts: dict[str, Any]) -> str:
    return f"line {facts['line']}: " if facts["line"] else ""


def _of_correction(correction: Correction | None) -> list[tuple[str, str | None]]:
    """Return what was changed and when, where a release says that it was."""
    if correction is None:
        return []
    when = (str(correction.day or ""), f"{correction.time:%H:%M}" if correction.time else "", correction.zone or "")
    version = str(correction.version) if correction.version else None
    return [("Version", version), ("Changed", " ".join(filter(None, when))), ("Why", correction.note)]


def _of_release(facts: dict[str, Any], correction: Correction | None) -> list[tuple[str, str | None]]:
    dateline = facts["dateline"] or {}
    return [
        ("Headline", facts["headline"]),
        ("Subhead", facts["subhead"]),
        ("Place", dateline.get("place")),
        ("Date", facts["date"]),
        ("Source", dateline.get("source")),
        ("Status", facts["status"]),
        *_of_correction(correction),
        ("Embargo", facts["embargo"]),
        *(("Contact", ", ".join(filter(None, contact.values()))) for contact in facts["contacts"]),
        ("About", facts["boilerplate"]),
        *(("Quote", f"{quote['speaker'] or 'nobody named'}: {quote['text']}") for quote in facts["quotes"]),
        ("End mark", facts["end_mark"]),
        ("Text", _extent(facts["body"])),
    ]


def _of_other(taken_for: str, document: Any) -> list[tuple[str, str | None]]:
    """Return the rows of a factsheet (it has sections), a biography (a name) or the text about the organisation."""
    first = ("Taken for", taken_for)
    if isinstance(document, list):
        return [first, ("Text", " ".join(block["text"] for block in document))]
    if "name" in document:
        rows = [("Name", document["name"]), ("Role", document["role"]), ("Intro", document["intro"])]
        return [first, *rows, ("Text", _extent(document["body"]))]
    sections = [("Section", _section(section)) for section in document["sections"]]
    return [first, ("Title", document["title"]), ("Lead", document["lead"]), *sections]


def _section(section: dict[str, Any]) -> str:
    kinds = {"figures": "key figure", "facts": "fact", "questions": "question", "text": "piece"}
    kind = section["kind"]
    extent = count(len(section["blocks" if kind == "text" else kind]), kinds[kind])
    return f"{section['heading']}: {extent}" if section["heading"] else extent


def _extent(body: Sequence[dict[str, Any]]) -> str:
    paragraphs = sum(block["kind"] == "paragraph" for block in body)
    return f"{count(paragraphs, 'paragraph')}, {count(len(body), 'piece')} in all"


def checked(findings: Sequence[Finding], ready_to: str = "send") -> list[str]:
    """Return everything found, what must be fixed first."""
    order = ("error", "warning", "note")
    names = {"error": "To fix", "warning": "To look at", "note": "Good to know"}
    lines = []
    for severity in order:
        items = [item for item in findings if item.severity == severity]
        lines += [f"{names[severity]}:", *(f"  - {line_of(item)}" for item in items)] if items else []
    errors = sum(item.severity == "error" for item in findings)
    return [*lines, f"Not ready to {ready_to}: {count(errors, 'thing')} to fix." if errors else f"Ready to {ready_to}."]


def compared(changes: Sequence[DocumentChange]) -> list[str]:
    """Return what changed between two kits, document by document; a sentence that changed with what was there."""
    if not changes:
        return ["No sentence changed."]
    lines: list[str] = []
    for change in changes:
        lines += ["", change.title, *_of_document(change)]
    sentences = [change.sentences for change in changes]
    numbers = (
        (sum(len(one.changed) for one in sentences), "sentence changed", "sentences changed"),
        (sum(len(one.added) for one in sentences), "new sentence", "new sentences"),
        (sum(len(one.removed) for one in sentences), "sentence taken out", "sentences taken out"),
        (sum(change.state == "added" for change in changes), "new document", "new documents"),
        (sum(change.state == "removed" for change in changes), "document taken out", "documents taken out"),
    )
    total = ", ".join(count(number, one, many) for number, one, many in numbers if number)
    return [*lines[1:], "", f"{total}." if total else "No sentence changed, but titles did."]


def _of_document(change: DocumentChange) -> list[str]:
    if change.state != "changed":
        return [f"  This document is {'new' if change.state == 'added' else 'no longer there'}."]
    lines = [f"  The title was: {change.old_title}"] if change.old_title else []
    for pair in change.sentences.changed:
        was, now = mark(pair)
        lines += [f"  was:  {was}", f"  now:  {now}"]
    lines += [f"  new:  {sentence}" for sentence in change.sentences.added]
    return lines + [f"  out:  {sentence}" for sentence in change.sentences.removed]


def compared_json(changes: Sequence[DocumentChange]) -> dict[str, object]:
    """Return what changed between two kits for --json."""
    return {
        "changed": bool(changes),
        "documents": [
            {
                "title": change.title,
                "old_title": change.old_title,
                "state": change.state,
                "changed": [{"old": pair.old, "new": pair.new} for pair in change.sentences.changed],
                "added": list(change.sentences.added),
                "removed": list(change.sentences.removed),
            }
            for change in changes
        ],
    }


def _cut(text: str, length: int = 90) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
