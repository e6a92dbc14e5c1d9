"""How a command ends: ready or not, what was made and where, what to look at."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from presskit.checking.blame import LEFT_OUT
from presskit.composing.languages import language
from presskit.findings import Finding, by_harm, verdict_of
from presskit.kinds import kinds
from presskit.making.budget import in_mb
from presskit.making.orders import MadeKit
from presskit.model import PhotoSheet, Sheet
from presskit.names import brief
from presskit.printing.sheets import printout
from presskit.reading.dates.orders import BRITISH
from presskit.sorting.gather import OUTSIDE
from presskit.sorting.plan import Outside, can_be_text
from presskit.terminal.phrases import (
    SHOWN,
    as_called,
    count,
    line_of,
    listed,
    megabytes,
    short,
    typed,
    unpack_first,
    way_of,
)
from presskit.writing.files import order_path
from presskit.zipped import within, zip_of

SENT = ("p-042", "p-043")  # on which day a file went out stands above all that has changed since
NAMED = 3  # files named for each kind of document; --json names all
READY_FOR = {"shop": "for the print shop", "archive": "for the archive"}
PRINTED_FOR = ("print", "booklet", "shop")
GROUPS: dict[str, str] = {"error": "To fix", "warning": "To look at", "note": "Good to know"}
DOUBTED = ("headline", "date", "whom to ring")  # what may be read wrongly, most harmful first
MOST_DOUBTS = 3  # shown in a verdict
NOTES = 2  # that are good to know, shown in a verdict


def check_command(sources: Sequence[Path] | None, purpose: str, *, strict: bool) -> str:
    """Return the command that lists all there is to say of what was built."""
    words: list[str | Path] = ["check", *(sources or ())]
    words += ["--for", purpose] if purpose in PRINTED_FOR else []
    return typed(*words, *(["--strict"] if strict else []))


def headline_of(findings: Sequence[Finding], purpose: str = "screen") -> str:
    """Return the verdict in words, without its full stop: one of three, each with its count."""
    errors = sum(item.severity == "error" for item in findings)
    warnings = sum(item.severity == "warning" for item in findings)
    does = "print" if purpose in PRINTED_FOR else "send"
    if errors:
        return f"Not ready to {does}: {count(errors, 'thing')} to fix"
    if warnings:
        return f"Check before you {does}: {count(warnings, 'thing')}"
    return f"Ready {READY_FOR.get(purpose, f'to {does}')}"


def verdict(made: MadeKit, path: Path, check: str, copies: int | None = None) -> list[str]:
    """Return the end of a build in a few lines: the verdict, what is missing, what is in it, what to look at.

    check: the command that lists all of it.
    """
    size = size_of(path)
    extent = f"{extent_of(made)}, {size}" if path.suffix.lower() == ".pdf" else size
    errors = [item for item in made.findings if item.severity == "error"]
    head = headline_of(made.findings, made.kit.purpose)
    if errors:
        lines = [f"{head}.", *outside(made), *listed(by_harm(errors), check), *ready_without(made.findings)]
        lines += [*_accepted(made), _contents(made)]
        return [*lines, f"A draft to look at: {short(path)}, {extent}", *_older(made)]
    is_ready = verdict_of(made.findings) == "ready"
    lines = [f"{head}: {short(path)}, {extent}"] if is_ready else [f"{head}.", f"  The file: {short(path)}, {extent}"]
    lines += [f"  For the order: {short(order_path(path))}"] if made.kit.purpose == "shop" else []
    lines += _older(made)
    lines += _printout(made, copies)
    lines += outside(made)
    lines.append(f"  {_contents(made)}")
    lines += _as_read(made)
    lines += _as_mail(made)
    lines += _left_out(made)
    lines += _accepted(made)
    look = [item for item in made.findings if item.severity == "warning" and item.code not in OUTSIDE]
    notes = [item for item in made.findings if item.severity == "note"]
    lines += ["To look at:", *listed(by_harm(look), check)] if look else []
    return lines + (["Good to know:", *listed(by_harm(notes), check, NOTES)] if notes else [])


def ready_without(findings: Sequence[Finding]) -> list[str]:
    """Say what is ready without the one file that holds the kit up, and how it is left out."""
    return [f"{item.message} {item.hint}" for item in findings if item.code == LEFT_OUT]


def outside(made: MadeKit) -> list[str]:
    """Name each text and picture that is not in the kit, and how it is put in or left out for good."""
    missing = sorted((one for one in made.sorted.outside if one.counts), key=lambda one: not one.looks_like)
    if not missing:
        return []
    names = [f"{one.path.name} ({one.what})" for one in missing[:SHOWN]]
    rest = len(missing) - len(names)
    more = [f"and {rest} more"] if rest else []
    lines = [f"  Not in the kit: {', '.join([*names, *more])}."]
    lines += [f"    {one.path.name}: {as_called(way_of(one.way, one.path))}" for one in missing[:SHOWN] if one.way]
    unsaid = [one for one in missing if not one.way]
    first = next((one for one in unsaid if can_be_text(one.path)), next(iter(unsaid), None))
    if first is None:
        return lines
    prints = f'kind = "{first.looks_like or "release"}" prints it, ' if can_be_text(first.path) else ""
    way = f'in kit.toml, [files."{first.path.name}"] and below it {prints}kind = "leave out" leaves it out for good'
    return [*lines, f"    To change that: {unpack_first(first.path)}{way}."]


def _as_read(made: MadeKit) -> list[str]:
    """Say what hurts when it is wrong, as it was read: headline, date, embargo, whom to ring."""
    kit, words = made.kit, language(made.kit.language if made.kit.language == BRITISH else "en")
    release = next(iter(kit.releases), None)
    read = [f"“{release.headline}”" if release and release.headline else ""]
    read.append(words.day(release.date) if release and release.date else "")
    read.append(f"embargoed until {words.moment(kit.embargo)}" if kit.embargo else "")
    occasions = [one.occasion for one in kit.documents if isinstance(one, Sheet) and one.occasion]
    read += [f"invites to {words.when(one.start.date(), one.start.time(), one.zone)}" for one in occasions]
    rings = [", ".join(filter(None, (one.name, one.phone or one.email))) for one in kit.contacts[:2]]
    read.append(f"to ring: {'; '.join(rings)}" if rings else "")
    said = [part for part in read if part]
    lines = [f"  As read: {' · '.join(said)}"] if said else []
    return lines + [f"    {doubt}" for doubt in _doubts(made)]


def _doubts(made: MadeKit) -> list[str]:
    """Quote what the reader is not sure of, with its file where the kit has several releases."""
    releases = made.kit.releases
    named = [(brief(one.source.name) if len(releases) > 1 else "", doubt) for one in releases for doubt in one.doubts]
    named.sort(key=lambda pair: DOUBTED.index(pair[1].field))
    places = [(", ".join(filter(None, (name, f"line {one.line}" if one.line else ""))), one) for name, one in named]
    lines = [f"{one.field} ({', '.join(filter(None, (place, 'not sure')))}): “{one.words}”" for place, one in places]
    rest = len(lines) - MOST_DOUBTS
    return lines if rest <= 0 else [*lines[:MOST_DOUBTS], f"and {rest} more read without being sure"]


def _accepted(made: MadeKit) -> list[str]:
    """Say how much was accepted, and by whom."""
    if not made.accepted:
        return []
    who = ", ".join(dict.fromkeys(name for _, name in made.accepted))
    return [f"  Accepted in kit.toml: {count(len(made.accepted), 'thing')}, by {who}"]


def size_of(path: Path) -> str:
    """Return the size of a file that was written; a text or a web page is often far below 0.1 MB."""
    size_bytes = path.stat().st_size
    small = path.suffix.lower() in (".txt", ".html") and size_bytes < 100_000
    return f"{max(round(size_bytes / 1000), 1)} kB" if small else megabytes(size_bytes)


def extent_of(made: MadeKit) -> str:
    """Say how many pages a kit has; a booklet's sheets too."""
    pages = count(made.linked.pages, "page")
    return f"a booklet of {pages} on {count(made.booklet.sheets, 'sheet')}" if made.booklet else pages


def _printout(made: MadeKit, copies: int | None) -> list[str]:
    """Say what goes into the printer."""
    if not copies:
        return []
    need = printout(copies, made.sides, booklet=made.booklet is not None)
    sheets = count(need.sheets, "sheet")
    return [f"  For {count(copies, 'copy', 'copies')}: {sheets}, both sides, flip on {need.edge} edge"]


def _contents(made: MadeKit) -> str:
    """Say what each file was taken for, in one line: “2 press releases (a.docx, b.html), factsheet (fiche.docx)”."""
    words = []
    for kind in kinds().values():
        files = [one.path.name for one in made.sorted.texts if one.kind == kind.name]
        if files:
            named = kind.role if len(files) == 1 else count(len(files), kind.role, kind.many)
            words.append(f"{named} ({_names(files)})")
    words += _brand(made)
    photos = sum(len(document.photos) for document in made.kit.documents if isinstance(document, PhotoSheet))
    words += [count(photos, "photo")] if photos else []
    return f"In it: {', '.join(words) or 'only the notice that the kit is withdrawn'}."


def _brand(made: MadeKit) -> list[str]:
    """Name the brand that lies in the kit elsewhere than in its folder “brand”: nobody may have meant it for this."""
    folder, kit = made.kit.brand.folder, made.kit.folder
    is_told = folder and not made.kit.brand.is_neutral and folder != kit / "brand" and folder.is_relative_to(kit)
    return [f"brand ({(folder / 'brand.toml').relative_to(kit)})"] if folder and is_told else []


def _names(files: Sequence[str]) -> str:
    rest = len(files) - NAMED
    return ", ".join(files) if rest <= 1 else f"{', '.join(files[:NAMED])} and {rest} more"


def _older(made: MadeKit) -> list[str]:
    """Name what lies beside the file that was written and could be sent in its place."""
    if not made.older:
        return []
    names = _names([path.name for path in made.older])
    return [f"  Older, in the same folder: {names}. Delete what nobody needs, so that it is not sent by mistake."]


def _as_mail(made: MadeKit) -> list[str]:
    """Say how large a mail with the kit is, where the kit was made for one, and how sharp its pictures are."""
    if made.mail_bytes is None:
        return []
    return [
        f"  As a mail, encoded, with its text: {in_mb(made.mail_bytes)}. Pictures at {made.press.resolution.dpi} dpi."
    ]


def _left_out(made: MadeKit) -> list[str]:
    """Say what was taken out of the sources, and how to see it."""
    texts = [document for document in made.kit.documents if not isinstance(document, PhotoSheet)]
    cut = [(document.source, len(document.removed)) for document in texts if document.removed]
    if not cut:
        return []
    total = sum(lines for _, lines in cut)
    paths = [source for source, _ in cut]
    names = (within(path) if zip_of(path) else short(path) for path in paths)
    see = f"{unpack_first(paths[0])}type: {typed('inspect', *map(Path, names))}"
    return [f"  Left out: {count(total, 'line')} in {_names([path.name for path in paths])}. To see them, {see}"]


def made_folder(
    folder: Path, written: Sequence[Path], places: Mapping[str, Path], outside: Sequence[Outside] = ()
) -> list[str]:
    """Return what `new` made, where the given files went, which of a folder's were left, and what to do next."""
    lines = [f"Made {folder} with {count(len(written), 'file')}."]
    lines += [f"  {path.name} is now {place}" for place, path in places.items()]
    lines += ["Left where they are:"] if outside else []
    lines += [f"  {brief(one.path.name)}: {one.what}" for one in outside]
    button = "Build my kit.cmd" if sys.platform == "win32" else "Build my kit.command"
    lines.append("Replace the texts in [square brackets], in any text editor. Then:")
    lines.append(f"  {typed('build', folder)}")
    return lines + ([f"or double click “{button}” in that folder."] if sys.platform in ("win32", "darwin") else [])


def by_severity(findings: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
    """Return findings under their headings, what must be fixed first; no heading without any."""
    found = [(name, by_harm(one for one in findings if one.severity == kind)) for kind, name in GROUPS.items()]
    return [(name, items) for name, items in found if items]


def checked(findings: Sequence[Finding], purpose: str = "screen", *, is_compared: bool = True) -> list[str]:
    """Return everything found, what must be fixed first, and the verdict.

    is_compared: whether it is a kit, or a file whose words were held against its kit's.
    """
    lines = [line_of(item) for item in findings if item.code in SENT]
    for name, items in by_severity([item for item in findings if item.code not in SENT]):
        lines += [f"{name}:", *(f"  - {line_of(item)}" for item in items)]
    if is_compared or verdict_of(findings) != "ready":
        return [*lines, f"{headline_of(findings, purpose)}."]
    if purpose in PRINTED_FOR:  # which goes without --against
        alone = "Its words were compared with nothing: if it is a kit's, check it with --against, too."
        return [*lines, f"{headline_of(findings, purpose)}: no fault found in the file. {alone}"]
    if any(item.code in SENT for item in findings):  # which has said how to compare it
        return [*lines, "No fault found."]
    return [
        *lines,
        "No fault found in the file. Its words were compared with nothing: if it is a kit's, add --against.",
    ]
